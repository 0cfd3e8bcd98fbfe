// Real elections, counted as pabutools counts them (tests/data/README.md).

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "shared/base/file.hpp"
#include "shared/count/rule.hpp"
#include "shared/election/pabulib.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace isoloir;
using count::Completion;
using count::RuleKind;
using count::Satisfaction;
using nlohmann::json;

/// pabutools' name of a rule and a satisfaction as ours; its greedy ranks by satisfaction per cost.
count::Rule rule_named(const std::string& name)
{
    static const std::map<std::string, count::Rule> rules{{"greedy", {RuleKind::greedy_per_cost}},
                                                          {"mes", {RuleKind::equal_shares}},
                                                          {"mes+add1", {RuleKind::equal_shares, {}, Completion::add1}},
                                                          {"mes+add1+greedy", {RuleKind::equal_shares, {}, Completion::add1_greedy}},
                                                          {"phragmen", {RuleKind::phragmen}}};
    static const std::map<std::string, Satisfaction> satisfactions{
        {"cardinality", Satisfaction::votes}, {"cost", Satisfaction::cost}, {"points", Satisfaction::points}, {"borda", Satisfaction::borda}};
    if (name == "greedy/cost") return {RuleKind::greedy};
    const auto slash = name.find('/');
    count::Rule rule = rules.at(name.substr(0, slash));
    if (slash != std::string::npos) rule.satisfaction = satisfactions.at(name.substr(slash + 1));
    return rule;
}

/// Without the projects that nobody voted for: pabutools' greedy funds them where there is room.
std::vector<std::string> with_votes(const json& selected, const election::Definition& definition, const count::Outcome& outcome)
{
    auto ids = selected.get<std::vector<std::string>>();
    for (const auto& ranked : outcome.ranking)
        if (ranked.votes == 0) std::erase(ids, definition.projects[ranked.project].id);
    return ids;
}

}  // namespace

TEST_CASE("the winners of real elections are those that pabutools selects, under each of its rules")
{
    const auto outcomes = json::parse(*read_file(ISOLOIR_TEST_DATA "/pabulib/outcomes.json", 1'000'000));
    REQUIRE(outcomes.size() == 7);
    std::size_t counts = 0;
    for (const auto& [name, expected] : outcomes.items()) {
        const auto file = election::parse_pabulib(*read_file(std::string(ISOLOIR_TEST_DATA "/pabulib/") + name, election::kMaxPabulibBytes));
        REQUIRE(file.has_value());
        std::vector<std::vector<election::Mark>> cast;
        for (const auto& vote : file->votes) cast.push_back(vote.marks);
        for (const auto& [rule, selected] : expected["rules"].items()) {
            CAPTURE(name, rule);
            const auto outcome = count::tally(file->definition, rule_named(rule), cast);
            REQUIRE(outcome.has_value());
            std::vector<std::string> winners;
            for (const std::size_t winner : outcome->winners) winners.push_back(file->definition.projects[winner].id);
            std::sort(winners.begin(), winners.end());
            CHECK(winners == with_votes(selected, file->definition, *outcome));
            CHECK(outcome->ballots + outcome->invalid == expected["votes"].get<std::uint64_t>());
            // Two ballots of this file name projects for more than its max_sum_cost.
            CHECK(outcome->invalid == (name.find("boernerowo") != std::string::npos ? 2U : 0U));
            ++counts;
        }
    }
    CHECK(counts == 38);
}
