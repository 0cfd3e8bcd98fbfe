// Records on their way into the log, through the door that the network uses.

#include "tests/support/catch.hpp"

#include <thread>

#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using store::Reason;
using test::a_voter;
using test::AServerFolder;

TEST_CASE("a batch is answered with a receipt that covers it, and its records are the leaves of the signed log")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0}).vote(folder.package(), a_voter(2), {1});
    const auto answer = folder.send(terminal);
    REQUIRE(answer);
    const auto receipt = folder.receipt(*answer);
    CHECK(receipt.next == 3);
    CHECK(receipt.last == terminal.head().last);
    CHECK(receipt.first == 0);
    CHECK(receipt.states == std::vector<wire::RecordState>(3, wire::RecordState::accepted));
    CHECK_FALSE(receipt.forked);

    log::MerkleTree expected;
    for (const auto& line : terminal.lines()) expected.append(log::leaf_hash(bytes_of(line.record)));
    const auto checkpoint = *log::open_checkpoint(receipt.checkpoint, folder.package().id, folder.package().keys.log);
    CHECK(checkpoint == log::Checkpoint{3, expected.root()});
    folder.restart();
    CHECK(folder.checkpoint() == checkpoint);
    CHECK(folder.report().accepted == 2);
}

TEST_CASE("every batch may be sent again, in any cut, and changes nothing more")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 6; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    const auto first = folder.send(terminal);
    REQUIRE(first);
    const auto checkpoint = folder.checkpoint();
    CHECK(*folder.send(terminal) == *first);  // the very same receipt
    folder.restart();
    CHECK(*folder.send(terminal) == *first);
    for (std::size_t from = 1; from < terminal.lines().size(); ++from) {
        const auto again = folder.send(terminal, from);
        REQUIRE(again);
        CHECK(folder.receipt(*again).next == 7);
        CHECK(folder.receipt(*again).first == from);
        CHECK(folder.receipt(*again).states.size() == 7 - from);
    }
    CHECK(folder.checkpoint() == checkpoint);
    CHECK(folder.report().accepted == 6);
    CHECK(folder.report().refused == 0);
}

TEST_CASE("a batch that comes again is known before it is checked")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 3; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    std::vector<app::BatchSeen> seen;
    const auto send = [&] {
        folder.centre->on_batch([&](const app::BatchSeen& batch) { seen.push_back(batch); });
        REQUIRE(folder.send(terminal));
        return std::pair(seen.back().again, seen.back().records);
    };
    CHECK(send() == std::pair(false, std::size_t{4}));
    CHECK(send() == std::pair(true, std::size_t{0}));
    terminal.vote(folder.package(), a_voter(3), {0});
    CHECK(send() == std::pair(false, std::size_t{5}));
    CHECK(send() == std::pair(true, std::size_t{0}));
    folder.restart();
    CHECK(send() == std::pair(true, std::size_t{5}));  // a server that did not take it itself learns it from the store
}

TEST_CASE("records out of order wait for what is missing, and nothing of them is lost")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 4; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    const auto early = folder.send(terminal, 2);
    REQUIRE(early);
    CHECK(folder.receipt(*early).next == 0);
    auto reordered = terminal.lines();
    std::swap(reordered[2], reordered[3]);
    const auto answer = folder.centre->accept(terminal.id(), wire::write_batch(reordered));
    CHECK(folder.receipt(*answer).next == 2);
    CHECK(folder.receipt(*folder.send(terminal)).next == 5);
    CHECK(folder.report().accepted == 4);
    CHECK(folder.report().refused == 0);
}

