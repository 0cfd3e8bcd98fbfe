#include "shared/base/open_files.hpp"

#include <sys/resource.h>

#include "tests/support/catch.hpp"

using namespace isoloir;

TEST_CASE("a process may open as many files as it asks for, never fewer than before, and never more than it is allowed to")
{
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    const rlimit few{64, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
    CHECK(allow_open_files(32) == 64);
    CHECK(allow_open_files(100) == 100);
    CHECK(allow_open_files(SIZE_MAX) == before.rlim_max);
    rlimit now{};
    ::getrlimit(RLIMIT_NOFILE, &now);
    CHECK(now.rlim_cur == before.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &before);
}
