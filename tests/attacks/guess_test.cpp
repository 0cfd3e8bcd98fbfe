// Guesses at passwords, one-time codes and invitations.

#include <set>

#include "tests/attacks/a_besieged_centre.hpp"
#include "tests/support/an_authenticator_app.hpp"
#include "tests/support/catch.hpp"

using namespace isoloir;
using namespace isoloir::test;

namespace {

Answer log_in(const Visitor& from, const std::string& name, const std::string& password, const std::string& code)
{
    return from.post("/admin/api/session", {{"name", name}, {"password", password}, {"code", code}});
}

}  // namespace

TEST_CASE("whoever guesses a password or a one-time code is told nothing, is made to wait, and stands in both logs")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto bert = here.person("bert", "auditor");
    const auto chloe = here.person("chloe", "auditor");
    const auto before = here.whole();
    const auto thief = here.stranger().at("127.0.0.2");
    const auto nobody = log_in(thief, "nobody", "this is not it", "123456");
    CHECK(nobody.status == 401);

    // anne's password, with a code that might be right; bert's code, with the right password.
    for (int i = 0; i < 5; ++i) {
        const auto password = log_in(thief, "anne", "guess number " + std::to_string(i), anne.recovery[0]);
        const auto code = log_in(thief, "bert", kPassword, "00000" + std::to_string(i));
        for (const auto& answer : {password, code}) {
            CHECK(answer.status == 401);
            CHECK(answer.body == nobody.body);
        }
    }
    for (const auto& [name, code] : {std::pair<std::string, std::string>{"anne", anne.recovery[0]}, {"bert", bert.recovery[0]}}) {
        // Not even what is right opens now.
        const auto locked = log_in(thief, name, kPassword, code);
        CHECK(locked.status == 429);
        CHECK(code_of(locked) == "locked");
        const auto wait = std::stoi(locked.value("Retry-After"));
        CHECK(wait > 0);
        CHECK(wait <= 30);
        CHECK(here.audited("", "login", "refused") >= 6);
    }
    here.logged({"the desk refused: act=login account=\"\"", "address=127.0.0.2", "code=wrong-login"});
    here.logged({"the desk refused: act=login account=\"\"", "address=127.0.0.2", "code=locked"});
    CHECK(here.log().find(kPassword) == std::string::npos);
    CHECK(here.audit().dump().find(kPassword) == std::string::npos);

    CHECK(anne.get("/admin/api/overview").status == 200);  // who is in stays in
    CHECK(here.log_in(chloe).get("/admin/api/overview").status == 200);
    here.survived(before);
}

TEST_CASE("whoever tries names is not told which of them are somebody's: the answers are the same, and so are the waits", "[sql]")
{
    ABesiegedCentre here;
    here.person("anne");
    here.person("bert", "auditor");
    printed(here.day().centre({"account", "disable", "bert"}));
    const auto invitation = here.invite("chloe", "auditor");
    const auto before = here.whole();
    const auto thief = here.stranger().at("127.0.0.6");
    for (int i = 0; i < 7; ++i) {
        std::set<std::pair<int, std::string>> answers;
        for (const char* name : {"anne", "bert", "chloe", "nobody"}) {
            const auto answer = log_in(thief, name, "guess number " + std::to_string(i), "123456");
            Json said = json_of(answer);
            const bool waits = said.contains("retry_after");
            if (waits) CHECK(answer.value("Retry-After") == said["retry_after"].dump());
            if (waits) CHECK((said["retry_after"] > 0 && said["retry_after"] <= 30));
            said.erase("retry_after");
            answers.emplace(answer.status, said.dump());
        }
        CHECK(answers.size() == 1);
        CHECK(answers.begin()->first == (i < 5 ? 401 : 429));
    }
    // Who was invited is not kept out by whoever tried the name before.
    CHECK(here.stranger().post("/admin/api/invitation", {{"name", "chloe"}, {"invitation", invitation}}).status == 200);
    here.survived(before);
}

TEST_CASE("a guess at a name that is nobody's costs as much as one at somebody's: each is hashed as a password is")
{
    constexpr std::size_t kHash = std::size_t{64} * 1024 * 1024;
    ABesiegedCentre here;
    here.person("anne");
    for (int i = 0; i < 2; ++i)
        for (const char* name : {"anne", "nobody"}) {
            CAPTURE(name);
            here.forget_peak_memory();
            const std::size_t before = here.peak_memory();
            CHECK(log_in(here.stranger(), name, "not this one either", "123456").status == 401);
            CHECK(here.peak_memory() >= before + kHash * 9 / 10);
        }
}

