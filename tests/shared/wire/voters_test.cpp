#include "shared/wire/voters.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::wire;
using Json = nlohmann::json;

namespace {

std::vector<ShortTag> tags(std::size_t count, std::uint8_t kind = 1)
{
    std::vector<ShortTag> many(count);
    for (std::size_t i = 0; i < count; ++i) many[i] = {kind, static_cast<std::uint8_t>(i / 256), static_cast<std::uint8_t>(i)};
    return many;
}

struct AnAuthority {
    test::SeededRandom random{1};
    crypto::Signer authority{crypto::Signer::generate(random)};
    crypto::Signer other{crypto::Signer::generate(random)};
    Roll roll{random.bytes<32>(), 7, Cursor{5}, tags(300)};

    std::string signed_as(const Json& payload) const { return sign_envelope(Kind::roll, payload.dump(), authority); }
    auto open(const std::string& jws) const { return open_roll(jws, authority.public_key()); }
};

Json payload_of(std::string_view jws)
{
    return Json::parse(text_of(from_base64url(split_envelope(jws, Kind::roll, 1 << 20).value().payload_part).value()));
}

}  // namespace

TEST_CASE("a tag is cut to its first half")
{
    crypto::Digest tag{};
    for (std::size_t i = 0; i < tag.size(); ++i) tag[i] = static_cast<std::uint8_t>(i);
    CHECK(short_tag(tag) == ShortTag{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
}

TEST_CASE("a page of those who voted reads back, and says where they voted")
{
    const VotedPage page{Cursor{9}, true, tags(600, 1), tags(400, 2)};
    const std::string text = write_voted_page(page);
    CHECK(text.size() < kMaxPageBytes);
    const auto read = read_voted_page(text).value();
    CHECK(read.next == page.next);
    CHECK(read.more);
    CHECK(read.hall == page.hall);
    CHECK(read.online == page.online);
    CHECK(read_voted_page(write_voted_page({})).value().hall.empty());
}

TEST_CASE("a page of the roll reads back")
{
    const RollPage page{true, 3, Cursor{4}, false, tags(kMaxPageTags)};
    const auto read = read_roll_page(write_roll_page(page)).value();
    CHECK(read.anew);
    CHECK(read.version == 3);
    CHECK(read.next == page.next);
    CHECK_FALSE(read.more);
    CHECK(read.tags == page.tags);
}

TEST_CASE("a page with more than a page holds, half a tag, or a member not known is refused")
{
    CHECK_FALSE(read_voted_page(write_voted_page({{}, false, tags(600), tags(401)})));
    CHECK_FALSE(read_roll_page(write_roll_page({false, 1, {}, false, tags(kMaxPageTags + 1)})));
    CHECK_FALSE(read_voted_page(""));
    CHECK_FALSE(read_voted_page("[]"));
    CHECK(test::fails_as(read_roll_page(std::string(kMaxPageBytes + 1, ' ')), Errc::refused));

    const Json voted = Json::parse(write_voted_page({{}, false, tags(2), {}}));
    const Json roll = Json::parse(write_roll_page({true, 1, {}, false, tags(2)}));
    const auto altered = [](Json json, const char* member, const Json& value) {
        json[member] = value;
        return json.dump();
    };
    CHECK(read_voted_page(voted.dump()));
    CHECK_FALSE(read_voted_page(altered(voted, "hall", to_base64url(Bytes(17)))));
    CHECK_FALSE(read_voted_page(altered(voted, "online", "AAA=")));
    CHECK_FALSE(read_voted_page(altered(voted, "next", "AAAA")));
    CHECK_FALSE(read_voted_page(altered(voted, "more", 1)));
    CHECK_FALSE(read_voted_page(altered(voted, "extra", 1)));
    CHECK(read_roll_page(roll.dump()));
    CHECK_FALSE(read_roll_page(altered(roll, "version", -1)));
    CHECK_FALSE(read_roll_page(altered(roll, "anew", "yes")));
    CHECK_FALSE(read_roll_page(altered(roll, "tags", Json::array())));
}

TEST_CASE("a roll file reads back sorted, each voter once, so that nobody's place in a list shows")
{
    AnAuthority a;
    std::reverse(a.roll.tags.begin(), a.roll.tags.end());
    a.roll.tags.push_back(a.roll.tags.front());
    const auto read = a.open(sign_roll(a.roll, a.authority)).value();
    CHECK(read.election == a.roll.election);
    CHECK(read.version == 7);
    CHECK(read.next == a.roll.next);
    CHECK(read.tags == tags(300));
}

TEST_CASE("a roll file is the authority's alone, whole, and nothing but a roll")
{
    AnAuthority a;
    a.roll.tags = tags(3);
    const std::string jws = sign_roll(a.roll, a.authority);
    CHECK(test::fails_as(a.open(sign_roll(a.roll, a.other)), Errc::forged));
    for (std::size_t i = 0; i < jws.size(); ++i) {
        std::string altered = jws;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        REQUIRE_FALSE(a.open(altered));
        REQUIRE_FALSE(a.open(jws.substr(0, i)));
    }
    CHECK_FALSE(a.open(sign_envelope(Kind::roster, payload_of(jws).dump(), a.authority)));
}

TEST_CASE("a signed roll that is out of order, doubles a voter or has a member not known is refused")
{
    AnAuthority a;
    a.roll.tags = tags(2);
    const Json json = payload_of(sign_roll(a.roll, a.authority));
    const auto refused = [&](const char* member, const Json& value) {
        Json altered = json;
        altered[member] = value;
        return !a.open(a.signed_as(altered));
    };
    REQUIRE(a.open(a.signed_as(json)));
    const auto tag = tags(2);
    Bytes backwards(tag[1].begin(), tag[1].end());
    backwards.insert(backwards.end(), tag[0].begin(), tag[0].end());
    Bytes twice(tag[0].begin(), tag[0].end());
    twice.insert(twice.end(), tag[0].begin(), tag[0].end());
    CHECK(refused("tags", to_base64url(backwards)));
    CHECK(refused("tags", to_base64url(twice)));
    CHECK(refused("version", -1));
    CHECK(refused("extra", 1));
    CHECK_FALSE(refused("tags", ""));
}
