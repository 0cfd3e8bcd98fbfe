// Staff mode's wishes carried out on a real journal.

#include "shared/base/encoding.hpp"
#include "terminal/app/kiosk.hpp"
#include "terminal/app/sync_command.hpp"
#include "terminal/screens/staff/report.hpp"
#include "terminal/sync/usb.hpp"
#include "tests/terminal/app/an_office.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// 30 July 1985, a number that holds (97 - 850730033 mod 97 = 28).
constexpr std::string_view kNumber = "85073003328";

}  // namespace

TEST_CASE("a clerk unlocks, sees a zero report, opens the poll, and the chain tells who did it")
{
    AnOffice hall;
    hall.unlock();
    CHECK(hall.figures().hall == "Jambes");
    CHECK(hall.figures().minutes_since_sync == 3U);
    hall.visit(Screen::open_poll);
    CHECK(hall.figures().counts == staff::Counts{});
    CHECK(hall.figures().poll == staff::Poll::not_opened);
    hall.take(staff::Print{});
    REQUIRE(hall.slips.size() == 1);
    CHECK(hall.slips[0].find("Jambes") != std::string::npos);
    CHECK_FALSE(hall.office->state().printed);
    hall.office->printed(true);
    CHECK(hall.office->state().printed);
    hall.take(staff::Go{});
    CHECK(hall.screen() == Screen::opened);
    CHECK(hall.journal->poll() == journal::Poll::open);
    CHECK(hall.events(4) ==
          Told{{EventKind::opened, "Anne"}, {EventKind::report_printed, "Anne"}, {EventKind::unlocked, "Anne"}, {EventKind::staff_added, "Anne"}});
}

TEST_CASE("the close report counts sessions, ballots, machine checks and the refused, and bears the chain's head")
{
    AnOffice hall;
    hall.unlock();
    hall.open_poll();
    crypto::SystemRandom random;
    app::Kiosk kiosk(*hall.journal, hall.clock, random);
    const auto identify = [&] {
        kiosk.take(booth::Touch{});
        kiosk.take(booth::Go{});
        for (const char key : kNumber) kiosk.take(booth::Type{{key}});
        kiosk.take(booth::Go{});
    };
    identify();
    kiosk.take(booth::Go{});  // past how it is done
    kiosk.take(booth::Toggle{0});
    for (int screens = 0; screens < 3; ++screens) kiosk.take(booth::Go{});
    REQUIRE(kiosk.state().screen == booth::Screen::receipt);
    kiosk.take(booth::Go{});
    identify();  // a second time: refused
    REQUIRE(kiosk.state().screen == booth::Screen::refused);
    kiosk.take(booth::Leave{});
    kiosk.take(booth::Leave{});

    hall.office->open("fr");
    hall.unlock();
    hall.visit(Screen::close_poll);
    CHECK(hall.figures().counts == staff::Counts{2, 1, 0, 1});
    hall.take(staff::Go{});
    REQUIRE(hall.screen() == Screen::confirm_close);
    CHECK(hall.journal->poll() == journal::Poll::open);
    const int sent = hall.sent;
    hall.take(staff::Go{});
    REQUIRE(hall.screen() == Screen::closed);
    CHECK(hall.sent == sent + 1);
    CHECK(hall.figures().poll == staff::Poll::closed);
    CHECK(hall.figures().counts == staff::Counts{2, 1, 0, 1});
    CHECK(hall.figures().chain_head == to_hex(hall.journal->head().last));
    CHECK(screens::staff::closing_code(hall.figures()).find(" ballots=1 spoilt=0 refused=1 head=" + to_hex(hall.journal->head().last)) != std::string::npos);
    CHECK(hall.events(1) == Told{{EventKind::closed, "Anne"}});

    // What comes after the close is no session.
    kiosk.take(booth::Touch{});
    hall.take(staff::Tick{});
    CHECK(hall.journal->counters().values()->sessions == 2);
}

TEST_CASE("a report is not said to be printed where there is no printer, or nothing came out")
{
    AnOffice hall;
    hall.unlock();
    hall.visit(Screen::open_poll);
    SECTION("no printer")
    {
        hall.printer = staff::Part::absent;
        hall.take(staff::Print{});
        CHECK(hall.trouble() == Trouble::no_printer);
        CHECK(hall.slips.empty());
    }
    SECTION("no paper")
    {
        hall.take(staff::Print{});
        hall.office->printed(false);
        CHECK(hall.trouble() == Trouble::not_printed);
    }
    CHECK_FALSE(hall.office->state().printed);
}

