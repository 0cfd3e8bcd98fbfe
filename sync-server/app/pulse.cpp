#include "sync-server/app/pulse.hpp"

#include "sync-server/app/every_second.hpp"
#include "sync-server/operations/log.hpp"
#include "sync-server/operations/supervisor.hpp"

namespace isoloir::app {
namespace {

constexpr std::chrono::milliseconds kPatience{500};

void look(const std::stop_token& stop, Centre& centre)
{
    bool well = true;
    every_second(stop, [&] {
        centre.look();
        const Status health = centre.health();
        // Said once, not every second of an outage.
        if (health && !well) operations::info("the store answers again");
        if (!health && well) operations::error("the store does not answer", {{"why", health.error().text()}});
        well = health.has_value();
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
