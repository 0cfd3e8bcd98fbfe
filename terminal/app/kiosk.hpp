#pragma once
// The booth and the journal brought together: carries out what the booth asks for and tells it what came of it. No
// window, no drawing: the demo's hall votes through the same class as the touchscreen.

#include <functional>

#include "shared/base/clock.hpp"
#include "terminal/booth/step.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::app {

class Kiosk {
public:
    /// Starts to print a tracker. The answer, if any, comes later as booth::Printed.
    using Print = std::function<void(const std::string& tracker)>;

    /// @param journal, clock, random  lent; must outlive the kiosk. The journal must be provisioned.
    Kiosk(journal::Journal& journal, const Clock& clock, crypto::Random& random, Print print = nullptr);

    const booth::State& state() const { return state_; }
    const election::Definition& definition() const { return journal_.package().definition; }

    /// Takes one wish of the voter, or what a device answers, and carries out what follows from it.
    void take(const booth::Intent& intent);

private:
    void count(booth::Screen before);
    booth::Answer check_voter();
    booth::Answer seal();
    booth::Answer cast();
    booth::Answer spoil();
    std::vector<std::size_t> shuffle();

    journal::Journal& journal_;
    const Clock& clock_;
    crypto::Random& random_;
    Print print_;
    booth::State state_;
    std::chrono::sys_days today_{};              // when the voter was identified: a clock that jumps while somebody chooses costs no vote
    bool refused_counted_{false};                // in this session
    std::optional<journal::SealedVote> sealed_;  // between sealing and the voter's word
};

}  // namespace isoloir::app
