#include "shared/verify/outcome_json.hpp"

#include <rapidcheck.h>

#include "shared/count/rule.hpp"
#include "shared/election/counting_rules.hpp"
#include "tests/shared/count/drawn.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using count::Completion;
using count::RuleKind;
using verify::outcome_json;
using wire::Json;

namespace {

Json json_of(const count::Outcome& outcome, const election::Definition& definition)
{
    return Json::parse(outcome_json(outcome, definition).dump());
}

/// Three projects: one funded, one that its supporters cannot pay for, one that nobody wants.
struct ACount {
    election::Definition definition = test::an_election().with_costs({60, 50, 10}).with_envelope(Money{100'00}).without_ceiling().build();
    count::Outcome outcome;

    explicit ACount(count::Rule rule)
    {
        definition.rule = rule;
        outcome = count::tally(definition, test::ballots({{0}, {0}, {0, 1}}));
    }
    Json json() const { return json_of(outcome, definition); }
};

}  // namespace

TEST_CASE("the outcome of equal shares says what each round rested on, and what the losers lacked")
{
    const ACount count({RuleKind::equal_shares});
    CHECK(count.json() == Json::parse(R"({"ranking":[
        {"project":"p1","votes":3,"verdict":"funded","left_before":10000},
        {"project":"p2","votes":1,"verdict":"supporters-ran-out","left_before":4000,"supporters_had":"40/3"},
        {"project":"p3","votes":0,"verdict":"no-votes","left_before":4000}],
        "winners":["p1"],"spent":6000,"ballots":3,"invalid":0,
        "rounds":[{"project":"p1","score":"1/3","supporters":3,"gave_all":0,"left_before":10000}],"share":"100/3"})"));
}

TEST_CASE("a round that completed equal shares says so, and not who gave all")
{
    const auto definition = test::an_election()
                                .with_costs({60, 40})
                                .with_envelope(Money{100'00})
                                .without_ceiling()
                                .with_rule({RuleKind::equal_shares, count::Satisfaction::votes, Completion::greedy})
                                .build();
    const Json json = json_of(count::tally(definition, test::ballots({{0}, {0}, {0, 1}})), definition);
    CHECK(json["rounds"][1] == Json::parse(R"({"project":"p2","score":"1/40","supporters":1,"left_before":4000,"completing":true})"));
}

TEST_CASE("an outcome reads back as it was written, under every rule")
{
    CHECK(rc::check([] {
        const auto kind = *rc::gen::element(election::BallotKind::approval, election::BallotKind::points, election::BallotKind::ranking);
        auto definition = test::crowded_election(kind);
        definition.rule.kind = *rc::gen::element(RuleKind::greedy, RuleKind::greedy_per_cost, RuleKind::equal_shares, RuleKind::phragmen);
        if (definition.rule.kind == RuleKind::phragmen && kind != election::BallotKind::approval) definition.rule.kind = RuleKind::equal_shares;
        if (definition.rule.kind == RuleKind::equal_shares)
            definition.rule.completion = *rc::gen::element(Completion::none, Completion::add1, Completion::add1_greedy, Completion::greedy);
        const auto json = json_of(count::tally(definition, test::crowded_ballots(definition)), definition);
        const auto read = verify::read_outcome(json, definition);
        RC_ASSERT(read.has_value());
        RC_ASSERT(json_of(*read, definition) == json);
    }));
}

TEST_CASE("an outcome that lacks a member, or says one wrongly, is refused at its place")
{
    const ACount count({RuleKind::equal_shares});
    const auto [place, value] = GENERATE(table<std::string, Json>({{"/ranking/1/verdict", "unlucky"},
                                                                   {"/ranking/1/supporters_had", "80/6"},
                                                                   {"/ranking/1/supporters_had", "40/0"},
                                                                   {"/ranking/1/supporters_had", "-40/3"},
                                                                   {"/ranking/0/supporters_had", "1"},
                                                                   {"/ranking/0/project", "p9"},
                                                                   {"/winners/0", 7},
                                                                   {"/rounds/0/score", ""},
                                                                   {"/rounds/0/score", "0x1"},
                                                                   {"/rounds/0/gave_all", nullptr},
                                                                   {"/rounds/0/completing", true},
                                                                   {"/rounds/0/left_before", -1},
                                                                   {"/share", "2/4"},
                                                                   {"/share", std::string(20'000, '1')},
                                                                   {"/surprise", 1}}));
    CAPTURE(place, value);
    Json changed = count.json();
    changed[Json::json_pointer(place)] = value;
    const auto read = verify::read_outcome(changed, count.definition);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().where.starts_with("outcome"));
}
