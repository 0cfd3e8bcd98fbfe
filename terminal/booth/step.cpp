#include "terminal/booth/step.hpp"

#include <algorithm>
#include <utility>

#include "shared/base/text.hpp"
#include "shared/crypto/secret.hpp"

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

bool is_a_guess(Refusal refusal)
{
    return refusal == Refusal::number_wrong || refusal == Refusal::code_wrong || refusal == Refusal::not_on_roll;
}

/// What may be asked although a question stands over the screen.
bool answers_or_comforts(const Wish& wish)
{
    return std::holds_alternative<Stay>(wish) || std::holds_alternative<Leave>(wish) || std::holds_alternative<Change>(wish) ||
           std::holds_alternative<ChooseLanguage>(wish);
}

void erase_last_character(std::string& text)
{
    // In UTF-8 a character ends with those bytes that go on, 10xxxxxx.
    while (!text.empty()) {
        const bool goes_on = (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U;
        text.back() = '\0';
        text.pop_back();
        if (!goes_on) return;
    }
}

/// One step; a member function for each intent, so that what an intent does on which screen stands in one place.
class Stepper {
public:
    Stepper(State state, const election::Definition& definition, Milliseconds now) : state_(std::move(state)), definition_(definition), now_(now) {}

    Step take(const Intent& intent)
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

private:
    Milliseconds limit() const
    {
        if (state_.warned) return kAnswerLimit;
        if (state_.screen == Screen::receipt) return kReceiptLimit;
        return state_.patient || state_.session.comfort.speech ? kPatientLimit : kIdleLimit;
    }

    void show(Screen screen)
    {
        if (screen == Screen::filter || screen == Screen::review || screen == Screen::project) state_.session.browsing.list_page = 0;
        state_.screen = screen;
        state_.deadline = now_ + limit();
    }

    /// Comfort and help lie over a screen and lead back to it.
    void lay_over(Screen screen)
    {
        if (!has_voter(state_.screen) || is_at_work(state_.screen) || on_screen(screen)) return;
        if (!state_.beneath) state_.beneath = state_.screen;
        show(screen);
    }

    bool lift()
    {
        if (!state_.beneath) return false;
        show(*std::exchange(state_.beneath, std::nullopt));
        return true;
    }

    void refuse(Refusal why)
    {
        state_.session.forget_vote();
        state_.session.forget_sealed();
        state_.refusal = why;
        show(Screen::refused);
    }

    void end()
    {
        State rest = at_rest(definition_);
        rest.card_in = state_.card_in;
        rest.failures = state_.failures;
        rest.blocked_until = state_.blocked_until;
        state_.session = Session{};  // wiped where it lies, before anything is laid over it
        state_ = std::move(rest);
    }

    void identify()
    {
        if (now_ < state_.blocked_until) return refuse(Refusal::too_many);
        effect_ = Effect::check_voter;
        show(Screen::checking);
    }

    /// An identifier that comes at once, by card or scanner, is taken where one would be typed.
    bool takes_identifier() const { return (on_screen(Screen::language) && !state_.beneath) || on_screen(Screen::identify); }

    void take_identifier(election::IdentifierKind kind, const std::string& text)
    {
        auto& typed = state_.session.typed;
        crypto::wipe(typed);
        typed.reserve(kMaxTyped);  // so that growing leaves no copies behind
        typed = text.substr(0, kMaxTyped);
        state_.session.identifier = kind;
    }

    bool on_screen(Screen screen) const { return state_.screen == screen; }

    bool choosing() const
    {
        return on_screen(Screen::projects) || on_screen(Screen::project) || on_screen(Screen::review);
    }
    bool is_a_project(std::size_t project) const { return project < definition_.projects.size(); }

    void on(const Touch&)
    {
        if (on_screen(Screen::attract)) show(Screen::language);
    }

    void on(const Listen&)
    {
        if (!on_screen(Screen::attract)) return;
        state_.session.comfort.speech = true;
        show(Screen::language);
    }

    void on(const ChooseLanguage& choice)
    {
        const auto& known = definition_.languages;
        if (!has_voter(state_.screen) && !on_screen(Screen::attract)) return;
        if (std::find(known.begin(), known.end(), choice.tag) == known.end()) return;
        state_.session.language = choice.tag;
        if (on_screen(Screen::attract)) show(Screen::language);
    }

    void on(const Change& change)
    {
        if (!has_voter(state_.screen)) return;
        state_.session.comfort = changed(state_.session.comfort, change.setting, change.steps);
        state_.session.browsing.page = 0;  // another size makes other pages
        state_.deadline = now_ + limit();
    }

    void on(const OpenComfort&) { lay_over(Screen::language); }
    void on(const OpenHelp&) { lay_over(Screen::how); }

    void on(const Go&)
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

    void on(const Back&)
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

    void seal()
    {
        effect_ = Effect::seal;
        show(Screen::sealing);
    }

    void vote_afresh()
    {
        state_.session.forget_sealed();
        show(Screen::review);
    }

    void on(const Type& type)
    {
        auto& session = state_.session;
        if (on_screen(Screen::search)) {
            if (session.browsing.search.size() + type.key.size() > kMaxSearch) return;
            session.browsing.search.reserve(kMaxSearch);
            session.browsing.search += type.key;
            session.browsing.page = 0;
            return;
        }
        if (!on_screen(Screen::identify) || type.key.size() != 1) return;
        const char key = ascii_upper(type.key)[0];
        const bool digit = key >= '0' && key <= '9';
        const bool letter = key >= 'A' && key <= 'Z';
        const bool number = session.identifier == election::IdentifierKind::national_number;
        if (session.typed.size() >= (number ? 11 : kMaxTyped) || !(digit || (letter && !number))) return;
        session.typed.reserve(kMaxTyped);  // so that growing leaves no copies behind
        session.typed += key;
    }

    void on(const Erase&)
    {
        if (on_screen(Screen::identify)) erase_last_character(state_.session.typed);
        if (!on_screen(Screen::search)) return;
        erase_last_character(state_.session.browsing.search);
        state_.session.browsing.page = 0;
    }

    void on(const SwitchIdentifier&)
    {
        if (!on_screen(Screen::identify) || !definition_.eligibility.national_number || !definition_.eligibility.voter_code) return;
        state_.session.forget_vote();
        auto& kind = state_.session.identifier;
        kind = kind == election::IdentifierKind::national_number ? election::IdentifierKind::voter_code : election::IdentifierKind::national_number;
    }

    void on(const Scanned& scanned)
    {
        if (!takes_identifier() || scanned.text.empty()) return;
        const bool code = definition_.eligibility.voter_code;
        take_identifier(code ? election::IdentifierKind::voter_code : election::IdentifierKind::national_number, scanned.text);
        identify();
    }

    void on(const ShowPage& turn)
    {
        constexpr std::size_t kMostPages = 10'000;  // of the longest text in the largest letters
        if (turn.page >= kMostPages) return;
        if (on_screen(Screen::projects)) state_.session.browsing.page = turn.page;
        if (on_screen(Screen::filter) || on_screen(Screen::review) || on_screen(Screen::project)) state_.session.browsing.list_page = turn.page;
    }

    void on(const OpenFilter&)
    {
        if (on_screen(Screen::projects)) show(Screen::filter);
    }

    void on(const OpenSearch&)
    {
        if (on_screen(Screen::projects)) show(Screen::search);
    }

    void on(const ChooseFacet& choice)
    {
        if (!on_screen(Screen::filter)) return;
        state_.session.browsing.facet = choice.facet;
        state_.session.browsing.list_page = 0;
    }

    void on(const ChooseOrder& choice)
    {
        if (!on_screen(Screen::filter)) return;
        state_.session.browsing.order = choice.order;
        state_.session.browsing.page = 0;
    }

    void on(const ChooseTheme& choice)
    {
        if (!on_screen(Screen::filter) || (choice.theme && *choice.theme >= themes_of(definition_).size())) return;
        state_.session.browsing.theme = choice.theme;
        state_.session.browsing.page = 0;
    }

    void on(const ChoosePlace& choice)
    {
        if (!on_screen(Screen::filter) || (choice.place && *choice.place >= places_of(definition_).size())) return;
        state_.session.browsing.place = choice.place;
        state_.session.browsing.page = 0;
    }

    void on(const ShowAll&)
    {
        auto& browsing = state_.session.browsing;
        if (!on_screen(Screen::projects) && !on_screen(Screen::filter) && !on_screen(Screen::search)) return;
        crypto::wipe(browsing.search);
        browsing.theme.reset();
        browsing.place.reset();
        browsing.page = 0;
    }

    void on(const LookAt& look)
    {
        if (!is_a_project(look.project) || !(on_screen(Screen::projects) || on_screen(Screen::review))) return;
        state_.session.project = look.project;
        state_.before = state_.screen;
        show(Screen::project);
    }

    void on(const Toggle& toggle)
    {
        if (!choosing() || !is_a_project(toggle.project)) return;
        if (state_.session.has_chosen(toggle.project)) take_back(toggle.project);
        else add(toggle.project);
    }

    void on(const GivePoint& give)
    {
        if (choosing() && is_a_project(give.project) && definition_.ballot.kind == election::BallotKind::points) add(give.project);
    }

    void on(const TakePoint& take)
    {
        if (!choosing() || definition_.ballot.kind != election::BallotKind::points) return;
        if (state_.session.points_of(take.project) > 1) --mark_of(take.project)->points;
        else take_back(take.project);
    }

    void on(const Prefer& prefer)
    {
        const std::size_t rank = state_.session.rank_of(prefer.project);
        if (!on_screen(Screen::review) || definition_.ballot.kind != election::BallotKind::ranking || rank < 2) return;
        std::swap(state_.session.chosen[rank - 1], state_.session.chosen[rank - 2]);
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

    /// One more mark or point; where the rules leave no room for it, what to do is said.
    void add(std::size_t project)
    {
        auto& session = state_.session;
        if (session.has_room_for(definition_, project)) return choose(project);
        session.project = project;
        if (!on_screen(Screen::project)) state_.before = state_.screen;
        show(Screen::does_not_fit);
    }

    std::vector<election::Mark>::iterator mark_of(std::size_t project)
    {
        auto& chosen = state_.session.chosen;
        return std::find_if(chosen.begin(), chosen.end(), [&](const election::Mark& mark) { return mark.project == project; });
    }

    void choose(std::size_t project)
    {
        auto& chosen = state_.session.chosen;
        if (const auto mark = mark_of(project); mark != chosen.end()) {
            ++mark->points;
            return;
        }
        chosen.reserve(definition_.projects.size());  // as with typed: no copies behind
        chosen.push_back({project, 1});
    }

    void take_back(std::size_t project)
    {
        if (const auto mark = mark_of(project); mark != state_.session.chosen.end()) state_.session.chosen.erase(mark);
    }

    void on(const CheckMachine&)
    {
        if (!on_screen(Screen::confirm)) return;
        effect_ = Effect::spoil;
        show(Screen::casting);
    }

    void on(const Print&)
    {
        if (!on_screen(Screen::receipt) || state_.printing == Printing::asked) return;
        state_.printing = Printing::asked;
        effect_ = Effect::print;
    }

    void on(const Leave&)
    {
        if (is_at_work(state_.screen) || !has_voter(state_.screen)) return;
        // Asked once where something would be lost.
        const bool loses = !state_.session.chosen.empty() && !state_.warned && !state_.leaving;
        if (!loses) return end();
        state_.leaving = true;
        state_.deadline = now_ + limit();
    }

    void on(const Stay&)
    {
        state_.patient = state_.patient || state_.warned;
        state_.warned = false;
        state_.leaving = false;
        state_.deadline = now_ + limit();
    }

    void on(const CardIn& card)
    {
        state_.card_in = true;
        if (!definition_.eligibility.national_number) return;
        if (on_screen(Screen::attract)) show(Screen::language);
        if (!takes_identifier()) return;
        take_identifier(election::IdentifierKind::national_number, card.number);
        if (on_screen(Screen::identify)) identify();
    }

    void on(const CardUnreadable&)
    {
        state_.card_in = true;
        if (takes_identifier()) refuse(Refusal::card_unreadable);
    }

    void on(const CardOut&)
    {
        state_.card_in = false;
        if (on_screen(Screen::take_card)) show(Screen::how);
        if (on_screen(Screen::language)) crypto::wipe(state_.session.typed);
    }

    void on(const VoterAccepted& accepted)
    {
        if (!on_screen(Screen::checking)) return;
        state_.failures = 0;
        state_.session.browsing.shuffle = accepted.shuffle;
        show(state_.card_in ? Screen::take_card : Screen::how);
    }

    void on(const VoterRefused& refused)
    {
        if (!on_screen(Screen::checking)) return;
        if (is_a_guess(refused.why)) ++state_.failures;
        if (const int over = state_.failures - kFreeFailures; is_a_guess(refused.why) && over > 0)
            state_.blocked_until = now_ + std::min(kLongestWait, kFirstWait * (1 << std::min(over - 1, 10)));
        refuse(refused.why);
    }

    void on(const Sealed& sealed)
    {
        if (!on_screen(Screen::sealing)) return;
        state_.session.tracker = sealed.tracker;
        show(Screen::confirm);
    }

    void on(const Spoilt& spoilt)
    {
        if (!on_screen(Screen::casting)) return;
        state_.session.challenge = spoilt.challenge;
        show(Screen::checked);
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
        if (on_screen(Screen::casting) || on_screen(Screen::sealing)) refuse(failed.why);
    }

    void on(const Printed& printed)
    {
        if (on_screen(Screen::receipt)) state_.printing = printed.well ? Printing::done : Printing::failed;
    }

    void on(const OutOfService&)
    {
        end();
        state_.screen = Screen::out_of_service;
    }

    void on(const Tick&)
    {
        if (!has_voter(state_.screen) || is_at_work(state_.screen) || now_ < state_.deadline) return;
        if (state_.warned || on_screen(Screen::receipt) || on_screen(Screen::refused)) return end();
        state_.warned = true;
        state_.leaving = false;
        state_.deadline = now_ + limit();
    }

    State state_;
    const election::Definition& definition_;
    Milliseconds now_;
    Effect effect_{Effect::none};
};

}  // namespace

bool may_try_again(Refusal refusal)
{
    return is_a_guess(refusal) || refusal == Refusal::card_unreadable || refusal == Refusal::too_many;
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
