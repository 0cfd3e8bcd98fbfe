#pragma once
// Makes the rounds of a live ranking, beside the requests.

#include <thread>

#include "sync-server/app/centre.hpp"

namespace isoloir::app {

class LiveCount {
public:
    /// Looks every second, from a thread of its own until it goes, whether there are ballots for a round.
    /// @param centre  lent; must outlive it
    explicit LiveCount(Centre& centre);

private:
    std::jthread thread_;
};

}  // namespace isoloir::app
