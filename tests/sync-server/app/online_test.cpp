#include "tests/support/catch.hpp"

#include "shared/base/encoding.hpp"
#include "tests/support/a_server_folder.hpp"

using namespace isoloir;
using store::Reason;
using test::AServerFolder;

namespace {

struct Import {
    Result<app::Imported> imported;
    std::vector<std::pair<std::size_t, std::string>> refused;
};

Import import(AServerFolder& folder, const std::string& text)
{
    Import done{fail(Errc::internal, ""), {}};
    done.imported = folder.centre->import_online(
        text, [&](std::size_t line, const std::string& why) { done.refused.emplace_back(line, why); }, test::nobody_watches);
    return done;
}

election::VoterTag tag_of(const AServerFolder& folder, const std::string& code)
{
    return election::voter_tag(folder.centre->keys().tag, *election::parse_voter_code(code));
}

}  // namespace

TEST_CASE("online votes are sealed, logged and counted like those of a hall")
{
    AServerFolder folder;
    const auto done = import(folder, "voter_id;projects\nAAAA1;p1,p2\nAAAA2;\n");
    REQUIRE(done.imported);
    CHECK(done.imported->reasons.at(Reason::accepted) == 2);
    CHECK(folder.checkpoint().size == 3);  // the online poll's opening is a record too
    REQUIRE(*folder.centre->close());
    CHECK(folder.checkpoint().size == 4);
    REQUIRE(*folder.centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
    CHECK(folder.centre->standing().outcome->winners == std::vector<std::size_t>{0, 1});
    CHECK(folder.report().channels == std::vector<intake::ChannelReport>{{"online", 2, 0, 0}});
}

TEST_CASE("online ballots of points and rankings are counted as what they say")
{
    const auto counted = [](const election::Definition& definition, const std::string& text) {
        AServerFolder folder(definition);
        const auto done = import(folder, text);
        REQUIRE(done.imported);
        REQUIRE(*folder.centre->close());
        REQUIRE(*folder.centre->count([](const char*, std::size_t) -> Advance { return test::nobody_watches; }));
        return std::pair(done.refused.size(), *folder.centre->standing().outcome);
    };
    const auto [wrong, points] = counted(test::an_election().with_points(3, 4).build(),
                                         "voter_id;projects;points\nAAAA1;p2,p1;3,1\nAAAA2;p1;1\n"
                                         "AAAA3;p1,p2;3,2\nAAAA4;p1;4\nAAAA5;p1;\nAAAA6;p1;x\nAAAA7;p1;0\n");
    CHECK(wrong == 5);
    CHECK(points.ballots == 2);
    CHECK(points.winners == std::vector<std::size_t>{1, 0});
    CHECK(points.ranking[0].votes == 3);
    CHECK(points.ranking[1].votes == 2);

    const auto [bad, ranked] = counted(test::an_election().with_ranking(2).build(), "voter_id;projects\nAAAA1;p3,p1\nAAAA2;p1\nAAAA3;p1,p2,p3\n");
    CHECK(bad == 1);
    CHECK(ranked.winners == std::vector<std::size_t>{0, 2});
    CHECK(ranked.ranking[0].votes == 3);
}

TEST_CASE("points where there are none, and none where there are, are refused with the reason")
{
    AServerFolder approval;
    CHECK(import(approval, "voter_id;projects;points\nAAAA1;p1;1\n").refused.at(0).second.find("no points") != std::string::npos);
    AServerFolder points(test::an_election().with_points(3, 4).build());
    CHECK(import(points, "voter_id;projects\nAAAA1;p1\n").refused.at(0).second.find("\"points\"") != std::string::npos);
}

TEST_CASE("who voted in a hall and online counts once, whichever came first")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    terminal.vote(folder.package(), tag_of(folder, "AAAA1"), {0}).vote(folder.package(), tag_of(folder, "AAAA2"), {0});
    const auto early = terminal.clone();
    terminal.vote(folder.package(), tag_of(folder, "AAAA3"), {0});
    REQUIRE(folder.send(early));
    const auto done = import(folder, "voter_id;projects\nAAAA1;p1\nAAAA3;p1\nAAAA3;p2\n");
    CHECK(done.imported->reasons.at(Reason::duplicate) == 2);
    REQUIRE(folder.send(terminal, 3));
    CHECK(folder.report().accepted == 3);
    CHECK(folder.report().duplicates == 3);
}

