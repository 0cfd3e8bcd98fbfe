#include "sync-server/publish/words.hpp"

#include "sync-server/publish/sentences.hpp"

namespace isoloir::publish {
namespace {

constexpr const char* kThin = "\u202f";
constexpr const char* kHard = "\u00a0";

std::string grouped(std::uint64_t number, const char* separator)
{
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

std::string filled(std::string sentence, std::string_view blank, const std::string& value)
{
    return sentence.replace(sentence.find(blank), blank.size(), value);
}

}  // namespace

const Words& words_in(std::string_view language)
{
    for (const Words& words : kSentences)
        if (words.language == language) return words;
    return kSentences.front();
}

const char* public_reason(const Words& words, store::Reason reason)
{
    using store::Reason;
    switch (reason) {
        case Reason::unknown_terminal:
        case Reason::revoked:
        case Reason::not_yet_valid: return words.stranger;
        case Reason::gap: return words.out_of_order;
        case Reason::fork:
        case Reason::after_fork: return words.cloned;
        case Reason::foreign_election:
        case Reason::after_close:
        case Reason::not_open: return words.out_of_time;
        case Reason::not_on_roll: return words.not_on_roll;
        case Reason::online_voter:
        case Reason::online_choice: return words.bad_line;
        case Reason::duplicate: return words.duplicates;
        case Reason::spoilt: return words.spoilt;
        case Reason::opening: return words.caught;
        default: return words.forged;
    }
}

const Measure& measure_of(const Words& words, election::BallotKind kind)
{
    return kind == election::BallotKind::approval ? words.votes : words.points;
}

std::string rule_of(const Words& words, const election::BallotRules& ballot)
{
    const std::string rule = measure_of(words, ballot.kind).rule;
    // Where a ballot has one place, there is no next one to speak of.
    if (ballot.kind != election::BallotKind::ranking || ballot.max_projects < 2) return rule;
    return filled(words.places, "{most}", number_in(words, ballot.max_projects)) + " " + rule;
}

const char* tie_rule(const Measure& measure, election::TieBreak ties)
{
    switch (ties) {
        case election::TieBreak::project_id: break;
        case election::TieBreak::ballot_order: return measure.tie_by_order;
        case election::TieBreak::lowest_cost: return measure.tie_by_lowest;
        case election::TieBreak::highest_cost: return measure.tie_by_highest;
    }
    return measure.tie_by_id;
}

std::string number_in(const Words& words, std::uint64_t number)
{
    const std::string_view language = words.language;
    return grouped(number, language == "fr" ? kThin : language == "en" ? "," : ".");
}

std::string amount_in(const Words& words, Money amount)
{
    const std::string_view language = words.language;
    const auto cents = static_cast<std::uint64_t>(amount.cents);
    std::string text = number_in(words, cents / 100);
    if (cents % 100 != 0) text += (language == "en" ? "." : ",") + std::to_string(cents % 100 / 10) + std::to_string(cents % 10);
    if (language == "en") return "€" + text;
    if (language == "nl") return std::string("€") + kHard + text;
    return text + kHard + "€";
}

std::string did_not_fit(const Words& words, Money left)
{
    return filled(words.did_not_fit, "{left}", amount_in(words, left));
}

}  // namespace isoloir::publish
