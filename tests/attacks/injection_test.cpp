// Text that means something to a database, a browser, a spreadsheet, a file system, a header or a log, in every field and
// file name that takes text.

#include <algorithm>

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/a_picture.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// One line of text, and strange: taken as it is, and shown as text.
const std::vector<std::string> kStrange{
    "Robert'); DROP TABLE leaves;--",
    "\" OR \"\"=\"",
    "$1; SELECT pg_sleep(60)",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'onmouseover='alert(1)",
    "]]><!--",
    "javascript:alert(1)",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "../../../../etc/passwd",
    "C:\\windows\\win.ini",
    "%2e%2e%2f%00",
    "{{7*7}} ${7*7} %s%n%x {} {0}",
    "\xF0\x9F\x97\xB3 \xE6\xB0\xB4 \xD9\x85",
};

/// No line of text: refused wherever one is asked for.
const std::vector<std::string> kUnruly{
    std::string("cut\0short", 9),
    "x\r\nSet-Cookie: a=b",
    "x\n[2026-01-01 00:00:00.000] [isoloir-server] [info] all is well",
    "x\x1b[2J\x1b]0;owned\x07",
    "\xE2\x80\xAEgnp.exe",  // right to left from here on
    "x\xE2\x80\xA8y",       // line separator
    "admin\xE2\x80\x8B",    // a blank of no width
    "\x7F\x08\x08\x08",
    "\xC2\x85next line",
};

/// What must stand in no page, table, header or log.
void inert(const std::string& text)
{
    for (const char* live : {"<script>alert", "<img src=x", "]]><!--", "\x1b", "\xE2\x80\xAE"}) {
        CAPTURE(live);
        CHECK(text.find(live) == std::string::npos);
    }
}

Json a_draft()
{
    Json draft = Json::parse(R"({"version":1,"languages":["fr"],"phases":[{"kind":"vote","from":"2026-01-01","until":"2026-12-31"}],"envelope":90000000,
        "ballot":{"min_projects":0,"max_projects":9},"rule":"greedy","ties":"project-id","counting":"live","ranking":"sealed","precedence":"first","batch_minimum":20,
        "eligibility":{"minimum_age":16,"national_number":false,"voter_code":true},"contacts":{"phone":"","mail":""},"projects":[]})");
    draft["title"]["fr"] = kStrange[3];
    draft["description"]["fr"] = kStrange[4];
    for (std::size_t i = 0; i < kStrange.size(); ++i)
        draft["projects"].push_back({{"id", "p" + std::to_string(i)},
                                     {"title", {{"fr", kStrange[i]}}},
                                     {"description", {{"fr", kStrange[i]}}},
                                     {"cost", 100 + i},
                                     {"place", kStrange[i]},
                                     {"theme", kStrange[i]},
                                     {"proposer", kStrange[i]}});
    return draft;
}

}  // namespace

