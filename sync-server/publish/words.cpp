#include "sync-server/publish/words.hpp"

#include <unicode/datefmt.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <memory>

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

}  // namespace

std::string capitalized(const std::string& text)
{
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
    unicode.replace(0, 1, icu::UnicodeString(unicode, 0, 1).toUpper());
    std::string capital;
    return unicode.toUTF8String(capital);
}

std::string filled(std::string sentence, std::string_view blank, const std::string& value)
{
    return sentence.replace(sentence.find(blank), blank.size(), value);
}

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

std::string date_in(const Words& words, const std::string& iso)
{
    UErrorCode status = U_ZERO_ERROR;
    icu::SimpleDateFormat reader(icu::UnicodeString("yyyy-MM-dd"), status);
    const UDate day = reader.parse(icu::UnicodeString::fromUTF8(iso), status);
    const icu::Locale locale(words.language, std::string_view(words.language) == "en" ? "GB" : "BE");
    const std::unique_ptr<icu::DateFormat> writer(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
    if (U_FAILURE(status) || !writer) return iso;
    icu::UnicodeString written;
    std::string text;
    return writer->format(day, written).toUTF8String(text);
}

std::string decimal_in(const Words& words, Money amount)
{
    std::string text = to_decimal(amount);
    if (std::string_view(words.language) != "en") std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string reason_of(const Words& words, election::BallotKind kind, const count::RankedProject& ranked)
{
    if (ranked.verdict == count::Verdict::no_votes) return measure_of(words, kind).none;
    const char* sentence = ranked.verdict == count::Verdict::funded ? words.did_fit : words.did_not_fit;
    return filled(sentence, "{left}", amount_in(words, ranked.left_before));
}

}  // namespace isoloir::publish
