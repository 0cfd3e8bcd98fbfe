#include "sync-server/app/live_count.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/app/outage.hpp"

namespace isoloir::app {
namespace {

void count_live(const std::stop_token& stop, Centre& centre)
{
    Outage outage("the live ranking stands still", "the live ranking goes on");
    every_second(stop, [&] { outage.tell(centre.make_round()); });
}

}  // namespace

LiveCount::LiveCount(Centre& centre) : thread_([&centre](const std::stop_token& stop) { count_live(stop, centre); }) {}

}  // namespace isoloir::app
