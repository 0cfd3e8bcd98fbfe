#pragma once
// Who came, when and where, as it is told to everybody. By hall and by time, never both at once: an hour in which one
// person came to one hall would name that person.

#include <array>
#include <chrono>
#include <map>
#include <string>

#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

struct Turnout {
    std::uint64_t in_halls{0};
    std::uint64_t online{0};
    std::map<std::string, std::uint64_t> by_day;  // "2022-03-01", in Belgian time
    std::array<std::uint64_t, 24> by_hour{};      // of the day, all days together
};

Turnout turnout_of(const Standing& standing);

/// "2022-03-01".
std::string iso_of(std::chrono::sys_days day);
/// The day that it is in Belgium, as iso_of writes it.
std::string day_in_belgium(std::chrono::sys_seconds moment);
/// @param iso  as iso_of writes it
std::chrono::sys_days day_of(const std::string& iso);

}  // namespace isoloir::publish
