#include "shared/base/money.hpp"

#include <rapidcheck.h>

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;

TEST_CASE("an amount is read to the cent, however many zeros follow it")
{
    const std::pair<const char*, std::int64_t> table[] = {
        {"0", 0},
        {"0.00", 0},
        {"1", 100},
        {"0.5", 50},
        {"0.05", 5},
        {"446829.4", 44682940},
        {"446829.40", 44682940},
        {"446829.4000000", 44682940},
        {"00012.3", 1230},
        {"10000000000", Money::kMax},
        {"10000000000.00", Money::kMax},
    };
    for (const auto& [text, cents] : table) {
        CAPTURE(text);
        const auto amount = parse_money(text);
        REQUIRE(amount);
        CHECK(amount->cents == cents);
    }
}

TEST_CASE("what is no plain decimal amount is refused and never rounded")
{
    for (const char* text : {"",
                             ".",
                             ".5",
                             "1.",
                             "-1",
                             "+1",
                             "-0",
                             " 1",
                             "1 ",
                             "1,5",
                             "1.005",
                             "0.001",
                             "1.2.3",
                             "1e3",
                             "0x10",
                             "1_000",
                             "1'000",
                             "€1",
                             "nan",
                             "inf",
                             "10000000000.01",
                             "10000000001",
                             "999999999999",
                             "9223372036854775807",
                             "92233720368547758070",
                             "١"}) {
        CAPTURE(text);
        const auto amount = parse_money(text);
        REQUIRE_FALSE(amount);
        CHECK(test::fails_as(amount, Errc::malformed));
    }
    CHECK_FALSE(parse_money(std::string_view("1\0", 2)));
}

TEST_CASE("every amount that a file may hold reads back as it was written")
{
    CHECK(to_decimal(Money{0}) == "0");
    CHECK(to_decimal(Money{5}) == "0.05");
    CHECK(to_decimal(Money{4954800}) == "49548");
    CHECK(to_decimal(Money{44682940}) == "446829.4");
    CHECK(rc::check([] {
        const Money amount{*rc::gen::inRange<std::int64_t>(0, Money::kMax + 1)};
        RC_ASSERT(parse_money(to_decimal(amount)).value() == amount);
    }));
}