TEST_CASE("an election of nothing but injections is drafted, sealed, voted, counted and shown as the text that it is", "[sql]")
{
    ABesiegedCentre here(ABesiegedCentre::Begins::with_nothing);
    const auto anne = here.person("anne");
    // Before there is anything to show, too, every page is asked for.
    for (const char* page : {"/", "/fr", "/find", "/fr/find?tracker=x", "/checkpoint", "/live", "/result.json", "/tile/0/000", "/package.jws",
                             "/admin/api/records", "/admin/api/count"})
        CHECK(anne.get(page).status < 500);
    REQUIRE(anne.get("/healthz").status == 200);

    for (const std::string& name : kStrange) {
        CAPTURE(name);
        CHECK(anne.send("PUT", "/admin/api/election/pictures/" + escaped(name), a_png()).status >= 400);
    }
    auto unruly = a_draft();
    int version = 0;
    for (const std::string& text : kUnruly) {
        if (static_cast<unsigned char>(text[0]) >= 0x80 || text.find('\xE2') != std::string::npos) continue;  // letters to a project's text, if odd ones
        unruly["projects"][0]["title"]["fr"] = text.find('\n') == std::string::npos ? text : text + "\x1b";   // a description may have several lines
        REQUIRE(anne.put("/admin/api/election", {{"version", version++}, {"file", unruly}}).status == 200);
        CHECK(json_of(anne.post("/admin/api/election/check")).at("problems").size() == 1);
        CHECK(anne.post("/admin/api/election/seal", {{"version", version}}).status >= 400);
    }
    REQUIRE(anne.put("/admin/api/election", {{"version", version++}, {"file", a_draft()}}).status == 200);
    const auto sealed = anne.post("/admin/api/election/seal", {{"version", version}});
    INFO(sealed.body);
    REQUIRE(sealed.status == 200);

    auto terminal = here.a_terminal(kStrange[0]);
    constexpr std::size_t kBallots = 20;  // fewer are not told one by one
    for (std::size_t i = 0; i < kBallots; ++i) terminal.vote(here.package(), a_voter(i), {i % kStrange.size()});
    REQUIRE(here.send(terminal.closed(here.package())).status == 200);
    REQUIRE(anne.post("/admin/api/poll/close", {{"anyway", true}}).status == 200);
    printed(here.day().centre({"count"}));
    for (const char* page : {"/", "/fr", "/nl", "/de", "/en", "/find", "/parts/standing-fr", "/admin/"}) {
        const auto answer = here.stranger().get(page);
        CHECK(answer.status == 200);
        inert(answer.body);
    }
    const std::string csv = here.stranger().get("/result-fr.csv").body;
    std::size_t cells = 0;
    for (const char* formula : {"=HYPERLINK", "+cmd", "-2+3", "@SUM"})
        for (auto at = csv.find(formula); at != std::string::npos; at = csv.find(formula, at + 1)) {
            CHECK(csv[at - 1] == '\'');
            ++cells;
        }
    CHECK(cells == 12);  // title, place and theme of four projects
    CHECK(here.stranger().get("/minutes-fr.pdf").body.starts_with("%PDF-"));
    for (const char* json : {"/result.json", "/live", "/admin/api/count", "/admin/api/election"}) {
        const auto answer = anne.get(json);
        CHECK(answer.value("Content-Type") == "application/json");
        CHECK(answer.value("X-Content-Type-Options") == "nosniff");
        CHECK_FALSE(json_of(answer).is_null());
    }
    CHECK(json_of(here.stranger().get("/result.json")).at("ballots") == kBallots);
}

TEST_CASE("names are taken as text or refused, and neither pages, headers, logs nor tables obey them", "[sql]")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    std::size_t account = 0;
    const auto each = [&](const std::string& text, bool plain) {
        CAPTURE(text);
        const auto taken = [plain](const Answer& answer) {
            return plain ? answer.status == 200 : answer.status == 400 || answer.status == 404 || answer.status == 413 || answer.status == 422;
        };
        const Json hall{{"commune", text}, {"address", text}, {"hours", text}};
        CHECK(taken(anne.put("/admin/api/halls/" + escaped(text), hall)));
        CHECK(taken(anne.put("/admin/api/halls/Plain", hall)));
        CHECK(taken(anne.post("/admin/api/accounts", {{"name", "a" + std::to_string(account++)}, {"role", "staff"}, {"halls", {text}}})));
        if (plain) CHECK(taken(anne.put("/admin/api/accounts/a0", {{"role", "staff"}, {"halls", {text}}})));
        else CHECK(anne.put("/admin/api/accounts/a0", {{"role", "staff"}, {"halls", {text}}}).status == 422);
        CHECK(taken(anne.post("/admin/api/tokens", {{"name", text}, {"until", "2099-12-31"}})));
        const ATerminal terminal = [] {
            static crypto::SystemRandom random;
            return ATerminal(random);
        }();
        CHECK(taken(anne.post("/admin/api/terminals", {{"request", terminal.enrolment()}, {"hall", text}})));
        // An address that holds a control character does not read, and nothing may be sent to it.
        const auto nowhere = [](const Answer& answer) { return answer.status == 404 || answer.status == 413; };
        // Names of another kind refuse all of these.
        CHECK(anne.post("/admin/api/accounts", {{"name", text}, {"role", "auditor"}, {"halls", Json::array()}}).status == 422);
        CHECK(anne.post("/admin/api/terminals", {{"request", text}, {"hall", "Jambes"}}).status >= 400);
        for (const char* act : {"disable", "enable", "invite"}) CHECK(nowhere(anne.post("/admin/api/accounts/" + escaped(text) + "/" + act)));
        for (const char* act : {"suspend", "resume", "revoke"}) CHECK(nowhere(anne.post("/admin/api/terminals/" + escaped(text) + "/" + act)));
        CHECK(nowhere(anne.post("/admin/api/tokens/" + escaped(text) + "/withdraw")));
        CHECK(nowhere(anne.post("/admin/api/staff-files/" + escaped(text) + "/withdraw")));
        for (const char* query : {"reason=", "terminal=", "before="}) {
            const auto status = anne.get("/admin/api/records?" + std::string(query) + escaped(text)).status;
            CHECK((status == 400 || status == 404));
        }
        // Strangers' text.
        const auto found = here.stranger().get("/find?tracker=" + escaped(text));
        CHECK(found.status == 200);
        CHECK(found.value("Cache-Control") == "no-store");
        inert(found.body);
        inert(found.header);
        CHECK_FALSE(found.has("a=b"));
        const auto status = here.stranger().get("/inclusion/" + escaped(text)).status;
        CHECK((status == 404 || status == 400));
        CHECK(here.stranger().at("127.0.0.6").post("/admin/api/session", {{"name", text}, {"password", text}, {"code", text}}).status >= 401);
    };
    for (const auto& text : kStrange) each(text, true);
    for (const auto& text : kUnruly) each(text, false);

    for (const char* page : {"/", "/fr", "/nl"}) inert(here.stranger().get(page).body);
    for (const char* list : {"accounts", "tokens", "terminals", "halls", "audit", "staff-files", "imports"}) {
        const auto answer = anne.get("/admin/api/" + std::string(list));
        CHECK(answer.status == 200);
        CHECK(answer.value("Content-Type") == "application/json");
    }
    CHECK(json_of(anne.get("/admin/api/tokens")).at("tokens").size() == kStrange.size());
    CHECK(json_of(anne.get("/admin/api/accounts")).at("accounts").size() == kStrange.size() + 2);

    // Each list at the shell has as many lines as it has entries, and sends no command to the terminal that shows it.
    const std::string log = here.log();
    const std::string audit = printed(here.day().centre({"audit"}));
    CHECK(log.find("\n[2026-01-01 00:00") == std::string::npos);
    CHECK(log.find("\r") == std::string::npos);
    CHECK(static_cast<std::size_t>(std::count(audit.begin(), audit.end(), '\n')) == here.audit().size() + 1);
    for (const std::string& text : {log, audit, printed(here.day().centre({"terminal", "list"})), printed(here.day().centre({"account", "list"})),
                                    printed(here.day().centre({"hall", "list"})), printed(here.day().centre({"api-token", "list"}))})
        for (const char* live : {"\x1b", "\xE2\x80\xAE", "\x07"}) CHECK(text.find(live) == std::string::npos);
    here.survived(before);
}

