#include "sync-server/app/live_count.hpp"

#include <spdlog/spdlog.h>

#include "sync-server/app/every_second.hpp"

namespace isoloir::app {
namespace {

void count_live(const std::stop_token& stop, Centre& centre)
{
    bool going = true;
    every_second(stop, [&] {
        const auto made = centre.make_round();
        // Said once, not every second of an outage.
        if (made && !going) spdlog::info("the live ranking goes on");
        if (!made && going) spdlog::error("the live ranking stands still: {}", made.error().text());
        going = made.has_value();
    });
}

}  // namespace

LiveCount::LiveCount(Centre& centre) : thread_([&centre](const std::stop_token& stop) { count_live(stop, centre); }) {}

}  // namespace isoloir::app
