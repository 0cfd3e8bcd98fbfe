#pragma once
// An admins' desk over a centre in a throwaway folder, and browsers that are logged in to it.

#include <nlohmann/json.hpp>

#include "sync-server/admin/desk.hpp"
#include "sync-server/admin/target.hpp"
#include "tests/support/a_server_folder.hpp"
#include "tests/support/an_authenticator_app.hpp"

namespace isoloir::test {

inline constexpr const char* kPassword = "a horse reads the minutes";

struct Said {
    unsigned status{0};
    nlohmann::json json;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    std::string code() const { return json.is_object() ? json.value("code", "") : ""; }
    std::string header(const std::string& name) const
    {
        for (const auto& [key, value] : headers)
            if (key == name) return value;
        return {};
    }
};

inline Said ask(admin::Desk& desk, const http::Request& request)
{
    const auto response = desk.answer(request);
    return {response.status, nlohmann::json::parse(response.body, nullptr, false), response.headers, response.body};
}

/// A browser with or without a session.
struct Browser {
    admin::Desk& desk;
    std::string cookie{};
    std::string csrf{};
    std::string address{"192.0.2.1"};

    http::Request request(const std::string& method, const std::string& path, const std::string& body = {}) const
    {
        http::Request request;
        request.method = method;
        request.target = "/admin/api" + path;
        request.body = body;
        request.content_type = "application/json";
        request.cookie = cookie;
        request.csrf = csrf;
        request.address = address;
        return request;
    }
    Said get(const std::string& path) const { return ask(desk, request("GET", path)); }
    Said post(const std::string& path, const nlohmann::json& body = nlohmann::json::object()) const { return ask(desk, request("POST", path, body.dump())); }
    Said put(const std::string& path, const nlohmann::json& body) const { return ask(desk, request("PUT", path, body.dump())); }
    Said send(const std::string& method, const std::string& path, const std::string& body = {}) const { return ask(desk, request(method, path, body)); }
    /// Takes the session that an answer begins.
    void enter(const Said& said, const nlohmann::json& session)
    {
        const std::string set = said.header("Set-Cookie");
        cookie = set.substr(0, set.find(';'));
        csrf = session.value("csrf", "");
    }
};

struct ADesk {
    AServerFolder folder;
    admin::Desk desk{*folder.centre};

    ADesk() = default;
    explicit ADesk(AServerFolder::Bare bare) : folder(bare) {}
    ADesk(const election::Definition& definition, const election::Trustees& trustees) : folder(definition, trustees) {}

    /// Somebody accepts an invitation and is logged in.
    Browser person(const std::string& name, accounts::Role role = accounts::Role::admin, std::vector<std::string> halls = {})
    {
        const auto invitation = *folder.centre->accounts().invite(name, role, std::move(halls));
        Browser browser{desk};
        const auto setup = browser.post("/invitation", {{"name", name}, {"invitation", invitation}});
        apps.emplace(name, AnAuthenticatorApp(setup.json.at("secret").get<std::string>()));
        const auto accepted = browser.post(
            "/invitation/accept", {{"name", name}, {"invitation", invitation}, {"password", kPassword}, {"code", apps.at(name).code(folder.clock.now())}});
        browser.enter(accepted, accepted.json.at("session"));
        folder.clock.pass(std::chrono::seconds(30));
        return browser;
    }
    Said log_in(Browser& browser, const std::string& name)
    {
        const auto said = browser.post("/session", {{"name", name}, {"password", kPassword}, {"code", apps.at(name).code(folder.clock.now())}});
        if (said.status == 200) browser.enter(said, said.json);
        return said;
    }
    std::map<std::string, AnAuthenticatorApp> apps;
};

}  // namespace isoloir::test
