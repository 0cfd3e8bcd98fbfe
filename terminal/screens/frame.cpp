#include "terminal/screens/frame.hpp"

#include <algorithm>
#include <cmath>

#include "shared/base/text.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

Node comfort_button(const std::string& id, const std::string& icon, const std::string& hint)
{
    return button(id, "").with_icon(icon).at_least(15, 15).with_hint(hint).with_padding(2, 1);
}

/// Under one of these everything is found: language, size, colours, sound, reach, switches; and help.
std::vector<Node> fixed_buttons(const Context& context)
{
    return {comfort_button("comfort", "adjustments", context.words.text("comfort.open")), comfort_button("help", "help", context.words.text("help.open"))};
}

Node comfort_bar(const booth::State& state, const Context& context, bool is_comfort)
{
    const double room = context.width_mm / context.text_scale;
    Node bar = row({}).with_gap(2.6);
    if (is_comfort) {
        bar.children.push_back(fixed_buttons(context).back());
        return bar;
    }
    for (const std::string& tag : context.definition.languages) {
        const bool current = tag == state.session.language;
        const std::string name = locales::Catalogue::name_of(tag);
        Node choice = button("language." + tag, room >= 420 ? name : isoloir::ascii_upper(tag), current ? Look::primary : Look::secondary);
        bar.children.push_back(choice.at_least(15, 15).select(current).with_style(Style::small).with_hint(room >= 420 ? "" : name));
    }
    if (room >= 250) {
        bar.children.push_back(comfort_button("less.text", "text-decrease", context.words.text("text.smaller")));
        bar.children.push_back(comfort_button("more.text", "text-increase", context.words.text("text.larger")));
        bar.children.push_back(comfort_button("more.contrast", "contrast", context.words.text("contrast.change")));
    }
    for (Node& fixed : fixed_buttons(context)) bar.children.push_back(std::move(fixed));
    return bar;
}

Node heading_of(const Context& context, const Title& title)
{
    Node part = column({}).with_gap(0.6).growing();
    if (title.step > 0) part.children.push_back(text(context.words.text("step", {{"step", title.step}}), Style::small));
    part.children.push_back(heading(title.text));
    return part;
}

/// Read last although it stands above: see focus_order.
Node header(const booth::State& state, const Context& context, const Title& title)
{
    if (is_low(state)) return heading_of(context, title);
    Node comfort = comfort_bar(state, context, title.is_comfort).read_last();
    if (context.is_portrait() || context.width_mm / context.text_scale < 300) {
        comfort.justify = Align::end;
        return column({std::move(comfort), heading_of(context, title)}).with_gap(2.6);
    }
    return row({heading_of(context, title), std::move(comfort)}).with_gap(6);
}

/// Back, what stands between, go. In low reach the fixed buttons stand here, too; upright in a row of their own.
Node bar_of(const booth::State& state, const Context& context, Foot foot)
{
    const bool low = is_low(state);
    const bool own_row = low && context.is_portrait();
    Node middle = row({}).growing().justified(Align::center);
    if (low)
        for (Node& fixed : fixed_buttons(context)) middle.children.push_back(fixed.read_last());
    if (foot.pager) middle.children.push_back(*std::move(foot.pager));
    else if (foot.middle && !context.is_narrow() && !low) middle.children.push_back((*std::move(foot.middle)).growing());
    Node bar = row({});
    if (foot.back) bar.children.push_back(*std::move(foot.back));
    bar.children.push_back(own_row || middle.children.empty() ? spacer() : middle);
    if (foot.go) bar.children.push_back(*std::move(foot.go));
    return own_row ? column({std::move(middle).growing(0), std::move(bar)}).with_gap(4) : bar;
}

}  // namespace

Node page(const booth::State& state, const Context& context, const Title& title, Node body, Foot foot)
{
    return column({header(state, context, title), std::move(body).growing(), bar_of(state, context, std::move(foot))})
        .with_gap(4)
        .with_padding(4, 4)
        .with_look(Look::page);
}

