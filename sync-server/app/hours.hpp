#pragma once
// Days and hours as admins write and read them, in UTC.

#include <string>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"

namespace isoloir::app {

/// The first hour of a day, as "2026-11-23".
Result<Hour> hour_of(const std::string& day);
/// "2026-11-23 14:00 UTC".
std::string in_words(Hour hour);

}  // namespace isoloir::app
