#include <charconv>

#include "shared/base/text.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::election {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr bool is_separator(char c)
{
    return c == ' ' || c == '.' || c == '-';
}

std::int64_t number(std::string_view digits)
{
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Check digits for births before 2000 (century_digit none) or from 2000 (a 2 before the nine digits).
bool check_holds(std::string_view digits, bool from_2000)
{
    const std::int64_t nine = number(digits.substr(0, 9)) + (from_2000 ? 2'000'000'000 : 0);
    return 97 - nine % 97 == number(digits.substr(9));
}

/// @return false when the digits name no day of that century; `born` stays unset for the zeros of an unknown birthday
bool read_birth(std::string_view digits, bool from_2000, year_month_day today, std::optional<year_month_day>& born)
{
    auto in_year = static_cast<unsigned>(number(digits.substr(2, 2)));
    if (in_year >= 40) in_year -= 40;
    else if (in_year >= 20) in_year -= 20;
    const auto in_month = static_cast<unsigned>(number(digits.substr(4, 2)));
    const year birth_year(static_cast<int>(number(digits.substr(0, 2))) + (from_2000 ? 2000 : 1900));
    if (birth_year > today.year()) return false;
    if (in_year == 0 || in_month == 0) return in_year <= 12 && in_month <= 31;
    const year_month_day date{birth_year, month(in_year), day(in_month)};
    if (!date.ok() || date > today) return false;
    born = date;
    return true;
}

}  // namespace

Result<NationalNumber> parse_national_number(std::string_view typed, year_month_day today)
{
    std::string digits;
    for (const char c : typed) {
        if (is_separator(c)) continue;
        if (c < '0' || c > '9') {
            crypto::wipe(digits);
            return fail(Errc::malformed, "a national number has digits only");
        }
        digits += c;
    }
    NationalNumber result{VoterIdentifier(IdentifierKind::national_number, std::move(digits)), std::nullopt};
    const std::string_view canonical = result.identifier.canonical();
    if (canonical.size() != 11) return fail(Errc::malformed, "a national number has eleven digits");
    for (const bool from_2000 : {false, true})
        if (check_holds(canonical, from_2000) && read_birth(canonical, from_2000, today, result.born)) return result;
    return fail(Errc::malformed, "the check digits do not fit the number");
}

int age_on(year_month_day born, year_month_day today)
{
    const int years = static_cast<int>(today.year()) - static_cast<int>(born.year());
    const bool birthday_to_come = std::pair(today.month(), today.day()) < std::pair(born.month(), born.day());
    return years - (birthday_to_come ? 1 : 0);
}

namespace {

/// Printed codes have no I, L, O and U (PROTOCOL.md 5): who reads one in a code meant what it looks like.
char without_look_alike(char c)
{
    switch (c) {
        case 'I':
        case 'L': return '1';
        case 'O': return '0';
        case 'U': return 'V';
        default: return c;
    }
}

}  // namespace

Result<VoterIdentifier> parse_voter_code(std::string_view typed)
{
    VoterIdentifier code(IdentifierKind::voter_code, [&] {
        std::string kept;
        for (const char c : typed)
            if (c != ' ' && c != '-') kept += c;
        std::string upper = ascii_upper(kept);
        crypto::wipe(kept);
        for (char& c : upper) c = without_look_alike(c);
        return upper;
    }());
    const std::string& text = code.canonical();
    const bool only_known = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == std::string::npos;
    if (text.empty() || text.size() > 32 || !only_known) return fail(Errc::malformed, "a voter code has 1 to 32 letters and digits");
    return code;
}

}  // namespace isoloir::election
