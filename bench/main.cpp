// isoloir-bench: each figure measured on this machine, beside its limit.

#include <iostream>

#include <benchmark/benchmark.h>
#include <CLI/CLI.hpp>

#include "bench/a_booth.hpp"
#include "bench/figures.hpp"
#include "bench/intake_bench.hpp"
#include "bench/million_bench.hpp"
#include "bench/storm.hpp"
#include "shared/base/file.hpp"
#include "shared/crypto/sodium.hpp"
#include "sync-server/operations/log.hpp"

int main(int argc, char* argv[])
{
    using isoloir::bench::Bound;
    CLI::App app("Measures Isoloir on this machine: medians beside their limits.");
    std::string json;
    app.add_option("--json", json, "also write the figures to this file");
    std::string only;
    app.add_option("--only", only, "just the figures whose name matches this expression, as draw or seal|verify");
    std::uint64_t preload = 1'000'000;
    app.add_option("--preload", preload, "ballots in the log before intake_full is measured")->capture_default_str();
    std::uint64_t million = 1'000'000;
    app.add_option("--million", million, "ballots in the urn of `million`, which is measured with --only million alone: it takes minutes")
        ->capture_default_str();
    bool turn_all_pages = false;
    app.add_flag("--turn-all-pages", turn_all_pages)->group("");  // for `memory`, which wants a process of its own
    std::string serve;
    app.add_option("--serve", serve)->group("");  // for `storm`, likewise
    CLI11_PARSE(app, argc, argv);
    if (!isoloir::crypto::start()) return 1;
    if (!serve.empty()) return isoloir::bench::serve_for_storm(serve);
    if (turn_all_pages) {
        std::cout << isoloir::bench::resident_after_all_pages() << '\n';
        return 0;
    }

    isoloir::operations::speak(isoloir::operations::Level::warning, isoloir::operations::Format::text);
    std::string program = argv[0];
    std::string options[] = {program, "--benchmark_repetitions=5", "--benchmark_report_aggregates_only=true", "--benchmark_min_time=0.3",
                             "--benchmark_filter=" + (only.empty() ? "-^million" : only)};
    char* arguments[] = {options[0].data(), options[1].data(), options[2].data(), options[3].data(), options[4].data(), nullptr};
    int count = 5;
    benchmark::Initialize(&count, arguments);

    isoloir::bench::ballots_before() = preload;
    isoloir::bench::ballots_of_million() = million;
    const auto ballots_in = static_cast<double>(million);
    const std::string full_label = "intake with " + std::to_string(preload) + " ballots in";
    // Limits: the field's own (a 60 Hz frame, the 15 s that a terminal waits), what a province needs (intake, storm), what libsodium's operations add up to
    // on a slow machine, with some room, or a hundredth of what pabutools takes for a city's count (beside it, measured on two cores).
    // Belenios 2.0 (belenios-tool of Debian 12, group BELENIOS-2048, one question with 21 answers) was measured on two cores, too.
    auto figures = isoloir::bench::measure({
        {"seal.one", "seal and sign a ballot, 21 projects (Belenios: 170)", "ms", 0.13, Bound::at_most, "bare"},
        {"commit", "commit one vote, durable", "ms", 10.0, Bound::at_most},
        {"verify.one", "verify one record (Belenios: 94)", "ms", 0.15, Bound::at_most, "bare"},
        {"verify_many.one", "  of many, a record and core", "ms", 0.08, Bound::at_most, "bare"},
        {"mix/prove.one", "mix and prove, a ballot", "ms", 0.12, Bound::at_most, "bare"},
        {"mix/check.one", "check a mix, a ballot", "ms", 0.035, Bound::at_most, "bare"},
        {"opening/prove.one", "open in part and prove, a ballot", "ms", 0.03, Bound::at_most, "bare"},
        {"opening/check.one", "check an opening, a ballot", "ms", 0.015, Bound::at_most, "bare"},
        {"million.mix", std::to_string(million) + " ballots: mix and prove", "s", 120e-6 * ballots_in, Bound::at_most},
        {"million.check", "  check the mix", "s", 35e-6 * ballots_in, Bound::at_most},
        {"million.open", "  open in part and prove", "s", 30e-6 * ballots_in, Bound::at_most},
        {"million.check_opening", "  check the opening", "s", 15e-6 * ballots_in, Bound::at_most},
        {"million.together", "  put the parts together", "s", 15e-6 * ballots_in, Bound::at_most},
        {"million.memory", "  memory at most", "MiB", 4096, Bound::at_most},
        {"draw", "draw one screen, 1920x1080, in software", "ms", 16.7, Bound::at_most},
        {"press.median", "choose among 150 projects, finger to pixels", "ms", 16.7, Bound::at_most},
        {"press.p99", "  99th percentile", "ms", 16.7, Bound::at_most},
        {"open.median", "open a project or comfort, and go back", "ms", 16.7, Bound::at_most},
        {"open.p99", "  99th percentile", "ms", 16.7, Bound::at_most},
        {"turn.median", "turn a page of the list", "ms", 16.7, Bound::at_most},
        {"turn.p99", "  99th percentile", "ms", 16.7, Bound::at_most},
        {"cold.median", "from start to the welcome screen", "ms", 300, Bound::at_most},
        {"idle.cpu", "processor while nobody is there", "%", 0.1, Bound::at_most},
        {"memory.resident", "resident memory, 150 pictures seen", "MB", 100, Bound::at_most},
        {"intake", "intake, durable, batches of 100", "1/s", 10'000, Bound::at_least, "checks"},
        {"intake.checks", "  bare checks (signature, elements, proof)", "1/s", 10'000, Bound::at_least},
        {"intake.beside", "  bare checks and bare inserts side by side", "1/s", 10'000, Bound::at_least},
        {"intake.of_beside", "  intake as a share of these", "%", 70, Bound::at_least},
        {"intake_full", full_label, "1/s", 6'000, Bound::at_least},
        {"count/mes", "equal shares, 7 683 votes (pabutools: 5.2 s)", "ms", 20, Bound::at_most},
        {"count/add1", "  with Add1", "ms", 5'000, Bound::at_most},
        {"count/phragmen", "  Phragmén (pabutools: 6.9 s)", "ms", 20, Bound::at_most},
        {"count/mes_city", "equal shares, 90 494 votes (pabutools: 58 s)", "ms", 230, Bound::at_most},
        {"count/mes_votes_city", "  satisfaction by votes (pabutools: 23 s)", "ms", 230, Bound::at_most},
        {"count/phragmen_city", "  Phragmén (pabutools: 57 s)", "ms", 570, Bound::at_most},
        {"storm.request", "10 000 terminals at once: longest request", "s", 5, Bound::at_most},
        {"storm.connect", "  longest way to a connection", "s", 15, Bound::at_most},
        {"storm.seconds", "  until all have their receipts", "s", 60, Bound::at_most},
        {"storm.resident", "  server's memory at most", "MB", 320, Bound::at_most},
        {"storm.accepted", "  ballots accepted, each once", "", 50'000, Bound::at_least},
    });
    std::cout << isoloir::bench::table_of(figures);
    if (!json.empty()) {
        const auto written = isoloir::write_file(json, isoloir::bench::json_of(figures));
        if (!written) {
            std::cerr << "isoloir-bench: " << written.error().text() << '\n';
            return 1;
        }
    }
}
