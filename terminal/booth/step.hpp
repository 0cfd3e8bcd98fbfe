#pragma once
// The voting session as a pure function. A choice over the ballot's limits cannot come about, nothing is cast without
// the confirmation screen, and whatever ends a session wipes it.

#include "terminal/booth/state.hpp"

namespace isoloir::booth {

/// The attract screen, with nobody's session.
State at_rest(const election::Definition& definition);

/// Whether the refused may type, scan or insert once more.
bool may_try_again(Refusal refusal);

/// @param now  a steady clock: it never jumps, so no wait is ever cut short
Step step(State state, const Intent& intent, const election::Definition& definition, Milliseconds now);

}  // namespace isoloir::booth
