#include "terminal/booth/step.hpp"

#include <algorithm>

namespace isoloir::booth {
namespace {

bool has_voter(Screen screen)
{
    return screen != Screen::attract && screen != Screen::out_of_service;
}

/// Whether the voter wants it, and not the terminal answers it.
bool is_wish(const Intent& intent)
{
    return !(std::holds_alternative<VoterAccepted>(intent) || std::holds_alternative<VoterRefused>(intent) || std::holds_alternative<CastDone>(intent) ||
             std::holds_alternative<CastFailed>(intent) || std::holds_alternative<OutOfService>(intent) || std::holds_alternative<Tick>(intent));
}

/// One step; a member function for each intent, so that what an intent does on which screen stands in one place.
class Stepper {
public:
    Stepper(State state, const election::Definition& definition, Milliseconds now) : state_(std::move(state)), definition_(definition), now_(now) {}

    Step take(const Intent& intent)
    {
        if (!std::holds_alternative<Tick>(intent)) touched();
        // While "still there?" stands over the screen, only an answer to it counts.
        const bool answer = std::holds_alternative<StillHere>(intent) || std::holds_alternative<Leave>(intent);
        if (warned_before_ && !answer && is_wish(intent)) return {std::move(state_), Effect::none};
        std::visit([this](const auto& wanted) { on(wanted); }, intent);
        return {std::move(state_), effect_};
    }

private:
    void touched()
    {
        warned_before_ = state_.warned;
        state_.warned = false;
        state_.deadline = now_ + (state_.screen == Screen::receipt ? kReceiptLimit : kIdleLimit);
    }

    void show(Screen screen)
    {
        state_.screen = screen;
        state_.deadline = now_ + (screen == Screen::receipt ? kReceiptLimit : kIdleLimit);
    }

    void refuse(Refusal why)
    {
        state_.session.forget_vote();
        state_.refusal = why;
        show(Screen::refused);
    }

    void end()
    {
        state_.session = Session{};  // wiped where it lies, before anything is laid over it
        state_ = at_rest(definition_);
    }

    bool on_screen(Screen screen) const { return state_.screen == screen; }

    void on(const Touch&)
    {
        if (on_screen(Screen::attract)) show(Screen::language);
    }

    void on(const ChooseLanguage& choice)
    {
        const auto& known = definition_.languages;
        if (!has_voter(state_.screen) && !on_screen(Screen::attract)) return;
        if (std::find(known.begin(), known.end(), choice.tag) == known.end()) return;
        state_.session.language = choice.tag;
        if (on_screen(Screen::attract)) show(Screen::language);
    }

    void on(const ResizeText& resize)
    {
        if (!has_voter(state_.screen)) return;
        auto& text = state_.session.comfort.text;
        text = static_cast<TextSize>(std::clamp(static_cast<int>(text) + resize.steps, 0, static_cast<int>(TextSize::largest)));
        state_.session.page = 0;  // another size makes other pages
    }

    void on(const ChangeContrast&)
    {
        if (!has_voter(state_.screen)) return;
        auto& contrast = state_.session.comfort.contrast;
        contrast = static_cast<Contrast>((static_cast<int>(contrast) + 1) % 4);
    }

    void on(const Go&)
    {
        switch (state_.screen) {
            case Screen::language:
                state_.session.identifier =
                    definition_.eligibility.national_number ? election::IdentifierKind::national_number : election::IdentifierKind::voter_code;
                return show(Screen::identify);
            case Screen::identify:
                if (state_.session.typed.empty()) return;
                effect_ = Effect::check_voter;
                return show(Screen::checking);
            case Screen::projects: return show(Screen::review);
            case Screen::review:
                if (state_.session.chosen.size() < definition_.ballot.min_projects) return;
                return show(state_.session.chosen.empty() ? Screen::confirm_empty : Screen::confirm);
            case Screen::confirm_empty: return show(Screen::confirm);
            case Screen::confirm: effect_ = Effect::cast; return show(Screen::casting);
            case Screen::refused:
            case Screen::receipt: return end();
            default: return;
        }
    }

    void on(const Back&)
    {
        switch (state_.screen) {
            case Screen::language: return end();
            case Screen::identify: state_.session.forget_vote(); return show(Screen::language);
            case Screen::refused: return state_.refusal == Refusal::number_wrong || state_.refusal == Refusal::code_wrong ? show(Screen::identify) : end();
            case Screen::project:
            case Screen::does_not_fit: return show(state_.before);
            case Screen::review: return show(Screen::projects);
            case Screen::confirm_empty: return show(Screen::projects);
            case Screen::confirm: return show(Screen::review);
            default: return;
        }
    }

