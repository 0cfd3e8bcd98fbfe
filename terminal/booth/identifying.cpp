#include "terminal/booth/stepper.hpp"

#include <algorithm>

#include "shared/base/text.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::booth {
namespace {

bool is_a_guess(Refusal refusal)
{
    return refusal == Refusal::number_wrong || refusal == Refusal::code_wrong || refusal == Refusal::not_on_roll;
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

}  // namespace

void Stepper::identify()
{
    if (now_ < state_.blocked_until) return refuse(Refusal::too_many);
    effect_ = Effect::check_voter;
    show(Screen::checking);
}

bool Stepper::takes_identifier() const
{
    return (on_screen(Screen::language) && !state_.beneath) || on_screen(Screen::identify);
}

void Stepper::take_identifier(election::IdentifierKind kind, const std::string& text)
{
    auto& typed = state_.session.typed;
    crypto::wipe(typed);
    typed.reserve(kMaxTyped);  // so that growing leaves no copies behind
    typed = text.substr(0, kMaxTyped);
    state_.session.identifier = kind;
}

void Stepper::refuse(Refusal why)
{
    state_.session.forget_vote();
    state_.session.forget_sealed();
    state_.refusal = why;
    show(Screen::refused);
}

void Stepper::on(const Type& type)
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

void Stepper::on(const Erase&)
{
    if (on_screen(Screen::identify)) erase_last_character(state_.session.typed);
    if (!on_screen(Screen::search)) return;
    erase_last_character(state_.session.browsing.search);
    state_.session.browsing.page = 0;
}

void Stepper::on(const SwitchIdentifier&)
{
    if (!on_screen(Screen::identify) || !definition_.eligibility.national_number || !definition_.eligibility.voter_code) return;
    state_.session.forget_vote();
    auto& kind = state_.session.identifier;
    kind = kind == election::IdentifierKind::national_number ? election::IdentifierKind::voter_code : election::IdentifierKind::national_number;
}

void Stepper::on(const Scanned& scanned)
{
    if (!takes_identifier() || scanned.text.empty()) return;
    const bool code = definition_.eligibility.voter_code;
    take_identifier(code ? election::IdentifierKind::voter_code : election::IdentifierKind::national_number, scanned.text);
    identify();
}

void Stepper::on(const CardIn& card)
{
    state_.card_in = true;
    if (!definition_.eligibility.national_number) return;
    if (on_screen(Screen::attract)) show(Screen::language);
    if (!takes_identifier()) return;
    take_identifier(election::IdentifierKind::national_number, card.number);
    if (on_screen(Screen::identify)) identify();
}

void Stepper::on(const CardUnreadable&)
{
    state_.card_in = true;
    if (takes_identifier()) refuse(Refusal::card_unreadable);
}

void Stepper::on(const CardOut&)
{
    state_.card_in = false;
    if (on_screen(Screen::take_card)) show(Screen::how);
    if (on_screen(Screen::language)) crypto::wipe(state_.session.typed);
}

void Stepper::on(const VoterAccepted& accepted)
{
    if (!on_screen(Screen::checking)) return;
    state_.failures = 0;
    state_.session.browsing.shuffle = accepted.shuffle;
    show(state_.card_in ? Screen::take_card : Screen::how);
}

void Stepper::on(const VoterRefused& refused)
{
    if (!on_screen(Screen::checking)) return;
    if (is_a_guess(refused.why)) ++state_.failures;
    if (const int over = state_.failures - kFreeFailures; is_a_guess(refused.why) && over > 0)
        state_.blocked_until = now_ + std::min(kLongestWait, kFirstWait * (1 << std::min(over - 1, 10)));
    refuse(refused.why);
}

bool may_try_again(Refusal refusal)
{
    return is_a_guess(refusal) || refusal == Refusal::card_unreadable || refusal == Refusal::too_many;
}

}  // namespace isoloir::booth
