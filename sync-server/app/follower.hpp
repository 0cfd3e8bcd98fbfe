#pragma once
// Keeps a centre abreast of the other servers that share its database.

#include <thread>

#include "sync-server/app/centre.hpp"

namespace isoloir::app {

class Follower {
public:
    /// Follows every second from a thread of its own until it goes.
    /// @param centre  lent; must outlive the follower
    explicit Follower(Centre& centre);

private:
    std::jthread thread_;
};

}  // namespace isoloir::app
