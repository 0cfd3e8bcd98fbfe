#include "terminal/screens/slip.hpp"

namespace isoloir::screens {

using namespace ui;

std::string receipt_code(const std::string& tracker, const Context& context)
{
    const std::string& site = context.definition.contacts.site;
    return site.empty() ? tracker : "https://" + site + "/find?tracker=" + tracker;
}

ui::Node receipt_slip(const std::string& tracker, const Context& context)
{
    const auto& words = context.words;
    Node code;
    code.role = Role::image;
    code.qr = receipt_code(tracker, context);
    Node slip = column({text(context.definition.title.in(words.language()), Style::title).justified(Align::center),
                        text(words.text("receipt.title")).justified(Align::center), row({spacer(), std::move(code).with_width(40).with_height(40), spacer()}),
                        text(tracker, Style::price).justified(Align::center), text(words.text("receipt.text"), Style::small)});
    const auto& who = context.definition.contacts;
    if (!who.phone.empty() || !who.mail.empty())
        slip.children.push_back(text(words.text("help.contact", {{"phone", who.phone}, {"mail", who.mail}}), Style::small));
    return slip.with_gap(3).with_padding(3).with_look(Look::page);
}

ui::Node curtain(const Context& context)
{
    return column({spacer(), text(context.words.text("comfort.blanked"), Style::small).with_icon("eye-off").justified(Align::center), spacer()})
        .with_look(Look::page);
}

}  // namespace isoloir::screens
