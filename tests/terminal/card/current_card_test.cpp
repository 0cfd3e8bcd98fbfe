#include "tests/support/catch.hpp"

#include "terminal/card/current_card.hpp"

using namespace isoloir::card;

namespace {

/// A slot whose card came or went `count` times.
Slot empty(const char* reader, unsigned long count)
{
    return {reader, count << 16 | 0x10};
}
Slot full(const char* reader, unsigned long count, unsigned long flags = 0)
{
    return {reader, count << 16 | 0x20 | flags};
}

}  // namespace

TEST_CASE("a card counts once, whatever else changes about its slot, until it is out")
{
    CurrentCard card;
    CHECK_FALSE(card.has_come({empty("one", 0)}));
    CHECK(card.has_come({full("one", 1)}) == "one");
    constexpr unsigned long in_use = 0x100;
    CHECK_FALSE(card.has_left({full("one", 1, in_use)}));
    CHECK_FALSE(card.has_come({full("one", 1)}));
    CHECK(card.has_left({empty("one", 2)}));
    CHECK_FALSE(card.has_left({empty("one", 2)}));
}

TEST_CASE("a card swapped between two looks is another card")
{
    CurrentCard card;
    REQUIRE(card.has_come({full("one", 1)}));
    CHECK(card.has_left({full("one", 3)}));
    CHECK(card.has_come({full("one", 3)}) == "one");
}

TEST_CASE("a second card counts when the first is out")
{
    CurrentCard card;
    REQUIRE(card.has_come({empty("one", 0), full("two", 1)}) == "two");
    CHECK_FALSE(card.has_left({full("one", 1), full("two", 1)}));
    CHECK_FALSE(card.has_come({full("one", 1), full("two", 1)}));
    CHECK(card.has_left({full("one", 1), empty("two", 2)}));
    CHECK(card.has_come({full("one", 1), empty("two", 2)}) == "one");
}

TEST_CASE("a card goes with its reader, or with all of them")
{
    CurrentCard card;
    REQUIRE(card.has_come({full("one", 1), empty("two", 0)}));
    CHECK(card.has_left({empty("two", 0)}));
    REQUIRE(card.has_come({full("two", 1)}));
    CHECK(card.has_left({}));
}
