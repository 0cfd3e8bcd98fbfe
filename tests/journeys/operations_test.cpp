// Whoever runs the server: its file, its figures, its health and its log, on the program as it ships.

#include <csignal>
#include <regex>
#include <sstream>

#include "shared/ballot/record.hpp"
#include "shared/base/encoding.hpp"
#include "shared/base/file.hpp"
#include "shared/tls/identity.hpp"
#include "shared/wire/bundle.hpp"
#include "tests/journeys/election_day.hpp"
#include "tests/support/a_postgres.hpp"
#include "tests/support/a_small_disk.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// A server that is told everything by its file.
class Configured {
public:
    explicit Configured(const ElectionDay& day, const std::string& more = "") : day_(day)
    {
        std::filesystem::create_directory(day.path("etc"));
        write(more);
    }

    /// The file anew: any free ports, and what else the test wants.
    void write(const std::string& more) const
    {
        REQUIRE(write_file(file(), "data = \"../centre\"\n[terminals]\naddress = \"127.0.0.1\"\nport = 0\n[operations]\nport = 0\n" + more));
    }
    std::filesystem::path file() const { return day_.path("etc") / "server.toml"; }

    Process start(const Words& flags = {})
    {
        Words command{std::string(ISOLOIR_BIN) + "/isoloir-server", "--config", file().string(), "serve"};
        command.insert(command.end(), flags.begin(), flags.end());
        Process server(command);
        const bool ready = eventually([&] { return server.out().find("Stop with Ctrl-C") != std::string::npos || !server.runs(); });
        INFO(server.out() << server.err());
        REQUIRE(ready);
        REQUIRE(server.runs());
        addresses_ = Json::parse(*read_file(day_.path("centre") / "addresses.json", 4096));
        return server;
    }
    int port(const char* name) const { return addresses_.at(name).get<int>(); }

    /// What curl gets, with its status on the last line.
    std::string operations(const std::string& path) const { return got({"http://127.0.0.1:" + std::to_string(port("operations_port")) + path}); }
    std::string pages(const std::string& path) const { return got({"--insecure", page(path)}); }
    /// Whether the pages show this very certificate.
    bool pages_show(const std::filesystem::path& certificate) const
    {
        return Process({"curl", "--silent", "--output", "/dev/null", "--cacert", certificate.string(), page("/healthz")}).end().code == 0;
    }

private:
    std::string page(const std::string& path) const { return "https://127.0.0.1:" + std::to_string(port("public_port")) + path; }
    static std::string got(Words words)
    {
        words.insert(words.begin(), {"curl", "--silent", "--show-error", "--write-out", "%{http_code}"});
        return printed(Process(words).end());
    }

    const ElectionDay& day_;
    Json addresses_;
};

const std::string kPublic = "[public]\naddress = \"127.0.0.1\"\nport = 0\n";

bool says(const std::string& text, const std::string& words)
{
    INFO(text);
    INFO(words);
    const bool found = text.find(words) != std::string::npos;
    CHECK(found);
    return found;
}

/// Waits for a line that holds this.
void hears(const Process& server, const std::string& words)
{
    const bool heard = eventually([&] { return server.err().find(words) != std::string::npos; });
    INFO(server.err());
    INFO(words);
    REQUIRE(heard);
}

/// A certificate for the pages, and its key, in a folder of their own.
std::string certificate_lines(const ElectionDay& day, const std::string& name)
{
    std::filesystem::create_directory(day.path(name));
    REQUIRE(tls::page_identity(day.path(name)));
    return "certificate = \"../" + name + "/page-certificate.pem\"\nkey = \"../" + name + "/page-key.pem\"\n";
}

}  // namespace

TEST_CASE("a server does what its file says, the command line wins over it, and the figures are those of the day")
{
    const ElectionDay day;
    day.found();
    Configured centre(day, kPublic);
    {
        Process server = centre.start({"--operations-port", "0"});
        CHECK(centre.operations("/healthz") == "ok\n200");
        CHECK(centre.pages("/healthz") == "ok\n200");
        day.set_up("jambes");
        printed(day.hall("jambes", {"open"}));
        printed(Process(day.residents("jambes", 5)).end());
        printed(day.hall("jambes", {"close"}));
        printed(day.hall("jambes", {"export", day.file("stick")}));
        printed(day.centre({"ballots", "import", day.file("stick")}));
        const std::string figures = centre.operations("/metrics");
        says(figures, "\nisoloir_ballots_accepted_total 5\n");
        says(figures, "\nisoloir_log_records 7\n");
        says(figures, "\nisoloir_terminals 1\n");
        CHECK(centre.pages("/metrics").ends_with("404"));
        says(server.err(), "started: version=");
        says(server.err(), "ballots imported: channel=jambes lines=7 fresh=7 accepted=5 event=2");
        server.send(SIGTERM);
        const Ended ended = server.end();
        CHECK(ended.code == 0);
        says(ended.err, " info    stopping\n");
        says(ended.err, " info    stopped\n");
    }
    const Ended checked = run("isoloir-server", {"--config", centre.file().string(), "config", "check", "--data", day.file("elsewhere")});
    says(printed(checked), "data = \"" + day.file("elsewhere") + "\"\n");
    says(checked.out, "port = 0\n");
    says(checked.out, "# key is not set\n");
}

