// What stands on stderr, line by line.

#include "sync-server/operations/log.hpp"

#include <regex>
#include <sstream>

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "tests/support/catch.hpp"

using namespace isoloir;
using operations::Format;
using operations::Level;

namespace {

/// stderr, caught while it lives.
class Caught {
public:
    Caught() : file_(::memfd_create("stderr", MFD_CLOEXEC)), before_(::dup(STDERR_FILENO)) { ::dup2(file_, STDERR_FILENO); }
    ~Caught()
    {
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
        ::close(file_);
    }
    std::vector<std::string> lines() const
    {
        std::string content(static_cast<std::size_t>(::lseek(file_, 0, SEEK_END)), '\0');
        REQUIRE(::pread(file_, content.data(), content.size(), 0) == static_cast<ssize_t>(content.size()));
        std::vector<std::string> lines;
        std::istringstream stream(content);
        for (std::string line; std::getline(stream, line);) lines.push_back(line);
        return lines;
    }

private:
    int file_;
    int before_;
};

/// Whatever a hostile hall, account or platform may be called.
const std::string kHostile =
    "Jambes\n2026-01-01T00:00:00.000Z info     counted: ballots=0\r\x1b[2J\x7f\xC2\x9B\xE2\x80\xAE\xE2\x80\xA8\",\"level\":\"error\xFF";

}  // namespace

TEST_CASE("a line of text has its time in UTC, its level, its event, and its fields")
{
    operations::speak(Level::info, Format::text);
    const Caught caught;
    operations::info("terminal approved", {{"terminal", "00ff"}, {"hall", "Château de Namur"}, {"records", 12}, {"open", true}, {"note", ""}});
    operations::warning("stopping");
    const auto lines = caught.lines();
    REQUIRE(lines.size() == 2);
    const std::string time = R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z )";
    INFO(lines[0]);
    CHECK(
        std::regex_match(lines[0], std::regex(time + R"re(info    terminal approved: terminal=00ff hall="Château de Namur" records=12 open=true note="")re")));
    CHECK(std::regex_match(lines[1], std::regex(time + "warning stopping")));
}

TEST_CASE("a line of JSON is one object")
{
    operations::speak(Level::info, Format::json);
    const Caught caught;
    operations::error("the store failed", {{"why", "no \"room\""}, {"records", 12}, {"open", false}});
    operations::info("stopped");
    const auto lines = caught.lines();
    REQUIRE(lines.size() == 2);
    const auto json = nlohmann::json::parse(lines[0]);
    CHECK(std::regex_match(json.at("time").get<std::string>(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)")));
    CHECK(json.at("level") == "error");
    CHECK(json.at("event") == "the store failed");
    CHECK(json.at("why") == "no \"room\"");
    CHECK(json.at("records") == 12);
    CHECK(json.at("open") == false);
    CHECK(nlohmann::json::parse(lines[1]).size() == 3);
}

TEST_CASE("a name that would end its line, forge another, or command a terminal stays within its quotes")
{
    for (const Format format : {Format::text, Format::json}) {
        operations::speak(Level::info, format);
        const Caught caught;
        operations::info("hall put on the public pages", {{"hall", kHostile}, {"after", 1}});
        const auto lines = caught.lines();
        REQUIRE(lines.size() == 1);
        INFO(lines[0]);
        for (const char* obeyed : {"\r", "\x1b", "\x7f", "\xC2\x9B", "\xE2\x80\xAE", "\xE2\x80\xA8", "\xFF"}) CHECK(lines[0].find(obeyed) == std::string::npos);
        if (format != Format::json) continue;
        const auto json = nlohmann::json::parse(lines[0]);
        CHECK(json.at("level") == "info");
        CHECK(json.at("hall").get<std::string>().substr(0, kHostile.size() - 1) == kHostile.substr(0, kHostile.size() - 1));
        CHECK(json.at("after") == 1);
    }
}

TEST_CASE("what is below the level is not said")
{
    operations::speak(Level::warning, Format::text);
    const Caught caught;
    operations::debug("request answered");
    operations::info("started");
    operations::warning("refused");
    operations::error("failed");
    CHECK(caught.lines().size() == 2);
    operations::speak(Level::debug, Format::json);
    operations::debug("request answered");
    CHECK(caught.lines().size() == 3);
}
