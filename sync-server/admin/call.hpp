#pragma once
// One request at the desk, as a handler sees it.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/wire/json.hpp"
#include "sync-server/accounts/login_gate.hpp"
#include "sync-server/admin/counting_job.hpp"
#include "sync-server/admin/imports.hpp"
#include "sync-server/admin/reply.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::admin {

/// What all requests share.
struct Office {
    app::Centre& centre;
    accounts::LoginGate gate{};
    Imports imports{centre};
    CountingJob counting{centre};

    std::int64_t now() const { return centre.clock().now().time_since_epoch().count(); }
};

struct Call {
    const http::Request& request;
    std::vector<std::string> names;  // what stands for "*" in the route's path, decoded
    std::map<std::string, std::string> query{};
    wire::Json body{};                   // of a JSON request
    std::optional<accounts::Who> who{};  // whose session it is
    std::string ticket{};                // of that session

    // What the handler says beside its reply.
    std::string new_ticket{};            // a session that began
    bool ended{false};                   // the session is over
    bool counted{false};                 // as one of the few attempts to come in that an address has
    std::optional<std::string> actor{};  // for the audit log, where nobody is logged in yet
    std::string subject{};               // what it was about; else the first of `names`
    std::string detail{};

    /// A member of the query, or nothing.
    std::string asked(const std::string& name) const
    {
        const auto found = query.find(name);
        return found == query.end() ? std::string() : found->second;
    }
};

enum class Body { none, json, draft, file };  // a draft is JSON, too

/// A place of the API and what is needed to come to it.
struct Route {
    const char* method;
    const char* path;                      // below /admin/api; "*" stands for one segment
    std::optional<accounts::Right> right;  // nothing: also for whoever is not logged in
    Reply (*handle)(Office&, Call&);
    const char* act{nullptr};  // as the audit log has it; nothing: it only reads
    Body body{Body::none};
};

std::vector<Route> session_routes();
std::vector<Route> election_routes();
std::vector<Route> terminal_routes();
std::vector<Route> hall_routes();
std::vector<Route> ballot_routes();
std::vector<Route> count_routes();
std::vector<Route> account_routes();
/// All of these: what the desk answers, and nothing else.
std::vector<Route> all_routes();

}  // namespace isoloir::admin
