#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "sync-server/intake/judge.hpp"
#include "tests/support/a_centre.hpp"
#include "tests/support/a_terminal.hpp"

using namespace isoloir;
using namespace isoloir::intake;
using test::a_voter;

namespace {

struct AHall {
    test::ACentre centre;
    test::ATerminal terminal{centre.random};

    Checked check(const wire::BatchLine& line) const { return check_record(line, terminal.device().public_key(), centre.package); }
    Reason reason_of_last() const { return check(terminal.lines().back()).reason; }

    /// A vote whose payload was changed before it was signed.
    Reason reason_when(const std::function<void(nlohmann::json&)>& change)
    {
        test::ATerminal scratch = terminal.clone();
        scratch.vote(centre.package, a_voter(1), {0});
        const auto line = scratch.lines().back();
        auto payload = nlohmann::json::parse(*wire::open_envelope(line.record, wire::Kind::record, ballot::kMaxRecordBytes, terminal.device().public_key()));
        change(payload);
        test::ATerminal attacker = terminal.clone();
        attacker.append_text(payload.dump(), line.voter);
        return check(attacker.lines().back()).reason;
    }
};

/// Changes one half of the first pair in `name`.
std::function<void(nlohmann::json&)> with_half(const std::string& name, bool second, const ByteArray<32>& value)
{
    return [=](nlohmann::json& payload) {
        auto both = *array_from_base64url<64>(payload[name][0].get<std::string>());
        std::copy(value.begin(), value.end(), both.begin() + (second ? 32 : 0));
        payload[name][0] = to_base64url(both);
    };
}

}  // namespace

TEST_CASE("an honest vote and an honest event pass every check of their own")
{
    AHall hall;
    hall.terminal.opened(hall.centre.package);
    CHECK(hall.reason_of_last() == Reason::event);
    hall.terminal.vote(hall.centre.package, a_voter(1), {0, 2});
    CHECK(hall.reason_of_last() == Reason::accepted);
}

TEST_CASE("a record that is altered anywhere after it was signed is refused as forged or as no record")
{
    AHall hall;
    hall.terminal.vote(hall.centre.package, a_voter(1), {0});
    const auto line = hall.terminal.lines().back();
    for (std::size_t at = 0; at < line.record.size(); at += 7) {
        auto altered = line;
        altered.record[at] = altered.record[at] == 'A' ? 'B' : 'A';
        const Checked checked = hall.check(altered);
        CAPTURE(at);
        CHECK_FALSE(checked.content);
        CHECK((checked.reason == Reason::signature || checked.reason == Reason::shape));
    }
    auto cut = line;
    cut.record.resize(cut.record.size() - 1);
    CHECK_FALSE(hall.check(cut).content);
    auto huge = line;
    huge.record.append(ballot::kMaxRecordBytes, 'A');
    CHECK(hall.check(huge).reason == Reason::shape);
}

TEST_CASE("a record signed by another terminal is forged")
{
    AHall hall;
    test::ATerminal stranger(hall.centre.random);
    stranger.vote(hall.centre.package, a_voter(1), {0});
    CHECK(hall.check(stranger.lines().back()).reason == Reason::signature);
}

TEST_CASE("a record of another election is told as such")
{
    AHall hall;
    const test::ACentre other;
    hall.terminal.vote(other.package, a_voter(1), {0});
    CHECK(hall.reason_of_last() == Reason::foreign_election);
}

TEST_CASE("a voter commitment that the tag and opening beside it do not open is refused")
{
    AHall hall;
    hall.terminal.vote(hall.centre.package, a_voter(1), {0});
    auto line = hall.terminal.lines().back();
    line.voter->tag = a_voter(2);
    CHECK(hall.check(line).reason == Reason::commitment);
    line = hall.terminal.lines().back();
    line.voter->opening[0] ^= 1;
    CHECK(hall.check(line).reason == Reason::commitment);
    line.voter.reset();
    CHECK(hall.check(line).reason == Reason::commitment);
}

TEST_CASE("what is no group element in ciphertext or proof makes a signed record unreadable, and what is another one makes its proof fail")
{
    AHall hall;
    ByteArray<32> high_bit{};
    high_bit[31] = 0x80;
    ByteArray<32> no_element;
    no_element.fill(0xff);
    const auto other = crypto::base_times(crypto::Scalar::of(5)).bytes();
    for (const char* name : {"ciphertext", "proof"}) {
        CAPTURE(name);
        CHECK(hall.reason_when(with_half(name, false, high_bit)) == Reason::unreadable);
        CHECK(hall.reason_when(with_half(name, false, no_element)) == Reason::unreadable);
        CHECK(hall.reason_when(with_half(name, false, {})) == Reason::unreadable);  // the identity
        CHECK(hall.reason_when(with_half(name, false, other)) == Reason::proof);
    }
    CHECK(hall.reason_when(with_half("ciphertext", true, high_bit)) == Reason::unreadable);
    CHECK(hall.reason_when(with_half("ciphertext", true, {})) == Reason::unreadable);
    CHECK(hall.reason_when(with_half("ciphertext", true, other)) == Reason::proof);
    CHECK(hall.reason_when(with_half("proof", true, no_element)) == Reason::unreadable);  // not reduced
    CHECK(hall.reason_when(with_half("proof", true, crypto::Scalar::of(7).bytes())) == Reason::proof);
}

