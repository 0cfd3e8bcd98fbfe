#include "sync-server/publish/result_json.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_standing.hpp"

using namespace isoloir;
using namespace isoloir::test;
using nlohmann::json;
using publish::Phase;

TEST_CASE("result.json is the result, the whole result, in euros")
{
    auto definition = an_election().with_costs({150'000, 40'000, 30'000, 1'000}).without_ceiling().build();
    definition.projects[1].cost = Money{4'000'050};
    const ACentre centre(definition);
    auto value = a_standing(centre, Phase::counted, {{0, 1}, {0}, {0, 2}, {1}, {0, 77}});
    value.report.refused = 3;
    value.report.spoilt = 4;
    value.report.reasons = {{store::Reason::fork, 3}};
    const json expected = {
        {"election", to_base64url(centre.package.id)},
        {"phase", "counted"},
        {"report",
         {{"accepted", 5},
          {"duplicates", 2},
          {"refused", 3},
          {"spoilt", 4},
          {"by_reason", {{"fork", 3}}},
          {"by_channel", json::array({{{"channel", "Jambes"}, {"accepted", 5}, {"duplicates", 2}, {"refused", 0}, {"spoilt", 0}, {"false_openings", 0}}})}}},
        {"checkpoint", "isoloir/test\n3\nroot\n"},
        {"envelope", 200'000},
        {"winners", {"p1", "p2"}},
        {"spent", 190'000.5},
        {"ballots", 4},
        {"invalid", 1},
        {"ranking", json::array({{{"project", "p1"}, {"votes", 3}, {"cost", 150'000}, {"left_before", 200'000}, {"verdict", "funded"}},
                                 {{"project", "p2"}, {"votes", 2}, {"cost", 40'000.5}, {"left_before", 50'000}, {"verdict", "funded"}},
                                 {{"project", "p3"}, {"votes", 1}, {"cost", 30'000}, {"left_before", 9'999.5}, {"verdict", "does-not-fit"}},
                                 {{"project", "p4"}, {"votes", 0}, {"cost", 1'000}, {"left_before", 9'999.5}, {"verdict", "no-votes"}}})},
        {"rule", "greedy"},
        {"satisfaction", "votes"},
        {"rounds", json::array({{{"project", "p1"}, {"score", "3"}, {"supporters", 3}, {"left_before", 200'000}},
                                {{"project", "p2"}, {"score", "2"}, {"supporters", 2}, {"left_before", 50'000}}})},
        {"channels",
         {{"in_halls", {{"ballots", 4}, {"invalid", 1}, {"votes", {{"p1", 3}, {"p2", 2}, {"p3", 1}, {"p4", 0}}}}},
          {"online", {{"ballots", 0}, {"invalid", 0}, {"votes", {{"p1", 0}, {"p2", 0}, {"p3", 0}, {"p4", 0}}}}}}}};
    CHECK(json::parse(publish::result_json(value)) == expected);
}

TEST_CASE("result.json names the rule as the package does, and its rounds as exactly as result.jws")
{
    const election::Rule rule{election::RuleKind::equal_shares, {}, election::Completion::greedy};
    const ACentre centre(an_election().with_costs({60, 50, 30}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule).build());
    auto value = json::parse(publish::result_json(a_standing(centre, Phase::counted, {{0, 2}, {0}, {0, 1}})));
    CHECK(value["rule"] == "mes");
    CHECK(value["satisfaction"] == "cost");
    CHECK(value["completion"] == "greedy");
    CHECK_FALSE(value.contains("skip"));
    CHECK(value["share"] == "100/3");
    CHECK(value["rounds"] == json::parse(R"([{"project":"p1","score":"1/3","supporters":3,"gave_all":0,"left_before":100},
                                             {"project":"p3","score":"1","supporters":1,"left_before":40,"completing":true}])"));
    value = json::parse(publish::result_json(a_standing(
        ACentre(an_election().with_costs({60, 50}).with_envelope(Money{100'00}).without_ceiling().with_rule({election::RuleKind::equal_shares}).build()),
        Phase::counted, {{0}, {0}, {0, 1}})));
    CHECK(value["ranking"][1]["supporters_had"] == "40/3");
    CHECK_FALSE(value.contains("completion"));
}

TEST_CASE("result.json says what halls and online chose, where they were counted apart")
{
    const ACentre centre(an_election().with_projects(2).build());
    auto value = a_standing_of_both(centre, {{0}, {0, 1}, {77}}, {{1}});
    const auto channels = json::parse(publish::result_json(value))["channels"];
    CHECK(channels["in_halls"] == json::parse(R"({"ballots":2,"invalid":1,"votes":{"p1":2,"p2":1}})"));
    CHECK(channels["online"] == json::parse(R"({"ballots":1,"invalid":0,"votes":{"p1":0,"p2":1}})"));
    value.channels.reset();
    CHECK_FALSE(json::parse(publish::result_json(value)).contains("channels"));
}

TEST_CASE("before the count result.json holds nothing of a choice")
{
    const ACentre centre;
    const auto phase = GENERATE(Phase::open, Phase::closed);
    const auto value = publish::result_json(a_standing(centre, phase, {{0}, {1}, {1}}));
    CHECK(value == publish::result_json(a_standing(centre, phase, {{4}, {5}, {6}})));
    const auto parsed = json::parse(value);
    for (const char* member : {"ranking", "winners", "spent", "ballots", "invalid", "channels", "rounds", "rule", "share"})
        CHECK_FALSE(parsed.contains(member));
    CHECK(parsed["report"]["accepted"] == 3);
    CHECK(parsed["phase"] == (phase == Phase::open ? "open" : "closed"));
}
