// What Prometheus reads is what happened.

#include "sync-server/figures/meters.hpp"

#include <regex>
#include <sstream>

#include "shared/base/encoding.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using test::a_voter;
using test::AServerFolder;

namespace {

/// The value of a series, as "name" or "name{label=\"value\"}"; nothing when it is not there.
std::optional<double> value_of(const std::string& text, const std::string& series)
{
    const auto at = ("\n" + text).find("\n" + series + " ");
    if (at == std::string::npos) return std::nullopt;
    return std::stod(text.substr(at + series.size() + 1));
}

}  // namespace

TEST_CASE("after a known batch the figures are those of the batch")
{
    AServerFolder folder;
    figures::Meters meters(*folder.centre, folder.path, "1.2.3");
    auto terminal = folder.terminal();
    const std::string label = "{terminal=\"" + to_hex(terminal.id()).substr(0, 16) + "\",hall=\"Jambes\"}";
    CHECK(value_of(meters.text(), "isoloir_terminal_next_sequence" + label) == 0);

    terminal.vote(folder.package(), a_voter(1), {0}).vote(folder.package(), a_voter(2), {1}).vote(folder.package(), a_voter(1), {1});
    terminal.spoilt(folder.package(), {0});
    REQUIRE(folder.send(terminal));
    REQUIRE(folder.send(terminal));
    REQUIRE(folder.centre->note(terminal.id(), R"({"version":"0.1.0","waiting":7,"battery":80})"));
    const auto stranger = test::ATerminal(folder.random);
    CHECK_FALSE(folder.send(stranger));

    const std::string text = meters.text();
    INFO(text);
    CHECK(value_of(text, "isoloir_ballots_accepted_total") == 2);
    CHECK(value_of(text, "isoloir_ballots_duplicate_total") == 1);
    CHECK(value_of(text, "isoloir_ballots_spoilt_total") == 1);
    CHECK(value_of(text, "isoloir_records_refused_total{reason=\"unknown-terminal\"}") == 1);
    CHECK(value_of(text, "isoloir_log_records") == 5);
    CHECK(value_of(text, "isoloir_batches_total{outcome=\"taken\"}") == 1);
    CHECK(value_of(text, "isoloir_batches_total{outcome=\"again\"}") == 1);
    // The second time it is known before it is checked.
    CHECK(value_of(text, "isoloir_batch_records_count") == 1);
    CHECK(value_of(text, "isoloir_batch_records_sum") == 5);
    CHECK(value_of(text, "isoloir_batch_records_bucket{le=\"2\"}") == 0);
    CHECK(value_of(text, "isoloir_batch_records_bucket{le=\"5\"}") == 1);
    CHECK(value_of(text, "isoloir_batch_check_seconds_count") == 1);
    CHECK(value_of(text, "isoloir_batch_commit_seconds_count") == 1);
    CHECK(value_of(text, "isoloir_batch_commit_seconds_sum").value_or(0) > 0);
    CHECK(value_of(text, "isoloir_terminals") == 1);
    CHECK(value_of(text, "isoloir_terminals_online") == 1);
    CHECK(value_of(text, "isoloir_terminals_open") == 1);
    CHECK(value_of(text, "isoloir_terminals_forked") == 0);
    CHECK(value_of(text, "isoloir_terminal_next_sequence" + label) == 5);
    CHECK(value_of(text, "isoloir_terminal_waiting_records" + label) == 7);
    CHECK(value_of(text, "isoloir_terminal_last_sync_timestamp_seconds" + label) == static_cast<double>(folder.clock.now().time_since_epoch().count()));
    CHECK(value_of(text, "isoloir_election_phase{phase=\"open\"}") == 1);
    CHECK(value_of(text, "isoloir_election_phase{phase=\"counted\"}") == 0);
    CHECK(value_of(text, "isoloir_healthy") == 1);
    CHECK(value_of(text, "isoloir_build_info{version=\"1.2.3\"}") == 1);
    CHECK(value_of(text, std::string("isoloir_store_info{engine=\"") + (test::on_postgres() ? "postgresql" : "sqlcipher") + "\"}") == 1);

    folder.clock.pass(std::chrono::minutes(11));
    CHECK(value_of(meters.text(), "isoloir_terminals_online") == 0);
}