TEST_CASE("a server whose file is wrong does not start, and says where it is wrong")
{
    const ElectionDay day;
    printed(day.centre({"init"}));
    const Configured centre(day, "[log]\nlevel = \"loud\"\n");
    for (const Words& words : {Words{"serve"}, Words{"config", "check"}, Words{"terminal", "list"}}) {
        Words all{"--config", centre.file().string()};
        all.insert(all.end(), words.begin(), words.end());
        says(refused(run("isoloir-server", all)),
             "isoloir-server: " + centre.file().string() + ":8: log.level: expected is \"debug\", \"info\", \"warning\" or \"error\"\n");
    }
    CHECK_FALSE(std::filesystem::exists(day.path("centre") / "addresses.json"));
    says(printed(run("isoloir-server", {"--config", centre.file().string(), "serve", "--help"})), "--operations-port");

    centre.write("[public]\ncertificate = \"none.pem\"\nkey = \"none.pem\"\n");
    for (const char* command : {"serve", "config"}) {
        Words all{"--config", centre.file().string(), command};
        if (all.back() == "config") all.emplace_back("check");
        says(refused(run("isoloir-server", all)), day.file("etc/none.pem"));
    }
    says(refused(run("isoloir-server", {"--config", day.file("none.toml"), "serve"})), day.file("none.toml"));
    CHECK_FALSE(std::filesystem::exists(day.path("centre") / "addresses.json"));
}

