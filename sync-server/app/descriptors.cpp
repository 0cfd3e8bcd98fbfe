#include "sync-server/app/descriptors.hpp"

#include <sys/resource.h>

namespace isoloir::app {

void allow_many_descriptors()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);  // refused: the acceptor waits for connections to end, as before
}

}  // namespace isoloir::app
