// What people do at the desk in the months of an election.

#include <numeric>
#include <thread>

#include "shared/base/file.hpp"
#include "tests/support/a_picture.hpp"
#include "tests/support/a_shared_key.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/admin/a_desk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using accounts::Role;
using nlohmann::json;

namespace {

const std::string kPng = a_png();
const json kUnproved{{"proof", false}};

json a_file()
{
    return json::parse(R"({"version":1,"title":{"fr":"Budget participatif"},"description":{"fr":"Pour tous"},"languages":["fr"],
        "phases":[{"kind":"vote","from":"2026-06-01","until":"2026-06-30"}],"envelope":20000000,
        "ballot":{"min_projects":0,"max_projects":2},"rule":"greedy","ties":"project-id","counting":"live","ranking":"sealed","precedence":"first",
        "batch_minimum":20,"eligibility":{"minimum_age":16,"national_number":true,"voter_code":true},"contacts":{"phone":"","mail":""},
        "projects":[{"id":"p1","title":{"fr":"Un"},"description":{"fr":"Premier"},"cost":5000000,"place":"Namur","theme":"nature","proposer":"A","picture":"un.png"},
                    {"id":"p2","title":{"fr":"Deux"},"description":{"fr":"Second"},"cost":6000000,"place":"Dinant","theme":"nature","proposer":"B"}]})");
}

/// Waits for what goes on by itself.
template <class Done>
json wait_for(const Browser& browser, const std::string& path, const Done& done)
{
    for (int i = 0; i < 600; ++i) {
        const auto said = browser.get(path);
        if (said.status == 200 && done(said.json)) return said.json;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    FAIL("it never came to an end: " << path);
    return {};
}

json imported(const Browser& browser, const std::string& kind, const std::string& text)
{
    const auto begun = browser.send("POST", "/imports?kind=" + kind + "&name=some%20file.csv", text);
    REQUIRE(begun.status == 200);
    return wait_for(browser, "/imports/" + begun.json["id"].get<std::string>(), [](const json& report) { return report["state"] != json("running"); });
}

}  // namespace

TEST_CASE("an election grows from a draft to what is sealed, and never changes again")
{
    ADesk here(AServerFolder::Bare{});
    const auto anne = here.person("anne");
    CHECK(anne.get("/overview").json["phase"].get<std::string>() == "none");
    CHECK(anne.get("/terminals").json["terminals"].empty());
    CHECK(anne.get("/election").json["file"].is_null());

    const auto saved = anne.put("/election", {{"version", 0}, {"file", a_file()}});
    REQUIRE(saved.status == 200);
    CHECK(saved.json["version"].get<int>() == 1);
    CHECK(saved.json["phase"].get<std::string>() == "draft");
    CHECK(anne.put("/election", {{"version", 0}, {"file", a_file()}}).code() == "conflict");
    CHECK(anne.get("/overview").json["title"]["fr"].get<std::string>() == "Budget participatif");

    CHECK(anne.post("/election/check").json["problems"][0]["where"].get<std::string>() == "projects[0].picture");
    CHECK(anne.post("/election/seal", {{"version", 1}}).status == 404);
    CHECK(anne.send("PUT", "/election/pictures/un.png", "<svg onload=alert(1)>").status == 422);
    CHECK(anne.send("PUT", "/election/pictures/..%2Fun.png", kPng).status == 422);
    REQUIRE(anne.send("PUT", "/election/pictures/un.png", kPng).status == 200);
    CHECK(anne.get("/election/pictures/un.png").body == kPng);
    CHECK(anne.get("/election/pictures/un.png").header("Content-Type") == "image/png");
    CHECK(anne.post("/election/check").json["problems"].empty());

    CHECK(anne.post("/election/seal", {{"version", 7}}).code() == "conflict");
    const auto sealed = anne.post("/election/seal", {{"version", 1}});
    REQUIRE(sealed.status == 200);
    CHECK(sealed.json["phase"].get<std::string>() == "open");
    CHECK(sealed.json["file"]["projects"].size() == 2);
    CHECK(anne.get("/election/pictures/" + sealed.json["file"]["projects"][0]["picture"].get<std::string>()).body == kPng);
    CHECK(anne.put("/election", {{"version", 1}, {"file", a_file()}}).code() == "sealed");
    CHECK(anne.send("PUT", "/election/pictures/un.png", kPng).status == 422);
    CHECK(anne.post("/election/seal", {{"version", 1}}).status == 422);
    CHECK(here.folder.centre->has_election());
}

