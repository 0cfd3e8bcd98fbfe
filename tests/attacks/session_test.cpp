// Sessions that are stolen, forged, fixed beforehand, or used from another site.

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

/// Something that only a central admin may, and that shows.
Answer make_account(const Visitor& visitor)
{
    return visitor.post("/admin/api/accounts", {{"name", "mallory"}, {"role", "admin"}, {"halls", Json::array()}});
}

}  // namespace

TEST_CASE("a stolen cookie gives no more than its own role, nothing without its own token, and nothing once its session is over")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto chloe = here.person("chloe", "auditor");
    const auto before = here.whole();

    Visitor thief = chloe.at("127.0.0.9");
    CHECK(make_account(thief).status == 403);
    thief.csrf = anne.csrf;
    CHECK(make_account(thief).status == 403);
    CHECK(here.audited("chloe", "account-invite", "refused") == 2);
    here.logged({"the desk refused: act=account-invite account=chloe", "address=127.0.0.9", "code=not-allowed"});

    thief.cookie = anne.cookie;
    for (const std::string& csrf : {std::string(), chloe.csrf, anne.csrf + "A", std::string(43, 'A'), std::string(9000, 'A')}) {
        thief.csrf = csrf;
        CHECK(make_account(thief).status == (csrf.size() > 4000 ? 431 : 403));
    }
    thief.cookie = anne.cookie + "; " + chloe.cookie;
    thief.csrf = anne.csrf;
    CHECK(make_account(thief).status == 401);
    thief.cookie = chloe.cookie + "\r\nCookie: " + anne.cookie;
    CHECK(make_account(thief).status == 400);
    thief.cookie = anne.cookie;
    thief.cookie.back() = thief.cookie.back() == 'A' ? 'Q' : 'A';
    CHECK(make_account(thief).status == 401);

    REQUIRE(anne.send("DELETE", "/admin/api/session").status == 200);
    CHECK(make_account(anne).status == 401);
    const auto again = here.log_in(anne);
    CHECK(again.get("/admin/api/audit").status == 200);
    REQUIRE(again.post("/admin/api/accounts/chloe/disable").status == 200);
    CHECK(chloe.get("/admin/api/overview").status == 401);
    CHECK(json_of(again.get("/admin/api/accounts")).at("accounts").dump().find("mallory") == std::string::npos);
    here.survived(before);
}

TEST_CASE("a session is always a fresh one: a cookie that was there before the login opens nothing")
{
    ABesiegedCentre here;
    auto anne = here.person("anne");
    REQUIRE(anne.send("DELETE", "/admin/api/session").status == 200);
    for (const std::string& planted : {anne.cookie, "__Host-isoloir=" + std::string(43, 'A')}) {
        Visitor thief = here.stranger();
        thief.cookie = planted;
        Visitor victim = anne;
        victim.cookie = planted;
        const auto entered = victim.post("/admin/api/session", {{"name", "anne"}, {"password", kPassword}, {"code", anne.recovery.back()}});
        anne.recovery.pop_back();
        REQUIRE(entered.status == 200);
        victim.enter(entered, json_of(entered));
        CHECK(victim.cookie != planted);
        CHECK(entered.value("Set-Cookie").starts_with("__Host-isoloir="));
        CHECK(entered.value("Set-Cookie").ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"));
        CHECK(victim.get("/admin/api/overview").status == 200);
        CHECK(thief.get("/admin/api/overview").status == 401);
    }
}

TEST_CASE("another site's page changes nothing and reads nothing, though the browser sends the cookie")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    for (const char* site : {"cross-site", "same-site", "nonsense"}) {
        CHECK(make_account(anne.with("Sec-Fetch-Site", site)).status == 403);
        CHECK(anne.with("Sec-Fetch-Site", site).get("/admin/api/accounts").status == 403);
        CHECK(anne.with("Sec-Fetch-Site", site).send("POST", "/admin/api/session", "{}").status == 403);
    }
    CHECK(here.audited("anne", "account-invite", "refused") == 3);
    // A form can be sent across sites without being asked for, but bears none of our headers and no JSON.
    Visitor form = anne;
    form.csrf.clear();
    for (const char* type : {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"}) {
        form.type = type;
        CHECK(make_account(form).status == 403);
        Visitor login = here.stranger();
        login.type = type;
        CHECK(login.post("/admin/api/session", {{"name", "anne"}, {"password", kPassword}, {"code", anne.recovery[0]}}).status == 415);
    }
    // Whoever asks beforehand is told nothing that a browser would take for a yes.
    const auto asked = anne.with("Origin", "https://evil.example").with("Access-Control-Request-Method", "POST").send("OPTIONS", "/admin/api/accounts");
    CHECK(asked.status == 405);
    const auto read = anne.with("Origin", "https://evil.example").get("/admin/api/accounts");
    for (const auto& answer : {asked, read}) CHECK_FALSE(answer.has("Access-Control-"));
    CHECK(anne.with("Sec-Fetch-Site", "same-origin").get("/admin/api/accounts").status == 200);
    CHECK(json_of(anne.get("/admin/api/accounts")).at("accounts").dump().find("mallory") == std::string::npos);
    here.survived(before);
}
