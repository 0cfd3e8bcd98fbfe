#pragma once
// What a thread of its own does every second.

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace isoloir::app {

/// Calls `work` every second until `stop`, which ends the waiting at once.
template <class Work>
void every_second(const std::stop_token& stop, const Work& work)
{
    std::mutex mutex;
    std::condition_variable_any waiting;
    while (!stop.stop_requested()) {
        work();
        std::unique_lock lock(mutex);
        waiting.wait_for(lock, stop, std::chrono::seconds{1}, [] { return false; });
    }
}

}  // namespace isoloir::app
