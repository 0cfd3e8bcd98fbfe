#include "sync-server/app/follower.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

void follow(const std::stop_token& stop, Centre& centre)
{
    bool reached = true;
    every_second(stop, [&] {
        const Status followed = centre.follow();
        // Said once, not every second of an outage.
        if (followed && !reached) operations::info("the database answers again");
        if (!followed && reached) operations::error("the database cannot be followed", {{"why", followed.error().text()}});
        reached = followed.has_value();
    });
}

}  // namespace

Follower::Follower(Centre& centre) : thread_([&centre](const std::stop_token& stop) { follow(stop, centre); }) {}

}  // namespace isoloir::app
