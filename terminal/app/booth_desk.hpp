#pragma once
// The booth for residents: input from glass, keys, switches, scanner and devices to wishes, states to what is seen and
// heard.

#include "terminal/app/devices.hpp"
#include "terminal/app/guide.hpp"
#include "terminal/app/kiosk.hpp"
#include "terminal/app/languages.hpp"
#include "terminal/app/stage.hpp"
#include "terminal/identify/scan.hpp"
#include "terminal/screens/screen.hpp"

namespace isoloir::app {

class BoothDesk {
public:
    /// All lent; must outlive it.
    /// @param practice  the journal is one of a practice, and every screen says so
    BoothDesk(journal::Journal& journal, const Clock& clock, crypto::Random& random, Stage& stage, Devices& devices, Languages& languages,
              bool practice = false);

    /// Draws the whole screen, as at the start.
    void show();
    /// Takes what came, and draws what it changed.
    /// @return  whether somebody asks for staff mode
    bool take(const ui::Input& input);
    /// A card came or went while staff had the screen.
    void take(const booth::Answer& answer) { kiosk_.take(answer); }
    /// How long to wait for input before something has to be done by itself.
    std::chrono::milliseconds patience() const;

    const Kiosk& kiosk() const { return kiosk_; }

private:
    bool handle(const ui::Input& input);
    bool handle_key(ui::Key key);
    bool handle_enter();
    bool handle_tick();
    bool activate(const std::optional<std::string>& id);
    bool wish(const booth::Wish& wish);
    bool ask_devices();
    void move_focus(ui::Key key);
    screens::Surroundings surroundings() const;
    screens::Context context();

    journal::Journal& journal_;
    const Clock& clock_;
    Stage& stage_;
    Devices& devices_;
    Languages& languages_;
    const bool practice_;
    bool staff_asked_{false};
    Kiosk kiosk_;
    Guide guide_;
    identify::Scan scan_;
    std::chrono::milliseconds focus_moved_{0};  // when one switch's focus rested last
    std::chrono::milliseconds shown_{0};
};

}  // namespace isoloir::app