Node question(Node body, Node no, Node yes, const Context& context)
{
    Node middle = context.is_narrow() ? spacer() : contact_line(context).growing();
    return column({std::move(body).growing(), row({std::move(no), std::move(middle), std::move(yes)})})
        .with_gap(4)
        .with_padding(4, 4)
        .with_look(Look::page)
        .as(Role::dialog);
}

Node back_button(const Context& context)
{
    return button("back", context.words.text("back")).with_icon("arrow-left");
}

Node go_button(const std::string& label)
{
    return button("go", label, Look::primary).with_icon_after("arrow-right").with_padding(2, 6);
}

Node message(const std::string& icon, const std::string& title, const std::string& text_)
{
    Node block = column({text("", Style::display).with_icon(icon).justified(Align::center),
                         text(title, Style::heading).as(Role::heading).justified(Align::center), text(text_).justified(Align::center)})
                     .with_gap(6);
    return column({spacer(), row({spacer(), std::move(block).growing(6), spacer()}), spacer()});
}

Node contact_line(const Context& context)
{
    const auto& who = context.definition.contacts;
    if (who.phone.empty() && who.mail.empty()) return spacer();
    return text(context.words.text("help.contact", {{"phone", who.phone}, {"mail", who.mail}}), Style::small).with_icon("phone").justified(Align::center);
}

Node picture_of(const election::Project& project)
{
    Node picture;
    picture.role = Role::image;
    picture.picture = project.picture ? std::string(project.picture->begin(), project.picture->end()) : std::string();
    picture.theme = project.theme;
    picture.grow = 1;
    return picture;
}

std::optional<Node> pager(const booth::State& state, const Context& context, std::size_t page, std::size_t pages)
{
    if (pages < 2) return std::nullopt;
    const auto& words = context.words;
    const double room = context.width_mm / context.text_scale - (is_low(state) ? 40 : 0);  // the fixed buttons stand there, too
    const bool terse = context.text_scale > 1.2 || context.is_portrait() || room < 400;
    const auto turn = [&](const char* key, std::size_t to, bool possible) {
        Node node = button("page." + std::to_string(to), terse ? "" : words.text(key)).with_hint(words.text(key));
        node.enabled = possible;
        return node;
    };
    // At either end the button stands still, with an id of its own.
    Node previous = turn("page.previous", page > 0 ? page - 1 : pages, page > 0).with_icon("chevron-left");
    Node next = turn("page.next", page + 1 < pages ? page + 1 : pages + 1, page + 1 < pages).with_icon_after("chevron-right");
    const std::string which = context.is_narrow() ? std::to_string(page + 1) + "/" + std::to_string(pages)
                                                  : words.text("page.which", {{"page", std::to_string(page + 1)}, {"pages", std::to_string(pages)}});
    return row({std::move(previous), text(which, Style::small).as(Role::status).with_id("page"), std::move(next)});
}

Node grid_of(Grid grid, std::size_t count, std::size_t page, double gap, const std::function<Node(std::size_t)>& item)
{
    Node list = column({}).with_gap(gap).as(Role::list);
    const std::size_t first = page * grid.per_page();
    for (std::size_t r = 0; r < grid.rows; ++r) {
        Node line = row({}).with_gap(gap).growing().aligned(Align::stretch);
        for (std::size_t c = 0; c < grid.columns; ++c) {
            const std::size_t index = first + r * grid.columns + c;
            line.children.push_back(index < count ? item(index).growing() : spacer());
        }
        list.children.push_back(std::move(line));
    }
    return list;
}

double body_height(const booth::State& state, const Context& context)
{
    const double scale = std::max(1.0, context.text_scale);
    const double foot = 8 + 21 * std::sqrt(scale);
    if (is_low(state)) return context.height_mm * kLowReach - foot - (context.is_portrait() ? 19 * scale : 0);
    const bool stacked = context.is_portrait() || context.width_mm / context.text_scale < 300;
    return context.height_mm - foot - 10 - (stacked ? 36 : 20) * scale;
}

}  // namespace isoloir::screens
