// Records on their way up, from a real journal through real TLS to a real centre.

#include "terminal/app/tell_state.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/terminal/sync/a_hall.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("all that a journal has goes up in batches, and a second sync sends nothing")
{
    AHall hall(2);
    for (int i = 0; i < 1000; ++i) REQUIRE(hall.journal.note_start(hall.centre.clock.hour()));
    const std::uint64_t all = hall.journal.head().next;
    REQUIRE(all == 1003);

    const auto outcome = hall.sync();
    REQUIRE(outcome);
    CHECK(outcome->sent == all);
    CHECK(outcome->lost == 0);
    CHECK_FALSE(outcome->forked);
    REQUIRE(hall.posted.size() == 2);
    CHECK(hall.posted[0].size() == wire::kMaxBatchLines);
    CHECK(hall.posted[1].size() == 3);
    CHECK(hall.journal.acknowledged() == all);
    CHECK(hall.at_centre().records == all);
    CHECK(hall.at_centre().accepted == 2);
    const auto log = hall.centre.checkpoint();

    const auto again = hall.sync();
    REQUIRE(again);
    CHECK(again->sent == 0);
    CHECK(hall.posted.empty());
    CHECK(hall.centre.checkpoint() == log);
}

TEST_CASE("at the end of a round the centre knows how the terminal is")
{
    AHall hall(3);
    CHECK_FALSE(hall.at_centre().note);
    auto client = sync::Client::connect({"127.0.0.1", hall.centre.port, hall.tls_key().public_key()}, hall.journal.device());
    REQUIRE(client);
    app::JournalSource source(hall.journal);
    REQUIRE(app::tell_state(*client, source));
    CHECK(hall.at_centre().note->waiting == 4);  // with the opening of the poll
    REQUIRE(hall.sync());
    REQUIRE(app::tell_state(*client, source));
    CHECK(hall.at_centre().note->waiting == 0);
    CHECK_FALSE(hall.at_centre().note->version.empty());
}

TEST_CASE("what is cast after a sync goes up alone at the next one")
{
    AHall hall(2);
    REQUIRE(hall.sync());
    hall.vote(7);
    hall.vote(8);
    hall.restart_terminal();
    const auto outcome = hall.sync();
    REQUIRE(outcome);
    CHECK(outcome->sent == 2);
    REQUIRE(hall.posted.size() == 1);
    CHECK(hall.posted[0].front().record == hall.journal.records_from(3, 1)->front().record);
    CHECK(hall.at_centre().accepted == 4);
}

TEST_CASE("a record is kept on the terminal even when it is acknowledged")
{
    AHall hall(3);
    const auto before = hall.records();
    REQUIRE(hall.sync());
    hall.restart_terminal();
    CHECK(hall.journal.acknowledged() == 4);
    const auto after = hall.records();
    CHECK(wire::write_batch(after) == wire::write_batch(before));
}

TEST_CASE("votes that come after the centre has closed are refused in words, and stay unacknowledged")
{
    AHall hall(1);
    REQUIRE(hall.sync());
    REQUIRE(hall.centre.centre->close());
    hall.vote(5);
    CHECK(fails_as(hall.sync(), Errc::refused));
    CHECK(hall.posted.size() == 1);  // and not for ever
    CHECK(hall.journal.acknowledged() == 2);
    CHECK(hall.records().size() == 3);
}

TEST_CASE("a journal set back to an older copy is told so, and sends nothing")
{
    AHall hall(1);
    hall.copy_journal("yesterday");
    hall.vote(5);
    hall.vote(6);
    REQUIRE(hall.sync());

    hall.open_journal("yesterday");
    CHECK(fails_as(hall.sync(), Errc::conflict));
    CHECK(hall.posted.empty());
    CHECK(hall.journal.acknowledged() == 0);
    CHECK(hall.at_centre().records == 4);
}

TEST_CASE("two terminals with one key do not both get their votes in, and neither loses its own")
{
    AHall hall(1);
    hall.copy_journal("clone");
    hall.vote(5);
    REQUIRE(hall.sync());

    hall.open_journal("clone");
    hall.vote(6);
    hall.vote(7);
    CHECK(fails_as(hall.sync(), Errc::forged));
    CHECK(hall.journal.acknowledged() == 0);
    CHECK(hall.records().size() == 4);
    CHECK(hall.at_centre().accepted == 2);
}
