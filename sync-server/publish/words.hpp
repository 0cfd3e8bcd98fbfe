#pragma once
// The pages' own words, in four languages.

#include <array>
#include <string>
#include <string_view>

#include "shared/base/money.hpp"
#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::publish {

inline constexpr std::array kLanguages{"fr", "nl", "de", "en"};

/// What projects are ranked by, and all that is said of it.
struct Measure {
    const char* many;
    const char* one;
    const char* rule;       // how a count goes, for somebody who has never seen one
    const char* tie_by_id;  // and what decides between equals
    const char* tie_by_order;
    const char* tie_by_lowest;
    const char* tie_by_highest;
    const char* none;  // of a project that received none
};

/// Every sentence of a page in one language. Headings begin with a capital, names of a number do not.
struct Words {
    const char* language;
    const char* own_name;
    const char* choose_language;  // names the list of languages
    const char* results;
    const char* open_now;    // the poll is open
    const char* closed_now;  // closed, not counted yet
    const char* counted_now;

    const char* participation;
    const char* ballots;  // "ballots accepted"
    const char* secrecy;  // nothing of a choice is known before the count

    const char* envelope;
    const char* spent;
    const char* left;
    const char* counted_ballots;
    Measure votes;
    Measure points;
    const char* places;  // how a ranking gives points; "{most}" is what a first place gives

    const char* funded;  // heading
    const char* none_funded;
    const char* not_funded;     // heading
    const char* envelope_ends;  // the line between them
    const char* is_funded;      // of one project
    const char* is_not_funded;
    const char* cost;         // before an amount, for those who hear the page
    const char* rank;         // before a number, likewise
    const char* reference;    // before a project's id
    const char* did_fit;      // "{left}" is what was left when its turn came
    const char* did_not_fit;  // likewise

    const char* take_away;  // heading of the files
    const char* minutes_file;
    const char* table_file;
    const char* ballots_file;
    const char* decidim_file;
    const char* consul_file;
    const char* counted_together;  // why halls and online are not told apart; "{least}"

    const char* by_place;
    const char* by_place_caption;
    const char* online;
    const char* unknown_place;

    const char* merge;  // heading of the merge report
    const char* merge_caption;
    const char* received;
    const char* accepted;
    const char* invalid;
    const char* duplicates;
    const char* refused;
    const char* spoilt;       // ballots laid open to check a terminal
    const char* spoilt_text;  // what that means
    const char* forged;       // reasons, as the public may know them
    const char* out_of_order;
    const char* stranger;
    const char* cloned;
    const char* out_of_time;
    const char* not_on_roll;
    const char* bad_line;
    const char* caught;  // a terminal that laid another ballot open than it had sealed

    const char* proof;  // heading of what lets anyone check
    const char* proof_text;
    const char* records;  // "records in the log"
    const char* checkpoint_file;
    const char* result_file;
    const char* signed_file;
    const char* bundle_file;
    const char* package_file;
    const char* verify_page;  // link to the page that verifies a ballot's place and the count
    const char* check_page;   // link to the page that checks a challenge
    const char* election_id;
    const char* authority_key;
    const char* contact;
};

/// @param language  one of kLanguages; else French
const Words& words_in(std::string_view language);

/// A sentence with its blank ("{left}"), which must stand in it, filled with `value`.
std::string filled(std::string sentence, std::string_view blank, const std::string& value);

/// With a capital at the beginning, as a heading or a line of its own has.
std::string capitalized(const std::string& text);

/// What the public reads for a reason; several reasons share one sentence.
const char* public_reason(const Words& words, store::Reason reason);

/// Votes in an approval, else points.
const Measure& measure_of(const Words& words, election::BallotKind kind);

/// How the count goes: where the points of a ranking come from, and the rule.
std::string rule_of(const Words& words, const election::BallotRules& ballot);

const char* tie_rule(const Measure& measure, election::TieBreak ties);

/// "49 548 €", "€ 49.548", "49.548 €", "€49,548"; cents only when there are any.
std::string amount_in(const Words& words, Money amount);
std::string number_in(const Words& words, std::uint64_t number);

/// "1 mars 2022", "1 maart 2022", "1. März 2022", "1 March 2022".
/// @param iso  a day of the calendar, "2022-03-01"
std::string date_in(const Words& words, const std::string& iso);

/// "49548,5", "49548.5": what a spreadsheet of that language reads as a number.
std::string decimal_in(const Words& words, Money amount);

/// Why a project stands where it stands, with the amount that was left where that decided.
std::string reason_of(const Words& words, election::BallotKind kind, const count::RankedProject& ranked);

}  // namespace isoloir::publish
