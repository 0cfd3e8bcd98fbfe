#include "sync-server/app/follower.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/app/outage.hpp"

namespace isoloir::app {
namespace {

void follow(const std::stop_token& stop, Centre& centre)
{
    Outage outage("the database cannot be followed", "the database answers again");
    every_second(stop, [&] { outage.tell(centre.follow()); });
}

}  // namespace

Follower::Follower(Centre& centre) : thread_([&centre](const std::stop_token& stop) { follow(stop, centre); }) {}

}  // namespace isoloir::app
