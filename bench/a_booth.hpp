#pragma once
// The booth as it ships, before a list of 150 projects with a picture each: a window of 1920×1080 in memory, drawn in
// software. Its clock is set by hand, so that no press falls into the guard of a fresh screen.

#include <atomic>
#include <memory>

#include "terminal/app/booth_desk.hpp"
#include "tests/support/a_centre.hpp"
#include "tests/support/temporary_folder.hpp"

namespace isoloir::bench {

constexpr std::string_view kPassphrase = "mot de passe de mesure";

/// 150 projects and the folder of their pictures: PNG files of 960×640 pixels, named by their hash. Made once.
struct LargeElection {
    LargeElection();
    test::TemporaryFolder pictures;
    election::Definition definition;
};
const LargeElection& a_large_election();

/// A journal of this election with its poll open.
journal::Journal an_open_journal(test::ACentre& centre, const std::filesystem::path& folder);

class ABooth {
public:
    ABooth();

    /// One finger on the button with this id; nothing where it does not stand.
    /// @return  whether it was there
    bool tap(const std::string& id);
    /// Only down, or only up: both draw.
    void down(const std::string& id);
    void up(const std::string& id);
    /// To the list of projects.
    void enter();
    /// Until every picture on the glass is there.
    void settle();
    bool shows(const std::string& id) const { return ui::find(stage_->view().tree(), id) != nullptr; }
    /// As many ids as begin so, in order of focus.
    std::vector<std::string> ids(const std::string& prefix) const;

private:
    struct HandClock final : Clock {
        std::chrono::milliseconds running{0};
        std::chrono::sys_seconds now() const override { return std::chrono::sys_seconds{std::chrono::hours{500'000}}; }
        std::chrono::milliseconds steady() const override { return running; }
    };

    test::TemporaryFolder folder_;
    test::ACentre centre_{a_large_election().definition};
    journal::Journal journal_;
    std::atomic<std::size_t> decoded_{0};
    HandClock clock_;
    SystemClock devices_clock_;  // the card reader's own thread looks at it
    std::unique_ptr<ui::TextEngine> text_;
    ui::Images images_;
    app::Languages languages_;
    std::unique_ptr<app::Stage> stage_;
    std::unique_ptr<app::Devices> devices_;
    std::unique_ptr<app::BoothDesk> desk_;
};

/// Shows every picture of the list once.
/// @return  what this process then takes of the machine's memory, in MB
double resident_after_all_pages();

}  // namespace isoloir::bench