TEST_CASE("SIGHUP takes the log's format and a new certificate, says what waits for a restart, and takes nothing of a broken file")
{
    const ElectionDay day;
    day.found();
    const std::string one = certificate_lines(day, "one");
    const std::string two = certificate_lines(day, "two");
    Configured centre(day, kPublic + one);
    Process server = centre.start();
    CHECK(centre.pages_show(day.path("one") / "page-certificate.pem"));
    CHECK_FALSE(centre.pages_show(day.path("two") / "page-certificate.pem"));

    centre.write(kPublic + two + "[limits]\nstop_seconds = 7\n[log]\nformat = \"json\"\n");
    server.send(SIGHUP);
    hears(server, R"("event":"a changed setting waits for a restart","key":"limits.stop_seconds"})");
    says(server.err(), R"("event":"the configuration was read anew"})");
    CHECK(centre.pages_show(day.path("two") / "page-certificate.pem"));
    CHECK_FALSE(centre.pages_show(day.path("one") / "page-certificate.pem"));

    centre.write(kPublic + one + "[log]\nformat = \"text\"\nlevel = \"loud\"\n");
    server.send(SIGHUP);
    hears(server, R"("event":"the configuration was not taken; everything stays as it was")");
    centre.write(kPublic + "certificate = \"none.pem\"\nkey = \"none.pem\"\n[log]\nformat = \"text\"\n");
    server.send(SIGHUP);
    hears(server, R"("event":"the pages' certificate was not taken; everything stays as it was")");
    CHECK(centre.pages_show(day.path("two") / "page-certificate.pem"));
    CHECK(centre.pages("/healthz") == "ok\n200");

    // The same file name with another certificate in it, as a renewal leaves it.
    centre.write(kPublic + two + "[log]\nformat = \"json\"\nlevel = \"debug\"\n");
    for (const char* name : {"page-key.pem", "page-certificate.pem"})
        std::filesystem::copy_file(day.path("one") / name, day.path("two") / name, std::filesystem::copy_options::overwrite_existing);
    server.send(SIGHUP);
    REQUIRE(eventually([&] { return centre.pages_show(day.path("one") / "page-certificate.pem"); }));
    hears(server, R"("event":"request answered","port":"public")");
    server.send(SIGINT);
    CHECK(server.end().code == 0);
}

TEST_CASE("a server whose database goes away is unhealthy, says so once, and is well when it is back")
{
    APostgres postgres;
    const ElectionDay day(postgres.fresh());
    day.found();
    Configured centre(day, kPublic);
    Process server = centre.start();
    CHECK(centre.operations("/healthz") == "ok\n200");
    postgres.stop("immediate");
    CHECK(eventually([&] { return centre.operations("/healthz").ends_with("503"); }));
    CHECK(centre.pages("/healthz") == "unavailable\n503");
    hears(server, "error   the server is not healthy: why=");
    says(centre.operations("/metrics"), "\nisoloir_healthy 0\n");
    postgres.start();
    CHECK(eventually([&] { return centre.operations("/healthz") == "ok\n200"; }));
    hears(server, "info    the server is healthy again");
    server.send(SIGTERM);
    CHECK(server.end().code == 0);
}

TEST_CASE("a server whose disk is full says so, takes nothing, loses nothing, and is well when there is room again (needs root to mount a small disk)")
{
    const ElectionDay day;
    const ASmallDisk disk(day.path("centre"), "128m");
    if (!disk) return;
    day.found();
    day.set_up("jambes");
    printed(day.hall("jambes", {"open"}));
    printed(Process(day.residents("jambes", 5)).end());
    printed(day.hall("jambes", {"export", day.file("stick")}));
    Configured centre(day, kPublic);
    Process server = centre.start();
    CHECK(centre.operations("/healthz") == "ok\n200");

    disk.fill();
    CHECK(eventually([&] { return centre.operations("/healthz").ends_with("503"); }));
    CHECK(centre.operations("/healthz") == "the disk of the data folder is nearly full: 0 MiB are free\n503");
    CHECK(centre.pages("/healthz") == "unavailable\n503");
    hears(server, "error   the server is not healthy: why=");
    says(centre.operations("/metrics"), "\nisoloir_healthy 0\n");
    says(centre.operations("/metrics"), "\nisoloir_data_free_bytes 0\n");
    says(refused(day.centre({"ballots", "import", day.file("stick")})), "full");
    CHECK(eventually([&] { return centre.operations("/healthz") == "the database answered: database or disk is full\n503"; }));

    disk.make_room();
    CHECK(eventually([&] { return centre.operations("/healthz") == "ok\n200"; }));
    hears(server, "info    the server is healthy again");
    printed(day.centre({"ballots", "import", day.file("stick")}));
    CHECK(day.report().at("accepted") == 5);
    server.send(SIGTERM);
    CHECK(server.end().code == 0);
}

TEST_CASE("the log of a whole election at its most talkative names no voter, tag, tracker or choice")
{
    const ElectionDay day;
    day.found();
    Configured centre(day, kPublic + "[log]\nlevel = \"debug\"\nformat = \"json\"\n");
    Process server = centre.start();
    printed(day.hall("jambes", {"enrol", "--name", "jambes", "--out", day.file("request")}));
    printed(day.centre({"terminal", "approve", day.file("request"), "--hall", "jambes", "--host", "127.0.0.1", "--port", std::to_string(centre.port("port")),
                        "--out", day.file("bundle")}));
    printed(day.hall("jambes", {"provision", day.file("bundle")}));
    printed(day.hall("jambes", {"open"}));
    printed(Process(day.residents("jambes", 8)).end());
    printed(day.hall("jambes", {"close"}));
    printed(day.hall("jambes", {"sync"}));

    std::vector<std::string> secrets{"CODE1234", "CODE5678", "85073003328"};
    REQUIRE(write_file(day.path("online.csv"), "voter_id;projects\nCODE1234;v1,v2\nCODE5678;v99\n85073003328;v3\nCODE1234;v4\n"));
    printed(day.centre({"online", "import", day.file("online.csv")}));

    printed(day.hall("jambes", {"export", day.file("stick")}));
    const auto bundle = wire::read_bundle(*read_file(day.path("stick"), 64 * 1024 * 1024));
    REQUIRE(bundle);
    for (const auto& line : bundle->lines) {
        if (line.voter) secrets.insert(secrets.end(), {to_hex(line.voter->tag), to_base64url(line.voter->tag), to_base64(line.voter->tag)});
        const auto content = ballot::open_record(line.record, bundle->terminal);
        REQUIRE(content);
        const auto* ballot = std::get_if<ballot::BallotBody>(&content->body);
        if (ballot == nullptr) continue;
        const std::string tracker = ballot::tracker(ballot->ballot.ciphertexts);
        secrets.push_back(tracker);
        // What a resident does with it, and what a stranger sends.
        CHECK(centre.pages("/find?tracker=" + tracker).ends_with("200"));
        CHECK(centre.pages("/inclusion/" + tracker).ends_with("200"));
        CHECK(centre.pages("/inclusion/" + tracker + "/x").ends_with("400"));
    }
    REQUIRE(secrets.size() > 8 * 4);
    CHECK(centre.pages("/api/v1/votes").ends_with("405"));
    printed(day.centre({"close", "--anyway"}));
    printed(day.centre({"count"}));
    server.send(SIGTERM);
    const std::string log = server.end().err;

    for (const std::string& secret : secrets) {
        INFO(secret);
        CHECK(log.find(secret) == std::string::npos);
    }
    // And it is no empty log: a line for each thing that happened, each an object.
    std::istringstream lines(log);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        INFO(line);
        CHECK(Json::parse(line).contains("event"));
    }
    CHECK(count > 30);
    for (const char* event : {"started", "terminal approved", "batch taken", "online votes imported", "the election is closed", "counted", "request refused"})
        says(log, R"("event":")" + std::string(event) + '"');
}