TEST_CASE("a Pabulib file becomes a draft, and replaces another only when told to")
{
    ADesk here(AServerFolder::Bare{});
    const auto anne = here.person("anne");
    const std::string pb =
        "META\nkey;value\ndescription;Un budget\ncountry;Belgium\nunit;Namur\nnum_projects;1\nnum_votes;0\nbudget;1000\nvote_type;approval\nrule;greedy\n"
        "date_begin;2026-06-01\ndate_end;2026-06-30\nlanguage;fr\nPROJECTS\nproject_id;cost;name\n1;500;Un banc\nVOTES\nvoter_id;vote\n";
    const auto drafted = anne.send("POST", "/election/import", pb);
    REQUIRE(drafted.status == 200);
    CHECK(drafted.json["file"]["projects"][0]["title"].dump().find("Un banc") != std::string::npos);
    CHECK(anne.send("POST", "/election/import", a_file().dump()).code() == "exists");
    CHECK(anne.send("POST", "/election/import?replace=true", a_file().dump()).json["file"]["projects"].size() == 2);
    CHECK(anne.send("POST", "/election/import?replace=true", "no file at all").status == 400);
}

TEST_CASE("a terminal is approved, suspended, resumed and revoked, and says how it is")
{
    ADesk here;
    const auto anne = here.person("anne");
    ATerminal terminal(here.folder.random);
    const std::string request = wire::sign_enrolment({terminal.device().public_key(), "T1"}, terminal.device());
    const auto approved = anne.post("/terminals", {{"request", request}, {"hall", "Jambes"}, {"host", "vote.example.org"}});
    REQUIRE(approved.status == 200);
    const std::string key = approved.json["terminal"]["key"].get<std::string>();
    CHECK(wire::open_provision(approved.json["bundle"].get<std::string>().substr(0, approved.json["bundle"].get<std::string>().size() - 1), std::nullopt));
    CHECK(approved.json["terminal"]["seen"].is_null());

    terminal.opened(here.folder.package());
    CHECK(here.folder.send(terminal));
    const auto id = crypto::key_id(terminal.device().public_key());
    REQUIRE(here.folder.centre->note(id, R"({"version":"0.1.0","waiting":3,"battery":80})"));
    CHECK(here.folder.centre->note(id, R"({"version":"0.1.0","waiting":-3})").error().code == Errc::malformed);
    const auto shown = anne.get("/terminals").json["terminals"][0];
    CHECK(shown["online"].get<bool>());
    CHECK(shown["waiting"].get<int>() == 3);
    CHECK(shown["battery"].get<int>() == 80);
    CHECK(shown["open"].get<bool>());
    here.folder.clock.pass(std::chrono::minutes(20));
    CHECK_FALSE(anne.get("/terminals").json["terminals"][0]["online"].get<bool>());

    CHECK(anne.post("/terminals/" + key + "/suspend").json["state"].get<std::string>() == "suspended");
    CHECK(anne.post("/terminals/" + key + "/suspend").status == 200);
    terminal.vote(here.folder.package(), a_voter(1), {0});
    CHECK(here.folder.send(terminal).error().code == Errc::unavailable);
    here.folder.restart();
    admin::Desk desk(*here.folder.centre);
    const Browser again{desk, anne.cookie, anne.csrf};
    CHECK(here.folder.send(terminal).error().code == Errc::unavailable);
    CHECK(again.post("/terminals/" + key + "/resume").json["state"].get<std::string>() == "approved");
    CHECK(here.folder.send(terminal));
    CHECK(again.post("/terminals/" + key + "/revoke").json["state"].get<std::string>() == "revoked");
    CHECK(again.post("/terminals/" + std::string(32, '0') + "/revoke").code() == "not-found");
    CHECK(again.get("/overview").json["terminals"]["revoked"].get<int>() == 1);
}

