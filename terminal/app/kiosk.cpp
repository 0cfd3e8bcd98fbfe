#include "terminal/app/kiosk.hpp"

#include <numeric>
#include <utility>

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

/// Why a vote was not sealed or cast.
booth::CastFailed failure_of(const Error& error)
{
    return booth::CastFailed{error.code == Errc::conflict ? booth::Refusal::voted_here : booth::Refusal::not_cast};
}

}  // namespace

Kiosk::Kiosk(journal::Journal& journal, const Clock& clock, crypto::Random& random, Print print)
    : journal_(journal), clock_(clock), random_(random), print_(std::move(print)), state_(booth::at_rest(journal.package().definition))
{
    if (!journal_.has_room()) take(booth::OutOfService{});
}

void Kiosk::take(const booth::Intent& intent)
{
    const auto before = state_.screen;
    auto step = booth::step(std::move(state_), intent, definition(), clock_.steady());
    state_ = std::move(step.state);
    count(before);
    switch (step.effect) {
        case booth::Effect::none: break;
        case booth::Effect::check_voter: take(check_voter()); break;
        case booth::Effect::seal: take(seal()); break;
        case booth::Effect::cast: take(cast()); break;
        case booth::Effect::spoil: take(spoil()); break;
        case booth::Effect::print:
            if (print_) print_(state_.session.tracker);
            break;
    }
    // Whoever turned back, or left, has sealed nothing.
    if (state_.session.tracker.empty()) sealed_.reset();
}

/// Sessions, and people who were told that they cannot vote: each once, and only while there is a poll. Numbers alone; a
/// count that fails stops nobody from voting.
void Kiosk::count(booth::Screen before)
{
    if (before == state_.screen || journal_.poll() != journal::Poll::open) return;
    if (before == booth::Screen::attract) {
        refused_counted_ = false;
        if (state_.screen != booth::Screen::out_of_service) (void)journal_.counters().note_session();
    }
    if (state_.screen != booth::Screen::refused || booth::may_try_again(state_.refusal) || refused_counted_) return;
    refused_counted_ = true;
    (void)journal_.counters().note_refused();
}

booth::Answer Kiosk::check_voter()
{
    if (journal_.poll() != journal::Poll::open)
        return booth::VoterRefused{journal_.poll() == journal::Poll::closed ? booth::Refusal::poll_closed : booth::Refusal::poll_not_open};
    // Said before the voter has chosen anything, not after.
    if (!journal_.has_room()) return booth::OutOfService{};
    today_ = std::chrono::floor<std::chrono::days>(clock_.now());
    const auto voter = identify::judge(state_.session.identifier, state_.session.typed, definition().eligibility, today_);
    if (!voter) return booth::VoterRefused{refusal_of(voter.error())};
    const auto standing = journal_.standing(*voter);
    if (!standing) return booth::OutOfService{};
    switch (*standing) {
        case journal::Standing::may_vote: return booth::VoterAccepted{shuffle()};
        case journal::Standing::voted_here: return booth::VoterRefused{booth::Refusal::voted_here};
        case journal::Standing::voted_elsewhere: return booth::VoterRefused{booth::Refusal::voted_elsewhere};
        case journal::Standing::voted_online: return booth::VoterRefused{booth::Refusal::voted_online};
        case journal::Standing::not_on_roll: return booth::VoterRefused{booth::Refusal::not_on_roll};
        case journal::Standing::roll_unknown: break;  // a poll is not opened without its roll
    }
    return booth::OutOfService{};
}

booth::Answer Kiosk::seal()
{
    const auto& session = state_.session;
    const auto voter = identify::judge(session.identifier, session.typed, definition().eligibility, today_);
    const auto selection = election::Selection::make(definition(), session.chosen);
    if (!voter || !selection) return booth::CastFailed{booth::Refusal::not_cast};
    auto sealed = journal_.seal(*voter, *selection, clock_.hour());
    if (!sealed) return failure_of(sealed.error());
    sealed_ = *std::move(sealed);
    return booth::Sealed{sealed_->tracker()};
}

booth::Answer Kiosk::cast()
{
    if (!sealed_) return booth::CastFailed{booth::Refusal::not_cast};
    const auto tracker = journal_.cast(*std::exchange(sealed_, std::nullopt));
    if (!tracker) return failure_of(tracker.error());
    return booth::CastDone{*tracker};
}

booth::Answer Kiosk::spoil()
{
    if (!sealed_) return booth::CastFailed{booth::Refusal::not_cast};
    const auto challenge = journal_.spoil(*std::exchange(sealed_, std::nullopt));
    if (!challenge) return failure_of(challenge.error());
    return booth::Spoilt{ballot::challenge_link(*challenge, definition().contacts.site)};
}

std::vector<std::size_t> Kiosk::shuffle()
{
    std::vector<std::size_t> order(definition().projects.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Fisher and Yates.
    for (std::size_t left = order.size(); left > 1; --left) std::swap(order[left - 1], order[random_.below(left)]);
    return order;
}

}  // namespace isoloir::app
