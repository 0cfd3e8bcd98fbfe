#include "terminal/app/kiosk.hpp"

#include "terminal/identify/identify.hpp"

namespace isoloir::app {
namespace {

booth::Refusal refusal_of(identify::Problem problem)
{
    switch (problem) {
        case identify::Problem::number_wrong: return booth::Refusal::number_wrong;
        case identify::Problem::code_wrong: return booth::Refusal::code_wrong;
        case identify::Problem::too_young: return booth::Refusal::too_young;
    }
    return booth::Refusal::number_wrong;
}

booth::Intent answer_to(journal::Standing standing)
{
    switch (standing) {
        case journal::Standing::may_vote: return booth::VoterAccepted{};
        case journal::Standing::voted_here: return booth::VoterRefused{booth::Refusal::voted_here};
        case journal::Standing::voted_elsewhere: return booth::VoterRefused{booth::Refusal::voted_elsewhere};
        case journal::Standing::voted_online: return booth::VoterRefused{booth::Refusal::voted_online};
        case journal::Standing::not_on_roll: return booth::VoterRefused{booth::Refusal::not_on_roll};
        case journal::Standing::roll_unknown: break;  // a poll is not opened without its roll
    }
    return booth::OutOfService{};
}

}  // namespace

Kiosk::Kiosk(journal::Journal& journal, const Clock& clock) : journal_(journal), clock_(clock), state_(booth::at_rest(journal.package().definition))
{
    if (!journal_.has_room()) take(booth::OutOfService{});
}

void Kiosk::take(const booth::Intent& intent)
{
    auto step = booth::step(std::move(state_), intent, definition(), clock_.steady());
    state_ = std::move(step.state);
    switch (step.effect) {
        case booth::Effect::none: return;
        case booth::Effect::check_voter: return take(check_voter());
        case booth::Effect::cast: return take(cast());
    }
}

booth::Intent Kiosk::check_voter()
{
    if (journal_.poll() != journal::Poll::open)
        return booth::VoterRefused{journal_.poll() == journal::Poll::closed ? booth::Refusal::poll_closed : booth::Refusal::poll_not_open};
    // Said before the voter has chosen anything, not after.
    if (!journal_.has_room()) return booth::OutOfService{};
    const auto today = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(clock_.now()));
    const auto voter = identify::judge(state_.session.identifier, state_.session.typed, definition().eligibility, today);
    if (!voter) return booth::VoterRefused{refusal_of(voter.error())};
    const auto standing = journal_.standing(*voter);
    return standing ? answer_to(*standing) : booth::OutOfService{};
}

booth::Intent Kiosk::cast()
{
    const auto& session = state_.session;
    const auto today = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(clock_.now()));
    const auto voter = identify::judge(session.identifier, session.typed, definition().eligibility, today);
    const auto selection = election::Selection::make(definition(), session.chosen);
    if (!voter || !selection) return booth::CastFailed{booth::Refusal::not_cast};
    const auto tracker = journal_.seal(*voter, *selection, clock_.hour()).and_then([&](journal::SealedVote vote) { return journal_.cast(std::move(vote)); });
    if (tracker) return booth::CastDone{*tracker};
    return booth::CastFailed{tracker.error().code == Errc::conflict ? booth::Refusal::voted_here : booth::Refusal::not_cast};
}

}  // namespace isoloir::app
