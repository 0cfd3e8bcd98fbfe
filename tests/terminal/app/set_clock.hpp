#pragma once

#include "shared/base/clock.hpp"
#include "tests/terminal/journal/a_journal.hpp"

namespace isoloir::test {

/// A clock that the test sets; it begins at the hour at which the poll was opened.
struct SetClock final : Clock {
    std::chrono::sys_seconds wall{std::chrono::hours{kNoon}};
    std::chrono::milliseconds running{1'000};
    std::chrono::sys_seconds now() const override { return wall; }
    std::chrono::milliseconds steady() const override { return running; }
};

}  // namespace isoloir::test
