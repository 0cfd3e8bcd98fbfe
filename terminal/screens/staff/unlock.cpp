#include "terminal/screens/keyboard.hpp"
#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;

namespace {

/// Never the digits, only how many.
std::string dots(std::size_t typed)
{
    std::string shown;
    for (std::size_t i = 0; i < typed; ++i) shown += "•";
    for (std::size_t i = typed; i < isoloir::staff::kMinPin; ++i) shown += "–";
    return shown;
}

std::string wait_in_words(const State& state, const Context& context)
{
    const auto seconds = static_cast<std::size_t>((state.time_left().count() + 999) / 1000);
    if (seconds > 90) return context.words.text("staff.unlock.wait_minutes", {{"count", (seconds + 59) / 60}});
    return context.words.text("staff.unlock.wait_seconds", {{"count", seconds}});
}

}  // namespace

ui::Node unlock(const State& state, const Context& context)
{
    const auto& words = context.words;
    const bool waiting = state.time_left() > isoloir::staff::Milliseconds{0};
    const auto* member = state.chosen_member();

    Node said = column({text(words.text("staff.unlock.text"))}).with_gap(5);
    if (waiting) said.children.push_back(alarm(wait_in_words(state, context)).with_id("wait"));
    else if (auto wrong = trouble(state, context)) said.children.push_back(*std::move(wrong));
    said.children.push_back(button("token", words.text("staff.who.token")).with_icon("usb"));

    Node typed = text(dots(state.typed.size()), Style::display).as(Role::status).with_id("typed").justified(Align::center);
    typed.hint = words.text("staff.unlock.typed", {{"count", state.typed.size()}});
    Node pad = number_keys({words.text("erase"), {}}, false, context.is_low() ? 17 : 20);
    Node entry = column({column({std::move(typed)}).with_look(Look::panel).with_padding(2), std::move(pad)}).with_gap(3);

    Node go = go_button(words.text("staff.unlock.go"), "lock-open");
    if (waiting || state.typed.size() < isoloir::staff::kMinPin) {
        go.enabled = false;
        go.look = Look::dashed;
    }
    Node body = context.is_portrait() ? column({std::move(said), std::move(entry), spacer()}).with_gap(8)
                                      : row({std::move(said).growing(5), std::move(entry).growing(6)}).with_gap(10);
    const std::string title = words.text("staff.unlock.title", {{"name", member != nullptr ? member->name : std::string()}});
    return page(state, context, title, std::move(body), {back_button(context), {}, std::move(go)});
}

}  // namespace isoloir::screens::staff
