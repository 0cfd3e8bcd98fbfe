#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Poll;

ui::Node shut_down(const State& state, const Context& context)
{
    const auto& words = context.words;
    const auto& figures = state.figures;
    Node body = message("power", {words.text("staff.shut_down.text")});
    if (figures.is_left_behind())
        body.children.insert(body.children.begin(),
                             alarm(words.text("staff.next.left_behind", {{"count", static_cast<std::size_t>(figures.ballots_waiting)}})));
    else if (figures.poll == Poll::open) body.children.insert(body.children.begin(), alarm(words.text("staff.shut_down.open")));
    if (auto said = trouble(state, context)) body.children.insert(body.children.begin(), *std::move(said));
    return page(state, context, words.text("staff.menu.shut_down"), std::move(body),
                {menu_button(context), {}, button("go", words.text("staff.shut_down.go"), Look::danger).with_icon("power").with_padding(2, 5)});
}

ui::Node left_behind(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node body = column({alarm(words.text("staff.left_behind.alarm", {{"count", static_cast<std::size_t>(state.figures.ballots_waiting)}})),
                        message("upload", {words.text("staff.left_behind.text")}).growing()});
    Node leave = button("leave", words.text("staff.left_behind.leave"), Look::danger).with_icon("logout");
    return page(state, context, words.text("staff.left_behind.title"), std::move(body),
                {menu_button(context), row({spacer(), std::move(leave), spacer()}).growing(),
                 button("export", words.text("staff.menu.export"), Look::primary).with_icon("upload")});
}

}  // namespace isoloir::screens::staff