TEST_CASE("a ballot with a block too few or too many, an unknown member or an unknown kind is refused")
{
    AHall hall;
    CHECK(hall.reason_when([](nlohmann::json& payload) {
        payload["ciphertext"].push_back(payload["ciphertext"][0]);
        payload["proof"].push_back(payload["proof"][0]);
    }) == Reason::proof);
    CHECK(hall.reason_when([](nlohmann::json& payload) {
        payload["ciphertext"].clear();
        payload["proof"].clear();
    }) == Reason::proof);
    CHECK(hall.reason_when([](nlohmann::json& payload) { payload["mark"] = "x"; }) == Reason::unreadable);
    CHECK(hall.reason_when([](nlohmann::json& payload) { payload["kind"] = "gift"; }) == Reason::unreadable);
    CHECK(hall.reason_when([](nlohmann::json& payload) { payload.erase("seq"); }) == Reason::shape);
}

TEST_CASE("a ballot copied to another place in the chain fails its proof")
{
    AHall hall;
    hall.terminal.vote(hall.centre.package, a_voter(1), {0});
    const auto line = hall.terminal.lines().back();
    auto content = *ballot::open_record(line.record, hall.terminal.device().public_key());
    content.sequence = 1;
    content.previous = hall.terminal.head().last;
    hall.terminal.append(content, line.voter);
    CHECK(hall.reason_of_last() == Reason::proof);
}

TEST_CASE("a spoilt ballot is held against its opening, and has no voter whatever is sent beside it")
{
    AHall hall;
    hall.terminal.spoilt(hall.centre.package, {0, 2});
    CHECK(hall.reason_of_last() == Reason::spoilt);
    CHECK(hall.check(hall.terminal.lines().back()).marks.size() == 1);
    auto line = hall.terminal.lines().back();
    line.voter = {a_voter(1), {}};
    CHECK(hall.check(line).reason == Reason::spoilt);
    CHECK_FALSE(hall.check(line).voter);

    hall.terminal.spoilt_falsely(hall.centre.package);
    CHECK(hall.reason_of_last() == Reason::opening);
}

TEST_CASE("a record goes where its chain says")
{
    AHall hall;
    auto& terminal = hall.terminal;
    terminal.opened(hall.centre.package).vote(hall.centre.package, a_voter(1), {0});
    const Checked opened = hall.check(terminal.lines()[0]);
    const Checked vote = hall.check(terminal.lines()[1]);
    const store::Chain empty;
    const store::Chain open = advance(empty, opened);
    REQUIRE(open.head.next == 1);
    REQUIRE(open.open);

    SECTION("in order: into the log")
    {
        CHECK(judge(vote, open, {}, true) == Judgement{Place::log, Reason::accepted, false, false});
    }
    SECTION("ahead of its turn: refused until what is missing has come")
    {
        CHECK(judge(vote, empty, {}, true) == Judgement{Place::nowhere, Reason::gap, false, true});
    }
    SECTION("sent again: nothing to do")
    {
        CHECK(judge(opened, open, opened.hash, true).place == Place::already);
    }
    SECTION("another record of the same number: a fork")
    {
        CHECK(judge(opened, open, vote.hash, true) == Judgement{Place::evidence, Reason::fork, true, false});
    }
    SECTION("another past: a fork")
    {
        store::Chain other = open;
        other.head.last[0] ^= 1;
        CHECK(judge(vote, other, {}, true) == Judgement{Place::evidence, Reason::fork, true, false});
    }
    SECTION("after a fork: held apart")
    {
        store::Chain forked = open;
        forked.forked = true;
        CHECK(judge(vote, forked, {}, true) == Judgement{Place::evidence, Reason::after_fork, false, false});
    }
    SECTION("before the poll opened: in the log, not counted")
    {
        store::Chain closed = open;
        closed.open = false;
        CHECK(judge(vote, closed, {}, true) == Judgement{Place::log, Reason::not_open, false, false});
    }
    SECTION("spoilt: in the log, and only while the poll is open")
    {
        test::ATerminal scratch = terminal.clone();
        const Checked spoilt = hall.check(scratch.spoilt(hall.centre.package, {0}).lines()[2]);
        const store::Chain after = advance(open, vote);
        CHECK(judge(spoilt, after, {}, true) == Judgement{Place::log, Reason::spoilt, false, false});
        store::Chain closed = after;
        closed.open = false;
        CHECK(judge(spoilt, closed, {}, true) == Judgement{Place::log, Reason::not_open, false, false});
    }
    SECTION("after the election was closed: evidence")
    {
        CHECK(judge(vote, open, {}, false) == Judgement{Place::evidence, Reason::after_close, false, true});
    }
    SECTION("signature wrong: nowhere, whatever the rest says")
    {
        auto line = terminal.lines()[1];
        line.record.back() = line.record.back() == 'A' ? 'Q' : 'A';
        CHECK(judge(hall.check(line), open, {}, true).place == Place::nowhere);
    }
    SECTION("closed and opened again by events")
    {
        terminal.closed(hall.centre.package).opened(hall.centre.package);
        store::Chain chain = advance(open, vote);
        chain = advance(chain, hall.check(terminal.lines()[2]));
        CHECK_FALSE(chain.open);
        chain = advance(chain, hall.check(terminal.lines()[3]));
        CHECK(chain.open);
    }
}