TEST_CASE("a forged record is refused with the rest of its batch, the good ones before it are taken")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0}).vote(folder.package(), a_voter(2), {0}).vote(folder.package(), a_voter(3), {0});
    auto lines = terminal.lines();
    lines[2].record[lines[2].record.size() / 2] ^= 1;
    const auto answer = folder.centre->accept(terminal.id(), wire::write_batch(lines));
    REQUIRE(answer);
    CHECK(folder.receipt(*answer).next == 2);
    const std::vector<wire::BatchLine> rest(lines.begin() + 2, lines.end());
    const auto refused = folder.centre->accept(terminal.id(), wire::write_batch(rest));
    REQUIRE_FALSE(refused);
    CHECK((refused.error().code == Errc::forged || refused.error().code == Errc::malformed));
    CHECK(folder.report().refused == 2);
    CHECK(folder.report().accepted == 1);
    CHECK(folder.receipt(*folder.send(terminal)).next == 4);
}

TEST_CASE("what is no batch is refused and takes nothing")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    CHECK(folder.centre->accept(terminal.id(), "{}").error().code == Errc::malformed);
    CHECK(folder.centre->accept(terminal.id(), terminal.batch().substr(0, 50)).error().code == Errc::malformed);
    CHECK(folder.report().reasons.at(Reason::shape) == 2);
    CHECK(folder.checkpoint().size == 0);
}

TEST_CASE("an unknown terminal is refused, and however many names it takes they are counted as one")
{
    AServerFolder folder;
    for (int i = 0; i < 3; ++i) {
        test::ATerminal stranger(folder.random);
        stranger.opened(folder.package());
        CHECK(folder.send(stranger).error().code == Errc::refused);
        CHECK_FALSE(folder.centre->admits(stranger.device().public_key()));
    }
    CHECK(folder.report().reasons.at(Reason::unknown_terminal) == 3);
    CHECK(folder.report().channels.size() == 1);
}

TEST_CASE("nothing is taken from a revoked terminal, whatever hour its records claim, and what it had sent stands")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    REQUIRE(folder.send(terminal));
    CHECK(folder.centre->admits(terminal.device().public_key()));
    REQUIRE(*folder.centre->revoke("Jambes"));
    CHECK_FALSE(*folder.centre->revoke("Jambes"));
    CHECK_FALSE(folder.centre->admits(terminal.device().public_key()));
    terminal.vote(folder.package(), a_voter(2), {0});
    CHECK(folder.send(terminal, 2).error().code == Errc::refused);
    folder.restart();
    CHECK(folder.send(terminal, 2).error().code == Errc::refused);
    CHECK(folder.centre->import_bundle(terminal.bundle(folder.package()), test::nobody_watches).error().code == Errc::refused);
    CHECK(folder.report().accepted == 1);
    CHECK(wire::open_roster(folder.centre->roster(), folder.package().keys.authority)->version == 3);
}

TEST_CASE("a record of another election is kept as evidence and enters no log")
{
    AServerFolder folder;
    const AServerFolder other;
    auto terminal = folder.terminal();
    REQUIRE(folder.send(terminal));
    auto foreign = terminal.clone();
    foreign.vote(other.package(), a_voter(1), {0});
    const auto answer = folder.send(foreign, 1);
    REQUIRE(answer);
    CHECK(folder.receipt(*answer).next == 1);
    CHECK_FALSE(folder.receipt(*answer).forked);
    CHECK(folder.report().reasons.at(Reason::foreign_election) == 1);
    terminal.vote(folder.package(), a_voter(1), {0});
    CHECK(folder.receipt(*folder.send(terminal, 1)).next == 2);
}

TEST_CASE("a cloned terminal is found out: both records are kept, the chain is flagged, what was in the log before stands")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    auto clone = terminal.clone();
    terminal.vote(folder.package(), a_voter(2), {0});
    REQUIRE(folder.send(terminal));
    clone.vote(folder.package(), a_voter(3), {1});
    const auto answer = folder.send(clone, 2);
    REQUIRE(answer);
    CHECK(folder.receipt(*answer).forked);
    CHECK(folder.receipt(*answer).next == 3);

    terminal.vote(folder.package(), a_voter(4), {0});
    CHECK(folder.receipt(*folder.send(terminal, 3)).forked);
    folder.restart();
    CHECK(folder.centre->terminals().front().forked);
    CHECK(folder.report().accepted == 2);
    CHECK(folder.report().reasons.at(Reason::fork) == 1);
    CHECK(folder.report().reasons.at(Reason::after_fork) == 1);
    CHECK(folder.checkpoint().size == 3);
    // The same evidence again is not counted again.
    REQUIRE(folder.send(clone));
    CHECK(folder.report().reasons.at(Reason::fork) == 1);
}

