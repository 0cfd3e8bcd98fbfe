#include "tests/attacks/a_besieged_centre.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include "tests/support/a_postgres.hpp"
#include "tests/support/an_authenticator_app.hpp"
#include "tests/support/catch.hpp"

namespace isoloir::test {
namespace {

std::string content_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::chrono::sys_seconds now()
{
    return SystemClock().now();
}

}  // namespace

ABesiegedCentre::ABesiegedCentre(Begins begins, const Words& under) : day_(a_database())
{
    if (begins == Begins::with_an_election) day_.found();
    else day_.init();
    server_.emplace(day_.serve("centre", under));
    const Json addresses = Json::parse(content_of(day_.path("centre") / "addresses.json"));
    ports_ = {addresses.at("port").get<std::uint16_t>(), addresses.at("public_port").get<std::uint16_t>()};
    if (begins == Begins::with_nothing) return;
    honest_.emplace(a_terminal("Namur"));
    honest_->vote(package(), a_voter(++voters_), {0});
    REQUIRE(send(*honest_).status == 200);
}

std::string ABesiegedCentre::invite(const std::string& name, const std::string& role, const std::vector<std::string>& halls) const
{
    Words words{"account", "invite", name, "--role", role};
    for (const auto& hall : halls) words.insert(words.end(), {"--hall", hall});
    const std::string said = printed(day_.centre(words));
    std::smatch code;
    REQUIRE(std::regex_search(said, code, std::regex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}")));
    return code.str();
}

Visitor ABesiegedCentre::person(const std::string& name, const std::string& role, const std::vector<std::string>& halls) const
{
    const std::string invitation = invite(name, role, halls);
    Visitor visitor = stranger();
    visitor.name = name;
    const auto setup = json_of(visitor.post("/admin/api/invitation", {{"name", name}, {"invitation", invitation}}));
    visitor.secret = setup.at("secret").get<std::string>();
    const auto accepted =
        visitor.post("/admin/api/invitation/accept",
                     {{"name", name}, {"invitation", invitation}, {"password", kPassword}, {"code", AnAuthenticatorApp(visitor.secret).code(now())}});
    REQUIRE(accepted.status == 200);
    const Json json = json_of(accepted);
    visitor.recovery = json.at("recovery").get<std::vector<std::string>>();
    visitor.enter(accepted, json.at("session"));
    return visitor;
}

Visitor ABesiegedCentre::log_in(const Visitor& person) const
{
    Visitor visitor = person;
    visitor.cookie.clear();
    visitor.csrf.clear();
    const auto entered = visitor.post("/admin/api/session", {{"name", person.name}, {"password", kPassword}, {"code", person.recovery.back()}});
    INFO(entered.body);
    REQUIRE(entered.status == 200);
    visitor.recovery.pop_back();
    visitor.enter(entered, json_of(entered));
    return visitor;
}

ATerminal ABesiegedCentre::a_terminal(const std::string& hall)
{
    ATerminal terminal(random_);
    const std::string name = to_hex(terminal.id());
    std::ofstream(day_.path(name + ".request")) << terminal.enrolment();
    printed(day_.centre({"terminal", "approve", day_.file(name + ".request"), "--hall", hall, "--out", day_.file(name + ".bundle")}));
    std::string bundle = content_of(day_.path(name + ".bundle"));
    bundle.pop_back();
    const auto provision = wire::open_provision(bundle, std::nullopt);
    REQUIRE(provision);
    if (!package_) package_.emplace(*election::open_package(provision->package, provision->authority));
    terminal.opened(package());
    return terminal;
}

std::string ABesiegedCentre::post(const std::string& target, std::string_view body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: s\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

Answer ABesiegedCentre::send(const ATerminal& terminal, std::size_t first) const
{
    return connected(terminal).ask(post(place_of(terminal) + "/records", terminal.batch(first)));
}

ABesiegedCentre::Whole ABesiegedCentre::whole() const
{
    return {day_.report(), stranger().get("/checkpoint").body};
}

void ABesiegedCentre::survived(const Whole& before)
{
    REQUIRE(server_->runs());
    CHECK(whole() == before);
    honest_->vote(package(), a_voter(++voters_), {1});
    REQUIRE(send(*honest_, honest_->lines().size() - 1).status == 200);
    const Whole after = whole();
    CHECK(after.report.at("accepted").get<int>() == before.report.at("accepted").get<int>() + 1);
    CHECK(after.checkpoint != before.checkpoint);
    CHECK(stranger().get("/").status == 200);
}

void ABesiegedCentre::logged(const std::vector<std::string>& parts, std::size_t from) const
{
    const auto says = [&](const std::string& line) {
        return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return line.find(part) != std::string::npos; });
    };
    const bool said = eventually([&] {
        std::istringstream lines(log().substr(from));
        for (std::string line; std::getline(lines, line);)
            if (says(line)) return true;
        return false;
    });
    INFO(parts.back());
    CHECK(said);
}

std::size_t ABesiegedCentre::audited(const std::string& account, const std::string& act, const std::string& outcome) const
{
    std::size_t found = 0;
    for (const auto& entry : audit()) found += entry.at("account") == account && entry.at("act") == act && entry.at("outcome") == outcome;
    return found;
}

std::size_t ABesiegedCentre::peak_memory() const
{
    std::ifstream status("/proc/" + std::to_string(server_->id()) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoull(line.substr(6)) * 1024;
    return 0;
}

void ABesiegedCentre::forget_peak_memory() const
{
    std::ofstream("/proc/" + std::to_string(server_->id()) + "/clear_refs") << "5\n";  // proc(5)
}

}  // namespace isoloir::test
