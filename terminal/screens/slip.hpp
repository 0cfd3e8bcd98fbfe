#pragma once
// What is printed for a voter, and what hides a screen.

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

/// The receipt on paper: election, tracker with its code, what it is for. Never anything of the choice.
ui::Node receipt_slip(const std::string& tracker, const Context& context);

/// Drawn instead of a screen that its voter only hears.
ui::Node curtain(const Context& context);

}  // namespace isoloir::screens
