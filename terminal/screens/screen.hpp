#pragma once
// A screen is a pure function from the booth's state to a tree of nodes. No I/O here; one file a screen.

#include <functional>
#include <string>

#include "terminal/booth/state.hpp"
#include "terminal/locales/catalogue.hpp"
#include "terminal/ui/node.hpp"
#include "terminal/ui/theme.hpp"

namespace isoloir::screens {

/// What a screen needs besides the state; all of it lent for the call.
struct Context {
    const election::Definition& definition;
    const locales::Catalogue& words;  // of the session's language
    double width_mm{0};
    double height_mm{0};
    double text_scale{1.0};

    bool is_portrait() const { return height_mm > width_mm; }
    /// Too narrow, at this text size, for a sentence between two buttons.
    bool is_narrow() const { return width_mm / text_scale < 230; }
};

ui::Node screen(const booth::State& state, const Context& context);

/// A stable name for the screen shown: another name means that another screen stands there.
std::string name_of(const booth::State& state);

const ui::Theme& theme_of(booth::Contrast contrast);

/// Of text, against the default: as the voter wants it, but no larger than a screen of this size (mm) can hold uncut.
double scale_of(booth::TextSize size, double width_mm, double height_mm);

}  // namespace isoloir::screens
