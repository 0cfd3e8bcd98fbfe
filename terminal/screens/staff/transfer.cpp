#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Progress;
using isoloir::staff::Way;

namespace {

std::vector<std::string> what_was_taken(const State& state, const Context& context)
{
    const auto& words = context.words;
    std::vector<std::string> said;
    if (state.taken.configuration) said.push_back(words.text("staff.taken.configuration"));
    if (state.taken.voters) said.push_back(words.text("staff.taken.voters", {{"count", static_cast<std::size_t>(*state.taken.voters)}}));
    if (state.taken.receipt) said.push_back(words.text("staff.taken.receipt", {{"count", static_cast<std::size_t>(state.figures.waiting)}}));
    return said;
}

}  // namespace

ui::Node transfer(const State& state, const Context& context)
{
    const auto& words = context.words;
    const bool out = state.way == Way::out;
    const std::string title = words.text(out ? "staff.sticks.title_out" : "staff.sticks.title_in");
    if (state.progress == Progress::due)
        return page(state, context, title, message("clock", {words.text(out ? "staff.transfer.writing" : "staff.transfer.reading")}), {});
    if (state.progress == Progress::failed) {
        Node body = column({*trouble(state, context), spacer(), message("usb", {words.text("staff.transfer.failed")}), spacer()}).with_gap(6);
        return page(state, context, title, std::move(body), {back_button(context), {}, go_button(words.text("staff.transfer.again"), "refresh")});
    }
    std::vector<std::string> said;
    if (out) said = {words.text("staff.transfer.written", {{"count", static_cast<std::size_t>(state.exported)}}), words.text("staff.transfer.bring")};
    else said = what_was_taken(state, context);
    said.push_back(words.text("staff.transfer.take_out"));
    return page(state, context, title, message("circle-check", said), {back_button(context), {}, go_button(words.text("staff.transfer.done"), "check")});
}

}  // namespace isoloir::screens::staff
