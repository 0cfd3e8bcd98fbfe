#pragma once
// Keeps the number of page views, beside the requests: every minute, and when the server stops.

#include <thread>

#include "sync-server/app/centre.hpp"

namespace isoloir::app {

class ViewCount {
public:
    /// @param centre  lent; must outlive it
    explicit ViewCount(Centre& centre);

private:
    std::jthread thread_;
};

}  // namespace isoloir::app
