#include "sync-server/admin/election_json.hpp"

namespace isoloir::admin {

const char* phase_name(Office& office, bool drafted)
{
    if (!office.centre.has_election()) return drafted ? "draft" : "none";
    switch (office.centre.standing().phase) {
        case store::Phase::open: return "open";
        case store::Phase::closed: return "closed";
        case store::Phase::counted: return "counted";
    }
    return "none";
}

}  // namespace isoloir::admin
