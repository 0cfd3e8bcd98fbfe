#include "tests/support/catch.hpp"

#include <algorithm>

#include "shared/crypto/sodium.hpp"
#include "terminal/card/identity_exchange.hpp"
#include "tests/terminal/card/a_card.hpp"

using namespace isoloir;
using namespace isoloir::test;
using card::Unreadable;

namespace {

tl::expected<Bytes, Unreadable> read(const Card& card)
{
    REQUIRE(crypto::start());
    const auto file = card::read_identity_file([&](ByteSpan command, std::span<std::uint8_t> answer) -> tl::expected<std::size_t, Unreadable> {
        const auto bytes = card(command);
        if (!bytes) return tl::make_unexpected(Unreadable::interrupted);
        REQUIRE(bytes->size() <= answer.size());
        std::copy(bytes->begin(), bytes->end(), answer.begin());
        return bytes->size();
    });
    if (!file) return tl::make_unexpected(file.error());
    return Bytes(file->span().begin(), file->span().end());
}

bool fails(const Card& card, Unreadable why)
{
    const auto file = read(card);
    return !file && file.error() == why;
}

/// An identity card that answers READ BINARY in its own way.
Card reading(std::function<std::optional<Bytes>(ByteSpan)> read_binary)
{
    return [card = an_identity_card(), read_binary](ByteSpan command) { return command[1] == 0xB0 ? read_binary(command) : card(command); };
}

}  // namespace

TEST_CASE("an identity file comes out whole, whatever its size")
{
    for (const std::size_t size : {1U, 200U, 247U, 248U, 249U, 496U, 1000U, 4096U}) {
        CAPTURE(size);
        Bytes file(size);
        for (std::size_t i = 0; i < size; ++i) file[i] = static_cast<std::uint8_t>(i % 251);
        CHECK(read(an_identity_card(file)) == file);
    }
}

TEST_CASE("a card that gives what is left, with or without saying that it ended early, is read too")
{
    CHECK(read(reading([](ByteSpan) { return Bytes{1, 2, 3, 0x90, 0x00}; })) == Bytes{1, 2, 3});
    CHECK(read(reading([](ByteSpan) { return Bytes{1, 2, 3, 0x62, 0x82}; })) == Bytes{1, 2, 3});
}

TEST_CASE("a card without that file is foreign, and is asked for nothing else")
{
    int commands = 0;
    CHECK(fails([&](ByteSpan) { return ++commands, Bytes{0x6A, 0x82}; }, Unreadable::foreign));
    CHECK(commands == 1);
}

TEST_CASE("a card that refuses to be read, never ends or asks forever for fewer bytes is given up")
{
    CHECK(fails(reading([](ByteSpan) { return Bytes{0x69, 0x82}; }), Unreadable::faulty));
    CHECK(fails(reading([](ByteSpan) { return Bytes{0x6B, 0x00}; }), Unreadable::faulty));
    CHECK(fails(reading([](ByteSpan) { return Bytes(256, 7) + Bytes{0x90, 0x00}; }), Unreadable::faulty));
    CHECK(fails(reading([](ByteSpan) { return Bytes{0x6C, 0x10}; }), Unreadable::faulty));
    CHECK(fails(an_identity_card(Bytes(4097, 7)), Unreadable::faulty));
}

TEST_CASE("a card that falls silent in any command is told from one that cannot be read")
{
    for (int last = 0; last < 4; ++last) {
        CAPTURE(last);
        int commands = 0;
        const Card card = an_identity_card(Bytes(600, 7));
        CHECK(fails([&](ByteSpan command) { return commands++ == last ? std::nullopt : card(command); }, Unreadable::interrupted));
    }
    CHECK(fails(reading([](ByteSpan) { return Bytes{}; }), Unreadable::interrupted));
    CHECK(fails(reading([](ByteSpan) { return Bytes{0x90}; }), Unreadable::interrupted));
}