TEST_CASE("an address has so many guesses, whatever it guesses at and whatever it says of where it comes from")
{
    ABesiegedCentre here;
    const auto invitation = here.invite("dora", "auditor");
    const auto before = here.whole();
    const std::size_t entries = here.audit().size();
    const auto thief = here.stranger().at("127.0.0.3");
    const auto guess = [&](const Visitor& from, int i) {
        return from.post("/admin/api/invitation", {{"name", "dora"}, {"invitation", "0000-0000-0000-00" + std::to_string(10 + i)}});
    };
    for (int i = 0; i < 30; ++i) CHECK(code_of(guess(thief, i)) == "wrong-invitation");
    for (const char* header : {"X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP", "True-Client-IP"})
        CHECK(guess(thief.with(header, std::string(header) == "Forwarded" ? "for=192.0.2.7" : "192.0.2.7"), 30).status == 429);
    for (int i = 0; i < 20; ++i) CHECK(guess(thief, i).status == 429);
    CHECK(std::stoi(guess(thief, 1).value("Retry-After")) > 200);
    here.logged({"the desk refused: act=invitation-show account=\"\"", "address=127.0.0.3", "code=locked"});
    // What was counted stands in the audit log; what came after without end does not fill it.
    CHECK(here.audit().size() == entries + 30);

    CHECK(here.stranger().post("/admin/api/invitation", {{"name", "dora"}, {"invitation", invitation}}).status == 200);
    here.survived(before);
}

TEST_CASE("strangers fill no audit log, however often they are refused")
{
    ABesiegedCentre here;
    const auto before = here.whole();
    const std::size_t entries = here.audit().size();
    Visitor form = here.stranger();
    form.type = "text/plain";
    for (int i = 0; i < 20; ++i) {
        CHECK(here.stranger().post("/admin/api/poll/close").status == 401);
        CHECK(here.stranger().send("POST", "/admin/api/session", "{").status == 400);
        CHECK(form.post("/admin/api/session").status == 415);
    }
    CHECK(here.audit().size() == entries);
    here.logged({"the desk refused: act=poll-close account=\"\"", "address=127.0.0.1", "code=no-session"});
    here.survived(before);
}

TEST_CASE("a one-time code opens once, and no look-alike of a name opens another's account", "[sql]")
{
    ABesiegedCentre here;
    const auto anne = here.person("anne");
    const auto before = here.whole();
    const AnAuthenticatorApp app(anne.secret);
    const auto soon = SystemClock().now() + std::chrono::seconds(30);  // half a minute fast is allowed
    const std::string code = app.code(soon);
    REQUIRE(log_in(here.stranger(), "anne", kPassword, code).status == 200);
    CHECK(log_in(here.stranger(), "anne", kPassword, code).status == 401);
    CHECK(log_in(here.stranger(), "anne", kPassword, app.code(soon - std::chrono::seconds(30))).status == 401);

    using namespace std::string_literals;
    const auto wrong = log_in(here.stranger(), "nobody", kPassword, anne.recovery[0]);
    for (const std::string& name : {"Anne"s, "anne "s, " anne"s, "anne\0"s, "anne\0x"s, "\0anne"s, "аnne"s /* Cyrillic а */, "ann\u0435"s, "\u202Eenna"s,
                                    "anne\u200B"s, "anne\n"s, "ａｎｎｅ"s, "anne' OR '1'='1"s, "anne'--"s, "%"s, "_nne"s, std::string(2000, 'a')}) {
        const auto answer = log_in(here.stranger().at("127.0.0.5"), name, kPassword, anne.recovery[0]);
        CAPTURE(name);
        CHECK(answer.status == 401);
        CHECK(answer.body == wrong.body);
        CHECK(anne.post("/admin/api/accounts", {{"name", name}, {"role", "admin"}, {"halls", Json::array()}}).status == (name.size() > 200 ? 400 : 422));
    }
    CHECK(json_of(anne.get("/admin/api/accounts")).at("accounts").size() == 2);  // and "admin", whom init invited
    for (const auto& entry : here.audit())
        for (const char control : {'\0', '\n', '\x1b'}) CHECK(entry.at("subject").get<std::string>().find(control) == std::string::npos);
    // What is kept of a name cannot turn the line that it stands in.
    CHECK(here.audit().dump().find("\u202E") == std::string::npos);
    CHECK(here.log_in(anne).get("/admin/api/overview").status == 200);
    here.survived(before);
}
