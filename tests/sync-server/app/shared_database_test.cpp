// Several servers, each with a folder of its own, over one PostgreSQL: one log, and whoever dies or stops does no harm.

#include "tests/support/catch.hpp"

#include <atomic>
#include <thread>

#include "sync-server/store/postgres/postgres_connection.hpp"
#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using namespace std::chrono_literals;
using test::a_voter;
using test::AServerFolder;

namespace {

/// Another server of the same election: its folder has the first one's key and the database's address.
struct AnotherServer {
    test::TemporaryFolder root;
    std::unique_ptr<app::Centre> centre;

    explicit AnotherServer(AServerFolder& first)
    {
        const auto path = root / "centre";
        std::filesystem::create_directory(path);
        std::filesystem::copy_file(first.path / "store.key", path / "store.key");
        std::filesystem::copy_file(first.path / "database", path / "database");
        centre = app::Centre::open(*store::open_folder({path}), first.clock, first.random).value();
    }
};

/// What a reader of the log would hold against the signed checkpoint, from nothing but what is stored.
void check_log(AServerFolder& folder)
{
    REQUIRE(folder.open());
}

}  // namespace

TEST_CASE("records that come to several servers make one log, and all of them tell the same")
{
    AServerFolder first;
    AnotherServer second(first);
    auto one = first.terminal("Jambes");
    auto two = first.terminal("Salzinnes");
    REQUIRE(second.centre->follow());
    for (std::uint64_t voter = 0; voter < 6; ++voter) {
        one.vote(first.package(), a_voter(voter), {0});
        two.vote(first.package(), a_voter(voter + 3), {1});
        REQUIRE((voter % 2 == 0 ? *first.centre : *second.centre).accept(one.id(), one.batch(0)));
        REQUIRE((voter % 2 == 0 ? *second.centre : *first.centre).accept(two.id(), two.batch(0)));
    }
    REQUIRE(first.centre->follow());
    REQUIRE(second.centre->follow());
    const auto told = first.centre->standing();
    CHECK(told.checkpoint == second.centre->standing().checkpoint);
    CHECK(told.report == second.centre->standing().report);
    CHECK(told.report.accepted == 9);
    CHECK(told.report.duplicates == 3);
    check_log(first);
}

TEST_CASE("a batch that comes again to another server gets the same receipt, and one that is no more the last is looked at anew")
{
    AServerFolder first;
    AnotherServer second(first);
    auto terminal = first.terminal();
    REQUIRE(second.centre->follow());
    terminal.vote(first.package(), a_voter(1), {0});
    const std::string earlier = terminal.batch(0);
    const auto receipt = first.centre->accept(terminal.id(), earlier);
    REQUIRE(receipt);
    CHECK(*second.centre->accept(terminal.id(), earlier) == *receipt);
    terminal.vote(first.package(), a_voter(2), {0});
    REQUIRE(second.centre->accept(terminal.id(), terminal.batch(0)));
    std::optional<app::BatchSeen> seen;
    first.centre->on_batch([&](const app::BatchSeen& batch) { seen = batch; });
    const auto anew = first.centre->accept(terminal.id(), earlier);
    REQUIRE(anew);
    CHECK(first.receipt(*anew).next == 3);
    CHECK_FALSE(seen->again);
    CHECK(seen->records == 2);
    CHECK(seen->reasons.empty());
}

TEST_CASE("one voter at several servers in one moment is accepted exactly once")
{
    AServerFolder first;
    AnotherServer second(first);
    constexpr std::uint64_t kVoters = 60;
    std::vector<test::ATerminal> terminals;
    for (int i = 0; i < 4; ++i) terminals.push_back(first.terminal("Hall " + std::to_string(i)));
    for (auto& terminal : terminals)
        for (std::uint64_t voter = 0; voter < kVoters; ++voter) terminal.vote(first.package(), a_voter(voter), {0});
    REQUIRE(second.centre->follow());

    std::atomic<int> refused{0};
    std::vector<std::jthread> halls;
    for (std::size_t i = 0; i < terminals.size(); ++i)
        halls.emplace_back([&, i] {
            app::Centre& centre = i % 2 == 0 ? *first.centre : *second.centre;
            for (std::size_t sent = 0; sent < terminals[i].lines().size(); sent += 7) {
                const auto& lines = terminals[i].lines();
                const auto last = std::min(sent + 7, lines.size());
                const std::vector<wire::BatchLine> some{lines.begin() + static_cast<std::ptrdiff_t>(sent), lines.begin() + static_cast<std::ptrdiff_t>(last)};
                if (!centre.accept(terminals[i].id(), wire::write_batch(some))) ++refused;
            }
        });
    halls.clear();
    CHECK(refused == 0);
    REQUIRE(first.centre->follow());
    CHECK(first.report().accepted == kVoters);
    CHECK(first.report().duplicates == 3 * kVoters);
    check_log(first);
}

TEST_CASE("online votes that come to two servers stand in one chain")
{
    AServerFolder first;
    AnotherServer second(first);
    const auto file = [](int from) {
        std::string text = "voter_id;projects\n";
        for (int voter = from; voter < from + 40; ++voter) text += "CARD" + std::to_string(1000 + voter) + ";p1\n";
        return text;
    };
    const auto import = [&](app::Centre& centre, int from) {
        return centre.import_online(
            file(from), [](std::size_t, const std::string&) {}, test::nobody_watches);
    };
    std::optional<Result<app::Imported>> other;
    {
        std::jthread at_second([&] { other = import(*second.centre, 20); });
        REQUIRE(import(*first.centre, 0));
    }
    REQUIRE(*other);
    // The same file at both in one moment is taken once.
    {
        std::jthread at_second([&] { other = import(*second.centre, 100); });
        REQUIRE(import(*first.centre, 100));
    }
    REQUIRE(*other);
    REQUIRE(first.centre->follow());
    CHECK(first.report().accepted == 100);
    CHECK(first.report().duplicates == 20);
    CHECK(first.report().refused == 0);
    check_log(first);
}

