#include "sync-server/app/follower.hpp"

#include <condition_variable>

#include <spdlog/spdlog.h>

namespace isoloir::app {
namespace {

using namespace std::chrono_literals;

void follow(const std::stop_token& stop, Centre& centre)
{
    std::mutex mutex;
    std::condition_variable_any waiting;
    bool reached = true;
    while (!stop.stop_requested()) {
        const Status followed = centre.follow();
        // Said once, not every second of an outage.
        if (followed && !reached) spdlog::info("the database answers again");
        if (!followed && reached) spdlog::error("the database cannot be followed: {}", followed.error().text());
        reached = followed.has_value();
        std::unique_lock lock(mutex);
        waiting.wait_for(lock, stop, 1s, [] { return false; });
    }
}

}  // namespace

Follower::Follower(Centre& centre) : thread_([&centre](const std::stop_token& stop) { follow(stop, centre); }) {}

}  // namespace isoloir::app
