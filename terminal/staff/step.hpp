#pragma once
// Staff mode as a pure function: nothing but the door is reached before somebody unlocked it, what cannot be undone is
// asked about on a screen of its own, and it shuts by itself.

#include "terminal/staff/state.hpp"

namespace isoloir::staff {

/// The door. A single member's PIN is asked for at once.
State at_the_door(std::string language, std::vector<Member> members, bool practice, Milliseconds now);

/// @param now  a steady clock: it never jumps, so no wait is ever cut short
Step step(State state, const Intent& intent, Milliseconds now);

}  // namespace isoloir::staff
