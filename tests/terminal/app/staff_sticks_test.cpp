// What staff carry out and in by stick.

#include <fstream>

#include "terminal/app/staff_sticks.hpp"
#include "tests/terminal/app/an_office.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("what staff bring out by stick the centre takes, and its receipt comes back the same way")
{
    AnOffice hall;
    hall.unlock();
    hall.open_poll();
    hall.vote(*hall.journal, 1);
    hall.vote(*hall.journal, 2);
    hall.office->open("fr");
    hall.unlock();
    const auto stick = hall.a_stick();
    hall.use_stick(staff::Way::out);
    REQUIRE(hall.office->state().progress == staff::Progress::done);
    CHECK(hall.office->state().exported == hall.journal->head().next);
    CHECK(hall.events(1) == Told{{EventKind::exported, "Anne"}});

    const auto file = app::records_file(*hall.journal, stick);
    const auto imported = hall.centre.centre->import_bundle(read_file(file, 1 << 24).value(), [](std::uint64_t) {});
    REQUIRE(imported);
    CHECK_FALSE(imported->stopped);
    CHECK(imported->reasons.at(store::Reason::accepted) == 2);

    REQUIRE(write_file(file.string() + ".receipt", imported->receipt + "\n"));
    hall.take(staff::Go{});
    hall.use_stick(staff::Way::in);
    CHECK(hall.office->state().taken.receipt);
    CHECK(hall.figures().ballots_waiting == 0);
    CHECK(hall.events(1) == Told{{EventKind::receipt_taken, "Anne"}});
}

TEST_CASE("a stick that is gone, empty, or full of foreign files is told apart, and nothing of it is taken")
{
    AnOffice hall;
    hall.unlock();
    const auto stick = hall.a_stick();
    const auto records = hall.journal->head().next;
    Trouble expected = Trouble::none;
    SECTION("empty")
    {
        expected = Trouble::nothing_to_take;
    }
    SECTION("with anything but signed files")
    {
        std::ofstream(stick / "holiday.jpg") << "eyJhbGciOiJFZERTQSIsImtpZCI6 and nothing more";
        std::ofstream(stick / "letter.txt") << "Hello";
        std::filesystem::create_symlink("/etc/passwd", stick / "link");
        expected = Trouble::nothing_to_take;
    }
    SECTION("with a receipt of another centre")
    {
        AServerFolder other;
        REQUIRE(write_file(stick / "roster", other.centre->roster()));
        expected = Trouble::not_ours;
    }
    SECTION("gone")
    {
        hall.take(staff::VisitSticks{staff::Way::in});
        std::filesystem::remove_all(stick);
        hall.take(staff::ChooseStick{0});
        hall.take(staff::Tick{});
        CHECK(hall.trouble() == Trouble::no_stick);
        CHECK(hall.journal->head().next == records);
        return;
    }
    hall.use_stick(staff::Way::in);
    CHECK(hall.trouble() == expected);
    CHECK(hall.journal->head().next == records);
}
