#pragma once
// What became of a record, and why: the vocabulary of intake, store, report and pages. Numbers are stored; never reuse one.

#include <array>

namespace isoloir::store {

enum class Reason {
    accepted = 0,
    event = 1,   // in order, and no ballot
    spoilt = 2,  // a voter checked the terminal with it; its opening holds, and it never counts

    // Refused before the signature told who wrote it: counted, not kept.
    shape = 10,
    unknown_terminal = 11,
    revoked = 12,
    not_yet_valid = 13,
    signature = 14,
    gap = 15,  // signed, but out of order: it will come again in order

    // Signed, kept as evidence beside the log.
    fork = 20,
    after_fork = 21,
    foreign_election = 22,
    after_close = 23,

    // In the log, so that its chain goes on over it, but not counted.
    unreadable = 30,
    commitment = 31,
    proof = 32,
    not_open = 33,
    replay = 34,
    duplicate = 35,
    opening = 36,  // spoilt, and the opening shows another ballot: this terminal cheats
    not_on_roll = 37,
    superseded = 38,  // another ballot of its voter counts in its stead

    // Lines of an online file that never became a record.
    online_voter = 40,
    online_choice = 41,
};

inline constexpr std::array kReasons{
    Reason::accepted,         Reason::event,         Reason::spoilt,     Reason::opening,     Reason::shape,        Reason::unknown_terminal,
    Reason::revoked,          Reason::not_yet_valid, Reason::signature,  Reason::gap,         Reason::fork,         Reason::after_fork,
    Reason::foreign_election, Reason::after_close,   Reason::unreadable, Reason::commitment,  Reason::proof,        Reason::not_open,
    Reason::replay,           Reason::duplicate,     Reason::superseded, Reason::not_on_roll, Reason::online_voter, Reason::online_choice};

/// For files: "foreign-election".
const char* name_of(Reason reason);
/// For people: "of another election".
const char* words_for(Reason reason);

}  // namespace isoloir::store
