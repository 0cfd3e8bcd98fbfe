#include "tests/support/catch.hpp"

#include <algorithm>

#include "shared/count/rule.hpp"
#include "shared/election/pabulib.hpp"
#include "shared/wire/jws.hpp"
#include "sync-server/publish/result_json.hpp"
#include "sync-server/publish/words.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;

namespace {

Advance silent(const char*, std::size_t)
{
    return test::nobody_watches;
}

}  // namespace

TEST_CASE("the count of sealed ballots from two halls equals a direct count of the same choices")
{
    AServerFolder folder(test::an_election().with_projects(12).build());
    const auto& definition = folder.package().definition;
    auto here = folder.terminal("Jambes");
    auto there = folder.terminal("Salzinnes");
    std::vector<std::vector<std::size_t>> ballots;
    for (std::uint64_t voter = 0; voter < 150; ++voter) {
        std::vector<std::size_t> chosen;
        Money cost;
        for (std::size_t project = 0; project < 12; ++project) {
            const Money price = definition.projects[project].cost;
            if (folder.random.below(3) != 0 || cost + price > definition.envelope) continue;
            chosen.push_back(project);
            cost += price;
        }
        (voter % 3 == 0 ? there : here).vote(folder.package(), a_voter(voter), chosen);
        ballots.push_back(chosen);
    }
    // Voters of Jambes who try again in Salzinnes change nothing.
    there.vote(folder.package(), a_voter(1), {11}).vote(folder.package(), a_voter(2), {11});
    REQUIRE(folder.send(here));
    REQUIRE(folder.send(there));
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));

    const auto expected = count::tally(definition, test::ballots(ballots));
    const auto check = [&] {
        const auto standing = folder.centre->standing();
        REQUIRE(standing.outcome);
        CHECK(standing.outcome->winners == expected.winners);
        CHECK(standing.outcome->spent == expected.spent);
        CHECK(standing.outcome->ballots == 150);
        CHECK(standing.outcome->invalid == 0);
        for (std::size_t i = 0; i < expected.ranking.size(); ++i) CHECK(standing.outcome->ranking[i].votes == expected.ranking[i].votes);
        CHECK(standing.report.duplicates == 2);
    };
    check();
    folder.restart();
    check();
}

TEST_CASE("a count follows the election's own rule, and a restart shows the same rounds")
{
    using election::RuleKind;
    const election::Rule rule = GENERATE(election::Rule{RuleKind::equal_shares, {}, election::Completion::add1_greedy}, election::Rule{RuleKind::phragmen},
                                         election::Rule{RuleKind::greedy_per_cost, {}, election::Completion::none, false});
    auto definition = test::an_election().with_costs({60, 50, 40, 10}).with_envelope(Money{100'00}).without_ceiling().with_rule(rule).build();
    definition.batch_minimum = 5;
    AServerFolder folder(definition);
    const std::vector<std::vector<std::size_t>> choices{{0}, {0, 1}, {0, 1, 2}, {2, 3}, {3}};
    auto terminal = folder.terminal();
    for (std::size_t voter = 0; voter < choices.size(); ++voter) terminal.vote(folder.package(), a_voter(voter + 1), choices[voter]);
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));
    const auto expected = count::tally(folder.package().definition, test::ballots(choices));
    const auto check = [&] {
        const auto standing = folder.centre->standing();
        REQUIRE(standing.outcome);
        CHECK(standing.outcome->winners == expected.winners);
        REQUIRE(standing.outcome->rounds.size() == expected.rounds.size());
        for (std::size_t i = 0; i < expected.rounds.size(); ++i) {
            CHECK(standing.outcome->rounds[i].score.fraction == expected.rounds[i].score.fraction);
            CHECK(standing.outcome->rounds[i].supporters == expected.rounds[i].supporters);
            CHECK(standing.outcome->rounds[i].completing == expected.rounds[i].completing);
        }
    };
    check();
    folder.restart();
    check();
}

TEST_CASE("a count comes after the close, once, and a second close or count does no harm")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(terminal));
    CHECK(folder.centre->count(silent).error().code == Errc::refused);
    CHECK(*folder.centre->close());
    CHECK_FALSE(*folder.centre->close());
    CHECK(*folder.centre->count(silent));
    const auto signed_result = folder.centre->document("/result.jws")->body;
    CHECK_FALSE(*folder.centre->count(silent));
    folder.restart();
    CHECK_FALSE(*folder.centre->close());
    CHECK_FALSE(*folder.centre->count(silent));
    CHECK(folder.centre->document("/result.jws")->body == signed_result);
}

TEST_CASE("a record that arrives after the close is kept as evidence, its terminal hears where its chain stands")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    terminal.vote(folder.package(), a_voter(2), {0});
    folder.restart();
    const auto answer = folder.send(terminal, 2);
    REQUIRE(answer);
    CHECK(folder.receipt(*answer).next == 2);
    REQUIRE(folder.send(terminal));
    CHECK(folder.report().accepted == 1);
    CHECK(folder.report().reasons.at(store::Reason::after_close) == 1);
}

