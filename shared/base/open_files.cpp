#include "shared/base/open_files.hpp"

#include <algorithm>

#include <sys/resource.h>

namespace isoloir {

std::size_t allow_open_files(std::size_t wanted)
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    if (files.rlim_cur >= wanted) return files.rlim_cur;
    const rlimit more{std::min<rlim_t>(files.rlim_max, wanted), files.rlim_max};
    return ::setrlimit(RLIMIT_NOFILE, &more) == 0 ? more.rlim_cur : files.rlim_cur;
}

}  // namespace isoloir
