#include "terminal/booth/step.hpp"
#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using namespace ui;

namespace {

const char* word_of(booth::Refusal refusal)
{
    switch (refusal) {
        case booth::Refusal::number_wrong: return "number_wrong";
        case booth::Refusal::code_wrong: return "code_wrong";
        case booth::Refusal::too_young: return "too_young";
        case booth::Refusal::voted_here: return "voted_here";
        case booth::Refusal::voted_elsewhere: return "voted_elsewhere";
        case booth::Refusal::voted_online: return "voted_online";
        case booth::Refusal::not_on_roll: return "not_on_roll";
        case booth::Refusal::card_unreadable: return "card_unreadable";
        case booth::Refusal::too_many: return "too_many";
        case booth::Refusal::poll_not_open: return "poll_not_open";
        case booth::Refusal::poll_closed: return "poll_closed";
        case booth::Refusal::not_cast: return "not_cast";
    }
    return "";
}

}  // namespace

ui::Node refused(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const std::string key = std::string("refused.") + word_of(state.refusal);
    std::optional<Node> again;
    if (booth::may_try_again(state.refusal)) again = button("back", words.text("refused.again")).with_icon("arrow-left");
    const std::string age = std::to_string(context.definition.eligibility.minimum_age);
    Node body = message("alert-circle", words.text(key + ".title"), words.text(key + ".text", {{"age", age}}));
    body.children.push_back(contact_line(context));
    return page(
        state, context, {""}, std::move(body),
        {std::move(again), std::nullopt, std::nullopt, button("finish", words.text("refused.end"), Look::primary).with_icon("check").with_padding(2, 6)});
}

ui::Node still_there(const Context& context)
{
    const auto& words = context.words;
    return question(message("clock", words.text("idle.title"), words.text("idle.text")), button("leave", words.text("idle.stop"), Look::danger).with_icon("x"),
                    button("stay", words.text("idle.stay"), Look::primary).with_icon("hand-finger").with_padding(2, 8), context);
}

ui::Node leaving(const Context& context)
{
    const auto& words = context.words;
    return question(message("alert-circle", words.text("leave.title"), words.text("leave.text")),
                    button("leave", words.text("leave.stop"), Look::danger).with_icon("x").with_padding(2, 4),
                    button("stay", words.text("leave.stay"), Look::primary).with_icon("arrow-right").with_padding(2, 8), context);
}

}  // namespace isoloir::screens
