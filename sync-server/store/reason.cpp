#include "sync-server/store/reason.hpp"

namespace isoloir::store {
namespace {

struct Wording {
    const char* name;
    const char* words;
};

Wording wording_of(Reason reason)
{
    switch (reason) {
        case Reason::accepted: return {"accepted", "accepted"};
        case Reason::event: return {"event", "poll opened or closed"};
        case Reason::spoilt: return {"spoilt", "spoilt to check the terminal, not counted"};
        case Reason::shape: return {"shape", "not a record"};
        case Reason::unknown_terminal: return {"unknown-terminal", "from an unknown terminal"};
        case Reason::revoked: return {"revoked", "from a revoked terminal"};
        case Reason::not_yet_valid: return {"not-yet-valid", "from a terminal not yet valid"};
        case Reason::signature: return {"signature", "signature does not hold"};
        case Reason::gap: return {"gap", "out of order"};
        case Reason::fork: return {"fork", "two records of one number"};
        case Reason::after_fork: return {"after-fork", "after a fork"};
        case Reason::foreign_election: return {"foreign-election", "of another election"};
        case Reason::after_close: return {"after-close", "after the election was closed"};
        case Reason::unreadable: return {"unreadable", "content does not read"};
        case Reason::commitment: return {"commitment", "voter commitment does not open"};
        case Reason::proof: return {"proof", "proof of knowledge does not hold"};
        case Reason::not_open: return {"not-open", "cast while the poll was not open"};
        case Reason::replay: return {"replay", "ciphertext copied from another ballot"};
        case Reason::duplicate: return {"duplicate", "voter had already voted"};
        case Reason::superseded: return {"superseded", "another ballot of the voter counts instead"};
        case Reason::opening: return {"opening", "spoilt, but its opening shows another ballot: this terminal cheats"};
        case Reason::not_on_roll: return {"not-on-roll", "voter not on the roll"};
        case Reason::online_voter: return {"online-voter", "online line without a valid voter, or cut"};
        case Reason::online_choice: return {"online-choice", "online line with a choice that is not allowed"};
    }
    return {"", ""};
}

}  // namespace

const char* name_of(Reason reason)
{
    return wording_of(reason).name;
}

const char* words_for(Reason reason)
{
    return wording_of(reason).words;
}

}  // namespace isoloir::store