TEST_CASE("a clone whose records follow on another past is found out too")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    auto clone = terminal.clone();
    terminal.vote(folder.package(), a_voter(1), {0});
    clone.vote(folder.package(), a_voter(2), {0}).vote(folder.package(), a_voter(3), {0});
    REQUIRE(folder.send(terminal));
    CHECK(folder.receipt(*folder.send(clone, 2)).forked);
    CHECK(folder.report().accepted == 1);
}

TEST_CASE("a voter counts once: at two terminals the first that arrives, the other is in the log as a duplicate")
{
    AServerFolder folder;
    auto here = folder.terminal("Jambes");
    auto there = folder.terminal("Salzinnes");
    here.vote(folder.package(), a_voter(1), {0}).vote(folder.package(), a_voter(1), {1});
    there.vote(folder.package(), a_voter(1), {2}).vote(folder.package(), a_voter(2), {2});
    const auto first = folder.send(here);
    CHECK(folder.receipt(*first).states == std::vector{wire::RecordState::accepted, wire::RecordState::accepted, wire::RecordState::refused});
    const auto second = folder.send(there);
    CHECK(folder.receipt(*second).states == std::vector{wire::RecordState::accepted, wire::RecordState::refused, wire::RecordState::accepted});
    const auto report = folder.report();
    CHECK(report.accepted == 2);
    CHECK(report.duplicates == 2);
    CHECK(report.refused == 0);
    CHECK(report.channels == std::vector<intake::ChannelReport>{{"Jambes", 1, 1, 0}, {"Salzinnes", 1, 1, 0}});
    CHECK(folder.checkpoint().size == 6);
}

TEST_CASE("two terminals that send one voter at the same moment get exactly one accepted")
{
    AServerFolder folder;
    std::vector<test::ATerminal> terminals;
    for (int i = 0; i < 4; ++i) terminals.push_back(folder.terminal("Hall " + std::to_string(i)));
    for (auto& terminal : terminals)
        for (std::uint64_t voter = 0; voter < 20; ++voter) terminal.vote(folder.package(), a_voter(voter), {0});
    {
        std::vector<std::jthread> threads;
        for (const auto& terminal : terminals) threads.emplace_back([&] { (void)folder.send(terminal); });
    }
    CHECK(folder.report().accepted == 20);
    CHECK(folder.report().duplicates == 60);
    folder.restart();
    CHECK(folder.report().accepted == 20);
}

TEST_CASE("a ballot cast before the poll opened or after it closed is in the log and not counted")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0}).closed(folder.package()).vote(folder.package(), a_voter(2), {0});
    terminal.opened(folder.package()).vote(folder.package(), a_voter(3), {0});
    REQUIRE(folder.send(terminal));
    CHECK(folder.report().accepted == 2);
    CHECK(folder.report().reasons.at(Reason::not_open) == 1);
    CHECK(folder.checkpoint().size == 6);
}

TEST_CASE("a ballot that bears the ciphertext of another one is refused, also when the terminal knows its secret")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    struct Same final : crypto::Random {
        void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{7}); }
    } same;
    terminal.vote(folder.package(), a_voter(1), {0}, same).vote(folder.package(), a_voter(2), {0}, same);
    REQUIRE(folder.send(terminal));
    CHECK(folder.report().accepted == 1);
    CHECK(folder.report().reasons.at(Reason::replay) == 1);
    folder.restart();
    terminal.vote(folder.package(), a_voter(3), {0}, same);
    REQUIRE(folder.send(terminal, 3));
    CHECK(folder.report().reasons.at(Reason::replay) == 2);
}

