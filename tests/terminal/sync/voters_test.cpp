// Lists of voters on their way down, from a real centre through real TLS into a real journal.

#include "terminal/sync/voters.hpp"

#include "terminal/app/journal_voters.hpp"
#include "terminal/sync/client.hpp"
#include "tests/support/a_running_centre.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/terminal/sync/a_hall.hpp"

using namespace isoloir;
using namespace isoloir::test;
using journal::Standing;

namespace {

/// Two halls of one election, with or without a roll, each with a journal.
struct TwoHalls {
    ARunningCentre centre;
    TemporaryFolder folder;
    journal::Journal here{centre.a_provisioned_journal(folder / "here")};
    journal::Journal there{centre.a_provisioned_journal(folder / "there")};

    explicit TwoHalls(const election::Definition& definition) : centre(definition) {}

    sync::Client client(const journal::Journal& journal)
    {
        return sync::Client::connect({"127.0.0.1", centre.port, centre.centre->keys().tls.public_key()}, journal.device()).value();
    }
    Status fetch(journal::Journal& journal)
    {
        auto link = client(journal);
        app::JournalVoters voters(journal);
        return sync::fetch_voters(voters, link, centre.package().id, centre.package().definition.eligibility.roll);
    }
    Status sync(journal::Journal& journal)
    {
        auto link = client(journal);
        app::JournalSource source(journal);
        ISO_TRY(const auto outcome, sync::sync_once(source, link, centre.package().keys.receipts));
        static_cast<void>(outcome);
        return fetch(journal);
    }
    void put_on_roll(const std::string& text, bool replace = false)
    {
        REQUIRE(centre.centre->import_roll(text, replace, [](std::size_t, const std::string&) {}));
    }
    static Standing standing(journal::Journal& journal, const std::string& code)
    {
        return journal.standing({election::IdentifierKind::voter_code, code}).value();
    }
};

/// A link whose server says the same page for ever.
struct StuckLink final : sync::VoterLink {
    std::string page;
    std::size_t asked{0};
    Result<std::string> get_voters(sync::VoterList, const crypto::Digest&, const std::optional<wire::Cursor>&) override
    {
        ++asked;
        return page;
    }
};

/// A link that breaks after so many pages.
struct BreakingLink final : sync::VoterLink {
    sync::VoterLink& link;
    std::size_t pages;
    BreakingLink(sync::VoterLink& whole, std::size_t allowed) : link(whole), pages(allowed) {}
    Result<std::string> get_voters(sync::VoterList list, const crypto::Digest& election, const std::optional<wire::Cursor>& after) override
    {
        if (pages == 0) return fail(Errc::unavailable, "the connection broke");
        --pages;
        return link.get_voters(list, election, after);
    }
};

}  // namespace

TEST_CASE("who voted in one hall or online is known in the other after a sync")
{
    TwoHalls halls(an_election().build());
    for (auto* journal : {&halls.here, &halls.there}) REQUIRE(journal->open_poll(halls.centre.clock.hour()));
    halls.centre.vote(halls.here, 1);
    REQUIRE(halls.centre.centre->import_online(
        "voter_id;projects\nWEB7;p1\n", [](std::size_t, const std::string&) {}, nobody_watches));
    REQUIRE(halls.sync(halls.here));
    CHECK(halls.standing(halls.there, "CARD1") == Standing::may_vote);  // not told yet
    REQUIRE(halls.sync(halls.there));
    CHECK(halls.standing(halls.there, "CARD1") == Standing::voted_elsewhere);
    CHECK(halls.standing(halls.there, "WEB7") == Standing::voted_online);
    CHECK(halls.standing(halls.there, "CARD2") == Standing::may_vote);
    CHECK(halls.standing(halls.here, "CARD1") == Standing::voted_here);
    CHECK(halls.standing(halls.here, "WEB7") == Standing::voted_online);
}

