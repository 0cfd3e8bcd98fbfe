#pragma once
// A terminal's staff mode on a real journal, with folders for sticks and a real centre, for the tests of this folder.

#include "shared/base/file.hpp"
#include "terminal/app/practice.hpp"
#include "terminal/app/staff_office.hpp"
#include "terminal/journal/staff_log.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::test {

using ballot::EventKind;
using staff::Screen;
using staff::Trouble;
using namespace std::chrono_literals;

inline constexpr std::string_view kPassphrase = "quatre mots de passe";
inline constexpr std::string_view kPin = "480213";

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

}  // namespace isoloir::test
