#pragma once
// What the parts of Accounts share: where a device's key is kept, how codes are kept, and what a name is.

#include <string>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "sync-server/store/account.hpp"

namespace isoloir::accounts {

/// The name of the secret that an account's authenticator app shares with us.
inline std::string place_of_device(std::string_view account)
{
    return "device/" + std::string(account);
}

/// Invitations and recovery codes have 80 random bits, which nobody guesses: a plain hash of them is enough.
inline crypto::Digest hash_of_code(const ByteArray<10>& code)
{
    return crypto::blake2b({bytes_of("isoloir/account-code"), code});
}

/// Municipal staff have halls, and others none.
inline Status check_halls(const store::Account& account)
{
    const bool staff = account.role == store::Role::staff;
    if (staff && account.halls.empty()) return fail(Errc::refused, "municipal staff need at least one hall");
    if (!staff && !account.halls.empty()) return fail(Errc::refused, "only municipal staff have halls of their own");
    return {};
}

}  // namespace isoloir::accounts
