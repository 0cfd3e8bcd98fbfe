#include "terminal/screens/frame.hpp"

#include "shared/base/text.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

const char* language_name(const std::string& tag)
{
    if (tag == "fr") return "Français";
    if (tag == "nl") return "Nederlands";
    if (tag == "de") return "Deutsch";
    if (tag == "en") return "English";
    return tag.c_str();
}

Node comfort_button(const std::string& id, const std::string& icon, const std::string& hint)
{
    Node node = button(id, "").with_icon(icon).at_least(15, 15);
    node.hint = hint;
    return node.with_padding(2, 1);
}

}  // namespace

Node header(const booth::State& state, const Context& context, const std::string& title, int step)
{
    Node heading_part = column({}).with_gap(0.6).growing();
    if (step > 0) heading_part.children.push_back(text(context.words.text("step", {{"step", static_cast<std::size_t>(step)}}), Style::small));
    heading_part.children.push_back(heading(title));

    const bool roomy = context.width_mm / context.text_scale >= 380;
    Node comfort = row({}).with_gap(2.6);
    for (const std::string& tag : context.definition.languages) {
        const bool current = tag == state.session.language;
        Node choice = button("language." + tag, roomy ? language_name(tag) : isoloir::ascii_upper(tag), current ? Look::primary : Look::secondary);
        comfort.children.push_back(choice.at_least(15, 15).select(current).with_style(Style::small).with_hint(roomy ? "" : language_name(tag)));
    }
    comfort.children.push_back(comfort_button("text.smaller", "text-decrease", context.words.text("text.smaller")));
    comfort.children.push_back(comfort_button("text.larger", "text-increase", context.words.text("text.larger")));
    comfort.children.push_back(comfort_button("contrast", "contrast", context.words.text("contrast.change")));

    if (context.is_portrait() || context.width_mm / context.text_scale < 260) {
        comfort.justify = Align::end;
        return column({std::move(comfort), std::move(heading_part)}).with_gap(2.6);
    }
    return row({std::move(heading_part), std::move(comfort)}).with_gap(6);
}

Node footer(std::optional<Node> back, Node middle, std::optional<Node> go)
{
    Node bar = row({});
    if (back) bar.children.push_back(*std::move(back));
    bar.children.push_back(std::move(middle));
    if (go) bar.children.push_back(*std::move(go));
    return bar;
}

Node back_button(const Context& context)
{
    return button("back", context.words.text("back")).with_icon("arrow-left");
}

Node go_button(const std::string& label)
{
    return button("go", label, Look::primary).with_icon_after("arrow-right").with_padding(2, 6);
}

Node page(Node top, Node body, Node bottom)
{
    return column({std::move(top), std::move(body).growing(), std::move(bottom)}).with_gap(4).with_padding(4, 4).with_look(Look::page);
}

Node message(const std::string& icon, const std::string& title, const std::string& text_)
{
    Node block = column({text("", Style::display).with_icon(icon).justified(Align::center),
                         text(title, Style::heading).as(Role::heading).justified(Align::center), text(text_).justified(Align::center)})
                     .with_gap(6);
    return column({spacer(), row({spacer(), std::move(block).growing(6), spacer()}), spacer()});
}

Node contacts(const Context& context)
{
    const auto& who = context.definition.contacts;
    if (context.is_narrow() || (who.phone.empty() && who.mail.empty())) return spacer();
    return contact_line(context);
}

Node contact_line(const Context& context)
{
    const auto& who = context.definition.contacts;
    return text(context.words.text("help.contact", {{"phone", who.phone}, {"mail", who.mail}}), Style::small)
        .with_icon("help")
        .growing()
        .justified(Align::center);
}

}  // namespace isoloir::screens
