#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include <regex>

#include "shared/election/counting_rules.hpp"
#include "shared/election/pabulib.hpp"
#include "sync-server/publish/how_chosen.hpp"
#include "sync-server/publish/result_pb.hpp"
#include "sync-server/publish/rule_words.hpp"
#include "tests/shared/count/drawn.hpp"
#include "tests/shared/verify/a_run.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/publish/a_count.hpp"

using namespace isoloir;
using namespace isoloir::test;
using election::BallotKind;

namespace {

/// All amounts in a column of the table of rounds, in cents.
std::vector<std::int64_t> amounts_in(const std::string& html, const std::string& column)
{
    const auto table = html.find("<table class=\"rounds funding\"");
    const std::string rows = table == std::string::npos ? "" : html.substr(table, html.find("</table>", table) - table);
    const std::string cell = "data-column=\"" + column + "\">";
    std::vector<std::int64_t> amounts;
    for (auto at = rows.find(cell); at != std::string::npos; at = rows.find(cell, at + 1)) {
        const auto from = at + cell.size();
        std::string text = rows.substr(from, rows.find("</td>", from) - from);
        REQUIRE(text.starts_with("€"));
        const bool cents = text.find('.') != std::string::npos;
        text = std::regex_replace(text, std::regex("[^0-9]"), "");
        amounts.push_back(std::stoll(text) * (cents ? 1 : 100));
    }
    return amounts;
}

/// The file's own election and ballots, under another rule.
struct Real {
    election::PabulibFile file;
    std::vector<std::vector<election::Mark>> ballots;

    Real(const char* name, Rule rule)
        : file(*election::parse_pabulib(*read_file(std::string(ISOLOIR_TEST_DATA "/pabulib/") + name, election::kMaxPabulibBytes)))
    {
        file.definition.rule = rule;
        file.definition.languages = {"fr", "nl", "de", "en"};
        for (const auto& vote : file.votes) ballots.push_back(vote.marks);
    }
};
constexpr const char* kUrsynow = "poland_warszawa_2019_ursynow.pb";
constexpr const char* kBoernerowo = "poland_warszawa_2018_boernerowo-fort-radiowo-groty-gorce.pb";

}  // namespace

TEST_CASE("the table's euros are the outcome's, whatever was counted")
{
    CHECK(rc::check([] {
        const auto kind = *rc::gen::element(BallotKind::approval, BallotKind::points, BallotKind::ranking);
        auto definition = crowded_election(kind);
        definition.rule = *rc::gen::elementOf(kRules);
        RC_PRE(election::settled(kind, definition.rule).has_value());
        const ACentre centre(definition);
        const auto value = counted(centre, crowded_ballots(definition));
        const auto html = publish::how_chosen(value, publish::words_in("en"));
        const auto costs = amounts_in(html, "Cost");
        const auto before = amounts_in(html, "Left before");
        const auto after = amounts_in(html, "Left after");
        RC_ASSERT(costs.size() == value.outcome->winners.size());
        std::int64_t left = definition.envelope.cents;
        for (std::size_t i = 0; i < costs.size(); ++i) {
            RC_ASSERT(before[i] == left);
            left -= costs[i];
            RC_ASSERT(after[i] == left);
        }
        RC_ASSERT(left == (definition.envelope - value.outcome->spent).cents);
        RC_ASSERT(count_of(html, "data-column=\"Why\"") == definition.projects.size() - costs.size());
        RC_ASSERT(count_of(html, "<svg class=\"spending\"") == costs.size());
    }));
}

TEST_CASE("a real election of 58 projects is told whole under every rule, and is no mile long before somebody asks for more")
{
    for (const Rule& rule : kRules) {
        const Real real(kUrsynow, rule);
        const ACentre centre(real.file.definition);
        const auto value = counted(centre, real.ballots);
        const auto html = told(value, "nl");
        const std::size_t winners = value.outcome->winners.size();
        CHECK(count_of(html, "<svg class=\"spending\"") == winners);
        CHECK(count_of(html, "data-column=\"Waarom\"") == 58 - winners);
        std::string unfolded = html;
        for (auto at = unfolded.find("<details"); at != std::string::npos; at = unfolded.find("<details"))
            unfolded.erase(at, unfolded.find("</details>", at) - at);
        CHECK(count_of(unfolded, "class=\"step") <= 30);
        CHECK(count_of(unfolded, "<td") == 0);
        // Fractions of a hundred digits and more stand in the files.
        for (const auto& round : value.outcome->rounds)
            if (round.score.fraction.find('/') != std::string::npos) CHECK(html.find(round.score.fraction) == std::string::npos);
        CHECK_FALSE(std::regex_search(html, std::regex("[0-9]{12}")));
    }
}

TEST_CASE("the command on the page counts the published ballots to the same winners")
{
    for (Rule rule : kRules) {
        const Real real(kBoernerowo, rule);
        const auto& definition = real.file.definition;
        const std::vector<counting::OpenedRound> rounds{{counting::Channel::all, {real.ballots, 0}}};
        const auto outcome = counting::tally(definition, rounds);
        const ACentre centre(definition);
        auto value = counted(centre, real.ballots);
        std::string command = told(value);
        const auto from = position(command, "<pre class=\"command\">") + 21;
        command = std::regex_replace(command.substr(from, command.find("</pre>", from) - from), std::regex("</?span>"), "");
        REQUIRE(command.starts_with("isoloir-verify tally result.pb --rule "));
        CHECK(command == publish::recount_command(definition));
        const TemporaryFolder folder;
        // The file names the rule, too; what the page says must do alone.
        std::string text = publish::result_pb(definition, outcome, rounds);
        text = std::regex_replace(text, std::regex("\nrule;[^\n]*"), "\nrule;greedy");
        text = std::regex_replace(text, std::regex("\nsatisfaction;[^\n]*"), "");
        REQUIRE(write_file(folder / "result.pb", text));
        const auto run =
            verify(std::regex_replace(command, std::regex("isoloir-verify tally result.pb"), "tally " + (folder / "result.pb").string()) + " --json");
        REQUIRE(run.code == 0);
        const auto winners = nlohmann::json::parse(run.out)["winners"];
        REQUIRE(winners.size() == outcome.winners.size());
        for (std::size_t i = 0; i < winners.size(); ++i) CHECK(winners[i] == definition.projects[outcome.winners[i]].id);
    }
}

TEST_CASE("one project, or an election without a ballot, is told as well")
{
    const Real one("poland_warszawa_2018_pole-mokotowskie.pb", {RuleKind::phragmen});
    const ACentre centre(one.file.definition);
    const auto html = told(counted(centre, one.ballots));
    CHECK(count_of(html, "<svg class=\"spending\"") == 1);
    CHECK(html.find("Ce qui a manqué") == std::string::npos);
    for (const Rule& rule : kRules) {
        const ACentre empty(an_election().with_rule(rule).build());
        const auto nothing = told(counted(empty, {}));
        CHECK(nothing.find("<svg") == std::string::npos);
        CHECK(count_of(nothing, "N’a reçu aucune voix.") == 9);
    }
}
