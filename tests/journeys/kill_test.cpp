// SIGKILL at random instants, again and again: of terminals while residents vote, of the server while terminals send.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include "shared/base/file.hpp"
#include "shared/wire/bundle.hpp"
#include "tests/journeys/election_day.hpp"
#include "tests/support/a_postgres.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// When the end comes; said when a test fails, so that the instant is known.
class Fate {
public:
    std::chrono::milliseconds within(int milliseconds) { return std::chrono::milliseconds(std::uniform_int_distribution(0, milliseconds)(source_)); }

private:
    std::mt19937 source_{std::random_device{}()};
};

/// Whether a database's log has grown since.
class Pen {
public:
    explicit Pen(std::filesystem::path database) : log_(std::move(database.concat("-wal"))), before_(written()) {}
    bool moved() const { return written() > before_; }

private:
    std::uintmax_t written() const
    {
        std::error_code none;
        const auto size = std::filesystem::file_size(log_, none);
        return none ? 0 : size;
    }
    std::filesystem::path log_;
    std::uintmax_t before_;
};

/// All records of a terminal. Exporting opens the journal, which verifies its whole chain.
std::vector<std::string> records(const ElectionDay& day, const std::string& name)
{
    const std::string stick = name + ".stick";
    printed(day.hall(name, {"export", day.file(stick)}));
    const auto bundle = wire::read_bundle(*read_file(day.path(stick), 64 * 1024 * 1024));
    REQUIRE(bundle);
    std::vector<std::string> all;
    for (const auto& line : bundle->lines) all.push_back(line.record);
    return all;
}

bool begins_with(const std::vector<std::string>& records, const std::vector<std::string>& earlier)
{
    return records.size() >= earlier.size() && std::equal(earlier.begin(), earlier.end(), records.begin());
}

/// The same people voted in two halls, whose terminals now close and send what is left: all arrives, and half of it counts.
void check_each_counts_once(const ElectionDay& day, const Words& halls, int voters)
{
    for (const auto& hall : halls) {
        printed(day.hall(hall, {"close"}));
        const std::string all = std::to_string(voters + 2);  // with the poll's opening and closing
        const std::string said = printed(day.hall(hall, {"sync"}));
        INFO(said);
        CHECK(said.find("The centre has " + all + " of " + all + " records.") != std::string::npos);
    }
    CHECK(day.report().at("accepted") == voters);
    CHECK(day.report().at("duplicates") == voters);
    CHECK(day.report().at("refused") == 0);
    printed(day.centre({"close"}));
    printed(day.centre({"count"}));
    CHECK(day.result().at("ballots") == voters);
    CHECK(day.result().at("invalid") == 0);
}

}  // namespace

TEST_CASE("whenever a terminal is killed while residents vote, its chain is whole, no ballot is lost and each resident votes once")
{
    Fate fate;
    ElectionDay day;
    day.found();
    day.set_up("jambes");
    printed(day.hall("jambes", {"open"}));
    const auto reported = Json::parse(printed(Process(day.residents("jambes", 20)).end()));
    REQUIRE(reported.at("cast") == 20);

    auto kept = records(day, "jambes");
    REQUIRE(kept.size() == 21);
    for (int round = 0; round < 6 || kept.size() == 21; ++round) {
        REQUIRE(round < 100);  // of which none came after a ballot
        const Pen pen(day.path("jambes") / "journal.db");
        Process voting(day.residents("jambes", 3000));
        REQUIRE(eventually([&] { return pen.moved() || !voting.runs(); }));
        // A machine with much else to do gets to its first ballot later.
        const auto delay = fate.within(100) * (kept.size() == 21 ? 1 + round : 1);
        std::this_thread::sleep_for(delay);
        INFO("killed " << delay.count() << " ms after the first vote of round " << round << '\n' << voting.err());
        REQUIRE(voting.runs());
        voting.kill();
        const auto now = records(day, "jambes");
        CHECK(begins_with(now, kept));
        kept = now;
    }

    const auto ballots = static_cast<int>(kept.size()) - 1;
    const auto last = Json::parse(printed(Process(day.residents("jambes", ballots + 5)).end()));
    CHECK(last.at("cast") == 5);
    CHECK(last.at("refused") == ballots);
    printed(day.hall("jambes", {"close"}));
    CHECK(begins_with(records(day, "jambes"), kept));
    printed(day.centre({"ballots", "import", day.file("jambes.stick")}));
    CHECK(day.report().at("accepted") == ballots + 5);
    CHECK(day.report().at("duplicates") == 0);
    CHECK(day.report().at("refused") == 0);
}

