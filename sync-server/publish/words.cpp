#include "sync-server/publish/words.hpp"

#include <unicode/datefmt.h>
#include <unicode/smpdtfmt.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include "shared/count/outcome_json.hpp"
#include "sync-server/publish/sentences.hpp"

namespace isoloir::publish {
namespace {

constexpr const char* kThin = "\u202f";
constexpr const char* kHard = "\u00a0";
constexpr int kCentDigits = 2;
constexpr int kMostDecimals = 8;

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

const char* decimal_mark(const Words& words)
{
    return std::string_view(words.language) == "en" ? "." : ",";
}

std::string with_euro(const Words& words, const std::string& number)
{
    const std::string_view language = words.language;
    if (language == "en") return "€" + number;
    if (language == "nl") return std::string("€") + kHard + number;
    return number + kHard + "€";
}

/// @param least  digits behind the decimal mark, where there are any
std::string rounded(const Words& words, double number, std::size_t least)
{
    const int decimals = number >= 1 || number <= 0 ? kCentDigits : std::min(3 - static_cast<int>(std::floor(std::log10(number))), kMostDecimals);
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed, decimals).ptr;
    const std::string text(digits.data(), end);
    const auto point = text.find('.');
    std::string behind = text.substr(point + 1);
    while (behind.size() > least && behind.back() == '0') behind.pop_back();
    if (behind.find_first_not_of('0') == std::string::npos) behind.clear();
    return number_in(words, std::stoull(text.substr(0, point))) + (behind.empty() ? "" : decimal_mark(words) + behind);
}

/// In a round of equal shares, and not by what completed them; of few ballots that is kept back.
bool was_paid_for(const election::Definition& definition, const count::Outcome& outcome, std::size_t project)
{
    return std::any_of(outcome.rounds.begin(), outcome.rounds.end(),
                       [&](const count::Round& round) { return round.project == project && count::says_who_gave_all(round, definition.rule); });
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

std::string number_in(const Words& words, std::uint64_t number)
{
    const std::string_view language = words.language;
    return grouped(number, language == "fr" ? kThin : language == "en" ? "," : ".");
}

std::string amount_in(const Words& words, Money amount)
{
    const auto cents = static_cast<std::uint64_t>(amount.cents);
    std::string text = number_in(words, cents / 100);
    if (cents % 100 != 0) text += decimal_mark(words) + std::to_string(cents % 100 / 10) + std::to_string(cents % 10);
    return with_euro(words, text);
}

std::string rounded_in(const Words& words, double number)
{
    return rounded(words, number, 0);
}

std::string rounded_amount_in(const Words& words, double units)
{
    return with_euro(words, rounded(words, units, kCentDigits));
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

std::string reason_of(const Words& words, const election::Definition& definition, const count::Outcome& outcome, const count::RankedProject& ranked)
{
    const std::string left = amount_in(words, ranked.left_before);
    const std::string cost = amount_in(words, definition.projects[ranked.project].cost);
    switch (ranked.verdict) {
        case count::Verdict::funded: break;
        case count::Verdict::does_not_fit: return filled(filled(words.did_not_fit, "{cost}", cost), "{left}", left);
        // Borda's count gives a last place nothing.
        case count::Verdict::no_votes: return ranked.votes > 0 ? words.borda.none : measure_of(words, definition.ballot.kind).none;
        case count::Verdict::supporters_ran_out: {
            const auto had = supporters_had(definition, ranked);
            return had ? filled(filled(words.ran_out, "{had}", amount_in(words, *had)), "{cost}", cost) : words.ran_short;
        }
        case count::Verdict::not_reached: return words.not_reached;
    }
    return filled(was_paid_for(definition, outcome, ranked.project) ? words.paid_for : words.did_fit, "{left}", left);
}

std::optional<Money> supporters_had(const election::Definition& definition, const count::RankedProject& ranked)
{
    if (ranked.supporters_had.fraction.empty()) return std::nullopt;
    // Whole cents stand a little below themselves in a double; and they had less than the cost, though a double may say that it was enough.
    constexpr double almost_nothing = 1e-6;
    const Money had{static_cast<std::int64_t>(ranked.supporters_had.decimal * 100 + almost_nothing)};
    const Money almost = definition.projects[ranked.project].cost - Money{1};
    return had < almost ? had : almost;
}

}  // namespace isoloir::publish