TEST_CASE("municipal staff see their own halls alone")
{
    ADesk here;
    auto jambes = here.folder.terminal("Jambes");
    auto other = here.folder.terminal("Salzinnes");
    jambes.vote(here.folder.package(), a_voter(1), {0});
    other.vote(here.folder.package(), a_voter(2), {0});
    REQUIRE(here.folder.send(jambes));
    REQUIRE(here.folder.send(other));
    const auto anne = here.person("anne");
    const auto bert = here.person("bert", Role::staff, {"Jambes"});
    CHECK(anne.get("/terminals").json["terminals"].size() == 2);
    CHECK(bert.get("/terminals").json["terminals"].size() == 1);
    CHECK(bert.get("/terminals").body.find("Salzinnes") == std::string::npos);
    CHECK(bert.get("/overview").json["accepted"].get<int>() == 1);
    CHECK(anne.get("/overview").json["accepted"].get<int>() == 2);
    const auto turnout = anne.get("/turnout").json;
    REQUIRE(turnout["days"].size() == 1);
    CHECK(turnout["days"][0]["ballots"].get<int>() == 2);
    CHECK(std::accumulate(turnout["hours"].begin(), turnout["hours"].end(), 0, [](int sum, const json& hour) { return sum + hour.get<int>(); }) == 2);
    CHECK(bert.get("/report").json["channels"].size() == 1);
    CHECK(bert.get("/report").body.find("Salzinnes") == std::string::npos);
    CHECK(bert.get("/staff-files").json["files"].empty());
}

