// Staff mode's wishes carried out on a real journal, a real stick's folder and a real centre.

#include <fstream>

#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/wire/staff_token.hpp"
#include "terminal/app/kiosk.hpp"
#include "terminal/app/practice.hpp"
#include "terminal/app/staff_office.hpp"
#include "terminal/app/staff_sticks.hpp"
#include "terminal/app/sync_command.hpp"
#include "terminal/journal/staff_log.hpp"
#include "terminal/screens/staff/report.hpp"
#include "terminal/sync/usb.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;
using ballot::EventKind;
using staff::Screen;
using staff::Trouble;

namespace {

constexpr std::string_view kPassphrase = "quatre mots de passe";
constexpr std::string_view kPin = "480213";
/// 30 July 1985, a number that holds (97 - 850730033 mod 97 = 28).
constexpr std::string_view kNumber = "85073003328";

/// A clock that the test sets; it begins where the centre's stands.
struct SetClock final : Clock {
    std::chrono::sys_seconds wall{StoppedClock{}.now()};
    std::chrono::milliseconds running{1'000};
    std::chrono::sys_seconds now() const override { return wall; }
    std::chrono::milliseconds steady() const override { return running; }
};

/// A hall with Anne, whose PIN is known, and sticks that are folders.
struct AnOffice {
    AServerFolder centre;
    TemporaryFolder folder;
    SetClock clock;
    std::optional<journal::Journal> journal{a_journal()};
    app::Languages languages{*app::Languages::load({"fr"})};
    std::unique_ptr<app::Practice> practice;
    staff::Part printer{staff::Part::ready};
    std::vector<std::string> slips;
    int sent{0};
    int reconfigured{0};
    bool shut{false};
    std::optional<app::StaffOffice> office;

    AnOffice()
    {
        std::filesystem::create_directories(folder / "sticks");
        open_door();
    }

    journal::Journal a_journal()
    {
        auto made = journal::Journal::create(folder / "journal", kPassphrase, "Jambes 1", centre.random).value();
        REQUIRE(made.provision(centre.centre->approve({made.device().public_key(), "Jambes 1"}, "Jambes", "localhost", 8443).value()));
        REQUIRE(journal::StaffLog(made).add("Anne", kPin, clock.hour()));
        return made;
    }
    void open_door()
    {
        app::StaffReach reach;
        reach.printer = [this] { return printer; };
        reach.card_reader = [] { return staff::Part::absent; };
        reach.print = [this](const ui::Node& slip) { slips.push_back(ui::dump(slip)); };
        reach.play_tone = [] { return Status{}; };
        reach.send_now = [this] { ++sent; };
        reach.reconfigured = [this] { ++reconfigured; };
        reach.since_sync = [] { return std::optional(3min); };
        reach.practice = [this] { return practice ? &practice->journal() : nullptr; };
        reach.begin_practice = [this]() -> Status {
            ISO_TRY(practice, app::Practice::begin(*journal, app::practice_folder(folder / "journal"), clock.hour(), centre.random));
            return {};
        };
        reach.end_practice = [this] { practice.reset(); };
        reach.shut_down = [this]() -> Status {
            shut = true;
            return {};
        };
        reach.wifi = devices::Wifi(folder / "no-nmcli");
        reach.sticks = folder / "sticks";
        reach.root = folder / "machine";
        office.emplace(*journal, clock, languages, std::move(reach));
        office->open("fr");
    }
    void restart()
    {
        office.reset();
        journal.reset();
        journal.emplace(journal::Journal::open(folder / "journal", kPassphrase, centre.random).value());
        clock.running = 500ms;  // a steady clock begins anew with the machine
        open_door();
    }
    std::filesystem::path a_stick(const std::string& name = "KEY")
    {
        std::filesystem::create_directories(folder / "sticks" / name);
        return folder / "sticks" / name;
    }