TEST_CASE("what an import is called and what stands in it is text, told by its line and never by who voted", "[sql]")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    std::string csv = "voter_id;projects\n";
    for (const auto& text : kStrange) csv += "\"" + text + "\";v1\nVOTERCODE12345;\"" + text + "\"\n";
    std::size_t files = 0;
    for (const auto& name : kStrange) {
        CAPTURE(name);
        const auto begun = anne.send("POST", "/admin/api/imports?kind=votes&name=" + escaped(name), csv + std::to_string(files++));
        REQUIRE((begun.status == 200 || begun.status == 503));
        if (begun.status != 200) continue;
        const std::string place = "/admin/api/imports/" + json_of(begun).at("id").get<std::string>();
        Json report;
        CHECK(eventually([&] {
            report = json_of(anne.get(place));
            return report.at("state") != "running";
        }));
        CHECK(report.at("name") == name);
        CHECK(report.at("fresh").get<int>() >= 0);
        for (const auto& refused : report.at("refused")) CHECK(refused.at("why").get<std::string>().find("VOTERCODE") == std::string::npos);
    }
    for (const auto& name : kUnruly) {
        const auto begun = anne.send("POST", "/admin/api/imports?kind=votes&name=" + escaped(name), "x");
        CHECK((begun.status == 413 || begun.status == 200));  // at an address that does not read nothing may be sent
        if (begun.status == 200)
            CHECK(eventually([&] { return json_of(anne.get("/admin/api/imports/" + json_of(begun).at("id").get<std::string>())).at("state") != "running"; }));
    }
    // As long as may be, cut within a letter of two bytes: it stands in the audit log all the same.
    const std::string name = std::string(199, 'n') + "\xC3\xA9 and more.csv";
    const std::size_t entries = here.audited("anne", "import", "done");
    REQUIRE(anne.send("POST", "/admin/api/imports?kind=votes&name=" + escaped(name), "x").status == 200);
    CHECK(here.audited("anne", "import", "done") == entries + 1);
    CHECK(eventually([&] { return here.audited("anne", "import-end", "refused") >= 1; }));
    CHECK(here.log().find("the audit log lacks") == std::string::npos);
    CHECK(here.log().find("VOTERCODE") == std::string::npos);
    CHECK(here.audit().dump().find("VOTERCODE") == std::string::npos);
    const auto after = here.whole();
    CHECK(after.report.at("accepted") == before.report.at("accepted"));
    here.survived(after);
}
