#include "terminal/screens/staff/frame.hpp"
#include "terminal/screens/staff/parts.hpp"
#include "terminal/screens/staff/readings.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Check;
using isoloir::staff::Verdict;

namespace {

const char* key_of(Check check)
{
    switch (check) {
        case Check::touch: return "staff.check.touch";
        case Check::display: return "staff.check.display";
        case Check::sound: return "staff.check.sound";
        case Check::printer: break;
    }
    return "staff.check.printer";
}

Node check_button(const State& state, const Context& context, Check check, const char* id)
{
    const auto& words = context.words;
    const Verdict verdict = state.verdict(check);
    const std::string outcome = words.text(verdict == Verdict::good  ? "staff.check.good"
                                           : verdict == Verdict::bad ? "staff.check.bad"
                                                                     : "staff.check.untested");
    const char* icon = verdict == Verdict::good ? "circle-check" : verdict == Verdict::bad ? "alert-triangle" : "hand-finger";
    const Look look = verdict == Verdict::good ? Look::chosen_card : verdict == Verdict::bad ? Look::danger : Look::secondary;
    return button(id, words.text(key_of(check)) + "\n" + outcome, look).with_icon(icon);
}

}  // namespace

ui::Node checks(const State& state, const Context& context)
{
    const auto& words = context.words;
    Node tests = grid({check_button(state, context, Check::touch, "try.touch"), check_button(state, context, Check::display, "try.display"),
                       check_button(state, context, Check::sound, "try.sound"), check_button(state, context, Check::printer, "try.printer")},
                      context.is_portrait() ? 2 : 4);
    std::vector<Node> lines;
    for (const auto reading : {printer_reading, reader_reading, disk_reading, battery_reading, clock_reading, network_reading, sync_reading, waiting_reading})
        lines.push_back(line_of(reading(state, context)));
    Node machine = grid(std::move(lines), context.is_portrait() ? 1 : 2, context.is_low() ? 1.6 : 4).as(Role::list);
    Node body = column({text(words.text("staff.checks.text")), std::move(tests), std::move(machine), spacer()}).with_gap(context.is_low() ? 3 : 8);
    return page(state, context, words.text("staff.checks.title"), std::move(body),
                {menu_button(context), {}, go_button(words.text("staff.checks.done"), "check")});
}

ui::Node ask_check(const State& state, const Context& context)
{
    const auto& words = context.words;
    const std::string key = key_of(state.check);
    Node body = column({text(words.text(key + ".ask"), Style::title)}).with_gap(6);
    if (auto said = trouble(state, context)) body.children.push_back(*std::move(said));
    if (state.check == Check::display) {
        Node bars;
        bars.role = Role::image;
        bars.theme = "colour-bars";
        bars.hint = words.text("staff.check.display.bars");
        body.children.push_back(std::move(bars).growing());
    } else {
        const bool sound = state.check == Check::sound;
        Node again = button(sound ? "try.sound" : "try.printer", words.text(sound ? "staff.check.sound.again" : "staff.check.printer.again"));
        body.children.push_back(spacer());
        body.children.push_back(row({spacer(), std::move(again).with_icon(sound ? "volume" : "printer"), spacer()}));
        body.children.push_back(spacer());
    }
    Node no = button("judge.bad", words.text("staff.check.no"), Look::danger).with_icon("alert-triangle");
    Node yes = button("judge.good", words.text("staff.check.yes"), Look::primary).with_icon("check").with_padding(2, 5);
    return page(state, context, words.text(key), std::move(body), {back_button(context), row({spacer(), std::move(no)}).growing(), std::move(yes)});
}

}  // namespace isoloir::screens::staff
