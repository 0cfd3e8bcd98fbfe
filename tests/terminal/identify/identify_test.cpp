#include "tests/support/catch.hpp"

#include "terminal/identify/identify.hpp"

using namespace isoloir;
using namespace std::chrono;
using election::IdentifierKind;
using identify::judge;
using identify::Problem;

namespace {

constexpr year_month_day kToday{year(2026), month(11), day(23)};
const election::Eligibility kFromSixteen{16, true, true};

/// A number with right check digits for these nine, born before or from 2000.
std::string number(long long nine, bool from_2000)
{
    const long long check = 97 - (nine + (from_2000 ? 2'000'000'000LL : 0)) % 97;
    char text[16];
    std::snprintf(text, sizeof text, "%09lld%02lld", nine, check);
    return text;
}

}  // namespace

TEST_CASE("the national number's check digits are judged for births before and from 2000")
{
    CHECK(judge(IdentifierKind::national_number, "85.07.30-033.28", kFromSixteen, kToday)->canonical() == "85073003328");
    CHECK(judge(IdentifierKind::national_number, number(40'512'123, true), kFromSixteen, kToday));
    CHECK(judge(IdentifierKind::national_number, number(40'512'123, false), kFromSixteen, kToday));
    CHECK(judge(IdentifierKind::national_number, "85073003329", kFromSixteen, kToday).error() == Problem::number_wrong);
    CHECK(judge(IdentifierKind::national_number, "8507300332", kFromSixteen, kToday).error() == Problem::number_wrong);
    CHECK(judge(IdentifierKind::national_number, "850730033281", kFromSixteen, kToday).error() == Problem::number_wrong);
    CHECK(judge(IdentifierKind::national_number, "8507300332A", kFromSixteen, kToday).error() == Problem::number_wrong);
}

TEST_CASE("no day of the calendar, and no birth in the future, is a birthday")
{
    CHECK(judge(IdentifierKind::national_number, number(850'231'033, false), kFromSixteen, kToday).error() == Problem::number_wrong);
    CHECK(judge(IdentifierKind::national_number, number(851'332'033, false), kFromSixteen, kToday).error() == Problem::number_wrong);
    CHECK(judge(IdentifierKind::national_number, number(300'101'033, true), kFromSixteen, kToday).error() == Problem::number_wrong);
}

TEST_CASE("a bis number bears its month raised by 20 or 40, and may leave the birthday open")
{
    CHECK(judge(IdentifierKind::national_number, number(852'730'033, false), kFromSixteen, kToday));
    CHECK(judge(IdentifierKind::national_number, number(854'730'033, false), kFromSixteen, kToday));
    CHECK(judge(IdentifierKind::national_number, number(850'000'033, false), kFromSixteen, kToday));
}

TEST_CASE("the minimum age is reached on the birthday, not the day before")
{
    CHECK(judge(IdentifierKind::national_number, number(101'123'033, true), kFromSixteen, kToday));
    CHECK(judge(IdentifierKind::national_number, number(101'124'033, true), kFromSixteen, kToday).error() == Problem::too_young);
}

TEST_CASE("a voter code is read without regard to case, spaces and dashes")
{
    CHECK(judge(IdentifierKind::voter_code, "k7qd-2m 9x", kFromSixteen, kToday)->canonical() == "K7QD2M9X");
    CHECK(judge(IdentifierKind::voter_code, "", kFromSixteen, kToday).error() == Problem::code_wrong);
    CHECK(judge(IdentifierKind::voter_code, "K7QD/2M", kFromSixteen, kToday).error() == Problem::code_wrong);
    CHECK(judge(IdentifierKind::voter_code, std::string(33, 'A'), kFromSixteen, kToday).error() == Problem::code_wrong);
}

TEST_CASE("an election that wants one kind of identifier takes no other")
{
    CHECK(judge(IdentifierKind::voter_code, "K7QD2M", {0, true, false}, kToday).error() == Problem::code_wrong);
    CHECK(judge(IdentifierKind::national_number, "85073003328", {0, false, true}, kToday).error() == Problem::number_wrong);
}
