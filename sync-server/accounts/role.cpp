#include "sync-server/accounts/role.hpp"

namespace isoloir::accounts {

const char* name_of(Role role)
{
    switch (role) {
        case Role::admin: return "admin";
        case Role::staff: return "staff";
        case Role::auditor: return "auditor";
    }
    return "auditor";
}

std::optional<Role> role_of(std::string_view name)
{
    for (const Role role : {Role::admin, Role::staff, Role::auditor})
        if (name == name_of(role)) return role;
    return std::nullopt;
}

bool may(Role role, Right right)
{
    switch (right) {
        case Right::own: return true;
        case Right::read: return role != Role::staff;
        case Right::halls: return role != Role::auditor;
        case Right::change: return role == Role::admin;
    }
    return false;
}

}  // namespace isoloir::accounts