TEST_CASE("who voted in a hall is found again by the tag that the platform computed, and no identity is handed over")
{
    AServerFolder folder;
    auto terminal = folder.terminal();
    REQUIRE(folder.send(terminal.vote(folder.package(), tag_of(folder, "AAAA1"), {0})));
    const auto done = import(folder, "voter_tag;projects\n" + to_hex(tag_of(folder, "AAAA1")) + ";p1\n" + to_hex(tag_of(folder, "AAAA2")) + ";p2\nAAAA3;p2\n");
    REQUIRE(done.imported);
    CHECK(done.imported->reasons.at(Reason::duplicate) == 1);
    CHECK(done.imported->reasons.at(Reason::accepted) == 1);
    CHECK(done.imported->reasons.at(Reason::online_voter) == 1);
    CHECK(import(folder, "voter_id;projects\nAAAA2;p1\n").imported->reasons.at(Reason::duplicate) == 1);
}

TEST_CASE("a Pabulib file of another kind of ballot is refused line by line: its order or its points would say something else")
{
    AServerFolder folder(test::an_election().with_ranking(2).build());
    const auto done = import(folder, "META\nkey;value\nvote_type;approval\nPROJECTS\nproject_id;cost\np1;1\nVOTES\nvoter_id;vote\nAAAA1;p1,p2\nAAAA2;p1\n");
    REQUIRE(done.imported);
    REQUIRE(done.refused.size() == 2);
    CHECK(done.refused[0].first == 9);
    CHECK(done.refused[0].second.find("another kind") != std::string::npos);
}

TEST_CASE("a line that cannot count is refused with its number and the reason, and without its voter")
{
    AServerFolder folder;
    const auto done = import(folder,
                             "voter_id;projects\n"
                             "AAAA1;p99\n"           // no such project
                             "AAAA2;p1,p1\n"         // twice
                             "AAAA3;p9,p8,p7\n"      // over the envelope
                             "85.07.30-033.29;p1\n"  // check digits
                             "A?A;p1\n"              // no code
                             "nothing\n"
                             "AAAA7;p1\n");
    REQUIRE(done.imported);
    REQUIRE(done.refused.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) CHECK(done.refused[i].first == i + 2);
    for (const auto& [line, why] : done.refused) {
        CAPTURE(why);
        CHECK(why.find("AAAA") == std::string::npos);
        CHECK(why.find("85") == std::string::npos);
    }
    CHECK(done.imported->reasons.at(Reason::online_choice) == 3);
    CHECK(done.imported->reasons.at(Reason::online_voter) == 3);
    CHECK(folder.report().accepted == 1);
    CHECK(folder.report().refused == 6);
}

TEST_CASE("who is too young, and who mistypes a national number, does not vote; who is old enough does")
{
    AServerFolder folder;
    // 85.07.30-033.28 is the specimen of the Belgian register; 15.01.01-001 was born in 2015.
    const auto done = import(folder, "voter_id;projects\n85073003328;p1\n15010100121;p1\n85073003327;p1\n");
    REQUIRE(done.imported);
    CHECK(done.imported->reasons.at(Reason::accepted) == 1);
    REQUIRE(done.refused.size() == 2);
    CHECK(done.refused[0].first == 3);
}

TEST_CASE("importing a file again changes nothing, also after a restart")
{
    AServerFolder folder;
    const std::string text = "voter_id;projects\nAAAA1;p1\nAAAA1;p2\nwrong\n";
    REQUIRE(import(folder, text).imported);
    const auto checkpoint = folder.checkpoint();
    const auto report = folder.report();
    folder.restart();
    const auto again = import(folder, text);
    REQUIRE(again.imported);
    CHECK(again.imported->fresh == 0);
    CHECK(again.imported->lines == 3);
    CHECK(folder.checkpoint() == checkpoint);
    CHECK(folder.report() == report);
}

TEST_CASE("a large file goes in by steps")
{
    AServerFolder folder;
    std::string text = "voter_id;projects\n";
    for (int i = 0; i < 1234; ++i) text += "CODE" + std::to_string(i) + ";p" + std::to_string(i % 9 + 1) + "\n";
    const auto done = import(folder, text);
    REQUIRE(done.imported);
    CHECK(done.imported->reasons.at(Reason::accepted) == 1234);
    folder.restart();
    CHECK(folder.report().accepted == 1234);
}

TEST_CASE("after the close no online file is taken")
{
    AServerFolder folder;
    REQUIRE(*folder.centre->close());
    CHECK(import(folder, "voter_id;projects\nAAAA1;p1\n").imported.error().code == Errc::refused);
}

TEST_CASE("nobody can vote as the online channel through the network")
{
    AServerFolder folder;
    CHECK_FALSE(folder.centre->admits(folder.centre->keys().online.public_key()));
    CHECK(folder.centre->accept(folder.centre->keys().online.id(), "").error().code == Errc::refused);
}
