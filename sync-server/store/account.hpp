#pragma once
// Who works with the centre from a browser, as the store keeps it. Times are seconds since 1970.

#include <cstdint>
#include <string>
#include <vector>

#include "shared/crypto/hash.hpp"

namespace isoloir::store {

/// Numbers are stored; never reuse one.
enum class Role {
    admin = 0,
    staff = 1,    // municipal: own halls only
    auditor = 2,  // reads all, changes nothing
};

/// Wrong logins under a name since the last good one, and the wait that they brought.
struct WrongLogins {
    std::int64_t count{0};
    std::int64_t locked_until{0};
};

struct Account {
    std::string name;
    Role role{Role::auditor};
    std::vector<std::string> halls;  // of municipal staff
    bool disabled{false};
    std::string password;       // Argon2id; empty until an invitation is accepted
    std::int64_t last_step{0};  // of its one-time codes: none is good twice
    Bytes invitation;           // hash of one that was not accepted yet; else empty
    std::int64_t invited_until{0};
    WrongLogins wrong{};
    std::int64_t seen{0};  // 0: never
};

/// Somebody is logged in: known by the hash of what the browser shows.
struct Session {
    crypto::Digest hash{};
    std::string account;
    std::int64_t begun{0};
    std::int64_t seen{0};
};

/// Who did what. Never a voter's identity or choice.
struct AuditEntry {
    std::uint64_t number{0};
    std::int64_t time{0};
    std::string account;  // empty: the command line
    std::string act;      // "terminal-approve"
    std::string subject;
    bool done{false};  // else refused
    std::string detail;
};

}  // namespace isoloir::store