TEST_CASE("what one server decides holds at the other")
{
    AServerFolder first;
    AnotherServer second(first);
    auto terminal = first.terminal("Jambes");
    CHECK_FALSE(second.centre->admits(terminal.device().public_key()));
    REQUIRE(second.centre->follow());
    CHECK(second.centre->admits(terminal.device().public_key()));
    terminal.vote(first.package(), a_voter(1), {0});
    REQUIRE(second.centre->accept(terminal.id(), terminal.batch(0)));
    REQUIRE(second.centre->revoke("Jambes"));
    REQUIRE(first.centre->follow());
    CHECK_FALSE(first.centre->admits(terminal.device().public_key()));
    REQUIRE(*first.centre->close());
    CHECK_FALSE(*second.centre->close());
    REQUIRE(*second.centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
    REQUIRE(first.centre->follow());
    CHECK(first.centre->document("/result.jws")->body == second.centre->document("/result.jws")->body);
    CHECK(first.centre->standing().outcome.has_value());
}

TEST_CASE("what proves the count at one server is published by all")
{
    AServerFolder first;
    AnotherServer second(first);
    auto hall = first.terminal();
    for (std::uint64_t voter = 0; voter < 20; ++voter) hall.vote(first.package(), a_voter(voter), {0});
    REQUIRE(first.send(hall));
    REQUIRE(first.centre->close());
    REQUIRE(first.centre->count([](const char*, std::size_t) { return test::nobody_watches; }, first.root / "bundle"));
    REQUIRE(second.centre->follow());
    CHECK(second.centre->standing().proved);
    CHECK(second.centre->document("/bundle.json")->body == first.centre->document("/bundle.json")->body);
    CHECK(*second.centre->download("/bundle/round-0/mix-1.output")->pieces.next() == *first.centre->download("/bundle/round-0/mix-1.output")->pieces.next());
    CHECK(second.centre->download("/bundle/log/tile/entries/000.p/21")->pieces.next()->size() > 20);
}

TEST_CASE("when the database goes away nothing is acknowledged, and afterwards everything goes on, once")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t voter = 0; voter < 5; ++voter) terminal.vote(folder.package(), a_voter(voter), {0});
    REQUIRE(folder.send(terminal));
    terminal.vote(folder.package(), a_voter(5), {0});
    test::shared_postgres().stop("immediate");
    CHECK(folder.send(terminal).error().code == Errc::unavailable);
    CHECK(folder.send(terminal).error().code == Errc::unavailable);
    test::shared_postgres().start();
    const auto receipt = folder.send(terminal);
    REQUIRE(receipt);
    CHECK(folder.receipt(*receipt).next == 7);
    CHECK(folder.report().accepted == 6);
    CHECK(*folder.send(terminal) == *receipt);
    check_log(folder);
}

TEST_CASE("a server that stands still within its turn loses it, and cannot write when it wakes")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    std::atomic<bool> inside{false};
    Status woken;
    std::jthread sleeper([&] {
        const auto connection = store::PostgresConnection::open(folder.database).value();
        woken = connection->transact([&]() -> Status {
            ISO_CHECK(connection->run("UPDATE turns SET turn = turn + 1", {}));
            inside = true;
            std::this_thread::sleep_for(11s);  // as SIGSTOP would do
            return connection->run("UPDATE turns SET turn = 100", {}).map([](auto) {});
        });
    });
    while (!inside) std::this_thread::yield();
    REQUIRE(folder.send(terminal));
    sleeper.join();
    CHECK(woken.error().code == Errc::unavailable);
    check_log(folder);
}

TEST_CASE("of several servers one makes each round of a live ranking, and all show the same")
{
    constexpr std::uint32_t kLeast = 5;
    AServerFolder first(test::an_election().with_live_ranking(kLeast).build());
    AnotherServer second(first);
    auto hall = first.terminal();
    for (std::uint64_t voter = 0; voter < 4 * kLeast; ++voter) hall.vote(first.package(), a_voter(voter), {voter % 3});
    REQUIRE(first.send(hall));
    REQUIRE(second.centre->follow());
    Result<bool> other = false;
    {
        std::jthread at_second([&] { other = second.centre->make_round(); });
        CHECK(first.centre->make_round());
    }
    CHECK(other);
    REQUIRE(first.centre->follow());
    REQUIRE(second.centre->follow());
    for (app::Centre* centre : {first.centre.get(), second.centre.get()}) {
        const auto so_far = centre->standing().so_far;
        REQUIRE(so_far);
        CHECK(so_far->ballots == 3 * kLeast);
        CHECK(so_far->ranking.front().votes == kLeast);
        CHECK_FALSE(*centre->make_round());
    }
}

TEST_CASE("a server that is busy with records of its own sees all the same that another revoked a terminal")
{
    AServerFolder first;
    AnotherServer second(first);
    auto busy = first.terminal("Jambes");
    auto stolen = first.terminal("Salzinnes");
    REQUIRE(first.centre->follow());
    REQUIRE(second.centre->follow());
    REQUIRE(*second.centre->revoke("Salzinnes"));
    busy.vote(first.package(), a_voter(1), {0});
    REQUIRE(first.send(busy));
    REQUIRE(first.centre->follow());
    CHECK_FALSE(first.send(stolen));
}
