#include "sync-server/admin/reply.hpp"

#include "sync-server/operations/log.hpp"

namespace isoloir::admin {
namespace {

const char* code_of(Errc code)
{
    switch (code) {
        case Errc::malformed: return "malformed";
        case Errc::refused: return "refused";
        case Errc::forged: return "not-allowed";
        case Errc::not_found: return "not-found";
        case Errc::conflict: return "conflict";
        case Errc::unavailable:
        case Errc::full:
        case Errc::io: return "busy";
        case Errc::corrupt:
        case Errc::internal: return "server";
    }
    return "server";
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

Refusal::Refusal(const Error& failure) : status(http::status_of(failure.code)), code(code_of(failure.code)), error(failure.message), where(failure.where)
{
    if (status < 500) return;
    operations::error("the desk could not answer", {{"why", failure.text()}});
    error = status == 503 ? "the server cannot take this now; nothing is lost, try again later" : "the server cannot answer this; its operator must look";
    where.clear();
}

Refusal named(const Error& error, unsigned status, std::string code)
{
    Refusal refusal(status, std::move(code), error.message);
    refusal.where = error.where;
    return refusal;
}

http::Response response_of(const Reply& reply)
{
    http::Response response;
    response.headers = {{"Cache-Control", "no-store"}};
    if (!reply) {
        const Refusal& refusal = reply.error();
        Json json = {{"error", refusal.error}, {"code", refusal.code}};
        if (!refusal.where.empty()) json["where"] = refusal.where;
        if (refusal.retry_after) {
            json["retry_after"] = *refusal.retry_after;
            response.headers.emplace_back("Retry-After", std::to_string(*refusal.retry_after));
        }
        response.status = refusal.status;
        response.headers.emplace_back("Content-Type", "application/json");
        response.body = dumped(json);
    } else if (const auto* json = std::get_if<Json>(&*reply)) {
        response.headers.emplace_back("Content-Type", "application/json");
        response.body = dumped(*json);
    } else {
        const auto& file = std::get<http::Document>(*reply);
        response.headers.emplace_back("Content-Type", file.type);
        response.body = file.body;
    }
    return http::with_guards(std::move(response));
}

}  // namespace isoloir::admin
