#pragma once

#include "shared/base/clock.hpp"

namespace isoloir::test {

/// Noon of one day; time passes when told.
class StoppedClock final : public Clock {
public:
    std::chrono::sys_seconds now() const override { return now_; }
    std::chrono::milliseconds steady() const override { return std::chrono::milliseconds{0}; }
    void pass(std::chrono::seconds time) { now_ += time; }

private:
    std::chrono::sys_seconds now_{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + std::chrono::hours{12}};
};

}  // namespace isoloir::test
