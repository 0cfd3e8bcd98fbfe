#include "tests/journeys/election_day.hpp"

#include <algorithm>
#include <cstdlib>

#include "tests/support/catch.hpp"

namespace isoloir::test {
namespace {

Words command(const std::string& program, const Words& words)
{
    Words all{std::string(ISOLOIR_BIN) + "/" + program};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

Words on(const std::string& folder, const Words& words)
{
    Words all{"--data", folder};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

}  // namespace

std::string printed(const Ended& ended)
{
    INFO(ended.out << ended.err);
    REQUIRE(ended.code == 0);
    return ended.out;
}

std::string refused(const Ended& ended)
{
    INFO(ended.out << ended.err);
    REQUIRE(ended.code == 1);
    CHECK(ended.out.empty());
    CHECK(std::count(ended.err.begin(), ended.err.end(), '\n') == 1);
    return ended.err;
}

Ended run(const std::string& program, const Words& words)
{
    return Process(command(program, words)).end();
}

std::filesystem::path election_file()
{
    return std::filesystem::path(ISOLOIR_SOURCE) / "tests/journeys/village.json";
}

ElectionDay::ElectionDay(std::string database) : database_(std::move(database))
{
    ::setenv("ISOLOIR_PASSPHRASE", "quatre mots au hasard", 1);
}

Ended ElectionDay::centre(const Words& words) const
{
    return run("isoloir-server", on(file("centre"), words));
}

Ended ElectionDay::hall(const std::string& name, const Words& words) const
{
    return start_hall(name, words).end();
}

Process ElectionDay::start_hall(const std::string& name, const Words& words) const
{
    return Process(command("isoloir-terminal", on(file(name), words)));
}

Words ElectionDay::residents(const std::string& name, int voters) const
{
    return command("isoloir-hall", {"vote", "--data", file(name), "--voters", std::to_string(voters), "--json"});
}

Json ElectionDay::status(const std::string& name) const
{
    return Json::parse(printed(hall(name, {"status", "--json"})));
}
Json ElectionDay::report() const
{
    return Json::parse(printed(centre({"report", "--json"})));
}
Json ElectionDay::result() const
{
    return Json::parse(printed(centre({"result", "--json"})));
}

void ElectionDay::init() const
{
    printed(centre(database_.empty() ? Words{"init"} : Words{"--database", database_, "init"}));
}

void ElectionDay::found() const
{
    init();
    printed(centre({"election", "import", election_file().string()}));
}

void ElectionDay::found_beside(const std::string& centre) const
{
    std::filesystem::create_directory(path(centre));
    for (const char* name : {"store.key", "database"}) std::filesystem::copy_file(path("centre") / name, path(centre) / name);
}

void ElectionDay::set_up(const std::string& name, const std::string& centre_name) const
{
    // Until a server runs no terminal can reach it: any port will do.
    const auto ports = ports_.find(centre_name);
    const std::string port = std::to_string(ports == ports_.end() ? 1 : ports->second.terminals);
    printed(hall(name, {"enrol", "--name", name, "--out", file(name + ".request")}));
    printed(centre({"terminal", "approve", file(name + ".request"), "--hall", name, "--host", "127.0.0.1", "--port", port, "--out", file(name + ".bundle")}));
    printed(hall(name, {"provision", file(name + ".bundle")}));
}

Process ElectionDay::serve(const std::string& centre_name, const Words& under)
{
    const Ports& ports = ports_[centre_name];
    const Words words{"serve", "--bind", "127.0.0.1", "--port", std::to_string(ports.terminals), "--public-port", std::to_string(ports.open)};
    Words all = command("isoloir-server", on(file(centre_name), words));
    all.insert(all.begin(), under.begin(), under.end());
    Process server(all);
    const bool ready = eventually([&] { return server.out().find("Stop with Ctrl-C") != std::string::npos || !server.runs(); });
    INFO(server.out() << server.err());
    REQUIRE(ready);
    REQUIRE(server.runs());
    return server;
}

}  // namespace isoloir::test