TEST_CASE("the roll comes by network, and a poll can then be opened")
{
    TwoHalls halls(an_election().with_roll().build());
    CHECK(fails_as(halls.here.open_poll(halls.centre.clock.hour()), Errc::refused));
    halls.put_on_roll("CARD1\nCARD2\n");
    REQUIRE(halls.sync(halls.here));
    REQUIRE(halls.here.open_poll(halls.centre.clock.hour()));
    CHECK(halls.standing(halls.here, "CARD1") == Standing::may_vote);
    CHECK(halls.standing(halls.here, "CARD3") == Standing::not_on_roll);

    halls.put_on_roll("CARD3\n");
    halls.put_on_roll("CARD2\nCARD3\n", true);
    REQUIRE(halls.sync(halls.here));
    CHECK(halls.standing(halls.here, "CARD1") == Standing::not_on_roll);
    CHECK(halls.standing(halls.here, "CARD3") == Standing::may_vote);
}

TEST_CASE("a hall that took the roll as a file goes on from there by network")
{
    TwoHalls halls(an_election().with_roll().build());
    halls.put_on_roll("CARD1\n");
    const std::string file = wire::sign_roll(halls.centre.centre->whole_roll().value(), halls.centre.centre->keys().authority);
    CHECK(halls.here.take_roll(file).value() == 1);
    CHECK(halls.standing(halls.here, "CARD1") == Standing::may_vote);
    halls.put_on_roll("CARD2\n");
    REQUIRE(halls.fetch(halls.here));
    CHECK(halls.standing(halls.here, "CARD1") == Standing::may_vote);
    CHECK(halls.standing(halls.here, "CARD2") == Standing::may_vote);
}

TEST_CASE("a roll cut off between two pages goes on where it was, also after a restart")
{
    TwoHalls halls(an_election().with_roll().build());
    std::string text;
    for (int i = 0; i < 2500; ++i) text += "CARD" + std::to_string(i) + "\n";
    halls.put_on_roll(text);
    {
        auto client = halls.client(halls.here);
        BreakingLink link(client, 3);  // who voted, and two pages of the roll
        app::JournalVoters voters(halls.here);
        CHECK(fails_as(sync::fetch_voters(voters, link, halls.centre.package().id, true), Errc::unavailable));
    }
    CHECK(halls.standing(halls.here, "CARD1") == Standing::roll_unknown);
    {
        const auto closed = std::move(halls.here);
    }
    halls.here = journal::Journal::open(halls.folder / "here", "quatre mots de passe", halls.centre.random).value();
    {
        auto client = halls.client(halls.here);
        BreakingLink link(client, 2);  // no more than what was missing
        app::JournalVoters voters(halls.here);
        REQUIRE(sync::fetch_voters(voters, link, halls.centre.package().id, true));
    }
    for (const int i : {0, 999, 1000, 2499}) CHECK(halls.standing(halls.here, "CARD" + std::to_string(i)) == Standing::may_vote);
    CHECK(halls.standing(halls.here, "CARD2500") == Standing::not_on_roll);
}

TEST_CASE("a server whose list never goes further, or is no list, ends the round and changes nothing")
{
    AHall hall(1);
    app::JournalVoters voters(hall.journal);
    StuckLink link;
    link.page = wire::write_voted_page({wire::Cursor{1}, true, {}, {}});
    CHECK(fails_as(sync::fetch_voters(voters, link, crypto::Digest{}, false), Errc::malformed));
    CHECK(link.asked == 2);
    link.page = R"({"next":"AAAA"})";
    CHECK(fails_as(sync::fetch_voters(voters, link, crypto::Digest{}, false), Errc::malformed));
    CHECK(hall.journal.voters().voted_cursor().value() == wire::Cursor{1});
}

TEST_CASE("lists are asked of the running server with the terminal's own key alone")
{
    AHall hall(1);
    const auto stranger = crypto::Signer::generate(hall.centre.random);
    auto strange = sync::Client::connect({"127.0.0.1", hall.centre.port, hall.tls_key().public_key()}, stranger);
    CHECK_FALSE((strange && strange->get_voters(sync::VoterList::voted, hall.centre.package().id, {})));
    auto client = sync::Client::connect({"127.0.0.1", hall.centre.port, hall.tls_key().public_key()}, hall.journal.device()).value();
    CHECK(client.get_voters(sync::VoterList::voted, hall.centre.package().id, {}));
    CHECK(fails_as(client.get_voters(sync::VoterList::voted, crypto::Digest{1}, {}), Errc::not_found));
}
