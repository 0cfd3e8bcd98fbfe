#pragma once
// Each figure stands beside its limit: at most so many milliseconds, or at least so many a second; and some beside what the operations
// that they cannot do without take alone.

#include <string>
#include <vector>

namespace isoloir::bench {

enum class Bound { at_most, at_least };

struct Figure {
    std::string name;  // the benchmark's; "press.p99": its counter p99
    std::string what;  // for people
    std::string unit;  // "ms", "1/s"
    double limit{0};
    Bound bound{Bound::at_most};
    std::string bare_from{};  // the counter of what it cannot do without, in its unit
    double value{-1};         // below zero: not measured
    double bare{-1};          // likewise
};

/// Runs the benchmarks that were not filtered out and returns their figures in order of `wanted`.
std::vector<Figure> measure(std::vector<Figure> wanted);

std::string table_of(const std::vector<Figure>& figures);
std::string json_of(const std::vector<Figure>& figures);

}  // namespace isoloir::bench
