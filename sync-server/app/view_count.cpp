#include "sync-server/app/view_count.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

constexpr int kSeconds = 60;

void keep(Centre& centre)
{
    // What is not kept now is kept later: the number stays in memory.
    if (const Status kept = centre.keep_views(); !kept) operations::warning("page views are not kept yet", {{"why", kept.error().text()}});
}

void count(const std::stop_token& stop, Centre& centre)
{
    int second = 0;
    every_second(stop, [&] {
        if (++second % kSeconds == 0) keep(centre);
    });
    keep(centre);
}

}  // namespace

ViewCount::ViewCount(Centre& centre) : thread_([&centre](const std::stop_token& stop) { count(stop, centre); }) {}

}  // namespace isoloir::app
