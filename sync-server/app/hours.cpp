#include "sync-server/app/hours.hpp"

#include <chrono>
#include <cstdio>

#include "shared/election/date.hpp"

namespace isoloir::app {

Result<Hour> hour_of(const std::string& day)
{
    const auto when = election::day_of(day);
    if (!when) return fail(Errc::malformed, "not a day, as 2026-11-23", day);
    return std::chrono::duration_cast<std::chrono::hours>(when->time_since_epoch()).count();
}

std::string in_words(Hour hour)
{
    const std::chrono::sys_seconds when{std::chrono::hours(hour)};
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const std::chrono::year_month_day date(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:00 UTC", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(when - day).count()));
    return text;
}

}  // namespace isoloir::app