TEST_CASE("a ballot with a false commitment stays in its chain and does not count")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0}).vote(folder.package(), a_voter(2), {0});
    auto lines = terminal.lines();
    lines[1].voter->tag = a_voter(9);
    const auto answer = folder.centre->accept(terminal.id(), wire::write_batch(lines));
    CHECK(folder.receipt(*answer).next == 3);
    CHECK(folder.report().accepted == 1);
    CHECK(folder.report().reasons.at(Reason::commitment) == 1);
}

TEST_CASE("a bundle file takes the same way as the network, and importing it twice changes nothing")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    for (std::uint64_t i = 0; i < 1200; ++i) terminal.vote(folder.package(), a_voter(i), {0});
    REQUIRE(folder.centre->accept(terminal.id(), wire::write_batch({terminal.lines().begin(), terminal.lines().begin() + 700})));
    const std::string bundle = terminal.bundle(folder.package());
    const auto first = folder.centre->import_bundle(bundle, test::nobody_watches);
    REQUIRE(first);
    CHECK(first->lines == 1201);
    CHECK(first->fresh == 501);
    CHECK(folder.receipt(first->receipt).next == 1201);
    const auto checkpoint = folder.checkpoint();
    const auto again = folder.centre->import_bundle(bundle, test::nobody_watches);
    CHECK(again->fresh == 0);
    CHECK(folder.checkpoint() == checkpoint);
    CHECK(folder.report().accepted == 1200);
}

TEST_CASE("a bundle file that was cut, altered, or made for another election is refused whole")
{
    AServerFolder folder;
    const AServerFolder other;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), a_voter(1), {0});
    const std::string bundle = terminal.bundle(folder.package());
    CHECK_FALSE(folder.centre->import_bundle(bundle.substr(0, bundle.size() - 10), test::nobody_watches));
    CHECK_FALSE(folder.centre->import_bundle("", test::nobody_watches));
    CHECK(folder.centre->import_bundle(terminal.bundle(other.package()), test::nobody_watches).error().code == Errc::refused);
    CHECK(folder.checkpoint().size == 0);
}

TEST_CASE("a terminal approved for tomorrow is refused today")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    folder.clock.pass(std::chrono::hours{-24});
    CHECK(folder.send(terminal).error().code == Errc::refused);
    folder.clock.pass(std::chrono::hours{24});
    CHECK(folder.send(terminal));
}

TEST_CASE("batches that come at once from many halls become one log, and a voter of several of them counts once")
{
    constexpr std::size_t kTerminals = 12;
    AServerFolder folder;
    std::vector<test::ATerminal> terminals;
    for (std::size_t i = 0; i < kTerminals; ++i) {
        terminals.push_back(folder.terminal("Hall " + std::to_string(i)));
        terminals.back().vote(folder.package(), a_voter(7), {0}).vote(folder.package(), a_voter(100 + i), {1});
    }
    std::vector<std::string> answers(kTerminals);
    {
        std::vector<std::jthread> sending;
        for (std::size_t i = 0; i < kTerminals; ++i) sending.emplace_back([&, i] { answers[i] = folder.send(terminals[i]).value_or(""); });
    }
    for (std::size_t i = 0; i < kTerminals; ++i) {
        const auto receipt = folder.receipt(answers[i]);
        CHECK(receipt.next == 3);
        CHECK(receipt.last == terminals[i].head().last);
        CHECK(log::open_checkpoint(receipt.checkpoint, folder.package().id, folder.package().keys.log));
        CHECK(*folder.send(terminals[i]) == answers[i]);
    }
    CHECK(folder.report().accepted == kTerminals + 1);
    CHECK(folder.report().duplicates == kTerminals - 1);
    const auto checkpoint = folder.checkpoint();
    CHECK(checkpoint.size == 3 * kTerminals);
    folder.restart();  // recomputes the whole log
    CHECK(folder.checkpoint() == checkpoint);
}
