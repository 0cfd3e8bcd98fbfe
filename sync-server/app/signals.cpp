#include "sync-server/app/signals.hpp"

#include <initializer_list>

namespace isoloir::app {

Signals::Signals()
{
    sigemptyset(&taken_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&taken_, signal);
    pthread_sigmask(SIG_BLOCK, &taken_, &before_);
}

Signals::~Signals()
{
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Signals::Wish Signals::wait()
{
    int signal = 0;
    while (sigwait(&taken_, &signal) != 0) {}
    return signal == SIGHUP ? Wish::reload : Wish::stop;
}

}  // namespace isoloir::app
