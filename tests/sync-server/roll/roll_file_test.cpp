#include "sync-server/roll/roll_file.hpp"

#include <algorithm>

#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using election::IdentifierKind;

namespace {

constexpr std::chrono::year_month_day kToday{std::chrono::year{2026} / 6 / 1};
using Told = std::vector<std::pair<std::size_t, std::string>>;

struct ARegistry {
    crypto::SecretBytes key{ByteSpan(ByteArray<32>{3})};
    election::Eligibility eligibility{16, true, true, true};
    Told told;

    Result<std::vector<election::VoterTag>> tags_of(std::string_view text)
    {
        told.clear();
        return roll::tags_of(text, eligibility, key, kToday, [&](std::size_t line, const std::string& why) { told.emplace_back(line, why); });
    }
    std::vector<election::VoterTag> tags(std::vector<election::VoterIdentifier> voters)
    {
        std::vector<election::VoterTag> expected;
        for (const auto& voter : voters) expected.push_back(election::voter_tag(key, voter));
        std::sort(expected.begin(), expected.end());
        return expected;
    }
};

}  // namespace

TEST_CASE("a voter has one tag however the identifier is written, and stands in the roll once")
{
    ARegistry registry;
    const auto tags = registry.tags_of("voter_id\n85.07.30-033.28\n85073003328\nk7qd-2m\nK7QD2M\n");
    REQUIRE(tags);
    CHECK(*tags == registry.tags({{IdentifierKind::national_number, "85073003328"}, {IdentifierKind::voter_code, "K7QD2M"}}));
    CHECK(registry.told.empty());
}

TEST_CASE("who is still too young is taken: age is judged on the day of the vote")
{
    ARegistry registry;
    CHECK(registry.tags_of("20073000182\n"));
}

TEST_CASE("one wrong line spoils the file, and each is told by its number and never by who it is")
{
    ARegistry registry;
    const auto tags = registry.tags_of("voter_id;name\n85073003328;a\n85073003329;b\n;c\nÉTÉ;d\n");
    CHECK(test::fails_as(tags, Errc::malformed));
    REQUIRE(registry.told.size() == 3);
    CHECK(registry.told[0].first == 3);
    CHECK(registry.told[1] == std::pair<std::size_t, std::string>{4, "the identifier is missing"});
    CHECK(registry.told[2].first == 5);
    for (const auto& [line, why] : registry.told) CHECK(why.find("8507") == std::string::npos);
}

TEST_CASE("in an election without voter codes whatever is no national number is wrong")
{
    ARegistry registry;
    registry.eligibility.voter_code = false;
    CHECK_FALSE(registry.tags_of("K7QD2M\n"));
    CHECK(registry.tags_of("85073003328\n"));
}