TEST_CASE("a hall is announced and corrected by its own staff, and stays while a terminal stands in it")
{
    ADesk here;
    const auto anne = here.person("anne");
    const auto bert = here.person("bert", Role::staff, {"Éghezée"});
    const json hall = {{"commune", "Éghezée"}, {"address", "Route de Gembloux 43"}, {"hours", "lu–ve 9–17 h"}, {"latitude", 50590000}, {"longitude", 4908000}};
    CHECK(bert.put("/halls/%C3%89ghez%C3%A9e", hall).status == 200);
    CHECK(bert.put("/halls/Jambes", hall).status == 403);
    auto unplaced = hall;
    unplaced["latitude"] = nullptr;
    unplaced["longitude"] = nullptr;
    CHECK(anne.put("/halls/Jambes", unplaced).status == 200);
    CHECK(anne.get("/halls").json["halls"].size() == 2);
    CHECK(bert.get("/halls").json["halls"].size() == 1);
    CHECK(anne.put("/halls/Jambes", {{"commune", std::string(9'000, 'x')}, {"address", ""}, {"hours", ""}}).status == 400);
    auto terminal = here.folder.terminal("Jambes");
    CHECK(anne.send("DELETE", "/halls/Jambes").code() == "in-use");
    CHECK(anne.send("DELETE", "/halls/%C3%89ghez%C3%A9e").status == 200);
}

TEST_CASE("a file of online votes is taken in the background, with every refused line, and the same again changes nothing")
{
    ADesk here;
    const auto anne = here.person("anne");
    const std::string votes = "voter_id;projects\nAAAA1;p1,p2\nAAAA2;nothing\nAAAA1;p3\n<script>;p1\n";
    const auto report = imported(anne, "votes", votes);
    CHECK(report["state"].get<std::string>() == "done");
    CHECK(report["fresh"].get<int>() == 4);
    CHECK(report["reasons"]["accepted"].get<int>() == 1);
    CHECK(report["reasons"]["duplicate"].get<int>() == 1);
    CHECK(report["refused"].size() == 2);
    CHECK(report["refused"][0]["line"].get<int>() == 3);
    CHECK(report["name"].get<std::string>() == "some file.csv");
    CHECK(imported(anne, "votes", votes)["fresh"].get<int>() == 0);
    CHECK(anne.get("/imports").json["imports"].size() == 2);

    const auto records = anne.get("/records?reason=duplicate").json["records"];
    REQUIRE(records.size() == 1);
    CHECK(records[0]["hall"].get<std::string>() == "online");
    CHECK(records[0]["instead"]["leaf"].get<int>() == 1);
    CHECK(records[0]["instead"]["tracker"].get<std::string>() != records[0]["tracker"].get<std::string>());
    CHECK(anne.get("/records?reason=fork").json["records"].empty());
    CHECK(anne.get("/records?reason=nonsense").status == 400);
    CHECK(anne.get("/records?before=-1").status == 400);
    CHECK(anne.get("/report").json["duplicates"].get<int>() == 1);
    CHECK(anne.send("POST", "/imports?kind=else&name=x", "x").status == 400);
}

TEST_CASE("a file that is no file of votes fails with its reason, and takes nothing")
{
    ADesk here;
    const auto anne = here.person("anne");
    for (const std::string& text : {std::string("\xFF\xFE nonsense"), std::string("a;b;c\n1;2\n"), std::string(), std::string(3'000'000, '"')}) {
        const auto report = imported(anne, "votes", text);
        CHECK(report["state"].get<std::string>() == "failed");
        CHECK_FALSE(report["error"].get<std::string>().empty());
    }
    CHECK(imported(anne, "bundle", "no bundle")["state"].get<std::string>() == "failed");
    CHECK(imported(anne, "roll", "voter_id\nAAAA1\n")["state"].get<std::string>() == "failed");
    CHECK(here.folder.report().accepted == 0);
}

TEST_CASE("the poll is closed and counted from the desk, and the outcome adds up")
{
    ADesk here;
    const auto anne = here.person("anne");
    auto hall = here.folder.terminal("Jambes");
    hall.vote(here.folder.package(), a_voter(1), {0});
    REQUIRE(here.folder.send(hall));
    CHECK(anne.post("/count", kUnproved).code() == "refused");
    CHECK(anne.post("/poll/close", {{"anyway", false}}).code() == "records-waiting");
    CHECK(anne.get("/count").json["waiting"][0]["hall"].get<std::string>() == "Jambes");
    const auto closed = anne.post("/poll/close", {{"anyway", true}});
    REQUIRE(closed.status == 200);
    CHECK(closed.json["phase"].get<std::string>() == "closed");
    REQUIRE(anne.post("/count", kUnproved).status == 200);
    const auto counted = wait_for(anne, "/count", [](const json& count) { return !count["outcome"].is_null(); });
    CHECK(counted["outcome"]["ballots"].get<int>() == 1);
    CHECK(counted["outcome"]["ranking"][0]["project"].get<std::string>() == "p1");
    CHECK(counted["outcome"]["files"].dump().find("/minutes-fr.pdf") != std::string::npos);
    CHECK(anne.post("/count", kUnproved).status == 200);
    CHECK(anne.get("/overview").json["phase"].get<std::string>() == "counted");
}

TEST_CASE("a count is proved from the desk where there are enough ballots, and leaves its proof with the result alone")
{
    ADesk here;
    const auto anne = here.person("anne");
    auto hall = here.folder.terminal("Jambes");
    for (std::uint64_t voter = 0; voter < 19; ++voter) hall.vote(here.folder.package(), a_voter(voter), {0});
    REQUIRE(here.folder.send(hall));
    CHECK_FALSE(anne.get("/count").json["provable"].get<bool>());
    hall.vote(here.folder.package(), a_voter(19), {1});
    REQUIRE(here.folder.send(hall));
    CHECK(anne.get("/count").json["provable"].get<bool>());
    REQUIRE(anne.post("/poll/close", {{"anyway", true}}).status == 200);
    std::filesystem::create_directory(here.folder.path / "count.partial");
    REQUIRE(write_file(here.folder.path / "count.partial" / "package.jws", "of a count that was cut off"));
    REQUIRE(anne.post("/count", {{"proof", true}}).status == 200);
    const auto counted = wait_for(anne, "/count", [](const json& count) { return !count["outcome"].is_null() && count["stage"].is_null(); });
    CHECK(counted["outcome"]["ballots"].get<int>() == 20);
    CHECK(counted["outcome"]["files"].dump().find("/bundle.zip") != std::string::npos);
    CHECK(here.folder.centre->document("/bundle.json"));
    CHECK_FALSE(std::filesystem::exists(here.folder.path / "count.partial"));
}

TEST_CASE("where trustees open the ballots the desk says how many of whom, and whether what they open may be shown")
{
    auto definition = an_election().build();
    definition.counting = election::Counting::ceremony;
    crypto::SystemRandom random;
    const ASharedKey key(2, 3, random);
    ADesk here(definition, key.trustees);
    const auto anne = here.person("anne");
    auto hall = here.folder.terminal("Jambes");
    CHECK(anne.get("/count").json["ceremony"].is_null());  // nothing to open yet
    std::uint64_t voter = 0;
    const auto ceremony_after = [&](std::uint64_t voters) {
        while (voter < voters) hall.vote(here.folder.package(), a_voter(voter++), {0});
        REQUIRE(here.folder.send(hall));
        return anne.get("/count").json["ceremony"];
    };
    const auto few = ceremony_after(19);
    CHECK(few["threshold"].get<int>() == 2);
    CHECK(few["trustees"] == json({"Trustee 1", "Trustee 2", "Trustee 3"}));
    CHECK_FALSE(few["published"].get<bool>());
    CHECK(ceremony_after(20)["published"].get<bool>());
    ADesk other;
    CHECK(other.person("bert").get("/count").json["ceremony"].is_null());
}

TEST_CASE("accounts and tokens are made, shown once, and taken back")
{
    ADesk here;
    const auto anne = here.person("anne");
    const auto invited =
        anne.post("/accounts", {{"name", "dora"}, {"role", "staff"}, {"halls", {"<img src=x onerror=alert(1)>", "Robert'); DROP TABLE accounts;--"}}});
    REQUIRE(invited.status == 200);
    CHECK(invited.json["account"]["state"].get<std::string>() == "invited");
    CHECK(invited.json["account"]["halls"][1].get<std::string>() == "Robert'); DROP TABLE accounts;--");
    CHECK(anne.post("/accounts", {{"name", "dora"}, {"role", "staff"}, {"halls", {"Jambes"}}}).code() == "exists");
    CHECK(anne.post("/accounts", {{"name", "Do ra"}, {"role", "admin"}, {"halls", json::array()}}).status == 422);
    CHECK(anne.put("/accounts/dora", {{"role", "auditor"}, {"halls", json::array()}}).json["role"].get<std::string>() == "auditor");
    CHECK(anne.post("/accounts/anne/disable").status == 422);
    CHECK(anne.post("/accounts/dora/disable").json["state"].get<std::string>() == "disabled");
    CHECK(anne.post("/accounts/anne/invite").status == 422);
    CHECK(anne.post("/accounts/dora/invite").json["invitation"].get<std::string>().size() == 19);

    const auto made = anne.post("/tokens", {{"name", "Decidim"}, {"until", "2026-12-31"}});
    REQUIRE(made.status == 200);
    CHECK(here.folder.centre->post_votes(made.json["secret"].get<std::string>(), R"({"votes":[{"voter_id":"AAAA1","projects":["p1"]}]})"));
    CHECK(anne.get("/tokens").body.find(made.json["secret"].get<std::string>()) == std::string::npos);
    CHECK(anne.post("/tokens/" + made.json["token"]["id"].get<std::string>() + "/withdraw").status == 200);
    CHECK(anne.get("/tokens").json["tokens"][0]["withdrawn"].get<bool>());

    const auto file = anne.post("/staff-files", {{"handle", "Luc"}, {"until", "2026-12-31"}});
    REQUIRE(file.status == 200);
    CHECK(anne.post("/staff-files/" + file.json["file"]["id"].get<std::string>() + "/withdraw").status == 200);
    CHECK(anne.get("/staff-files").json["files"][0]["withdrawn"].get<bool>());
}
