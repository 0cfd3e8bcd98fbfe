#pragma once
// A family of Prometheus' model, made anew each time that somebody reads.

#include <string>
#include <utility>
#include <vector>

#include <prometheus/metric_family.h>

namespace isoloir::figures {

using Families = std::vector<prometheus::MetricFamily>;
using Labels = std::vector<prometheus::ClientMetric::Label>;

/// @param name, help  as prometheus.io/docs/practices/naming wants them: base units, counters end in _total
inline prometheus::MetricFamily family(const char* name, const char* help, prometheus::MetricType type)
{
    return {name, help, type, {}};
}

template <class Number>
void add(prometheus::MetricFamily& family, Number number, Labels labels = {})
{
    prometheus::ClientMetric metric;
    metric.label = std::move(labels);
    (family.type == prometheus::MetricType::Counter ? metric.counter.value : metric.gauge.value) = static_cast<double>(number);
    family.metric.push_back(std::move(metric));
}

template <class Number>
prometheus::MetricFamily gauge(const char* name, const char* help, Number number)
{
    auto made = family(name, help, prometheus::MetricType::Gauge);
    add(made, number);
    return made;
}
template <class Number>
prometheus::MetricFamily counter(const char* name, const char* help, Number number)
{
    auto made = family(name, help, prometheus::MetricType::Counter);
    add(made, number);
    return made;
}

}  // namespace isoloir::figures
