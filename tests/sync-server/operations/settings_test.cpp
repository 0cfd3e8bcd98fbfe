// The configuration file: what it says, and what is said of it when it is wrong.

#include "sync-server/operations/settings_file.hpp"

#include <regex>

#include "shared/base/file.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;
using namespace isoloir::operations;
using isoloir::test::fails_as;

namespace {

struct AFile {
    test::TemporaryFolder folder;
    std::filesystem::path path{folder / "server.toml"};

    Result<Settings> read(const std::string& content) const
    {
        REQUIRE(write_file(path, content));
        return read_settings(path);
    }
};

std::string example()
{
    return *read_file(std::filesystem::path(ISOLOIR_SOURCE) / "docs/server.toml", 1 << 20);
}

}  // namespace

TEST_CASE("the example says the defaults, and every key there is")
{
    const AFile file;
    const auto settings = file.read(example());
    REQUIRE(settings);
    CHECK(differences(*settings, Settings{}).empty());

    // What stands behind a # is a key as well, and reads once the # is gone.
    const auto whole = file.read(std::regex_replace(example(), std::regex("\n# ([a-z_]+ = )"), "\n$1"));
    REQUIRE(whole);
    const std::string written = write_settings(*whole);
    INFO(written);
    CHECK(written.find("is not set") == std::string::npos);
    CHECK(whole->data == "/var/lib/isoloir");
    CHECK(whole->operations.port == 9464);
}

TEST_CASE("settings that are written read as the same")
{
    const AFile file;
    const auto settings = file.read(R"(data = "/srv/Budget \"2026\""
key_file = "/etc/store.key"
[terminals]
address = "::1"
port = 0
[operations]
port = 9464
[log]
level = "warning"
format = "json"
[limits]
stop_seconds = 30
)");
    REQUIRE(settings);
    const auto again = file.read(write_settings(*settings));
    REQUIRE(again);
    CHECK(differences(*settings, *again).empty());
    CHECK(again->data == "/srv/Budget \"2026\"");
    CHECK(again->log.level == Level::warning);
    CHECK(differences(*settings, Settings{}) == std::vector<std::string>{"data", "key_file", "terminals.address", "terminals.port", "operations.port",
                                                                         "log.level", "log.format", "limits.stop_seconds"});
}

TEST_CASE("relative paths are relative to the file's folder")
{
    const AFile file;
    const auto settings = file.read("data = \"centre\"\n[public]\ncertificate = \"../pages/c.pem\"\nkey = \"k.pem\"\n");
    REQUIRE(settings);
    CHECK(settings->data == file.folder / "centre");
    CHECK(settings->pages.certificate == file.folder.path().parent_path() / "pages/c.pem");
    CHECK(settings->pages.key == file.folder / "k.pem");
}

TEST_CASE("a wrong file is refused with its line, the key, and what is expected there")
{
    struct Wrong {
        const char* content;
        const char* sentence;  // behind the file's name
    };
    const Wrong wrong[] = {
        {"[terminals]\nport = 84430\n", ":2: terminals.port: expected is a port from 1 to 65535, or 0 for a free one"},
        {"[terminals]\nport = \"8443\"\n", ":2: terminals.port: expected is a port from 1 to 65535, or 0 for a free one"},
        {"[terminals]\nport = -1\n", ":2: terminals.port: expected is a port from 1 to 65535, or 0 for a free one"},
        {"\n[terminals]\nprot = 8443\n", ":3: terminals.prot: there is no such key; the nearest is \"terminals.port\""},
        {"port = 8443\n", ":1: port: there is no such key; the nearest is \"terminals.port\""},
        {"[terminal]\nport = 8443\n", ":1: terminal: there is no such key; the nearest is the section [terminals]"},
        {"log = \"info\"\n", ":1: log: this is a section: write [log] on a line of its own, and its keys below"},
        {"[log]\nlevel = \"verbose\"\n", ":2: log.level: expected is \"debug\", \"info\", \"warning\" or \"error\""},
        {"[log]\nformat = true\n", ":2: log.format: expected is \"text\" or \"json\""},
        {"data = 7\n", ":1: data: expected is the data folder, in quotes"},
        {"data = \"\"\n", ":1: data: expected is the data folder, in quotes"},
        {"[operations]\naddress = \"localhost\"\n", ":2: operations.address: expected is an IP address in quotes, as \"127.0.0.1\" or \"::\""},
        {"[limits]\nstop_seconds = 0\n", ":2: limits.stop_seconds: expected is a number of seconds from 1 to 600"},
        {"[limits]\nconnections = 1.5\n", ":2: limits.connections: expected is a number from 16 to 100000"},
        {"[public]\ncertificate = \"c.pem\"\n", ":1: public: a certificate and its key are set together; one of them is missing"},
        {"[public\nport = 1\n", ":1: this is no TOML: "},
        {"data = \"a\"\ndata = \"b\"\n", ":2: this is no TOML: "},
        {"data = centre\n", ":1: this is no TOML: "},
        {"data = \"\xFF\"\n", ":1: this is no TOML: "},
    };
    const AFile file;
    for (const Wrong& each : wrong) {
        INFO(each.content);
        const auto settings = file.read(each.content);
        REQUIRE(fails_as(settings, Errc::malformed));
        INFO(settings.error().text());
        CHECK(settings.error().text().rfind(file.path.string() + each.sentence, 0) == 0);
    }
    CHECK(fails_as(read_settings(file.folder / "none.toml"), Errc::not_found));
    CHECK(file.read(""));
}
