#include "sync-server/app/pulse.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/app/outage.hpp"
#include "sync-server/operations/supervisor.hpp"

namespace isoloir::app {
namespace {

constexpr std::chrono::milliseconds kPatience{500};

void look(const std::stop_token& stop, Centre& centre)
{
    Outage outage("the server is not healthy", "the server is healthy again");
    every_second(stop, [&] {
        centre.look();
        outage.tell(centre.health());
    });
}

void tell(const std::stop_token& stop, Centre& centre, http::Server& server)
{
    std::uint64_t told = 0;
    every_second(stop, [&] {
        const std::uint64_t beats = centre.beats();
        if (beats == told || !server.answers(kPatience)) return;
        told = beats;
        operations::tell_alive();
    });
}

}  // namespace

Pulse::Pulse(Centre& centre, http::Server& server) : looking_([&centre](const std::stop_token& stop) { look(stop, centre); })
{
    if (operations::is_watched()) telling_ = std::jthread([&](const std::stop_token& stop) { tell(stop, centre, server); });
}

}  // namespace isoloir::app
