// Accounts, platforms' tokens, and who did what.

#include "shared/base/encoding.hpp"
#include "sync-server/admin/call.hpp"
#include "sync-server/app/hours.hpp"

namespace isoloir::admin {
namespace {

using accounts::Right;

constexpr std::size_t kMaxName = 200;
constexpr std::size_t kMaxHalls = 500;
constexpr std::size_t kPage = 100;

Json account_json(Office& office, const store::Account& account)
{
    const bool locked = account.wrong.locked_until > office.now();
    const char* state = account.disabled ? "disabled" : account.password.empty() ? "invited" : locked ? "locked" : "active";
    return {{"name", account.name},
            {"role", accounts::name_of(account.role)},
            {"halls", account.halls},
            {"state", state},
            {"seen", account.seen == 0 ? Json(nullptr) : Json(account.seen)}};
}

Reply account_reply(Office& office, const std::string& name, const std::string& invitation = {})
{
    ISO_TRY(const auto all, office.centre.accounts().all());
    for (const auto& account : all) {
        if (account.name != name) continue;
        if (invitation.empty()) return account_json(office, account);
        return Json{{"account", account_json(office, account)}, {"invitation", invitation}};
    }
    return tl::make_unexpected(Refusal(404, "not-found", "there is no account of this name"));
}

Reply list_accounts(Office& office, Call&)
{
    ISO_TRY(const auto all, office.centre.accounts().all());
    Json shown = Json::array();
    for (const auto& account : all) shown.push_back(account_json(office, account));
    return Json{{"accounts", std::move(shown)}};
}

struct Place {
    accounts::Role role{accounts::Role::auditor};
    std::vector<std::string> halls;
};

/// "role" and "halls" of a request.
Result<Place> read_place(wire::ObjectReader& reader)
{
    Place place;
    ISO_TRY(const auto role, reader.text("role", kMaxName));
    const auto known = accounts::role_of(role);
    if (!known) return fail(Errc::malformed, "a role is admin, staff or auditor", "role");
    place.role = *known;
    ISO_TRY(const auto* halls, reader.array("halls", kMaxHalls));
    for (const auto& hall : *halls) {
        if (!hall.is_string()) return fail(Errc::malformed, "a hall is a text", "halls");
        place.halls.push_back(hall.get<std::string>());
    }
    return place;
}

Reply invite(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto name, reader.text("name", kMaxName));
    call.subject = name;
    ISO_TRY(const auto place, read_place(reader));
    ISO_CHECK(reader.finish());
    call.detail = accounts::name_of(place.role);
    const auto invitation = office.centre.accounts().invite(name, place.role, place.halls);
    if (!invitation)
        return tl::make_unexpected(invitation.error().code == Errc::conflict ? named(invitation.error(), 409, "exists") : Refusal(invitation.error()));
    return account_reply(office, name, *invitation);
}

Reply invite_again(Office& office, Call& call)
{
    if (call.names[0] == call.who->name) return tl::make_unexpected(Refusal(422, "refused", "nobody invites themselves anew: another central admin does"));
    ISO_TRY(const auto invitation, office.centre.accounts().invite_again(call.names[0]));
    return account_reply(office, call.names[0], invitation);
}

Reply disable(Office& office, Call& call)
{
    ISO_CHECK(office.centre.accounts().set_disabled(call.names[0], true));
    return account_reply(office, call.names[0]);
}

Reply enable(Office& office, Call& call)
{
    ISO_CHECK(office.centre.accounts().set_disabled(call.names[0], false));
    return account_reply(office, call.names[0]);
}

Reply change(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto place, read_place(reader));
    ISO_CHECK(reader.finish());
    call.detail = accounts::name_of(place.role);
    ISO_CHECK(office.centre.accounts().change(call.names[0], place.role, place.halls));
    return account_reply(office, call.names[0]);
}

Json token_json(const store::ApiToken& token)
{
    return {{"id", to_hex(token.hash)}, {"name", token.name}, {"until", app::in_words(token.last).substr(0, 10)}, {"withdrawn", token.withdrawn}};
}

Reply list_tokens(Office& office, Call&)
{
    ISO_TRY(const auto tokens, office.centre.api_tokens().all());
    Json shown = Json::array();
    for (const auto& token : tokens) shown.push_back(token_json(token));
    return Json{{"tokens", std::move(shown)}};
}

Reply make_token(Office& office, Call& call)
{
    wire::ObjectReader reader(call.body, "");
    ISO_TRY(const auto name, reader.text("name", kMaxName));
    ISO_TRY(const auto until, reader.text("until", kMaxName));
    ISO_CHECK(reader.finish());
    call.subject = name;
    ISO_TRY(const Hour first, app::hour_of(until));
    ISO_TRY(const auto made, office.centre.api_tokens().make(name, first + 23));
    return Json{{"token", token_json(made.token)}, {"secret", made.secret}};
}

Reply withdraw_token(Office& office, Call& call)
{
    if (call.names[0].size() != 64) return tl::make_unexpected(Refusal(404, "not-found", "there is no such token"));
    ISO_CHECK(office.centre.api_tokens().withdraw(call.names[0]));
    return Json::object();
}

Reply audit(Office& office, Call& call)
{
    std::uint64_t before = INT64_MAX;
    if (const auto text = call.asked("before"); !text.empty()) {
        if (text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos)
            return tl::make_unexpected(Refusal(400, "malformed", "\"before\" is an entry's number"));
        before = std::stoull(text);
    }
    ISO_TRY(const auto entries, office.centre.accounts().audit_before(before, kPage));
    Json shown = Json::array();
    for (const auto& entry : entries)
        shown.push_back({{"number", entry.number},
                         {"time", entry.time},
                         {"account", entry.account},
                         {"act", entry.act},
                         {"subject", entry.subject},
                         {"outcome", entry.done ? "done" : "refused"},
                         {"detail", entry.detail}});
    const bool more = entries.size() == kPage && entries.back().number > 1;
    return Json{{"entries", std::move(shown)}, {"next", more ? Json(entries.back().number) : Json(nullptr)}};
}

}  // namespace

std::vector<Route> account_routes()
{
    return {{"GET", "/accounts", Right::read, list_accounts},
            {"POST", "/accounts", Right::change, invite, "account-invite", Body::json},
            {"POST", "/accounts/*/invite", Right::change, invite_again, "account-invite-again", Body::json},
            {"POST", "/accounts/*/disable", Right::change, disable, "account-disable", Body::json},
            {"POST", "/accounts/*/enable", Right::change, enable, "account-enable", Body::json},
            {"PUT", "/accounts/*", Right::change, change, "account-change", Body::json},
            {"GET", "/tokens", Right::read, list_tokens},
            {"POST", "/tokens", Right::change, make_token, "token-make", Body::json},
            {"POST", "/tokens/*/withdraw", Right::change, withdraw_token, "token-withdraw", Body::json},
            {"GET", "/audit", Right::read, audit}};
}

}  // namespace isoloir::admin
