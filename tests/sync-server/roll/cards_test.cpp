#include "sync-server/roll/cards.hpp"

#include <algorithm>
#include <set>

#include "sync-server/roll/roll_file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;

TEST_CASE("each card has a code of sixteen symbols of its own, and its file is a roll that reads back to the same tags")
{
    const crypto::SecretBytes key{ByteSpan(ByteArray<32>{3})};
    test::SeededRandom random(1);
    const auto cards = roll::make_cards(500, key, random);
    CHECK(cards.tags.size() == 500);
    CHECK(std::set<election::VoterTag>(cards.tags.begin(), cards.tags.end()).size() == 500);
    CHECK(cards.csv.find("number;code;qr\r\n1;") == 0);
    CHECK(cards.csv.find("\r\n500;") != std::string::npos);
    CHECK(cards.csv.find_first_of("ILOU") == std::string::npos);

    const auto read = roll::tags_of(cards.csv, {0, true, true, true}, key, std::chrono::year{2026} / 6 / 1, [](std::size_t, const std::string&) {});
    REQUIRE(read);
    CHECK(*read == cards.tags);

    // The QR code holds what a scanner types: the code without its dashes.
    const std::string line = cards.csv.substr(16, cards.csv.find('\r', 16) - 16);
    std::string code = line.substr(2, 19);
    code.erase(std::remove(code.begin(), code.end(), '-'), code.end());
    CHECK(line.substr(22) == code);
    CHECK(code.size() == 16);
}
