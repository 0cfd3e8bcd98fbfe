#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace isoloir::election {

/// The day that an ISO 8601 date of the calendar names: "2022-03-01".
std::optional<std::chrono::sys_days> day_of(const std::string& text);

}  // namespace isoloir::election
