#include "shared/election/counting_rules.hpp"

#include "shared/election/definition_json.hpp"
#include "shared/election/pabulib_write.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace isoloir;
using election::BallotKind;
using election::Completion;
using election::Rule;
using election::RuleKind;
using election::Satisfaction;
using test::an_election;

test::AnElection with_ballots(BallotKind kind)
{
    auto election = an_election();
    if (kind == BallotKind::points) election.with_points(3, 5);
    if (kind == BallotKind::ranking) election.with_ranking(3);
    return election;
}

Result<election::Definition> read(const nlohmann::ordered_json& written)
{
    const wire::Json json = wire::Json::parse(written.dump());
    wire::ObjectReader reader(json, "");
    return election::read_definition(reader, [](const std::string&, const std::string&) -> Result<crypto::Digest> { return crypto::Digest{}; });
}

/// Each rule that approvals may have, and what an election file says of it.
const std::vector<std::pair<Rule, std::string>> kSaid{
    {{RuleKind::greedy}, R"({"rule":"greedy"})"},
    {{RuleKind::greedy, Satisfaction::votes, Completion::none, false}, R"({"rule":"greedy","satisfaction":"votes","skip":false})"},
    {{RuleKind::greedy_per_cost}, R"({"rule":"greedy-per-cost"})"},
    {{RuleKind::greedy_per_cost, {}, Completion::none, false}, R"({"rule":"greedy-per-cost","skip":false})"},
    {{RuleKind::equal_shares}, R"({"rule":"mes"})"},
    {{RuleKind::equal_shares, Satisfaction::votes, Completion::add1}, R"({"rule":"mes","satisfaction":"votes","completion":"add1"})"},
    {{RuleKind::equal_shares, Satisfaction::cost, Completion::add1_greedy}, R"({"rule":"mes","satisfaction":"cost","completion":"add1-greedy"})"},
    {{RuleKind::equal_shares, {}, Completion::greedy}, R"({"rule":"mes","completion":"greedy"})"},
    {{RuleKind::phragmen}, R"({"rule":"phragmen"})"}};

}  // namespace

TEST_CASE("a rule without a satisfaction has the one that suits the ballots")
{
    const auto [ballots, kind, expected] =
        GENERATE(table<BallotKind, RuleKind, Satisfaction>({{BallotKind::approval, RuleKind::greedy, Satisfaction::votes},
                                                            {BallotKind::approval, RuleKind::greedy_per_cost, Satisfaction::votes},
                                                            {BallotKind::approval, RuleKind::equal_shares, Satisfaction::cost},
                                                            {BallotKind::points, RuleKind::greedy, Satisfaction::points},
                                                            {BallotKind::points, RuleKind::equal_shares, Satisfaction::points},
                                                            {BallotKind::ranking, RuleKind::greedy, Satisfaction::points},
                                                            {BallotKind::ranking, RuleKind::greedy_per_cost, Satisfaction::borda},
                                                            {BallotKind::ranking, RuleKind::equal_shares, Satisfaction::borda}}));
    CHECK(election::settled(ballots, {kind})->satisfaction == expected);
    CHECK_FALSE(election::settled(BallotKind::approval, {RuleKind::phragmen})->satisfaction.has_value());
}

TEST_CASE("an election whose rule makes no sense is refused, by the name of what does not suit")
{
    const auto [ballots, rule, place] =
        GENERATE(table<BallotKind, Rule, std::string>({{BallotKind::approval, {RuleKind::greedy, {}, Completion::add1}, "completion"},
                                                       {BallotKind::approval, {RuleKind::phragmen, {}, Completion::greedy}, "completion"},
                                                       {BallotKind::approval, {RuleKind::equal_shares, {}, Completion::none, false}, "skip"},
                                                       {BallotKind::approval, {RuleKind::phragmen, Satisfaction::cost}, "satisfaction"},
                                                       {BallotKind::points, {RuleKind::phragmen}, "rule"},
                                                       {BallotKind::approval, {RuleKind::equal_shares, Satisfaction::points}, "satisfaction"},
                                                       {BallotKind::points, {RuleKind::equal_shares, Satisfaction::borda}, "satisfaction"},
                                                       {BallotKind::approval, {RuleKind::greedy, Satisfaction::cost}, "satisfaction"}}));
    const auto read_back = read(election::write_definition(with_ballots(ballots).with_rule(rule).build()));
    REQUIRE_FALSE(read_back.has_value());
    CHECK(read_back.error().code == Errc::refused);
    CHECK(read_back.error().where == place);
}

TEST_CASE("a live ranking goes with the rules that sums of ballots decide, and no other")
{
    const auto [ballots, rule, allowed] =
        GENERATE(table<BallotKind, Rule, bool>({{BallotKind::approval, {RuleKind::greedy}, true},
                                                {BallotKind::approval, {RuleKind::greedy_per_cost, Satisfaction::cost, Completion::none, false}, true},
                                                {BallotKind::points, {RuleKind::greedy_per_cost}, true},
                                                {BallotKind::points, {RuleKind::greedy, Satisfaction::votes}, false},
                                                {BallotKind::ranking, {RuleKind::greedy}, true},
                                                {BallotKind::ranking, {RuleKind::greedy, Satisfaction::borda}, false},
                                                {BallotKind::ranking, {RuleKind::greedy_per_cost}, false},
                                                {BallotKind::approval, {RuleKind::equal_shares}, false},
                                                {BallotKind::approval, {RuleKind::phragmen}, false}}));
    const auto read_back = read(election::write_definition(with_ballots(ballots).with_rule(rule).with_live_ranking(5).build()));
    CHECK(read_back.has_value() == allowed);
    if (!allowed) CHECK(read_back.error().where == "ranking");
    CHECK(read(election::write_definition(with_ballots(ballots).with_rule(rule).build())).has_value());
}

TEST_CASE("an election says its rule, and what it leaves to the ballots it does not name")
{
    for (const auto& [rule, said] : kSaid) {
        CAPTURE(said);
        const auto definition = an_election().with_rule(rule).build();
        const auto written = election::write_definition(definition);
        const auto members = wire::Json::parse(said);
        for (const auto& [member, value] : members.items()) CHECK(written.at(member) == value);
        for (const char* member : {"satisfaction", "completion", "skip"})
            CHECK(written.contains(member) == (said.find("\"" + std::string(member) + "\"") != std::string::npos));
        CHECK(read(written)->rule == rule);
    }
}

TEST_CASE("a Pabulib file says the rule of its election, and an unknown one is read as greedy")
{
    for (const auto& [rule, said] : kSaid) {
        CAPTURE(said);
        election::PabulibFile file;
        file.definition = an_election().with_rule(rule).build();
        CHECK(election::parse_pabulib(election::write_pabulib(file))->definition.rule == rule);
    }
    election::PabulibFile file;
    file.definition = an_election().with_rule({RuleKind::equal_shares, Satisfaction::votes}).build();
    const std::string text = election::write_pabulib(file);
    const auto with = [&](const std::string& was, const std::string& is) { return std::string(text).replace(text.find(was), was.size(), is); };
    CHECK(election::parse_pabulib(with("rule;equalshares\nsatisfaction;votes\n", "rule;by-lot\n"))->definition.rule == Rule{});
    CHECK(election::parse_pabulib(with("satisfaction;votes", "satisfaction;joy")).error().where.starts_with("line "));
    CHECK(election::parse_pabulib(with("satisfaction;votes", "satisfaction;borda")).error().where.starts_with("line "));
}
