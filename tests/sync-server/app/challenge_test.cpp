#include <sstream>

#include "sync-server/app/show.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;
using store::Reason;

namespace {

struct Same final : crypto::Random {
    void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{7}); }
};

Advance nobody_watches_stage(const char*, std::size_t)
{
    return nobody_watches;
}

std::string shown(const intake::Report& report)
{
    std::ostringstream out;
    app::show_report(report, false, out);
    return out.str();
}

}  // namespace

TEST_CASE("spoilt ballots are in the log, told in numbers, and never counted")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.spoilt(folder.package(), {0}).vote(folder.package(), a_voter(1), {1}).spoilt(folder.package(), {0, 1}).vote(folder.package(), a_voter(2), {1});
    const auto receipt = folder.receipt(folder.send(terminal).value());
    CHECK(receipt.next == 5);
    CHECK(receipt.states == std::vector<wire::RecordState>(5, wire::RecordState::accepted));

    folder.restart();  // what is told is recomputed from the log
    CHECK(folder.report().accepted == 2);
    CHECK(folder.report().spoilt == 2);
    CHECK(folder.report().refused == 0);
    CHECK(folder.report().channels.front().spoilt == 2);
    CHECK(folder.centre->terminals().front().spoilt == 2);
    CHECK_FALSE(folder.centre->terminals().front().cheats);
    CHECK(folder.checkpoint().size == 5);
    CHECK(shown(folder.report()).find("laid open") != std::string::npos);
    CHECK(shown(folder.report()).find("ALARM") == std::string::npos);

    REQUIRE(folder.centre->close());
    REQUIRE(folder.centre->count(nobody_watches_stage).value());
    CHECK(folder.centre->standing().outcome->ballots == 2);
    CHECK(folder.centre->standing().outcome->ranking.front().votes == 2);
    folder.restart();  // and read back from the signed result
    CHECK(folder.report().spoilt == 2);
}

TEST_CASE("a terminal that lays another ballot open than it sealed is kept in evidence, named and alarmed about")
{
    AServerFolder folder;
    auto honest = folder.terminal("Jambes");
    auto cheat = folder.terminal("Salzinnes");
    cheat.spoilt_falsely(folder.package()).vote(folder.package(), a_voter(1), {0});
    honest.spoilt(folder.package(), {0});
    const auto receipt = folder.receipt(folder.send(cheat).value());
    CHECK(receipt.states == std::vector{wire::RecordState::accepted, wire::RecordState::refused, wire::RecordState::accepted});
    REQUIRE(folder.send(honest));

    folder.restart();
    const auto report = folder.report();
    CHECK(report.spoilt == 1);
    CHECK(report.refused == 1);
    CHECK(report.reasons.at(Reason::opening) == 1);
    CHECK(report.accepted == 1);
    for (const auto& channel : report.channels) CHECK(channel.false_openings == (channel.name == "Salzinnes" ? 1 : 0));
    for (const auto& terminal : folder.centre->terminals()) CHECK(terminal.cheats == (terminal.hall == "Salzinnes"));
    CHECK(shown(report).find("ALARM: a terminal of \"Salzinnes\"") != std::string::npos);
    CHECK(shown(report).find("\"Jambes\"") == std::string::npos);
    CHECK(folder.checkpoint().size == 5);
}

TEST_CASE("a ballot that was laid open cannot be cast any more, nor one that was cast pass as a check")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    auto other = folder.terminal("Salzinnes");
    Same same;
    terminal.spoilt(folder.package(), {0}, same).vote(folder.package(), a_voter(1), {0}, same);
    REQUIRE(folder.send(terminal));
    CHECK(folder.report().accepted == 0);
    CHECK(folder.report().reasons.at(Reason::replay) == 1);

    folder.restart();
    other.vote(folder.package(), a_voter(2), {0}, same).spoilt(folder.package(), {0}, same);
    REQUIRE(folder.send(other));
    CHECK(folder.report().accepted == 0);
    CHECK(folder.report().spoilt == 1);
    CHECK(folder.report().reasons.at(Reason::replay) == 3);
}

TEST_CASE("the page that checks a terminal is served with what it needs, and asks nobody else")
{
    const AServerFolder folder;
    const auto page = folder.centre->document("/check").value();
    CHECK(page.type == "text/html; charset=utf-8");
    for (const char* needed : {"/check.js", "/check.css"}) CHECK(page.body.find(std::string("=\"") + needed + "\"") != std::string::npos);
    CHECK(page.body.find("default-src 'none'; script-src 'self'") != std::string::npos);
    const auto script = folder.centre->document("/check.js").value();
    CHECK(script.type == "text/javascript; charset=utf-8");
    CHECK(script.body.find("/package.jws") != std::string::npos);
    CHECK(script.body.find("fetch(\"http") == std::string::npos);
    CHECK(folder.centre->document("/check.css")->type == "text/css; charset=utf-8");
    CHECK(election::open_package(folder.centre->document("/package.jws")->body, folder.package().keys.authority)->id == folder.package().id);
}

TEST_CASE("a spoilt ballot by USB is one by network, and nobody is marked as having voted")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.spoilt(folder.package(), {0});
    auto lines = terminal.lines();
    lines[1].voter = {a_voter(1), {}};  // a terminal that tells who checked it
    REQUIRE(
        folder.centre->import_bundle(wire::write_bundle({folder.package().id, terminal.device().public_key(), 0, lines}, terminal.device()), nobody_watches));
    CHECK(folder.report().spoilt == 1);
    terminal.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(terminal));
    CHECK(folder.report().accepted == 1);
    CHECK(folder.report().spoilt == 1);
}
