#include "bench/figures.hpp"

#include <algorithm>
#include <cstdio>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

namespace isoloir::bench {
namespace {

/// Collects medians instead of printing each run.
class Collector final : public benchmark::BenchmarkReporter {
public:
    explicit Collector(std::vector<Figure>& figures) : figures_(figures) {}

    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.aggregate_name != "median" && run.repetitions != 1) continue;
            for (Figure& figure : figures_) {
                const auto dot = figure.name.find('.');
                if (figure.name.substr(0, dot) != run.run_name.function_name) continue;
                const double seconds = run.real_accumulated_time / static_cast<double>(run.iterations);
                const auto counter = run.counters.find(dot == std::string::npos ? "ballots" : figure.name.substr(dot + 1));
                figure.value = counter != run.counters.end() ? counter->second.value : figure.unit == "ms" ? seconds * 1e3 : 0;
                const auto bare = run.counters.find(figure.bare_from);
                if (bare != run.counters.end()) figure.bare = bare->second.value;
                std::fprintf(stderr, "  %-28s measured\n", figure.what.c_str());
            }
        }
    }

private:
    std::vector<Figure>& figures_;
};

}  // namespace

std::vector<Figure> measure(std::vector<Figure> wanted)
{
    Collector collector(wanted);
    benchmark::RunSpecifiedBenchmarks(&collector);
    std::erase_if(wanted, [](const Figure& figure) { return figure.value < 0; });
    return wanted;
}

std::string table_of(const std::vector<Figure>& figures)
{
    std::string table;
    char line[200];
    std::snprintf(line, sizeof line, "%-50s %12s %-5s %14s %9s %7s %12s %8s\n", "figure (median)", "measured", "unit", "limit", "of limit", "", "bare",
                  "of bare");
    table += line;
    for (const Figure& figure : figures) {
        const bool met = figure.bound == Bound::at_most ? figure.value <= figure.limit : figure.value >= figure.limit;
        std::snprintf(line, sizeof line, "%-50s %12.3f %-5s %s %12.3f %9.2f %7s", figure.what.c_str(), figure.value, figure.unit.c_str(),
                      figure.bound == Bound::at_most ? "<" : ">", figure.limit, figure.value / figure.limit, met ? "met" : "MISSED");
        table += line;
        if (figure.bare >= 0) {
            std::snprintf(line, sizeof line, " %12.3f %8.2f", figure.bare, figure.value / figure.bare);
            table += line;
        }
        table += '\n';
    }
    return table;
}

std::string json_of(const std::vector<Figure>& figures)
{
    auto list = nlohmann::ordered_json::array();
    for (const Figure& figure : figures) {
        auto& one = list.emplace_back(nlohmann::ordered_json{
            {"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"limit", figure.limit}, {"ratio", figure.value / figure.limit}});
        if (figure.bare >= 0) one["bare"] = figure.bare;
    }
    return list.dump(2) + "\n";
}

}  // namespace isoloir::bench