    void take(const staff::Intent& intent)
    {
        clock.running += 100ms;
        office->take(intent);
    }
    void type(std::string_view pin)
    {
        for (const char digit : pin) take(staff::Type{{digit}});
        take(staff::Go{});
    }
    void unlock()
    {
        type(kPin);
        REQUIRE(screen() == Screen::today);
    }
    void visit(Screen where)
    {
        take(staff::Visit{where});
        REQUIRE(screen() == where);
    }
    void open_poll()
    {
        visit(Screen::open_poll);
        take(staff::Go{});
        REQUIRE(screen() == Screen::opened);
        take(staff::Go{});
        REQUIRE_FALSE(office->is_open());
    }
    void use_stick(staff::Way way)
    {
        take(staff::VisitSticks{way});
        REQUIRE(office->state().sticks.size() == 1);
        take(staff::ChooseStick{0});
        take(staff::Tick{});
    }
    void vote(journal::Journal& where, int voter)
    {
        const auto selection = election::Selection::make(where.package().definition, {0}).value();
        REQUIRE(where.cast(where.seal({election::IdentifierKind::voter_code, "CARD" + std::to_string(voter)}, selection, clock.hour()).value()));
    }

    Screen screen() const { return office->state().screen; }
    Trouble trouble() const { return office->state().trouble; }
    const staff::Figures& figures() const { return office->state().figures; }
    /// What the chain tells, newest first.
    std::vector<std::pair<EventKind, std::string>> events(std::size_t limit)
    {
        std::vector<std::pair<EventKind, std::string>> told;
        const auto found = journal::StaffLog(*journal).events(0, limit).value();
        for (const auto& event : found) told.emplace_back(event.body.kind, event.body.staff);
        return told;
    }
    app::MadeToken token(const app::StaffScope& scope) { return centre.centre->make_staff_token("Bart", scope).value(); }
    app::StaffScope today() const { return {"", "", std::nullopt, clock.hour() + 10}; }
    void use_token(const std::string& jws)
    {
        REQUIRE(write_file(a_stick() / "bart.staff", jws + "\n"));
        take(staff::UseToken{});
    }
};

using Told = std::vector<std::pair<EventKind, std::string>>;

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

TEST_CASE("wrong PINs make wait; neither leaving, nor a restart, nor the clock clears that, and the right PIN is not tried meanwhile")
{
    AnOffice hall;
    for (int i = 0; i < 4; ++i) hall.type("000001");
    REQUIRE(hall.trouble() == Trouble::locked);
    CHECK(hall.events(2) == Told{{EventKind::locked_out, "Anne"}, {EventKind::unlock_failed, "Anne"}});
    const auto records = hall.journal->head().next;

    SECTION("leaving and coming back")
    {
        hall.take(staff::Back{});
        hall.office->open("fr");
    }
    SECTION("a restart")
    {
        hall.restart();
    }
    SECTION("a clock set a day ahead")
    {
        hall.clock.wall += 24h;
    }
    CHECK(hall.office->state().time_left() > 10s);
    hall.type(kPin);
    CHECK(hall.screen() == Screen::unlock);
    CHECK(hall.journal->head().next == records);

    hall.clock.running += 16s;
    hall.take(staff::Tick{});
    hall.unlock();
}

TEST_CASE("a fifth wrong PIN after a restart makes wait twice as long")
{
    AnOffice hall;
    for (int i = 0; i < 4; ++i) hall.type("000001");
    hall.restart();
    hall.clock.running += 15s;
    hall.take(staff::Tick{});
    hall.type("000002");
    CHECK(hall.office->state().time_left() == 30s);
}

TEST_CASE("a staff file on a stick opens staff mode in its bearer's name")
{
    AnOffice hall;
    auto scope = hall.today();
    SECTION("everywhere") {}
    SECTION("in this hall")
    {
        scope.hall = "Jambes";
    }
    SECTION("at this terminal")
    {
        scope.terminal = to_hex(hall.journal->device().id()).substr(0, 8);
    }
    hall.use_token(hall.token(scope).jws);
    CHECK(hall.screen() == Screen::today);
    CHECK(hall.office->state().handle == "Bart");
    CHECK(hall.events(1) == Told{{EventKind::unlocked, "Bart"}});
}

TEST_CASE("a staff file that is early, late, elsewhere, withdrawn, forged or not there opens nothing, and says which it is")
{
    AnOffice hall;
    auto token = hall.token(hall.today()).token;
    const auto& authority = hall.centre.centre->keys().authority;
    const auto records = hall.journal->head().next;
    const auto expect = [&](const std::string& jws, Trouble trouble) {
        hall.use_token(jws);
        CHECK(hall.screen() == Screen::unlock);
        CHECK(hall.trouble() == trouble);
        CHECK(hall.journal->head().next == records);
    };
    SECTION("early")
    {
        token.not_before = hall.clock.hour() + 1;
        expect(wire::sign_staff_token(token, authority), Trouble::token_early);
    }
    SECTION("late")
    {
        token.not_before = token.not_after = hall.clock.hour() - 1;
        expect(wire::sign_staff_token(token, authority), Trouble::token_late);
    }
    SECTION("late, with the clock set back")
    {
        token.not_before = token.not_after = hall.clock.hour() - 1;
        hall.clock.wall -= 1h;
        expect(wire::sign_staff_token(token, authority), Trouble::token_late);
    }
    SECTION("of another election")
    {
        token.election[0] ^= 1;
        expect(wire::sign_staff_token(token, authority), Trouble::token_wrong);
    }
    SECTION("of another hall")
    {
        token.hall = "Namur";
        expect(wire::sign_staff_token(token, authority), Trouble::token_wrong);
    }
    SECTION("of another terminal")
    {
        token.terminal.emplace();
        expect(wire::sign_staff_token(token, authority), Trouble::token_wrong);
    }
    SECTION("forged")
    {
        expect(wire::sign_staff_token(token, crypto::Signer::generate(hall.centre.random)), Trouble::token_wrong);
        auto altered = wire::sign_staff_token(token, authority);
        altered[altered.size() / 2] = altered[altered.size() / 2] == 'A' ? 'B' : 'A';
        expect(altered, Trouble::token_wrong);
    }
    SECTION("withdrawn, as the roster on the same stick says")
    {
        CHECK(hall.centre.centre->withdraw_staff_tokens("Bart").value() == 1);
        CHECK(hall.centre.centre->withdraw_staff_tokens(to_hex(token.id).substr(0, 8)).value() == 0);
        hall.unlock();
        REQUIRE(write_file(hall.a_stick() / "roster", hall.centre.centre->roster()));
        hall.use_stick(staff::Way::in);
        CHECK(hall.office->state().taken.configuration);
        CHECK(hall.reconfigured == 1);
        hall.restart();
        hall.use_token(wire::sign_staff_token(token, authority));
        CHECK(hall.trouble() == Trouble::token_withdrawn);
        CHECK(hall.screen() == Screen::unlock);
    }
    SECTION("no file")
    {
        hall.a_stick();
        hall.take(staff::UseToken{});
        CHECK(hall.trouble() == Trouble::no_token);
    }
}

TEST_CASE("an older roster, or one of another authority, does not bring a withdrawn staff file back")
{
    AnOffice hall;
    const auto token = hall.token(hall.today());
    const auto old = hall.centre.centre->roster();
    REQUIRE(hall.centre.centre->withdraw_staff_tokens("Bart"));
    REQUIRE(hall.journal->take_roster(hall.centre.centre->roster()));
    CHECK_FALSE(hall.journal->take_roster(old));
    auto forged = hall.journal->roster();
    forged.withdrawn.clear();
    ++forged.version;
    CHECK_FALSE(hall.journal->take_roster(wire::sign_roster(forged, crypto::Signer::generate(hall.centre.random))));
    hall.use_token(token.jws);
    CHECK(hall.trouble() == Trouble::token_withdrawn);
}

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
