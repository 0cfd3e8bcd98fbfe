#include "terminal/booth/stepper.hpp"

#include <algorithm>
#include <utility>

namespace isoloir::booth {
namespace {

bool has_voter(Screen screen)
{
    return screen != Screen::attract && screen != Screen::out_of_service;
}

/// While the journal or the roll is asked, nobody is idle and nobody can leave.
bool is_at_work(Screen screen)
{
    return screen == Screen::checking || screen == Screen::sealing || screen == Screen::casting;
}

/// What may be asked although a question stands over the screen.
bool answers_or_comforts(const Wish& wish)
{
    return std::holds_alternative<Stay>(wish) || std::holds_alternative<Leave>(wish) || std::holds_alternative<Change>(wish) ||
           std::holds_alternative<ChooseLanguage>(wish);
}

}  // namespace

Step Stepper::take(const Intent& intent)
{
    if (const auto* wish = std::get_if<Wish>(&intent)) {
        const bool asked = state_.warned || state_.leaving;
        state_.deadline = now_ + limit();
        if (asked && !answers_or_comforts(*wish)) {
            if (state_.warned) on(Stay{});  // whoever does something is there
            return {std::move(state_), Effect::none};
        }
        std::visit([this](const auto& wanted) { on(wanted); }, *wish);
    } else {
        std::visit([this](const auto& answer) { on(answer); }, std::get<Answer>(intent));
    }
    return {std::move(state_), effect_};
}

Milliseconds Stepper::limit() const
{
    if (state_.warned) return kAnswerLimit;
    if (state_.screen == Screen::receipt) return kReceiptLimit;
    return state_.patient || state_.session.comfort.speech ? kPatientLimit : kIdleLimit;
}

void Stepper::show(Screen screen)
{
    if (screen == Screen::filter || screen == Screen::review || screen == Screen::project) state_.session.browsing.list_page = 0;
    state_.screen = screen;
    state_.deadline = now_ + limit();
}

void Stepper::lay_over(Screen screen)
{
    if (!has_voter(state_.screen) || is_at_work(state_.screen) || on_screen(screen)) return;
    if (!state_.beneath) state_.beneath = state_.screen;
    show(screen);
}

bool Stepper::lift()
{
    if (!state_.beneath) return false;
    show(*std::exchange(state_.beneath, std::nullopt));
    return true;
}

void Stepper::end()
{
    State rest = at_rest(definition_);
    rest.card_in = state_.card_in;
    rest.failures = state_.failures;
    rest.blocked_until = state_.blocked_until;
    state_.session = Session{};  // wiped where it lies, before anything is laid over it
    state_ = std::move(rest);
}

void Stepper::on(const Touch&)
{
    if (on_screen(Screen::attract)) show(Screen::language);
}

void Stepper::on(const Listen&)
{
    if (!on_screen(Screen::attract)) return;
    state_.session.comfort.speech = true;
    show(Screen::language);
}

void Stepper::on(const ChooseLanguage& choice)
{
    const auto& known = definition_.languages;
    if (!has_voter(state_.screen) && !on_screen(Screen::attract)) return;
    if (std::find(known.begin(), known.end(), choice.tag) == known.end()) return;
    state_.session.language = choice.tag;
    if (on_screen(Screen::attract)) show(Screen::language);
}

void Stepper::on(const Change& change)
{
    if (!has_voter(state_.screen)) return;
    state_.session.comfort = changed(state_.session.comfort, change.setting, change.steps);
    state_.session.browsing.page = 0;  // another size makes other pages
    state_.deadline = now_ + limit();
}

void Stepper::on(const OpenComfort&)
{
    lay_over(Screen::language);
}

void Stepper::on(const OpenHelp&)
{
    lay_over(Screen::how);
}

void Stepper::on(const Go&)
{
    if (lift()) return;
    switch (state_.screen) {
        case Screen::language:
            if (!state_.session.typed.empty()) return identify();
            state_.session.identifier =
                definition_.eligibility.national_number ? election::IdentifierKind::national_number : election::IdentifierKind::voter_code;
            return show(Screen::identify);
        case Screen::identify:
            if (!state_.session.typed.empty()) identify();
            return;
        case Screen::take_card: return show(Screen::how);
        case Screen::how:
        case Screen::filter:
        case Screen::search: return show(Screen::projects);
        case Screen::projects: return show(Screen::review);
        case Screen::review:
            if (state_.session.chosen.size() < definition_.ballot.min_projects) return;
            return state_.session.chosen.empty() ? show(Screen::confirm_empty) : seal();
        case Screen::confirm_empty: return seal();
        case Screen::confirm: effect_ = Effect::cast; return show(Screen::casting);
        case Screen::checked: return vote_afresh();
        case Screen::refused:
        case Screen::receipt: return end();
        default: return;
    }
}

void Stepper::on(const Back&)
{
    if (lift()) return;
    switch (state_.screen) {
        case Screen::language: return end();
        case Screen::identify: state_.session.forget_vote(); return show(Screen::language);
        case Screen::refused: return may_try_again(state_.refusal) ? show(Screen::identify) : end();
        case Screen::filter:
        case Screen::search:
        case Screen::review:
        case Screen::confirm_empty: return show(Screen::projects);
        case Screen::project:
        case Screen::does_not_fit: return show(state_.before);
        case Screen::confirm:
        case Screen::checked: return vote_afresh();
        default: return;
    }
}

void Stepper::on(const Leave&)
{
    if (is_at_work(state_.screen) || !has_voter(state_.screen)) return;
    // Asked once where something would be lost.
    const bool loses = !state_.session.chosen.empty() && !state_.warned && !state_.leaving;
    if (!loses) return end();
    state_.leaving = true;
    state_.deadline = now_ + limit();
}

void Stepper::on(const Stay&)
{
    state_.patient = state_.patient || state_.warned;
    state_.warned = false;
    state_.leaving = false;
    state_.deadline = now_ + limit();
}

void Stepper::on(const Tick&)
{
    if (!has_voter(state_.screen) || is_at_work(state_.screen) || now_ < state_.deadline) return;
    if (state_.warned || on_screen(Screen::receipt) || on_screen(Screen::refused)) return end();
    state_.warned = true;
    state_.leaving = false;
    state_.deadline = now_ + limit();
}

void Stepper::on(const OutOfService&)
{
    end();
    state_.screen = Screen::out_of_service;
}

State at_rest(const election::Definition& definition)
{
    State state;
    state.session.language = definition.languages.front();
    return state;
}

Step step(State state, const Intent& intent, const election::Definition& definition, Milliseconds now)
{
    return Stepper(std::move(state), definition, now).take(intent);
}

}  // namespace isoloir::booth
