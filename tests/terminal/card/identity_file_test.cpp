#include "tests/support/catch.hpp"

#include "terminal/card/identity_file.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/terminal/card/a_card.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono;
using card::parse_identity_file;

namespace {

constexpr year_month_day kToday{year(2026), month(11), day(23)};

bool is_refused(const Bytes& file)
{
    return fails_as(parse_identity_file(file, kToday), Errc::malformed);
}

}  // namespace

TEST_CASE("the national number is read from an identity file, and is the voter that the typed number would be")
{
    const auto voter = parse_identity_file(an_identity_file(), kToday);
    REQUIRE(voter);
    CHECK(voter->kind() == election::IdentifierKind::national_number);
    CHECK(voter->canonical() == kNumber);
    CHECK(parse_identity_file(an_identity_file(kOtherNumber), kToday)->canonical() == kOtherNumber);
}

TEST_CASE("fields that nobody knows yet, long ones and filling with zeros do not matter")
{
    CHECK(parse_identity_file(an_identity_file() + field(40, "new"), kToday));
    CHECK(parse_identity_file(
        field(0, "\x01") + field(9, std::string(127, '6')) + field(10, std::string(128, '6')) + field(11, std::string(20'000, '\x06')) + field(6, kNumber),
        kToday));
    CHECK(parse_identity_file(an_identity_file() + Bytes(700, 0), kToday));
    CHECK(parse_identity_file(an_identity_file() + Bytes(1, 0), kToday));
}

TEST_CASE("a file cut within a field is refused, wherever the cut is")
{
    const Bytes whole = an_identity_file();
    std::size_t accepted = 0;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        const auto voter = parse_identity_file(ByteSpan(whole).first(size), kToday);
        if (!voter) continue;
        CHECK(voter->canonical() == kNumber);
        ++accepted;
    }
    CHECK(accepted == 3);  // behind the number, the name and the first name
}

TEST_CASE("a length that goes beyond the file, or is written with needless zeros, is refused")
{
    const Bytes digits(kNumber.begin(), kNumber.end());
    REQUIRE_FALSE(is_refused(Bytes{6, 11} + digits));
    CHECK(is_refused(Bytes{6, 12} + digits));
    CHECK(is_refused(Bytes{6, 0x80, 11} + digits));
    CHECK(is_refused(Bytes{6, 0x80, 0x80, 0x80, 11} + digits));
    CHECK(is_refused(Bytes{6, 0x8B} + digits));
    CHECK(is_refused(Bytes{6} + Bytes(40, 0xFF)));
    CHECK(is_refused(Bytes{6} + Bytes(9, 0x82) + Bytes{11} + digits));
}

TEST_CASE("a field that stands twice is refused: nobody could say which number counts")
{
    CHECK(is_refused(an_identity_file() + field(6, kOtherNumber)));
    CHECK(is_refused(an_identity_file() + field(6, kNumber)));
    CHECK(is_refused(an_identity_file() + field(7, kName)));
    CHECK(is_refused(an_identity_file() + Bytes(3, 0) + field(40, "behind the end")));
}

TEST_CASE("a number that is none is refused")
{
    CHECK(is_refused({}));
    CHECK(is_refused(Bytes(4096, 0)));
    CHECK(is_refused(field(0, "\x01") + field(7, kName)));
    CHECK(is_refused(an_identity_file("")));
    CHECK(is_refused(an_identity_file("85073003329")));      // check digits
    CHECK(is_refused(an_identity_file("8507300332")));       // ten digits
    CHECK(is_refused(an_identity_file("850730033280")));     // twelve
    CHECK(is_refused(an_identity_file("85.07.30-033.28")));  // as printed
    CHECK(is_refused(an_identity_file("8507300332A")));
    CHECK(is_refused(an_identity_file(std::string(11, '\0'))));
}
