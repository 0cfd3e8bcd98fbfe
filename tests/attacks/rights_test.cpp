// Somebody with an account and without the right to what they ask for: every place of the desk, every role.

#include <set>

#include "sync-server/admin/call.hpp"
#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;
using accounts::Right;

namespace {

/// Places for whoever is not logged in: they are how one comes in. Whatever else is open to strangers fails the test.
const std::set<std::string> kOpen{"GET /session", "POST /session", "POST /invitation", "POST /invitation/accept"};

/// As docs/centre.md has it.
bool may(const std::string& role, Right right)
{
    if (role == "admin") return true;
    if (role == "staff") return right == Right::own || right == Right::halls;
    return right == Right::own || right == Right::read;
}

std::string place_of(const admin::Route& route)
{
    std::string path = route.path;
    for (std::size_t at = 0; (at = path.find('*')) != std::string::npos;) path.replace(at, 1, "x");
    return "/admin/api" + path;
}

}  // namespace

TEST_CASE("whoever may not come to a place of the desk is told so, at each of them and in each role, and it stands in the audit log")
{
    ABesiegedCentre here;
    const std::vector<std::pair<std::string, Visitor>> people{
        {"admin", here.person("anne")}, {"staff", here.person("bert", "staff", {"Jambes"})}, {"auditor", here.person("chloe", "auditor")}};
    const auto before = here.whole();
    const std::size_t entries = here.audit().size();
    std::multiset<std::string> expected;
    for (const auto& route : admin::all_routes()) {
        const std::string call = std::string(route.method) + " " + route.path;
        INFO(call);
        if (!route.right) {
            CHECK(kOpen.count(call) == 1);
            continue;
        }
        const bool reads = route.method == std::string("GET");
        // Checking a draft changes nothing, though it is asked with a body.
        if (!reads && call != "POST /election/check") CHECK(route.act != nullptr);
        CHECK(here.stranger().send(route.method, place_of(route), reads ? "" : "{}").status == 401);
        for (const auto& [role, person] : people) {
            if (may(role, *route.right)) continue;
            const auto answer = person.send(route.method, place_of(route), reads ? "" : "{}");
            INFO(role);
            CHECK(answer.status == 403);
            CHECK(code_of(answer) == "not-allowed");
            expected.insert(person.name + " " + (route.act != nullptr ? route.act : "look"));
        }
    }
    std::multiset<std::string> noted;
    const Json audit = here.audit();
    for (std::size_t i = entries; i < audit.size(); ++i) {
        CHECK(audit[i].at("outcome") == "refused");
        CHECK(audit[i].at("detail").get<std::string>().starts_with("not-allowed"));
        noted.insert(audit[i].at("account").get<std::string>() + " " + audit[i].at("act").get<std::string>());
    }
    CHECK(noted == expected);
    CHECK(expected.size() > 50);
    here.logged({"the desk refused: act=look account=bert", "address=127.0.0.1", "code=not-allowed"});
    here.survived(before);
}

TEST_CASE("municipal staff change no hall but their own, and see nothing of another")
{
    ABesiegedCentre here;
    const auto jambes = here.a_terminal("Jambes");
    const auto salzinnes = here.a_terminal("Salzinnes");
    REQUIRE(here.send(jambes).status == 200);
    REQUIRE(here.send(salzinnes).status == 200);
    const auto bert = here.person("bert", "staff", {"Jambes"});
    const auto before = here.whole();
    const Json hall{{"commune", "Namur"}, {"address", ""}, {"hours", "never"}, {"latitude", nullptr}, {"longitude", nullptr}};
    for (const char* other : {"Salzinnes", "jambes", "Jambes%20", "Jambes%2F..%2FSalzinnes", "%4Aambes%2520"})
        CHECK(bert.put("/admin/api/halls/" + std::string(other), hall).status == 403);
    CHECK(here.audited("bert", "hall-save", "refused") == 5);
    // What a body says of the name changes nothing: the address alone does.
    Json named = hall;
    named["name"] = "Salzinnes";
    CHECK(json_of(bert.put("/admin/api/halls/Jambes", named)).value("name", "") == "Jambes");
    for (const char* place : {"overview", "terminals", "halls", "report", "staff-files"})
        CHECK(bert.get("/admin/api/" + std::string(place)).body.find("Salzinnes") == std::string::npos);
    const std::string key = to_hex(salzinnes.id());
    for (const char* act : {"suspend", "resume", "revoke"}) CHECK(bert.post("/admin/api/terminals/" + key + "/" + act).status == 403);
    here.survived(before);
}
