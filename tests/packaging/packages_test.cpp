// The packages as they ship, on this machine with dpkg, as an admin would type it: docs/install.md.

#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

#include <csignal>
#include <nlohmann/json.hpp>

#include "shared/base/file.hpp"
#include "tests/packaging/a_machine.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using test::Ended;
using test::Machine;

namespace {

using Words = std::vector<std::string>;
const std::string kUnit = "/usr/lib/systemd/system/isoloir-server.service";
// Small images of Debian leave manuals out of what they install.
const std::string kInstall = "dpkg --path-include='/usr/share/*' -i";
const std::string kData = "/var/lib/isoloir/server";

std::unique_ptr<Machine> a_machine()
{
    try {
        return std::make_unique<Machine>();
    } catch (const std::runtime_error& error) {
        FAIL("NOT RUN: packages are installed in a mount namespace of their own, for which one must be root: " << error.what());
        return nullptr;
    }
}

/// Packages that ctest built before, brought to the machine.
void bring(const Machine& machine, const std::string& packages)
{
    for (const auto& file : std::filesystem::directory_iterator(std::string(ISOLOIR_PACKAGES) + "/" + packages))
        if (file.path().extension() == ".deb") {
            std::filesystem::create_directories(machine.outside("/tmp/" + packages));
            std::filesystem::copy(file.path(), machine.outside("/tmp/" + packages));
        }
}

std::string must(const Ended& ended)
{
    INFO(ended.out << ended.err);
    REQUIRE(ended.code == 0);
    return ended.out;
}

std::string as_service(const std::string& command)
{
    return "runuser -u isoloir -- isoloir-server " + command;
}

std::string content(const Machine& machine, const std::string& file)
{
    const auto text = read_file(machine.outside(file), 1 << 20);
    INFO(file);
    REQUIRE(text);
    return *text;
}

Words settings(const std::string& unit, const std::string& name)
{
    Words values;
    std::istringstream lines(unit);
    for (std::string line; std::getline(lines, line);)
        if (line.rfind(name + "=", 0) == 0) values.push_back(line.substr(name.size() + 1));
    return values;
}

/// Whether systemd would start the unit: one of its conditions, each with "|" before it, is met.
bool would_start(const Machine& machine)
{
    const Words conditions = settings(content(machine, kUnit), "ConditionPathExists");
    REQUIRE(conditions.size() == 2);
    return std::any_of(conditions.begin(), conditions.end(), [&](const std::string& path) { return std::filesystem::exists(machine.outside(path.substr(1))); });
}

/// The server as its unit starts it, and what the public then reads.
class Service {
public:
    explicit Service(const Machine& machine)
        : machine_(machine),
          process_(machine.start("exec setpriv --reuid=isoloir --regid=isoloir --init-groups " + settings(content(machine, kUnit), "ExecStart").at(0)))
    {
        const auto addresses = machine.outside(kData + "/addresses.json");
        INFO(process_.out() << process_.err());
        REQUIRE(test::eventually([&] { return !process_.runs() || std::filesystem::exists(addresses); }));
        REQUIRE(process_.runs());
        port_ = nlohmann::json::parse(content(machine, kData + "/addresses.json"))["public_port"].get<int>();
    }
    std::string page(const std::string& path) const
    {
        return must(machine_.run("curl --silent --fail --insecure https://127.0.0.1:" + std::to_string(port_) + path));
    }
    void stop()
    {
        process_.send(SIGTERM);
        must(process_.end());
    }

private:
    const Machine& machine_;
    test::Process process_;
    int port_{0};
};

/// What Debian itself keeps of packages that come and go.
bool is_bookkeeping(const std::string& path)
{
    static const std::regex own("/var/(lib/dpkg|log|cache/(man|apt|debconf))(/.*)?|/etc/(passwd|group|shadow|gshadow|subuid|subgid)-?|/etc/\\.pwd\\.lock");
    return std::regex_match(path, own);
}

}  // namespace

