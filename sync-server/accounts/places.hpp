#pragma once
// What the parts of Accounts share: where a device's key is kept, how codes are kept, and what a name is.

#include <algorithm>
#include <string>

#include "shared/base/result.hpp"
#include "shared/base/text.hpp"
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

/// No two of which look alike, and none of which an engine could not hold.
inline bool is_name(std::string_view name)
{
    constexpr std::size_t kMaxName = 64;
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= kMaxName && plain(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return plain(c) || c == '.' || c == '_' || c == '-' || c == '@'; });
}

/// Municipal staff have halls, and others none.
inline Status check_halls(const store::Account& account)
{
    constexpr std::size_t kMaxHall = 200;
    for (const std::string& hall : account.halls)
        if (hall.empty() || hall.size() > kMaxHall || !is_plain_line(hall)) return fail(Errc::refused, "a hall's name has 1 to 200 bytes on one plain line");
    const bool staff = account.role == store::Role::staff;
    if (staff && account.halls.empty()) return fail(Errc::refused, "municipal staff need at least one hall");
    if (!staff && !account.halls.empty()) return fail(Errc::refused, "only municipal staff have halls of their own");
    return {};
}

}  // namespace isoloir::accounts