TEST_CASE("a ballot whose plaintext breaks the rules or says nothing is counted as invalid and nowhere else")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    // A terminal with changed software: sealed for other rules, and a group element that encodes nothing.
    auto lax = folder.package();
    lax.definition.ballot.max_cost.reset();
    terminal.vote(lax, a_voter(2), {7, 8, 6});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));
    const auto standing = folder.centre->standing();
    CHECK(standing.outcome->ballots == 1);
    CHECK(standing.outcome->invalid == 1);
    CHECK(standing.outcome->winners == std::vector<std::size_t>{0});
}

TEST_CASE("the signed result says what was counted, and an altered one is refused")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0, 1});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));
    const auto jws = folder.centre->document("/result.jws")->body;
    const auto result = counting::open_result(jws, folder.package());
    REQUIRE(result);
    CHECK(result->outcome.winners == std::vector<std::size_t>{0, 1});
    CHECK(result->report == folder.report());
    CHECK(result->checkpoint == folder.centre->standing().checkpoint);

    auto altered = jws;
    altered[altered.size() / 2] = altered[altered.size() / 2] == 'A' ? 'B' : 'A';
    CHECK_FALSE(counting::open_result(altered, folder.package()));
    const AServerFolder other;
    CHECK_FALSE(counting::open_result(jws, other.package()));

    const auto json = nlohmann::json::parse(folder.centre->document("/result.json")->body);
    CHECK(json["winners"] == nlohmann::json::parse(R"(["p1","p2"])"));
    CHECK(json["spent"].dump() == "30000");
    CHECK(json["report"]["accepted"] == 1);
}

TEST_CASE("the table, the ballots and the minutes can be taken away after the count, and not before it")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < 20; ++voter) terminal.vote(folder.package(), a_voter(voter), {voter % 3});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    for (const char* path : {"/result-fr.csv", "/minutes-fr.pdf", "/result.pb"}) CHECK(folder.centre->document(path).error().code == Errc::not_found);
    REQUIRE(*folder.centre->count(silent));
    const auto check = [&] {
        for (const std::string language : publish::kLanguages) {
            CHECK(folder.centre->document("/result-" + language + ".csv")->type == "text/csv; charset=utf-8");
            const auto minutes = folder.centre->document("/minutes-" + language + ".pdf");
            CHECK(minutes->type == "application/pdf");
            CHECK(minutes->body.starts_with("%PDF-"));
            CHECK(folder.centre->document("/minutes-" + language + ".pdf")->body == minutes->body);
        }
        const auto ballots = election::parse_pabulib(folder.centre->document("/result.pb")->body);
        REQUIRE(ballots);
        CHECK(ballots->votes.size() == 20);
    };
    check();
    folder.restart();
    check();
    CHECK_FALSE(folder.centre->document("/minutes-it.pdf"));
}

TEST_CASE("platforms take the ballots back where the projects bear their numbers, and where there are enough of them")
{
    auto definition = test::an_election().with_projects(3).build();
    const std::size_t voters = GENERATE(19, 20);
    const bool numbered = GENERATE(true, false);
    for (std::size_t i = 0; numbered && i < 3; ++i) definition.projects[i].id = std::to_string(i + 11);
    AServerFolder folder(definition);
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < voters; ++voter) terminal.vote(folder.package(), a_voter(voter), {voter % 2});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));
    const auto totals = folder.centre->document("/result-decidim.csv");
    const auto sheets = folder.centre->document("/result-consul.txt");
    if (voters < definition.batch_minimum || !numbered) {
        CHECK(totals.error().code == Errc::not_found);
        CHECK(sheets.error().code == Errc::not_found);
        return;
    }
    CHECK(totals->type == "text/csv; charset=utf-8");
    CHECK(totals->body == "id;paper_ballots_to_import\n11;10\n12;10\n13;0\n");
    CHECK(sheets->type == "text/plain; charset=utf-8");
    CHECK(std::count(sheets->body.begin(), sheets->body.end(), '\n') == 20);
    CHECK(sheets->body.starts_with("11\n"));
    CHECK(sheets->body.ends_with("\n12\n"));
}

TEST_CASE("few ballots are not shown one by one, and the page does not lead to them")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < 19; ++voter) terminal.vote(folder.package(), a_voter(voter), {0});
    REQUIRE(folder.send(terminal));
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));
    CHECK(folder.centre->document("/result.pb").error().code == Errc::not_found);
    const auto page = folder.centre->document("/nl")->body;
    CHECK(page.find("result.pb") == std::string::npos);
    CHECK(page.find("href=\"/minutes-nl.pdf\"") != std::string::npos);
    CHECK(page.find("href=\"/result-nl.csv\"") != std::string::npos);
}

TEST_CASE("an election without one ballot is counted too")
{
    AServerFolder folder;
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count(silent));
    CHECK(folder.centre->standing().outcome->winners.empty());
}
