#pragma once
// The pages' own words, in four languages.

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/money.hpp"
#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::publish {

inline constexpr std::array kLanguages{"fr", "nl", "de", "en"};

/// What ballots give to projects.
struct Measure {
    const char* many;
    const char* one;
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
    const char* ballots;     // "ballots accepted"
    const char* one_ballot;  // "ballot accepted"
    const char* secrecy;     // nothing of a choice is known before the count

    const char* envelope;
    const char* spent;
    const char* left;
    const char* counted_ballots;
    Measure votes;
    Measure points;
    Measure borda;  // "none" is of a project that ballots name

    const char* funded;  // heading
    const char* none_funded;
    const char* not_funded;     // heading
    const char* envelope_ends;  // the line between them
    const char* is_funded;      // of one project
    const char* is_not_funded;
    const char* cost;         // before an amount, for those who hear the page
    const char* rank;         // before a number, likewise
    const char* reference;    // before a project's id
    const char* did_fit;      // why it is funded, or is not: "{left}" is what was left of the envelope when its turn came
    const char* did_not_fit;  // "{cost}", "{left}"
    const char* paid_for;     // by those who chose it; "{left}"
    const char* ran_out;      // they had "{had}" of "{cost}"
    const char* ran_short;    // likewise, of few ballots
    const char* not_reached;

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

/// "49 548 €", "€ 49.548", "49.548 €", "€49,548"; cents only when there are any.
std::string amount_in(const Words& words, Money amount);
std::string number_in(const Words& words, std::uint64_t number);

/// A number that is no whole one, rounded to be read: two decimals, or four digits below 1. "3,52", "0,2004", "20".
std::string rounded_in(const Words& words, double number);
/// Likewise an amount: "12,40 €", "0,2004 €".
/// @param units  of money, not cents
std::string rounded_amount_in(const Words& words, double units);

/// "1 mars 2022", "1 maart 2022", "1. März 2022", "1 March 2022".
/// @param iso  a day of the calendar, "2022-03-01"
std::string date_in(const Words& words, const std::string& iso);

/// "49548,5", "49548.5": what a spreadsheet of that language reads as a number.
std::string decimal_in(const Words& words, Money amount);

/// Why a project is funded, or is not, with the amounts that decided.
/// @param ranked  of outcome.ranking
std::string reason_of(const Words& words, const election::Definition& definition, const count::Outcome& outcome, const count::RankedProject& ranked);

/// What its supporters together had left of what it costs, where they had too little: whole cents, rounded down. Nothing where
/// that is kept back, or was not what decided.
std::optional<Money> supporters_had(const election::Definition& definition, const count::RankedProject& ranked);

}  // namespace isoloir::publish
