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
        case booth::Refusal::poll_not_open: return "poll_not_open";
        case booth::Refusal::poll_closed: return "poll_closed";
        case booth::Refusal::not_cast: return "not_cast";
        case booth::Refusal::not_on_roll: return "not_on_roll";
        case booth::Refusal::voted_elsewhere: return "voted_elsewhere";
        case booth::Refusal::voted_online: return "voted_online";
    }
    return "";
}

}  // namespace

ui::Node refused(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    const std::string key = std::string("refused.") + word_of(state.refusal);
    const bool may_retry = state.refusal == booth::Refusal::number_wrong || state.refusal == booth::Refusal::code_wrong;
    std::optional<Node> again;
    if (may_retry) again = button("back", words.text("refused.again")).with_icon("arrow-left");
    const std::string age = std::to_string(context.definition.eligibility.minimum_age);
    Node body = message("alert-circle", words.text(key + ".title"), words.text(key + ".text", {{"age", age}}));
    if (context.is_narrow()) body.children.push_back(contact_line(context).growing(0));
    return page(header(state, context, "", 0), std::move(body),
                footer(std::move(again), contacts(context), button("finish", words.text("refused.end"), Look::primary).with_icon("check").with_padding(2, 6)));
}

ui::Node still_there(const Context& context)
{
    const auto& words = context.words;
    Node bottom = footer(button("leave", words.text("leave"), Look::danger).with_icon("x"), contacts(context),
                         button("stay", words.text("idle.stay"), Look::primary).with_icon("hand-finger").with_padding(2, 8));
    return page(column({}).as(Role::dialog), message("clock", words.text("idle.title"), words.text("idle.text")), std::move(bottom));
}

}  // namespace isoloir::screens
