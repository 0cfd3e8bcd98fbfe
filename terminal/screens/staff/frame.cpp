#include "terminal/screens/staff/frame.hpp"

namespace isoloir::screens::staff {

using namespace ui;
using isoloir::staff::Trouble;

namespace {

const char* name_of(Trouble trouble)
{
    switch (trouble) {
        case Trouble::none:
        case Trouble::locked: return "";
        case Trouble::pin_wrong: return "pin_wrong";
        case Trouble::no_stick: return "no_stick";
        case Trouble::no_token: return "no_token";
        case Trouble::token_wrong: return "token_wrong";
        case Trouble::token_early: return "token_early";
        case Trouble::token_late: return "token_late";
        case Trouble::token_withdrawn: return "token_withdrawn";
        case Trouble::stick_full: return "stick_full";
        case Trouble::not_written: return "not_written";
        case Trouble::nothing_to_take: return "nothing_to_take";
        case Trouble::not_ours: return "not_ours";
        case Trouble::roll_missing: return "roll_missing";
        case Trouble::not_done: return "not_done";
        case Trouble::no_printer: return "no_printer";
        case Trouble::not_printed: return "not_printed";
        case Trouble::no_sound: return "no_sound";
        case Trouble::not_connected: return "not_connected";
        case Trouble::poll_open: return "poll_open";
    }
    return "";
}

Node panel(const std::string& text_, const std::string& icon, Look look)
{
    Node line = text(text_, Style::button).with_icon(icon);
    return column({std::move(line)}).with_look(look).with_padding(3, 1).as(Role::status);
}

}  // namespace

Node page(const State& state, const Context& context, const std::string& title, Node body, Foot foot)
{
    const auto& words = context.words;
    std::string where = words.text("staff.area");
    if (!state.figures.hall.empty()) where += " · " + state.figures.hall;
    if (state.figures.practice) where += " · " + words.text("staff.practice.mark");
    Node band = row({column({text(where, Style::small), heading(title)}).with_gap(0.6).growing()}).with_gap(6).with_padding(2.6, 3).with_look(Look::hero);
    if (!state.handle.empty() && context.width_mm >= 300) band.children.push_back(text(state.handle, Style::small).with_icon("user"));

    Node bar = row({});
    if (foot.back) bar.children.push_back(*std::move(foot.back));
    bar.children.push_back(foot.middle ? *std::move(foot.middle) : spacer());
    if (foot.go) bar.children.push_back(*std::move(foot.go));
    return column({std::move(band), std::move(body).growing(), std::move(bar)}).with_gap(4).with_padding(4, 2).with_look(Look::page);
}

Node menu_button(const Context& context)
{
    return button("back", context.words.text("staff.menu")).with_icon("arrow-left");
}

Node back_button(const Context& context)
{
    return button("back", context.words.text("back")).with_icon("arrow-left");
}

Node go_button(const std::string& label, const std::string& icon)
{
    return button("go", label, Look::primary).with_icon_after(icon).with_padding(2, 5);
}

Node message(const std::string& icon, const std::vector<std::string>& paragraphs)
{
    Node block = column({text("", Style::display).with_icon(icon).justified(Align::center)}).with_gap(5);
    for (const std::string& paragraph : paragraphs) block.children.push_back(text(paragraph, Style::title).justified(Align::center));
    return column({spacer(), row({spacer(), std::move(block).growing(8), spacer()}), spacer()});
}

Node advice(const std::string& text_)
{
    return panel(text_, "hand-finger", Look::chosen_card);
}

Node alarm(const std::string& text_)
{
    return panel(text_, "alert-triangle", Look::danger);
}

std::optional<Node> trouble(const State& state, const Context& context)
{
    const std::string name = name_of(state.trouble);
    if (name.empty()) return std::nullopt;
    return alarm(context.words.text("staff.trouble." + name)).with_id("trouble");
}

Node grid(std::vector<Node> nodes, std::size_t columns, double gap)
{
    Node rows = column({}).with_gap(gap);
    for (std::size_t i = 0; i < nodes.size(); i += columns) {
        Node line = row({}).with_gap(gap).aligned(Align::stretch);
        for (std::size_t c = i; c < i + columns; ++c) line.children.push_back(c < nodes.size() ? std::move(nodes[c]).growing() : spacer());
        rows.children.push_back(std::move(line));
    }
    return rows;
}

}  // namespace isoloir::screens::staff