TEST_CASE("a booth that is killed while it starts starts again")
{
    Fate fate;
    ElectionDay day;
    day.found();
    day.set_up("jambes");
    printed(day.hall("jambes", {"open"}));
    auto kept = records(day, "jambes");
    for (int round = 0; round < 2; ++round) {
        Process booth = day.start_hall("jambes", {"run", "--offscreen"});
        const auto delay = fate.within(1000);
        std::this_thread::sleep_for(delay);
        INFO("killed after " << delay.count() << " ms\n" << booth.err());
        CHECK(booth.runs());
        booth.kill();
        const auto now = records(day, "jambes");
        CHECK(begins_with(now, kept));
        kept = now;
    }
    const Pen pen(day.path("jambes") / "journal.db");
    Process booth = day.start_hall("jambes", {"run", "--offscreen"});
    REQUIRE(eventually([&] { return pen.moved() || !booth.runs(); }));
    booth.send(SIGTERM);
    CHECK(booth.end().code == 0);
    CHECK(records(day, "jambes").size() == kept.size() + 1);
}

TEST_CASE("whenever the server is killed while terminals send, every ballot arrives and counts once")
{
    const Words halls{"jambes", "dinant"};
    constexpr int kVoters = 150;  // more each round, the same people in both halls
    Fate fate;
    ElectionDay day;
    day.found();
    int voters = 0;
    {
        Process server = day.serve();
        for (const auto& hall : halls) {
            day.set_up(hall);
            printed(day.hall(hall, {"open"}));
        }
    }
    for (int round = 0; round < 3; ++round) {
        voters += kVoters;
        Process voting(day.residents(halls[0], voters));
        printed(Process(day.residents(halls[1], voters)).end());
        printed(voting.end());
        Process server = day.serve();
        const Pen pen(day.path("centre") / "store.db");
        Process one = day.start_hall(halls[0], {"sync"});
        Process two = day.start_hall(halls[1], {"sync"});
        REQUIRE(eventually([&] { return pen.moved() || !(one.runs() || two.runs()); }));
        const auto delay = fate.within(30);
        std::this_thread::sleep_for(delay);
        server.kill();
        INFO("killed " << delay.count() << " ms after the first write of round " << round);
        for (Process* sync : {&one, &two}) {
            const Ended ended = sync->end();
            INFO(ended.out << ended.err);
            CHECK((ended.code == 0 || ended.code == 1));
        }
    }

    Process server = day.serve();
    check_each_counts_once(day, halls, voters);
}

TEST_CASE("whichever of two servers is killed, or their PostgreSQL, while terminals send to both, every ballot arrives and counts once")
{
    const Words halls{"jambes", "dinant"};
    const Words centres{"centre", "centre-2"};
    constexpr int kVoters = 150;  // more each round, the same people in both halls
    Fate fate;
    APostgres postgres;
    ElectionDay day(postgres.fresh());
    day.found();
    day.found_beside(centres[1]);
    int voters = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        Process server = day.serve(centres[i]);
        day.set_up(halls[i], centres[i]);
        printed(day.hall(halls[i], {"open"}));
    }
    for (int round = 0; round < 6; ++round) {
        voters += kVoters;
        Process voting(day.residents(halls[0], voters));
        printed(Process(day.residents(halls[1], voters)).end());
        printed(voting.end());
        std::vector<Process> servers;
        std::vector<Process> syncs;
        for (const auto& centre : centres) servers.push_back(day.serve(centre));
        for (const auto& hall : halls) syncs.push_back(day.start_hall(hall, {"sync"}));
        const auto delay = fate.within(400);
        std::this_thread::sleep_for(delay);
        INFO("killed " << delay.count() << " ms after round " << round << " began");
        if (round % 3 == 2) postgres.stop("immediate");
        else servers[static_cast<std::size_t>(round % 3)].kill();
        for (Process& sync : syncs) {
            const Ended ended = sync.end();
            INFO(ended.out << ended.err);
            CHECK((ended.code == 0 || ended.code == 1));
        }
        if (round % 3 == 2) postgres.start();
        for (Process& server : servers) server.kill();
    }

    Process first = day.serve(centres[0]);
    Process second = day.serve(centres[1]);
    check_each_counts_once(day, halls, voters);
}
