#pragma once

#include <chrono>
#include <cstdint>

namespace isoloir {

/// Hours since 1970: the finest time that a ballot bears.
using Hour = std::int64_t;

/// The only source of time. `now` may jump when somebody sets the clock; `steady` never does and measures waiting.
class Clock {
public:
    virtual ~Clock() = default;
    virtual std::chrono::sys_seconds now() const = 0;
    virtual std::chrono::milliseconds steady() const = 0;

    Hour hour() const { return std::chrono::floor<std::chrono::hours>(now().time_since_epoch()).count(); }
};

class SystemClock final : public Clock {
public:
    std::chrono::sys_seconds now() const override { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }
    std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
    }
};

}  // namespace isoloir
