// The signed result, and what is no result.

#include "sync-server/counting/result.hpp"

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/a_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::counting;

namespace {

/// Halls and online counted apart, or together.
SignedResult a_result(const test::ACentre& centre, std::optional<ChannelSums> channels)
{
    SignedResult result;
    result.outcome = count::rank(centre.package.definition, {{5, 0, 3}, 6, 1});
    result.channels = std::move(channels);
    result.checkpoint = "a checkpoint";
    return result;
}

const ChannelSums kApart{{{4, 0, 1}, 4, 1}, {{1, 0, 2}, 2, 0}};

}  // namespace

TEST_CASE("a signed result says what halls and online add up to, where they were counted apart")
{
    const test::ACentre centre(test::an_election().with_projects(3).build());
    const auto apart = open_result(sign_result(a_result(centre, kApart), centre.package, centre.authority), centre.package);
    REQUIRE(apart);
    REQUIRE(apart->channels);
    CHECK(apart->channels->in_halls == kApart.in_halls);
    CHECK(apart->channels->online == kApart.online);
    const auto together = open_result(sign_result(a_result(centre, std::nullopt), centre.package, centre.authority), centre.package);
    REQUIRE(together);
    CHECK_FALSE(together->channels);
}

TEST_CASE("channels that are not the outcome when added up are no result, signed or not")
{
    const test::ACentre centre(test::an_election().with_projects(3).build());
    const auto opens = [&](const ChannelSums& channels) {
        return open_result(sign_result(a_result(centre, channels), centre.package, centre.authority), centre.package).has_value();
    };
    CHECK(opens(kApart));
    auto wrong = kApart;
    wrong.online.votes[2] = 1;
    CHECK_FALSE(opens(wrong));
    wrong = kApart;
    wrong.in_halls.ballots = 5;
    CHECK_FALSE(opens(wrong));
    wrong = kApart;
    wrong.online.invalid = 1;
    CHECK_FALSE(opens(wrong));
}

TEST_CASE("a result whose channels lack a project, name one that there is not, or a third channel, is refused")
{
    const test::ACentre centre(test::an_election().with_projects(3).build());
    const std::string signed_result = sign_result(a_result(centre, kApart), centre.package, centre.authority);
    const auto payload = wire::open_envelope(signed_result, wire::Kind::result, signed_result.size(), centre.package.keys.authority).value();
    const auto opens = [&](const char* patch) {
        const auto changed = nlohmann::json::parse(payload).patch(nlohmann::json::parse(patch));
        return open_result(wire::sign_envelope(wire::Kind::result, changed.dump(), centre.authority), centre.package).has_value();
    };
    CHECK(opens("[]"));
    CHECK_FALSE(opens(R"([{"op":"remove","path":"/channels/online/votes/p2"}])"));
    CHECK_FALSE(opens(R"([{"op":"add","path":"/channels/online/votes/p9","value":0}])"));
    CHECK_FALSE(opens(R"([{"op":"replace","path":"/channels/online/votes/p2","value":-1}])"));
    CHECK_FALSE(opens(R"([{"op":"copy","from":"/channels/online","path":"/channels/post"}])"));
    CHECK_FALSE(opens(R"([{"op":"remove","path":"/channels/in_halls"}])"));
    CHECK_FALSE(opens(R"([{"op":"add","path":"/channels/online/voters","value":2}])"));
}
