#pragma once
// The pages' own words, in four languages.

#include <array>
#include <string>
#include <string_view>

#include "shared/base/money.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::publish {

inline constexpr std::array kLanguages{"fr", "nl", "de", "en"};

/// Every sentence of a page in one language.
struct Words {
    const char* language;
    const char* own_name;
    const char* results;
    const char* open_now;        // the poll is open
    const char* closed_now;      // closed, not counted yet
    const char* counted_now;
    const char* participation;
    const char* ballots;         // "ballots accepted"
    const char* by_place;
    const char* online;
    const char* unknown_place;
    const char* envelope;
    const char* spent;
    const char* left;
    const char* funded;          // heading
    const char* not_funded;      // heading
    const char* envelope_ends;   // the line between them
    const char* votes;
    const char* vote;
    const char* does_not_fit;
    const char* no_votes;
    const char* merge;           // heading of the merge report
    const char* accepted;
    const char* duplicates;
    const char* invalid;
    const char* refused;
    const char* forged;          // reasons, as the public may know them
    const char* stranger;
    const char* cloned;
    const char* out_of_time;
    const char* bad_line;
    const char* proof;           // heading above the checkpoint
    const char* proof_text;
    const char* records;         // "records in the log"
    const char* place;
    const char* secrecy;         // nothing of a choice is known before the count
};

/// @param language  one of kLanguages; else French
const Words& words_in(std::string_view language);

/// What the public reads for a reason; several reasons share one sentence.
const char* public_reason(const Words& words, store::Reason reason);

/// "49 548 €", "€ 49.548", "49.548 €", "€49,548"; cents only when there are any.
std::string amount_in(const Words& words, Money amount);
std::string number_in(const Words& words, std::uint64_t number);

}  // namespace isoloir::publish
