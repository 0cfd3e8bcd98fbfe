#pragma once
// What is printed for a voter, and what hides a screen.

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

/// What the receipt's QR code holds: the centre's page that looks this ballot up; where the election has no site yet, the tracker
/// alone.
std::string receipt_code(const std::string& tracker, const Context& context);

/// The receipt on paper: election, tracker with its code, what it is for. Never anything of the choice.
ui::Node receipt_slip(const std::string& tracker, const Context& context);

/// Drawn instead of a screen that its voter only hears.
ui::Node curtain(const Context& context);

}  // namespace isoloir::screens