TEST_CASE("a practice votes in a journal of its own: nothing of it reaches the real one, the centre refuses it, and its end erases it")
{
    AnOffice hall;
    hall.unlock();
    hall.visit(Screen::practice);
    hall.take(staff::Go{});
    REQUIRE_FALSE(hall.office->is_open());
    REQUIRE(hall.practice);
    auto& practice = hall.practice->journal();
    const auto real = hall.journal->head();
    CHECK(hall.events(1) == Told{{EventKind::test_begun, "Anne"}});

    CHECK(practice.device().id() != hall.journal->device().id());
    CHECK(practice.package().id != hall.journal->package().id);
    CHECK(practice.package().keys.election != hall.journal->package().keys.election);
    CHECK(practice.package().definition.projects == hall.journal->package().definition.projects);
    hall.vote(practice, 1);
    hall.vote(practice, 2);
    CHECK(hall.journal->head() == real);
    CHECK(hall.journal->ballots() == 0);
    CHECK(hall.journal->has_voted({election::IdentifierKind::voter_code, "CARD1"}).value() == false);

    // Whoever carries it to the centre all the same is refused there.
    app::JournalSource source(practice);
    const auto stick = hall.a_stick();
    REQUIRE(sync::export_bundle(source, practice.package().id, practice.device(), 0, stick / "practice"));
    CHECK_FALSE(hall.centre.centre->import_bundle(read_file(stick / "practice", 1 << 24).value(), [](std::uint64_t) {}));
    // So it is with the real election's name on the bundle: the terminal's key is in no roster.
    REQUIRE(sync::export_bundle(source, hall.journal->package().id, practice.device(), 0, stick / "practice"));
    CHECK_FALSE(hall.centre.centre->import_bundle(read_file(stick / "practice", 1 << 24).value(), [](std::uint64_t) {}));
    CHECK_FALSE(hall.centre.centre->admits(practice.device().public_key()));
    CHECK(hall.centre.centre->terminals().at(0).accepted == 0);

    hall.office->open("fr");
    CHECK(hall.figures().practice);
    hall.unlock();
    CHECK(hall.figures().counts.ballots == 2);
    hall.take(staff::Visit{Screen::shut_down});
    CHECK(hall.screen() == Screen::today);
    hall.visit(Screen::practice);
    hall.take(staff::Go{});
    CHECK_FALSE(hall.office->is_open());
    CHECK_FALSE(hall.practice);
    CHECK_FALSE(std::filesystem::exists(app::practice_folder(hall.folder / "journal")));
    CHECK(hall.journal->ballots() == 0);
    CHECK(hall.events(3) == Told{{EventKind::test_ended, "Anne"}, {EventKind::unlocked, "Anne"}, {EventKind::test_begun, "Anne"}});
}

TEST_CASE("no practice begins while the poll is open")
{
    AnOffice hall;
    hall.unlock();
    hall.open_poll();
    hall.office->open("fr");
    hall.unlock();
    hall.visit(Screen::practice);
    hall.take(staff::Go{});
    CHECK(hall.trouble() == Trouble::poll_open);
    CHECK_FALSE(hall.practice);
}

TEST_CASE("cleaning, checks and shutting down stand in the chain, and are read back as pages")
{
    AnOffice hall;
    hall.unlock();
    hall.visit(Screen::clean);
    hall.take(staff::Go{});
    hall.clock.running += staff::kCleaningTime;
    hall.take(staff::Tick{});
    for (int i = 0; i < 8; ++i) {
        hall.visit(Screen::checks);
        hall.take(staff::Back{});
    }
    hall.visit(Screen::events);
    CHECK(hall.office->state().events.size() == app::kEventsPerPage);
    CHECK(hall.office->state().events[0].what == "diagnostics_run");
    CHECK(hall.office->state().events[0].who == "Anne");
    CHECK(hall.office->state().more);
    hall.take(staff::ShowPage{1});
    CHECK(hall.office->state().events.at(0).what == "cleaned");
    CHECK_FALSE(hall.office->state().more);
    hall.take(staff::Back{});
    hall.visit(Screen::shut_down);
    hall.take(staff::Go{});
    CHECK(hall.shut);
    CHECK_FALSE(hall.office->is_open());
    CHECK(hall.events(1) == Told{{EventKind::shut_down, "Anne"}});
}
