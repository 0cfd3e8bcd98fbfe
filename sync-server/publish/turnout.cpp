#include "sync-server/publish/turnout.hpp"

#include <unicode/timezone.h>

#include <chrono>
#include <cstdio>
#include <memory>

namespace isoloir::publish {
namespace {

std::unique_ptr<icu::TimeZone> belgium()
{
    return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone("Europe/Brussels"));
}

/// What clocks show there.
std::chrono::sys_seconds local_time(const icu::TimeZone& zone, std::chrono::sys_seconds utc)
{
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    zone.getOffset(static_cast<UDate>(utc.time_since_epoch().count()) * U_MILLIS_PER_SECOND, false, standard, summer, status);
    return utc + std::chrono::duration_cast<std::chrono::seconds>(std::chrono::milliseconds{standard + summer});
}

}  // namespace

std::string iso_of(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date{day};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()));
    return text.data();
}

std::chrono::sys_days day_of(const std::string& iso)
{
    return std::chrono::year{std::stoi(iso)} / std::stoi(iso.substr(5, 2)) / std::stoi(iso.substr(8, 2));
}

std::string day_in_belgium(std::chrono::sys_seconds moment)
{
    return iso_of(std::chrono::floor<std::chrono::days>(local_time(*belgium(), moment)));
}

Turnout turnout_of(const Standing& standing)
{
    Turnout turnout;
    for (const auto& channel : standing.report.channels) (channel.name == "online" ? turnout.online : turnout.in_halls) += channel.accepted;
    const auto zone = belgium();
    for (const auto& [hour, ballots] : standing.hours) {
        const auto local = local_time(*zone, std::chrono::sys_seconds{std::chrono::hours{hour}});
        const auto midnight = std::chrono::floor<std::chrono::days>(local);
        turnout.by_day[iso_of(midnight)] += ballots;
        turnout.by_hour[static_cast<std::size_t>(std::chrono::floor<std::chrono::hours>(local - midnight).count())] += ballots;
    }
    return turnout;
}

}  // namespace isoloir::publish
