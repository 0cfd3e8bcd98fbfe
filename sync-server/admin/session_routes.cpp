// Who is there: logging in and out, accepting an invitation, a new password.

#include <array>

#include <qrcodegen/qrcodegen.hpp>

#include "sync-server/admin/call.hpp"

namespace isoloir::admin {
namespace {

/// What somebody typed: the body has these texts, and no other member.
template <std::size_t N>
Result<std::array<std::string, N>> read_texts(const wire::Json& body, const char* const (&names)[N])
{
    constexpr std::size_t kMaxText = 2000;
    wire::ObjectReader reader(body, "");
    std::array<std::string, N> texts;
    for (std::size_t i = 0; i < N; ++i) { ISO_TRY(texts[i], reader.text(names[i], kMaxText)); }
    ISO_CHECK(reader.finish());
    return texts;
}

Json session_json(Office& office, const accounts::Who& who, const std::string& ticket)
{
    return {{"name", who.name},
            {"role", accounts::name_of(who.role)},
            {"halls", who.halls},
            {"csrf", office.centre.accounts().csrf(ticket)},
            {"ends", who.ends},
            {"idle_seconds", accounts::kIdleSeconds},
            {"recovery_left", who.recovery_left}};
}

/// Counts an attempt to come in under a name, from wherever it is made.
Reply pass_gate(Office& office, Call& call, const std::string& name)
{
    call.subject = name;
    const auto wait = office.gate.attempt(call.request.address, office.now());
    call.counted = wait == 0;
    if (call.counted) return Json::object();
    Refusal refusal(429, "locked", "too many attempts from this address; wait before the next");
    refusal.retry_after = wait;
    return tl::make_unexpected(std::move(refusal));
}

/// A wrong login, or an account that waits.
Refusal login_refusal(Office& office, const std::string& name, const Error& error)
{
    if (error.code == Errc::forged) return named(error, 401, "wrong-login");
    if (error.code == Errc::refused) return named(error, 422, "weak-password");
    if (error.code != Errc::unavailable) return error;
    Refusal refusal = named(error, 429, "locked");
    refusal.retry_after = std::max<std::int64_t>(1, office.centre.accounts().locked_for(name));
    return refusal;
}

Reply show_session(Office& office, Call& call)
{
    return call.who ? session_json(office, *call.who, call.ticket) : Json(nullptr);
}

Reply log_in(Office& office, Call& call)
{
    call.who.reset();
    ISO_TRY(const auto typed, read_texts(call.body, {"name", "password", "code"}));
    const auto& [name, password, code] = typed;
    ISO_CHECK(pass_gate(office, call, name));
    auto entered = office.centre.accounts().log_in(name, password, code);
    if (!entered) return tl::make_unexpected(login_refusal(office, name, entered.error()));
    call.actor = name;
    call.new_ticket = entered->ticket;
    return session_json(office, entered->who, entered->ticket);
}

Reply log_out(Office& office, Call& call)
{
    ISO_CHECK(office.centre.accounts().log_out(call.ticket));
    call.ended = true;
    return Json::object();
}

/// A QR code as an SVG whose modules are one path; dark on white whatever the page's colours are.
std::string qr_svg(const std::string& text)
{
    using qrcodegen::QrCode;
    constexpr int kQuiet = 4;
    const QrCode code = QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM);
    std::string path;
    for (int y = 0; y < code.getSize(); ++y)
        for (int x = 0; x < code.getSize(); ++x)
            if (code.getModule(x, y)) path += "M" + std::to_string(x + kQuiet) + "," + std::to_string(y + kQuiet) + "h1v1h-1z";
    const std::string size = std::to_string(code.getSize() + 2 * kQuiet);
    return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + size + " " + size + R"("><rect width=")" + size + R"(" height=")" + size +
           R"(" fill="#fff"/><path fill="#000" d=")" + path + R"("/></svg>)";
}

Reply show_invitation(Office& office, Call& call)
{
    ISO_TRY(const auto typed, read_texts(call.body, {"name", "invitation"}));
    const auto& [name, invitation] = typed;
    ISO_CHECK(pass_gate(office, call, name));
    const auto setup = office.centre.accounts().setup(name, invitation);
    if (!setup) return tl::make_unexpected(setup.error().code == Errc::forged ? named(setup.error(), 401, "wrong-invitation") : Refusal(setup.error()));
    return Json{{"name", name},          {"role", accounts::name_of(setup->role)},
                {"halls", setup->halls}, {"secret", setup->secret},
                {"uri", setup->uri},     {"qr", qr_svg(setup->uri)}};
}

Reply accept_invitation(Office& office, Call& call)
{
    call.who.reset();
    ISO_TRY(const auto typed, read_texts(call.body, {"name", "invitation", "password", "code"}));
    const auto& [name, invitation, password, code] = typed;
    ISO_CHECK(pass_gate(office, call, name));
    auto entered = office.centre.accounts().accept(name, invitation, password, code);
    if (!entered) {
        const Error& error = entered.error();
        if (error.code == Errc::forged) return tl::make_unexpected(named(error, 401, "wrong-invitation"));
        if (error.code == Errc::refused) return tl::make_unexpected(named(error, 422, "weak-password"));
        if (error.code == Errc::malformed) return tl::make_unexpected(named(error, 422, "wrong-code"));
        return tl::make_unexpected(Refusal(error));
    }
    call.actor = name;
    call.new_ticket = entered->ticket;
    return Json{{"session", session_json(office, entered->who, entered->ticket)}, {"recovery", entered->recovery}};
}

Reply change_password(Office& office, Call& call)
{
    ISO_TRY(const auto typed, read_texts(call.body, {"password", "code", "new_password"}));
    const auto& [password, code, fresh] = typed;
    ISO_CHECK(pass_gate(office, call, call.who->name));
    const auto changed = office.centre.accounts().change_password(call.ticket, *call.who, password, code, fresh);
    if (changed) return Json::object();
    Refusal refusal = login_refusal(office, call.who->name, changed.error());
    if (refusal.status == 401) refusal.status = 403;  // the session is as good as before
    return tl::make_unexpected(std::move(refusal));
}

}  // namespace

std::vector<Route> session_routes()
{
    return {{"GET", "/session", std::nullopt, show_session},
            {"POST", "/session", std::nullopt, log_in, "login", Body::json},
            {"DELETE", "/session", accounts::Right::own, log_out, "logout"},
            {"POST", "/invitation", std::nullopt, show_invitation, "invitation-show", Body::json},
            {"POST", "/invitation/accept", std::nullopt, accept_invitation, "invitation-accept", Body::json},
            {"POST", "/password", accounts::Right::own, change_password, "password-change", Body::json}};
}

}  // namespace isoloir::admin