TEST_CASE("the server is installed, set up, served, upgraded, removed and purged, and the ballots are there to the end")
{
    const auto there = a_machine();
    const Machine& machine = *there;
    bring(machine, "first");
    bring(machine, "next");

    must(machine.run(kInstall + " /tmp/first/*.deb"));
    CHECK(content(machine, "/etc/passwd").find("isoloir:") != std::string::npos);
    const std::string maintainer = ISOLOIR_MAINTAINER;
    CHECK(std::regex_match(maintainer, std::regex("[^<>]+ <[^<>@ ]+@[^<>@ ]+>")));
    for (const std::string name : {"server", "terminal", "verify", "trustee", "fonts"}) {
        CHECK(must(machine.run("dpkg-query -W -f '${Maintainer}' isoloir-" + name)) == maintainer);
        CHECK(must(machine.run("zcat /usr/share/doc/isoloir-" + name + "/changelog.gz")).find(" -- " + maintainer + "  ") != std::string::npos);
    }
    CHECK(must(machine.run("systemctl --root=/ is-enabled isoloir-server.service")) == "enabled\n");
    CHECK_FALSE(would_start(machine));
    CHECK(must(machine.run("systemd-analyze verify isoloir-server.service isoloir-server@jambes.service 2>&1")).empty());
    CHECK(must(machine.run("isoloir-verify --version && isoloir-trustee --version && isoloir-terminal --version && man -w isoloir-server-terminal"))
              .find("isoloir-server-terminal.1.gz") != std::string::npos);

    // Any free ports, as other tests may run.
    must(machine.run("sed -i 's/^port = .*/port = 0/' /etc/isoloir/server.toml"));
    must(machine.run(as_service("init")));
    CHECK(would_start(machine));
    CHECK(must(machine.run("stat -c '%U %a' " + kData)) == "isoloir 700\n");
    must(machine.run(as_service("election import /usr/share/isoloir/demo/namur-2022.json")));
    {
        Service service(machine);
        CHECK(service.page("/").find("Namur") != std::string::npos);
        const std::string exchange = "/var/lib/isoloir/exchange";
        must(machine.run("ISOLOIR_PASSPHRASE=a-long-passphrase isoloir-terminal --data /tmp/terminal enrol --name Jambes --out " + exchange + "/request.json"));
        must(machine.run("cd " + exchange + " && " + as_service("terminal approve request.json --hall Jambes --out bundle.json")));
        CHECK(std::filesystem::exists(machine.outside(exchange + "/bundle.json")));
        service.stop();
    }

    must(machine.run(kInstall + " /tmp/next/*.deb"));
    CHECK(must(machine.run("isoloir-server --version")).find("isoloir-server") == 0);
    CHECK(must(machine.run("dpkg-query -W -f '${Version}' isoloir-server")) == "99.0.0");
    CHECK(content(machine, "/etc/isoloir/server.toml").find("\nport = 0") != std::string::npos);
    CHECK(must(machine.run("stat -c '%U:%G %a' /etc/isoloir /etc/isoloir/server.toml")) == "root:isoloir 750\nroot:isoloir 640\n");
    {
        Service service(machine);
        CHECK(service.page("/").find("Namur") != std::string::npos);
        CHECK(must(machine.run(as_service("terminal list"))).find("Jambes") != std::string::npos);
        service.stop();
    }

    // Of a second election, which an admin enabled.
    must(machine.run("systemctl --root=/ enable isoloir-server@jambes.service"));
    must(machine.run("dpkg -r isoloir-server isoloir-terminal isoloir-verify isoloir-trustee isoloir-fonts"));
    CHECK_FALSE(std::filesystem::exists(machine.outside(kUnit)));
    CHECK(std::filesystem::exists(machine.outside("/etc/isoloir/server.toml")));
    const Ended purged = machine.run("dpkg -P isoloir-server isoloir-terminal isoloir-verify isoloir-trustee isoloir-fonts");
    must(purged);
    CHECK(purged.err.find("the elections in /var/lib/isoloir are kept") != std::string::npos);

    CHECK(std::filesystem::exists(machine.outside(kData + "/store.db")));
    CHECK(std::filesystem::exists(machine.outside(kData + "/store.key")));
    for (const std::string& path : machine.changed()) {
        INFO(path << " is left behind");
        CHECK((path.rfind("/var/lib/isoloir", 0) == 0 || is_bookkeeping(path)));
    }
}

TEST_CASE("both verifiers are installed and pass the same bundle, and the one that needs Node says so where there is none")
{
    const auto there = a_machine();
    const Machine& machine = *there;
    bring(machine, "first");
    must(test::Process({"node", std::string(ISOLOIR_BIN) + "/write_corpus.mjs", machine.outside("/tmp/corpus").string(), "good"}).end());
    must(machine.run(kInstall + " /tmp/first/isoloir-verify*.deb"));
    CHECK(must(machine.run("dpkg-query -W -f '${Suggests}' isoloir-verify")) == "nodejs");
    for (const std::string program : {"isoloir-verify", "isoloir-verify-js"}) {
        CHECK(must(machine.run(program + " /tmp/corpus/good-000")).find("PASS  files: ") != std::string::npos);
        CHECK(machine.run(program + " /tmp").code != 0);
        must(machine.run("man -w " + program));
    }
    const Ended alone = machine.run("PATH=/nowhere /usr/bin/isoloir-verify-js /tmp/corpus/good-000");
    CHECK(alone.code == 2);
    CHECK(alone.err.find("install the package nodejs") != std::string::npos);
    must(machine.run("dpkg -P isoloir-verify"));
    for (const std::string& path : machine.changed()) {
        INFO(path << " is left behind");
        CHECK(is_bookkeeping(path));
    }
}

TEST_CASE("a server that never had an election leaves nothing behind")
{
    const auto there = a_machine();
    const Machine& machine = *there;
    bring(machine, "first");
    must(machine.run(kInstall + " /tmp/first/isoloir-fonts*.deb /tmp/first/isoloir-server*.deb"));
    must(machine.run("dpkg -P isoloir-server isoloir-fonts"));
    for (const std::string& path : machine.changed()) {
        INFO(path << " is left behind");
        CHECK(is_bookkeeping(path));
    }
}
