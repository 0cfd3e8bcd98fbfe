// Who gets to the desk, and what keeps others away.

#include <set>

#include "tests/support/catch.hpp"
#include "tests/sync-server/admin/a_desk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using accounts::Right;
using accounts::Role;
using nlohmann::json;

namespace {

std::string some_path(const admin::Route& route)
{
    std::string path = route.path;
    for (std::size_t at = 0; (at = path.find('*')) != std::string::npos;) path.replace(at, 1, "x");
    return path;
}

}  // namespace

TEST_CASE("an invitation shows a code for an app, and accepting it begins a session in a cookie that no script reads")
{
    ADesk here;
    const auto invitation = *here.folder.centre->accounts().invite("anne", Role::staff, {"Jambes"});
    Browser browser{here.desk};
    CHECK(browser.get("/session").json.is_null());
    CHECK(browser.post("/invitation", {{"name", "anne"}, {"invitation", "0000-0000-0000-0000"}}).code() == "wrong-invitation");
    const auto shown = browser.post("/invitation", {{"name", "anne"}, {"invitation", invitation}});
    REQUIRE(shown.status == 200);
    CHECK(shown.json["qr"].get<std::string>().starts_with("<svg"));
    CHECK(shown.json["uri"].get<std::string>().starts_with("otpauth://totp/Isoloir:anne?secret="));

    const AnAuthenticatorApp app(shown.json["secret"].get<std::string>());
    const auto accept = [&](const char* password, const std::string& code) {
        return browser.post("/invitation/accept", {{"name", "anne"}, {"invitation", invitation}, {"password", password}, {"code", code}});
    };
    CHECK(accept("short", app.code(here.folder.clock.now())).code() == "weak-password");
    CHECK(accept(kPassword, "000000").code() == "wrong-code");
    const auto accepted = accept(kPassword, app.code(here.folder.clock.now()));
    REQUIRE(accepted.status == 200);
    CHECK(accepted.json["recovery"].size() == 10);
    const std::string set = accepted.header("Set-Cookie");
    CHECK(set.starts_with("__Host-isoloir="));
    CHECK(set.ends_with("; Path=/; Secure; HttpOnly; SameSite=Strict"));
    CHECK(accepted.header("Cache-Control") == "no-store");

    browser.enter(accepted, accepted.json["session"]);
    const auto session = browser.get("/session");
    CHECK(session.json["name"].get<std::string>() == "anne");
    CHECK(session.json["role"].get<std::string>() == "staff");
    CHECK(session.json["halls"][0].get<std::string>() == "Jambes");
    CHECK(session.json["csrf"].get<std::string>() == browser.csrf);
    CHECK(session.json["recovery_left"].get<int>() == 10);
}

TEST_CASE("whoever logs out is out, and wrong logins say no more than that")
{
    ADesk here;
    auto anne = here.person("anne");
    CHECK(anne.send("DELETE", "/session").header("Set-Cookie").starts_with("__Host-isoloir=; Max-Age=0"));
    CHECK(anne.get("/session").json.is_null());
    const auto wrong = [&](const char* name, const char* password) {
        return anne.post("/session", {{"name", name}, {"password", password}, {"code", "123456"}});
    };
    const auto one = wrong("anne", "this is not it");
    const auto other = wrong("nobody", "this is not it");
    CHECK(one.status == 401);
    CHECK(one.code() == "wrong-login");
    CHECK(one.body == other.body);
    CHECK(here.log_in(anne, "anne").status == 200);
    CHECK(anne.get("/overview").status == 200);
}

TEST_CASE("guesses are slowed down by account and by address")
{
    ADesk here;
    here.person("anne");
    Browser thief{here.desk};
    const auto guess = [&](const std::string& name) { return thief.post("/session", {{"name", name}, {"password", "this is not it"}, {"code", "123456"}}); };
    for (int i = 0; i < 5; ++i) CHECK(guess("anne").status == 401);
    const auto locked = guess("anne");
    CHECK(locked.status == 429);
    CHECK(locked.code() == "locked");
    CHECK(locked.json["retry_after"].get<int>() == 30);
    CHECK(locked.header("Retry-After") == "30");
    thief.address = "192.0.2.99";
    for (int i = 0; i < accounts::LoginGate::kAttempts; ++i) (void)thief.post("/invitation", {{"name", "x"}, {"invitation", "y"}});
    CHECK(guess("bert").json["retry_after"].get<int>() == 300);
}

TEST_CASE("every place of the desk asks who is there, whether the page is the session's own, and whether the role may")
{
    ADesk here;
    const auto admin = here.person("anne");
    const auto staff = here.person("bert", Role::staff, {"Jambes"});
    const auto auditor = here.person("chloe", Role::auditor);
    const Browser nobody{here.desk};
    std::size_t changing = 0;
    for (const auto& route : admin::all_routes()) {
        if (!route.right) continue;
        const std::string path = some_path(route);
        INFO(route.method << " " << path);
        CHECK(nobody.send(route.method, path, "{}").status == 401);
        const bool reads = route.method == std::string("GET");
        // Whatever changes something stands in the audit log.
        if (!reads && path != "/election/check") CHECK(route.act != nullptr);
        for (const auto& [browser, role] : {std::pair{&admin, Role::admin}, {&staff, Role::staff}, {&auditor, Role::auditor}}) {
            if (path == "/session") continue;
            if (!accounts::may(role, *route.right)) CHECK(browser->send(route.method, path, "{}").code() == "not-allowed");
            if (reads) continue;
            ++changing;
            auto elsewhere = *browser;
            elsewhere.csrf.clear();
            CHECK(elsewhere.send(route.method, path, "{}").status == 403);
            elsewhere.csrf = browser == &admin ? staff.csrf : admin.csrf;
            CHECK(elsewhere.send(route.method, path, "{}").status == 403);
        }
    }
    CHECK(changing > 60);
    CHECK(admin.get("/session").status == 200);
}

