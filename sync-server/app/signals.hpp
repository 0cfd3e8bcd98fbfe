#pragma once
// SIGINT, SIGTERM and SIGHUP, taken one after the other by one thread.

#include <csignal>

namespace isoloir::app {

class Signals {
public:
    enum class Wish { reload, stop };

    /// From now on they wait for wait(). Made before any other thread, which would be ended by them.
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    Wish wait();

private:
    sigset_t taken_;
    sigset_t before_;
};

}  // namespace isoloir::app
