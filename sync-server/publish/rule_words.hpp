#pragma once
// The counting rule in words for somebody who has never seen a count, and as the command that counts again.

#include <vector>

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

struct RuleWords {
    const char* heading;  // of how the projects were chosen

    // What ballots give, where that is not plain.
    const char* named;   // a vote, though they give points or places
    const char* places;  // points; "{most}" is what a first place gives
    const char* borda;   // Borda points

    // Whose turn it is: "{measure}", and of a project's cost "{amount}".
    const char* in_order;
    const char* per_cost;
    const char* fits_or_next;
    const char* fits_or_end;

    const char* shared;               // equal shares: how they begin
    const char* pays_least;           // which project is funded
    const char* pays_least_of_cost;   // "{amount}" of it
    const char* pays_least_for_each;  // "{one}" of "{many}"
    const char* gives_all;            // who has less than the price, and the end
    const char* each_had;             // "{share}"
    const char* add1;                 // "{unit}" more
    const char* each_had_at_last;     // "{share}"
    const char* then_in_order;        // completed by "{measure}"
    const char* then_per_cost;        // "{measure}", "{amount}"
    const char* phragmen;
    const char* equal_shares;  // the name of a rule
    const char* phragmens;

    const char* tie_by_id;
    const char* tie_by_order;
    const char* tie_by_lowest;
    const char* tie_by_highest;
};

inline constexpr Money kUnit{100};
inline constexpr Money kPerAmount{100'000};  // votes and prices are told for so much of a cost

const RuleWords& rule_words(const Words& words);

/// The rule with what it leaves unsaid. @param definition  that was checked
election::Rule settled_rule(const election::Definition& definition);

/// What the scores of a rule are made of: votes, points or Borda points.
/// @param satisfaction  settled
const Measure& score_measure(const Words& words, election::Satisfaction satisfaction);

using Sentences = std::vector<std::string>;
/// How a count of this election goes, with the share that each voter had.
Sentences rule_in(const Words& words, const election::Definition& definition, const count::Outcome& outcome);
/// What decided between equals, where there were such or may have been, and the rule's name, where it has one.
Sentences rule_note_in(const Words& words, const election::Definition& definition, const count::Outcome& outcome);
/// As one paragraph.
std::string joined(const Sentences& sentences);

/// "isoloir-verify tally result.pb --rule mes --satisfaction cost"
std::string recount_command(const election::Definition& definition);

}  // namespace isoloir::publish
