#pragma once
// Staff mode's screens: pure functions from its state to a tree of nodes, one file a screen. Every one says in plain words
// what to do next.

#include <string>

#include "terminal/locales/catalogue.hpp"
#include "terminal/staff/state.hpp"
#include "terminal/ui/node.hpp"

namespace isoloir::screens::staff {

using isoloir::staff::State;

/// What a screen needs besides the state; lent for the call.
struct Context {
    const locales::Catalogue& words;  // of the state's language
    double width_mm{0};
    double height_mm{0};

    bool is_portrait() const { return height_mm > width_mm; }
    /// Little height: what can be left out is left out.
    bool is_low() const { return height_mm < 220; }
};

/// Staff read at arm's length: the default size, on every display.
constexpr double kTextScale = 1.0;

ui::Node screen(const State& state, const Context& context);

/// A stable name for the screen shown: another name means that another screen stands there.
std::string name_of(const State& state);

}  // namespace isoloir::screens::staff
