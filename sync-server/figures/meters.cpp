#include "sync-server/figures/meters.hpp"

#include <array>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "sync-server/figures/process.hpp"
#include "sync-server/figures/standing.hpp"

namespace isoloir::figures {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using Buckets = Histogram::BucketBoundaries;

const Buckets kSeconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
const Buckets kRecords{1, 2, 5, 10, 25, 50, 100, 250, 500, 1000};
constexpr std::array kDoors{http::Door::terminals, http::Door::pages, http::Door::operations};

double seconds(std::chrono::microseconds time)
{
    return std::chrono::duration<double>(time).count();
}

Family<Counter>& counters(prometheus::Registry& registry, const char* name, const char* help)
{
    return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}
Histogram& histogram(prometheus::Registry& registry, const char* name, const char* help, const Buckets& buckets)
{
    return prometheus::BuildHistogram().Name(name).Help(help).Register(registry).Add({}, buckets);
}

}  // namespace

/// The families that are counted as it happens. What a door has is made at once, so that a series begins at 0.
struct Meters::Counted {
    struct Door {
        Gauge* open{nullptr};
        Counter* failed{nullptr};
        Histogram* took{nullptr};
    };

    explicit Counted(const std::string& version, const char* engine)
    {
        prometheus::BuildGauge().Name("isoloir_build_info").Help("1, with the version of this program.").Register(registry).Add({{"version", version}}).Set(1);
        prometheus::BuildGauge()
            .Name("isoloir_store_info")
            .Help("1, with the engine that keeps everything.")
            .Register(registry)
            .Add({{"engine", engine}})
            .Set(1);
        auto& open = prometheus::BuildGauge().Name("isoloir_connections_open").Help("Open connections by port.").Register(registry);
        auto& failed = counters(registry, "isoloir_tls_handshakes_failed_total", "TLS handshakes that failed, by port.");
        auto& took = prometheus::BuildHistogram()
                         .Name("isoloir_http_request_duration_seconds")
                         .Help("From a request's last byte to its answer, by port.")
                         .Register(registry);
        for (const http::Door door : kDoors) {
            const prometheus::Labels port{{"port", http::name_of(door)}};
            doors[static_cast<std::size_t>(door)] = {&open.Add(port), door == http::Door::operations ? nullptr : &failed.Add(port), &took.Add(port, kSeconds)};
            for (const char* status : {"2xx", "3xx", "4xx", "5xx"}) requests.Add({{"port", http::name_of(door)}, {"status", status}});
        }
        for (const char* outcome : {"taken", "again", "refused"}) batches.Add({{"outcome", outcome}});
    }

    Door& at(http::Door door) { return doors[static_cast<std::size_t>(door)]; }

    prometheus::Registry registry;
    std::array<Door, kDoors.size()> doors;
    Family<Counter>& requests{counters(registry, "isoloir_http_requests_total", "Answered requests by port and class of status.")};
    Family<Counter>& batches{counters(registry, "isoloir_batches_total", "Batches that terminals sent: taken, the same again, refused.")};
    Histogram& records{histogram(registry, "isoloir_batch_records", "Records of a batch that was checked.", kRecords)};
    Histogram& checked{histogram(registry, "isoloir_batch_check_seconds", "What the signatures and proofs of a batch took.", kSeconds)};
    Histogram& written{histogram(registry, "isoloir_batch_commit_seconds", "What the transaction of a batch took, until it was durable.", kSeconds)};
};

Meters::Meters(app::Centre& centre, std::filesystem::path data, const std::string& version)
    : centre_(centre), data_(std::move(data)), counted_(std::make_unique<Counted>(version, centre.shares_database() ? "postgresql" : "sqlcipher"))
{
    centre_.on_batch([this](const app::BatchSeen& batch) { count(batch); });
}

Meters::~Meters()
{
    centre_.on_batch(nullptr);
}

std::string Meters::text() const
{
    auto families = counted_->registry.Collect();
    for (auto&& more : {standing_families(centre_), process_families(data_)}) families.insert(families.end(), more.begin(), more.end());
    return prometheus::TextSerializer().Serialize(families);
}

void Meters::connected(http::Door door)
{
    counted_->at(door).open->Increment();
}
void Meters::disconnected(http::Door door)
{
    counted_->at(door).open->Decrement();
}

void Meters::handshake_failed(http::Door door, std::string_view, std::string_view)
{
    counted_->at(door).failed->Increment();
}

void Meters::answered(const http::Answered& answered)
{
    const std::string status = std::to_string(answered.status / 100) + "xx";
    counted_->requests.Add({{"port", http::name_of(answered.door)}, {"status", status}}).Increment();
    counted_->at(answered.door).took->Observe(seconds(answered.took));
}

void Meters::count(const app::BatchSeen& batch)
{
    counted_->batches.Add({{"outcome", batch.refused ? "refused" : batch.again ? "again" : "taken"}}).Increment();
    if (batch.records == 0) return;
    counted_->records.Observe(static_cast<double>(batch.records));
    counted_->checked.Observe(seconds(batch.checked));
    if (batch.written.count() > 0) counted_->written.Observe(seconds(batch.written));
}

}  // namespace isoloir::figures
