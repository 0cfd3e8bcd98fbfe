// Of a voter's ballots one counts, by the election's rule, in whatever order they come.

#include "tests/support/catch.hpp"

#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using election::Precedence;
using test::AServerFolder;

namespace {

constexpr const char* kVoter = "AAAA1";

/// A hall and an online file with one voter, whose ballots name different projects.
struct TwoChannels : AServerFolder {
    test::ATerminal hall;

    explicit TwoChannels(Precedence rule) : AServerFolder(test::an_election().with_precedence(rule).build()), hall(terminal()) {}

    void vote_in_hall() { hall.at(clock.hour()).vote(package(), election::voter_tag(centre->keys().tag, *election::parse_voter_code(kVoter)), {0}); }
    void hall_arrives() { REQUIRE(send(hall)); }
    void vote_online()
    {
        const std::string file = std::string("voter_id;projects\n") + kVoter + ";p2\n";
        REQUIRE(centre->import_online(
            file, [](std::size_t, const std::string&) {}, test::nobody_watches));
    }
    /// The one project that has a vote.
    std::string winner()
    {
        const auto before = report();
        CHECK(before.accepted == 1);
        CHECK(before.duplicates == 1);
        restart();  // the stored log and its counts agree
        CHECK(report() == before);
        REQUIRE(*centre->close());
        REQUIRE(*centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
        const auto outcome = *centre->standing().outcome;
        CHECK(outcome.ballots == 1);
        return package().definition.projects[outcome.ranking.front().project].id;
    }
};

}  // namespace

TEST_CASE("with `first` the ballot that came into the log first counts")
{
    const bool hall_first = GENERATE(true, false);
    TwoChannels channels(Precedence::first);
    channels.vote_in_hall();
    if (hall_first) channels.hall_arrives();
    channels.vote_online();
    if (!hall_first) channels.hall_arrives();
    CHECK(channels.winner() == (hall_first ? "p1" : "p2"));
}

TEST_CASE("with `kiosk` the hall's ballot counts, whichever comes first")
{
    const bool hall_first = GENERATE(true, false);
    TwoChannels channels(Precedence::kiosk);
    channels.vote_in_hall();
    if (hall_first) channels.hall_arrives();
    channels.vote_online();
    if (!hall_first) channels.hall_arrives();
    CHECK(channels.winner() == "p1");
}

TEST_CASE("with `last` the ballot of the later hour counts, whenever it arrives")
{
    const bool hall_is_later = GENERATE(true, false);
    const bool hall_arrives_first = GENERATE(true, false);
    if (hall_is_later && hall_arrives_first) return;  // an online vote is cast when it arrives
    TwoChannels channels(Precedence::last);
    if (!hall_is_later) {
        channels.vote_in_hall();
        channels.clock.pass(std::chrono::hours{2});
        if (hall_arrives_first) channels.hall_arrives();
    }
    channels.vote_online();
    if (hall_is_later) {
        channels.clock.pass(std::chrono::hours{2});
        channels.vote_in_hall();
    }
    if (!hall_arrives_first) channels.hall_arrives();
    CHECK(channels.winner() == (hall_is_later ? "p1" : "p2"));
}

TEST_CASE("a voter who goes from hall to hall is counted once with `last`, within one batch too")
{
    AServerFolder folder(test::an_election().with_precedence(Precedence::last).build());
    auto one = folder.terminal("Jambes");
    auto two = folder.terminal("Salzinnes");
    for (int i = 0; i < 3; ++i) one.at(folder.clock.hour()).vote(folder.package(), test::a_voter(1), {static_cast<std::size_t>(i)});
    REQUIRE(folder.send(one));
    folder.clock.pass(std::chrono::hours{1});
    two.at(folder.clock.hour()).vote(folder.package(), test::a_voter(1), {5});
    REQUIRE(folder.send(two));
    CHECK(folder.report().accepted == 1);
    CHECK(folder.report().duplicates == 3);
    folder.restart();
    REQUIRE(*folder.centre->close());
    REQUIRE(*folder.centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
    CHECK(folder.centre->standing().outcome->ranking.front().project == 5);
}