TEST_CASE("a cookie that was changed, taken from another or sent twice opens nothing")
{
    ADesk here;
    const auto admin = here.person("anne");
    const auto auditor = here.person("chloe", Role::auditor);
    auto forged = admin;
    forged.cookie.back() = forged.cookie.back() == 'A' ? 'Q' : 'A';
    CHECK(forged.get("/overview").status == 401);
    forged.cookie = admin.cookie + "; " + auditor.cookie;
    CHECK(forged.get("/overview").status == 401);
    // The auditor's own cookie with the admin's csrf, and the other way round: the cookie decides who it is.
    forged.cookie = auditor.cookie;
    forged.csrf = admin.csrf;
    CHECK(forged.post("/accounts", {{"name", "x"}, {"role", "admin"}, {"halls", json::array()}}).status == 403);
    CHECK(here.folder.centre->accounts().all()->size() == 2);
}

TEST_CASE("how much somebody may send is known from the header, and a stranger may send little")
{
    ADesk here;
    const auto anne = here.person("anne");
    const Browser nobody{here.desk};
    CHECK(here.desk.body_bytes(nobody.request("POST", "/session")) == 16 * 1024);
    CHECK(here.desk.body_bytes(nobody.request("POST", "/imports?kind=votes&name=x.csv")) == 16 * 1024);
    CHECK(here.desk.body_bytes(anne.request("POST", "/imports?kind=votes&name=x.csv")) == admin::kMaxFileBytes);
    CHECK(here.desk.body_bytes(anne.request("GET", "/imports")) == 0);
    CHECK(here.desk.body_bytes(anne.request("POST", "/nothing")) == 0);
    auto stranger = anne;
    stranger.cookie = "__Host-isoloir=" + std::string(43, 'A');
    CHECK(here.desk.body_bytes(stranger.request("POST", "/imports?kind=votes&name=x.csv")) == 16 * 1024);
}

TEST_CASE("what is done and what is refused stands in the audit log with its name")
{
    ADesk here;
    auto anne = here.person("anne");
    const auto bert = here.person("bert", Role::auditor);
    CHECK(anne.post("/accounts", {{"name", "dora"}, {"role", "staff"}, {"halls", {"Jambes"}}}).status == 200);
    CHECK(bert.post("/accounts/dora/disable").status == 403);
    const auto entries = anne.get("/audit").json["entries"];
    CHECK(entries[0]["act"].get<std::string>() == "account-disable");
    CHECK(entries[0]["account"].get<std::string>() == "bert");
    CHECK(entries[0]["subject"].get<std::string>() == "dora");
    CHECK(entries[0]["outcome"].get<std::string>() == "refused");
    CHECK(entries[1]["act"].get<std::string>() == "account-invite");
    CHECK(entries[1]["outcome"].get<std::string>() == "done");
    CHECK(entries.dump().find(kPassword) == std::string::npos);
}

TEST_CASE("addresses are taken apart once, and whatever is odd about them leads nowhere")
{
    const auto path = [](const char* target) { return admin::read_target(target).value_or(admin::Target{{"(none)"}, {}}).path; };
    using Path = std::vector<std::string>;
    CHECK(path("/admin/api/halls/La%20Plante") == Path{"admin", "api", "halls", "La Plante"});
    CHECK(path("/admin/api/halls/%C3%89ghez%C3%A9e") == Path{"admin", "api", "halls", "Éghezée"});
    CHECK(path("/admin/api/halls/a%2Fb") == Path{"admin", "api", "halls", "a/b"});
    CHECK(path("/admin/") == Path{"admin"});
    for (const char* odd : {"", "admin", "/admin//api", "/admin/../etc", "/admin/%2e%2e/etc", "/admin/./api", "/admin/%", "/admin/%4", "/admin/%zz",
                            "/admin/%00", "/admin/%0a", "/admin/%FF", "/admin/api?a=1&a=2", "/admin/api?%=1"})
        CHECK(path(odd) == Path{"(none)"});
    CHECK(admin::read_target("/a?name=a+b%2Bc&&empty=")->query == std::map<std::string, std::string>{{"name", "a b+c"}, {"empty", ""}});
    CHECK(admin::cookie_of("a=1; b=2", "b") == "2");
    CHECK_FALSE(admin::cookie_of("b=1; b=2", "b"));
    CHECK_FALSE(admin::cookie_of("ab=1", "b"));

    ADesk here;
    const auto anne = here.person("anne");
    for (const char* odd : {"/election/pictures/..%2f..%2fstore.key", "/accounts/%27%3B%20DROP%20TABLE%20accounts%3B--", "/imports/../store.key", "/nothing"})
        CHECK(anne.send("GET", odd).status >= 400);
    CHECK(here.folder.centre->accounts().all()->size() == 1);
    CHECK(anne.send("PATCH", "/election").status == 405);
}
