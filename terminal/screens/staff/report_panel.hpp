#pragma once

#include "terminal/screens/staff/screen.hpp"

namespace isoloir::screens::staff {

/// The report as a list. @param with_head  also the chain's head
ui::Node report_panel(const State& state, const Context& context, bool with_head);

/// Prints it, where there is a printer; says so when it was printed.
ui::Node print_button(const State& state, const Context& context);

}  // namespace isoloir::screens::staff
