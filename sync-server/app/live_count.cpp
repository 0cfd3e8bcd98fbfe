#include "sync-server/app/live_count.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

void count_live(const std::stop_token& stop, Centre& centre)
{
    bool going = true;
    every_second(stop, [&] {
        const auto made = centre.make_round();
        // Said once, not every second of an outage.
        if (made && !going) operations::info("the live ranking goes on");
        if (!made && going) operations::error("the live ranking stands still", {{"why", made.error().text()}});
        going = made.has_value();
    });
}

}  // namespace

LiveCount::LiveCount(Centre& centre) : thread_([&centre](const std::stop_token& stop) { count_live(stop, centre); }) {}

}  // namespace isoloir::app
