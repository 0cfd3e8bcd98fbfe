#pragma once
// The booth in a real window, and a resident before it who sees and touches. What should stand on the glass is painted
// here by the same screens from a state of our own; every step waits until the window shows just that.

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "terminal/booth/step.hpp"
#include "terminal/locales/catalogue.hpp"
#include "terminal/ui/images.hpp"
#include "terminal/ui/paint.hpp"
#include "terminal/ui/text.hpp"
#include "terminal/ui/view.hpp"
#include "tests/journeys/frame_buffer.hpp"

namespace isoloir::test {

class Glass {
public:
    /// @param definition  the election that the booth serves, without pictures
    explicit Glass(election::Definition definition);

    static constexpr const char* kSize = "1280x800";

    /// A booth was started: its first screen.
    void begin();
    /// What the journal will answer when it is asked about this resident.
    void expect(booth::Intent answer) { answer_ = std::move(answer); }

    /// The first key before the attract screen: the booth begins to speak.
    void wake();
    /// One finger on the button with this id.
    void tap(const std::string& id);
    /// Tab until the focus is on this button, then Enter.
    void press(const std::string& id);
    /// On a keyboard or by a scanner.
    void type(const std::string& characters);

    /// What the screen shows as a QR code: a receipt's tracker, or the opening of a checked ballot.
    std::string qr_code() const { return frame_.qr_code(); }

private:
    void act(const ui::Input& input);
    void take(const booth::Intent& intent);
    void show();
    void wait_until_seen();
    /// What of this screen must be as we paint it.
    ui::Rect known_part() const;
    void wait_out_guard();

    FrameBuffer frame_;
    election::Definition definition_;
    std::map<std::string, locales::Catalogue> languages_;
    std::unique_ptr<ui::TextEngine> text_;
    ui::Images images_;
    ui::View view_;
    double px_per_mm_{4};
    booth::State state_;
    booth::Intent answer_{booth::VoterAccepted{}};
    ui::Milliseconds time_{0};
    std::string screen_;
    std::chrono::steady_clock::time_point counts_from_;
};

}  // namespace isoloir::test
