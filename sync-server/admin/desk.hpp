#pragma once
// The admins' desk: the pages under /admin/, and the API under /admin/api that they ask (web/admin/src/api.ts).
//
// A request that changes anything needs a session whose role has the right, and the session's own X-Isoloir-Csrf; done or
// refused, it stands in the audit log.

#include "sync-server/admin/call.hpp"

namespace isoloir::admin {

inline constexpr std::size_t kMaxFileBytes = 128 * 1024 * 1024;

class Desk final : public http::Desk {
public:
    /// @param centre  lent; must outlive the desk
    explicit Desk(app::Centre& centre);

    std::size_t body_bytes(const http::Request& header) const override;
    http::Response answer(const http::Request& request) override;

private:
    const Route* find(const http::Request& request, std::vector<std::string>& names, bool& known_path) const;
    Reply call(const Route& route, Call& call);
    Reply admit(const Route& route, Call& call);
    void note(const Route& route, const Call& call, const Reply& reply);

    Office office_;
    std::vector<Route> routes_;
};

}  // namespace isoloir::admin
