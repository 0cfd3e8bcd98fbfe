#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

#include "terminal/journal/staff_log.hpp"

using namespace isoloir;
using namespace isoloir::test;
using ballot::EventKind;
using journal::StaffLog;

TEST_CASE("what staff do stands in the chain with their handle, survives a restart, and is read back newest first")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
        StaffLog log(journal);
        REQUIRE(log.note(EventKind::exported, "Anne", kNoon + 1));
        REQUIRE(log.note(EventKind::cleaned, "Bart", kNoon + 2));
        REQUIRE(journal.close_poll(kNoon + 3, "Anne"));
        REQUIRE(log.note(EventKind::shut_down, "Anne", kNoon + 3));
    }
    auto journal = reopened(centre, folder.path());
    CHECK(journal.poll() == journal::Poll::closed);
    const auto events = StaffLog(journal).events(0, 3);
    REQUIRE(events);
    REQUIRE(events->size() == 3);
    CHECK((*events)[0].body.kind == EventKind::shut_down);
    CHECK((*events)[1].body.kind == EventKind::closed);
    CHECK((*events)[1].body.staff == "Anne");
    CHECK((*events)[2].body.kind == EventKind::cleaned);
    CHECK((*events)[2].body.staff == "Bart");
    CHECK((*events)[2].hour == kNoon + 2);
    const auto older = StaffLog(journal).events(3, 10);
    REQUIRE(older->size() == 2);
    CHECK((*older)[1].body.kind == EventKind::opened);
}

TEST_CASE("a staff record of no name, or a longer one than a handle, is not made")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    const auto before = journal.head();
    for (const std::string& handle : {std::string(), std::string(41, 'a'), std::string(" Anne"), std::string("An\nne"), std::string("\xff")})
        CHECK_FALSE(StaffLog(journal).note(EventKind::cleaned, handle, kNoon));
    CHECK(journal.head() == before);
}

TEST_CASE("wrong PINs are counted in the chain: neither a restart nor a colleague's PIN forgets them, the right one does")
{
    ACentre centre;
    TemporaryFolder folder;
    {
        auto journal = an_open_journal(centre, folder.path());
        StaffLog log(journal);
        REQUIRE(log.add("Anne", "480213", kNoon));
        REQUIRE(log.add("Bart", "739154", kNoon));
        for (int i = 0; i < 4; ++i) CHECK(log.check_pin("Anne", "000001", 3, kNoon).value() == false);
    }
    auto journal = reopened(centre, folder.path());
    StaffLog log(journal);
    CHECK(log.failures().value().at("Anne") == 4);
    CHECK(log.events(0, 1)->front().body.kind == EventKind::locked_out);
    CHECK(log.events(1, 1)->front().body.kind == EventKind::unlock_failed);
    CHECK(log.check_pin("Bart", "739154", 3, kNoon).value());
    CHECK(log.failures().value().at("Anne") == 4);
    CHECK(log.check_pin("Anne", "480213", 3, kNoon).value());
    CHECK(log.failures().value().count("Anne") == 0);
    CHECK(log.events(0, 1)->front().body.kind == EventKind::unlocked);
}

TEST_CASE("members come and go, each with a record; an easy PIN, a second of one name and a thirteenth member are refused")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = an_open_journal(centre, folder.path());
    StaffLog log(journal);
    for (const auto* pin : {"12345", "1234567890123", "111111", "123456", "987654", "48021x", ""}) {
        INFO(pin);
        CHECK_FALSE(log.add("Anne", pin, kNoon));
    }
    REQUIRE(log.add("Anne", "480213", kNoon));
    CHECK_FALSE(log.add("Anne", "739154", kNoon));
    CHECK(log.members().value() == std::vector<std::string>{"Anne"});
    REQUIRE(log.remove("Anne", kNoon));
    CHECK_FALSE(log.remove("Anne", kNoon));
    CHECK(log.members()->empty());
    CHECK_FALSE(log.check_pin("Anne", "480213", 3, kNoon));
    CHECK(log.events(0, 1)->front().body.kind == EventKind::staff_removed);
}

TEST_CASE("ballots that wait are counted apart from other records, and the counters begin anew with the poll")
{
    ACentre centre;
    TemporaryFolder folder;
    auto journal = journal::Journal::create(folder.path(), kPassphrase, "Jambes 1", centre.random).value();
    REQUIRE(journal.provision(centre.approve(journal.device().public_key())));
    REQUIRE(journal.counters().note_session());
    REQUIRE(journal.counters().note_refused());
    REQUIRE(journal.open_poll(kNoon, "Anne"));
    CHECK(journal.counters().values()->sessions == 0);
    REQUIRE(journal.counters().note_session());
    REQUIRE(journal.counters().note_session());
    REQUIRE(journal.counters().note_refused());
    CHECK(journal.counters().values()->sessions == 2);
    CHECK(journal.counters().values()->refused == 1);
    for (int i = 0; i < 3; ++i) REQUIRE(cast(journal, voter(i), choice(centre)));
    CHECK(StaffLog(journal).ballots_waiting().value() == 3);
}
