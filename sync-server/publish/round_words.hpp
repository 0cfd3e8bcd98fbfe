#pragma once
// The words of the rounds of a count, in tables and drawings.

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

struct RoundWords {
    // Columns.
    const char* round;
    const char* decided;
    const char* exact;  // the number behind it
    const char* supporters;
    const char* gave_all;
    const char* left_before;
    const char* left_after;
    const char* missing;
    const char* why;

    // What decided a round.
    const char* per_amount;     // "{number}" "{measure}" for each "{amount}" of the cost
    const char* each;           // of the supporters pays "{amount}"
    const char* price_of_cost;  // "{price}" for "{amount}" of the cost
    const char* price_of_one;   // "{price}" for "{one}" point
    const char* carries;        // each of the supporters "{amount}"

    const char* who_gave_all;   // of the supporters "{number}"
    const char* completing;     // of a round
    const char* completing_is;  // what that means
    const char* caption;        // of the table of rounds
    const char* missed_caption;
    const char* rounds;         // heading
    const char* rounds_drawn;   // what the drawing shows; "{envelope}"
    const char* other_rounds;   // "{n}" more
    const char* lacking;        // heading
    const char* lacking_drawn;  // what the drawing shows
    const char* lacks;          // "{amount}"
    const char* kept_back;      // why no round is told; "{least}"
    const char* in_turn;        // how the funded projects are listed
    const char* recount;        // with the file of ballots and a command, which follows
};

const RoundWords& round_words(const Words& words);

}  // namespace isoloir::publish