    void on(const Type& type)
    {
        auto& session = state_.session;
        const bool digit = type.key >= '0' && type.key <= '9';
        const bool letter = type.key >= 'A' && type.key <= 'Z';
        const bool number = session.identifier == election::IdentifierKind::national_number;
        const std::size_t most = number ? 11 : kMaxTyped;
        if (!on_screen(Screen::identify) || session.typed.size() >= most || !(digit || (letter && !number))) return;
        session.typed.reserve(kMaxTyped);  // so that growing leaves no copies behind
        session.typed += type.key;
    }

    void on(const Erase&)
    {
        auto& typed = state_.session.typed;
        if (!on_screen(Screen::identify) || typed.empty()) return;
        typed.back() = '\0';
        typed.pop_back();
    }

    void on(const SwitchIdentifier&)
    {
        if (!on_screen(Screen::identify) || !definition_.eligibility.national_number || !definition_.eligibility.voter_code) return;
        state_.session.forget_vote();
        auto& kind = state_.session.identifier;
        kind = kind == election::IdentifierKind::national_number ? election::IdentifierKind::voter_code : election::IdentifierKind::national_number;
    }

    void on(const TurnPage& turn)
    {
        if (!on_screen(Screen::projects)) return;
        const auto page = static_cast<std::int64_t>(state_.session.page) + turn.steps;
        if (page >= 0 && page < static_cast<std::int64_t>(definition_.projects.size())) state_.session.page = static_cast<std::size_t>(page);
    }

    void on(const LookAt& look)
    {
        if (look.project >= definition_.projects.size() || !(on_screen(Screen::projects) || on_screen(Screen::review))) return;
        state_.session.project = look.project;
        state_.before = state_.screen;
        show(Screen::project);
    }

    void on(const Toggle& toggle)
    {
        const bool choosing = on_screen(Screen::projects) || on_screen(Screen::project) || on_screen(Screen::review);
        if (!choosing || toggle.project >= definition_.projects.size()) return;
        auto& session = state_.session;
        if (session.has_chosen(toggle.project)) return take_back(toggle.project);
        if (session.has_room_for(definition_, toggle.project)) return choose(toggle.project);
        session.project = toggle.project;
        if (!on_screen(Screen::project)) state_.before = state_.screen;
        show(Screen::does_not_fit);
    }

    void on(const SwapFor& swap)
    {
        auto& session = state_.session;
        if (!on_screen(Screen::does_not_fit) || !session.has_chosen(swap.removed)) return;
        take_back(swap.removed);
        if (!session.has_room_for(definition_, session.project)) return;  // still too dear: another one must go, too
        choose(session.project);
        show(state_.before);
    }

    void choose(std::size_t project)
    {
        state_.session.chosen.reserve(definition_.projects.size());  // as with typed: no copies behind
        state_.session.chosen.push_back(project);
    }

    void take_back(std::size_t project)
    {
        auto& chosen = state_.session.chosen;
        chosen.erase(std::remove(chosen.begin(), chosen.end(), project), chosen.end());
    }

    void on(const Leave&)
    {
        if (state_.screen != Screen::casting && has_voter(state_.screen)) end();
    }

    void on(const StillHere&) {}

    void on(const VoterAccepted&)
    {
        if (on_screen(Screen::checking)) show(Screen::projects);
    }

    void on(const VoterRefused& refused)
    {
        if (on_screen(Screen::checking)) refuse(refused.why);
    }

    void on(const CastDone& done)
    {
        if (!on_screen(Screen::casting)) return;
        state_.session.forget_vote();
        state_.session.tracker = done.tracker;
        show(Screen::receipt);
    }

    void on(const CastFailed& failed)
    {
        if (on_screen(Screen::casting)) refuse(failed.why);
    }

    void on(const OutOfService&)
    {
        end();
        state_.screen = Screen::out_of_service;
    }

    void on(const Tick&)
    {
        // While the journal writes, nobody is idle.
        if (!has_voter(state_.screen) || on_screen(Screen::casting) || on_screen(Screen::checking) || now_ < state_.deadline) return;
        if (state_.warned || on_screen(Screen::receipt) || on_screen(Screen::refused)) return end();
        state_.warned = true;
        state_.deadline = now_ + kAnswerLimit;
    }

    State state_;
    const election::Definition& definition_;
    Milliseconds now_;
    Effect effect_{Effect::none};
    bool warned_before_{false};
};

}  // namespace

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