TEST_CASE("a forked terminal is seen in the figures")
{
    AServerFolder folder;
    const figures::Meters meters(*folder.centre, folder.path, "1");
    auto terminal = folder.terminal();
    auto clone = terminal.clone();
    terminal.vote(folder.package(), a_voter(1), {0});
    clone.vote(folder.package(), a_voter(2), {1});
    REQUIRE(folder.send(terminal));
    (void)folder.send(clone);
    CHECK(value_of(meters.text(), "isoloir_terminals_forked") == 1);
}

TEST_CASE("the ports are counted by class of status, and each series is there from the start")
{
    AServerFolder folder{AServerFolder::Bare{}};
    figures::Meters meters(*folder.centre, folder.path, "1");
    CHECK(value_of(meters.text(), "isoloir_http_requests_total{port=\"public\",status=\"4xx\"}") == 0);
    CHECK(value_of(meters.text(), "isoloir_tls_handshakes_failed_total{port=\"terminals\"}") == 0);
    CHECK(value_of(meters.text(), "isoloir_election_phase{phase=\"open\"}") == 0);
    meters.connected(http::Door::pages);
    meters.connected(http::Door::pages);
    meters.disconnected(http::Door::pages);
    meters.answered({http::Door::pages, "GET", 404, std::chrono::milliseconds(30), "127.0.0.1", std::nullopt});
    meters.handshake_failed(http::Door::terminals, "127.0.0.1", "unknown");
    const std::string text = meters.text();
    CHECK(value_of(text, "isoloir_connections_open{port=\"public\"}") == 1);
    CHECK(value_of(text, "isoloir_http_requests_total{port=\"public\",status=\"4xx\"}") == 1);
    CHECK(value_of(text, "isoloir_http_request_duration_seconds_bucket{port=\"public\",le=\"0.025\"}") == 0);
    CHECK(value_of(text, "isoloir_http_request_duration_seconds_bucket{port=\"public\",le=\"0.05\"}") == 1);
    CHECK(value_of(text, "isoloir_tls_handshakes_failed_total{port=\"terminals\"}") == 1);
}

TEST_CASE("the process and its disk are told, in base units")
{
    AServerFolder folder{AServerFolder::Bare{}};
    const figures::Meters meters(*folder.centre, folder.path, "1");
    const std::string text = meters.text();
    const auto now = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    CHECK(value_of(text, "process_start_time_seconds").value_or(0) > 1.7e9);
    CHECK(value_of(text, "process_start_time_seconds").value_or(now + 9) < now + 5);
    CHECK(value_of(text, "process_resident_memory_bytes").value_or(0) > 1e6);
    CHECK(value_of(text, "process_cpu_seconds_total").value_or(0) > 0);
    CHECK(value_of(text, "process_open_fds").value_or(0) > 3);
    CHECK(value_of(text, "process_max_fds").value_or(0) > value_of(text, "process_open_fds").value_or(1e9));
    CHECK(value_of(text, "isoloir_data_free_bytes").value_or(0) > 0);
    CHECK(value_of(text, "isoloir_data_size_bytes").value_or(0) >= value_of(text, "isoloir_data_free_bytes").value_or(1e30));
}

TEST_CASE("every name is one that Prometheus takes, with its help and its kind")
{
    AServerFolder folder;
    const figures::Meters meters(*folder.centre, folder.path, "1");
    const std::string text = meters.text();
    std::istringstream lines(text);
    std::string typed;
    std::size_t families = 0;
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        INFO(line);
        if (std::regex_match(line, match, std::regex("# TYPE ((isoloir|process)_[a-z_]+) (counter|gauge|histogram)"))) {
            typed = match[1];
            ++families;
            CHECK((match[3] == "counter") == typed.ends_with("_total"));
            CHECK(text.find("# HELP " + typed + " ") != std::string::npos);
        } else if (line.front() != '#') {
            CHECK(line.rfind(typed, 0) == 0);
        }
    }
    CHECK(families > 30);
}
