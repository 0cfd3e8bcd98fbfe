#pragma once
// Who may do what, as words and as rules.

#include <optional>
#include <string_view>

#include "sync-server/store/account.hpp"

namespace isoloir::accounts {

using store::Role;

/// "admin", "staff", "auditor".
const char* name_of(Role role);
std::optional<Role> role_of(std::string_view name);

/// What a request needs.
enum class Right {
    own,     // nothing but to be logged in: it is about oneself, or shows each role what is its own
    read,    // to see everything: central admin and auditor
    halls,   // to change what belongs to a hall: central admin, and municipal staff for their own
    change,  // central admin alone
};

bool may(Role role, Right right);

}  // namespace isoloir::accounts
