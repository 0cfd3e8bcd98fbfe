#pragma once
// The booth and the journal brought together: carries out what the booth asks for and tells it what came of it. No
// window, no drawing: the demo's hall votes through the same class as the touchscreen.

#include "shared/base/clock.hpp"
#include "terminal/booth/step.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::app {

class Kiosk {
public:
    /// @param journal, clock  lent; must outlive the kiosk. The journal must be provisioned.
    Kiosk(journal::Journal& journal, const Clock& clock);

    const booth::State& state() const { return state_; }
    const election::Definition& definition() const { return journal_.package().definition; }

    /// Takes one wish of the voter, or a tick, and carries out what follows from it.
    void take(const booth::Intent& intent);

private:
    booth::Intent check_voter();
    booth::Intent cast();

    journal::Journal& journal_;
    const Clock& clock_;
    booth::State state_;
};

}  // namespace isoloir::app
