#pragma once
// What happens at the card reader, as the booth sees it.

#include <variant>

#include "shared/election/voter.hpp"

namespace isoloir::card {

enum class Unreadable {
    silent,       // no answer: the wrong way round, or broken
    interrupted,  // pulled out, or contact lost, while it was read
    foreign,      // another kind of card
    faulty,       // an identity file that makes no sense
};

enum class Missing {
    service,     // no pcscd on this machine, or it stopped
    permission,  // pcscd runs, but does not let this account in
    reader,      // nothing is plugged in
};

/// A card with a national number. It says no more than a typed number would: neither the registry's signature nor a PIN
/// is asked for.
struct CardInserted {
    election::VoterIdentifier voter;
};
struct CardUnreadable {
    Unreadable why;
};
/// The card of the last CardInserted or CardUnreadable is out.
struct CardRemoved {};
struct ReaderGone {
    Missing why;
};
struct ReaderBack {};

using Event = std::variant<CardInserted, CardUnreadable, CardRemoved, ReaderGone, ReaderBack>;

}  // namespace isoloir::card
