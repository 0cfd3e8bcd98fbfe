#pragma once
// A screen is a pure function from the booth's state to a tree of nodes. No I/O here; one file a screen.

#include <functional>
#include <optional>
#include <string>

#include "terminal/booth/state.hpp"
#include "terminal/locales/catalogue.hpp"
#include "terminal/ui/node.hpp"
#include "terminal/ui/theme.hpp"

namespace isoloir::screens {

/// What surrounds the voter: known to the terminal, the same for everybody.
struct Surroundings {
    std::size_t ballots{0};        // cast at this terminal
    std::optional<int> days_left;  // of the vote, today included; nothing when it is not the time to vote
    bool card_reader{false};
    bool printer{false};
    bool practice{false};  // test mode: nothing counts
};

/// What a screen needs besides the state; all of it lent for the call.
struct Context {
    const election::Definition& definition;
    const locales::Catalogue& words;  // of the session's language
    double width_mm{0};
    double height_mm{0};
    double text_scale{1.0};
    Surroundings around{};

    bool is_portrait() const { return height_mm > width_mm; }
    /// Too narrow, at this text size, for a sentence between two buttons.
    bool is_narrow() const { return width_mm / text_scale < 230; }
};

ui::Node screen(const booth::State& state, const Context& context);

/// A stable name for the screen shown: another name means that another screen stands there.
std::string name_of(const booth::State& state);

const ui::Theme& theme_of(booth::Contrast contrast);

/// Of text, against the default: as the voter wants it, but no larger than a screen of this size (mm) can hold uncut; less
/// still where all controls are to stand low.
double scale_of(const booth::Comfort& comfort, double width_mm, double height_mm);

/// Where all controls stand when they stand low: the lowest 40 % of the screen.
constexpr double kLowReach = 0.4;

}  // namespace isoloir::screens
