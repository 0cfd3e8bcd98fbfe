#pragma once
// Who works with the centre from a browser: invited, let in by password and one-time code, known again by a ticket.
// Safe from several threads and from several servers that share the database.

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "sync-server/accounts/role.hpp"
#include "sync-server/accounts/tickets.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::accounts {

inline constexpr std::int64_t kSessionSeconds = 12 * 3600;  // however busy
inline constexpr std::int64_t kIdleSeconds = 30 * 60;       // without a request

/// Somebody who is logged in.
struct Who {
    std::string name;
    Role role{Role::auditor};
    std::vector<std::string> halls;
    std::int64_t ends{0};  // seconds since 1970
    std::uint64_t recovery_left{0};

    /// Whether this hall is theirs to see and change.
    bool has_hall(std::string_view hall) const;
};

struct Entered {
    std::string ticket;
    Who who;
    std::vector<std::string> recovery{};  // codes, right after an invitation was accepted; shown once
};

/// What somebody who was invited puts into an authenticator app.
struct Setup {
    Role role{Role::auditor};
    std::vector<std::string> halls;
    std::string secret;  // base32
    std::string uri;     // otpauth://…
};

class Accounts {
public:
    /// @param store, mutex  lent, with the lock that guards the store   @param key  of tickets
    Accounts(store::Store& store, std::mutex& mutex, crypto::SecretBytes key, const Clock& clock, crypto::Random& random)
        : store_(store), mutex_(mutex), tickets_(std::move(key)), clock_(clock), random_(random)
    {
    }

    /// Makes an account that waits for its person.
    /// @return  the invitation's code, shown once; good for a week
    /// @error conflict  there is one of this name;  refused  no name, or no halls for municipal staff
    Result<std::string> invite(const std::string& name, Role role, std::vector<std::string> halls);
    /// Takes password and code device from an account and invites its person anew. @error not_found
    Result<std::string> invite_again(const std::string& name);
    /// @error forged  no such invitation
    Result<Setup> setup(const std::string& name, std::string_view invitation) const;
    /// @error forged  no such invitation;  refused  the password;  malformed  the code is not of this device
    Result<Entered> accept(const std::string& name, std::string_view invitation, std::string_view password, std::string_view code);

    /// @param code  of the authenticator app, or a recovery code, which is used up
    /// @error forged  something of the three is wrong, and nobody is told what;  unavailable  locked (locked_for)
    Result<Entered> log_in(const std::string& name, std::string_view password, std::string_view code);
    /// Seconds until this name may be tried again. One that is nobody's waits as one that is somebody's.
    std::int64_t locked_for(const std::string& name) const;

    /// Whether a ticket was ever ours: costs nothing, and says nothing of its session.
    bool is_ours(std::string_view ticket) const { return tickets_.is_ours(ticket); }
    std::string csrf(std::string_view ticket) const { return tickets_.csrf(ticket); }
    /// Whose session it is; nothing when it is over. Counts as a sign of life.
    Result<std::optional<Who>> who(std::string_view ticket);
    Status log_out(std::string_view ticket);
    /// Ends every other session of the account.
    /// @error forged  password or code is wrong;  refused  the new password;  unavailable  locked
    Status change_password(std::string_view ticket, const Who& who, std::string_view password, std::string_view code, std::string_view fresh);

    Result<std::vector<store::Account>> all() const;
    /// Ends the account's sessions. @error not_found;  refused  nobody could administer any more
    Status change(const std::string& name, Role role, std::vector<std::string> halls);
    Status set_disabled(const std::string& name, bool disabled);

    /// @param entry  without number and time
    Status audit(store::AuditEntry entry);
    Result<std::vector<store::AuditEntry>> audit_before(std::uint64_t number, std::size_t limit) const;

private:
    std::int64_t now() const { return clock_.now().time_since_epoch().count(); }
    /// The account of whatever somebody typed.
    Result<std::optional<store::Account>> known(const std::string& name) const;
    Result<store::WrongLogins> wrong_logins(const std::string& name, const std::optional<store::Account>& account) const;
    Result<store::Account> invited(const std::string& name, std::string_view invitation) const;
    Result<std::string> put_invitation(store::Account account);
    Result<Entered> begin_session(const store::Account& account);
    Status check_login(const std::string& name, std::string_view password, std::string_view code, const std::function<Status(const store::Account&)>& then);
    Status change_account(const std::string& name, const std::function<void(store::Account&)>& change);
    Result<Who> who_is(const store::Account& account, std::int64_t begun) const;

    store::Store& store_;
    std::mutex& mutex_;
    Tickets tickets_;
    const Clock& clock_;
    crypto::Random& random_;
};

/// Nothing, or why this is no password: too short (12 characters), too long, or too simple. No rules on its characters
/// (NIST SP 800-63B section 5.1.1.2).
Status check_password(std::string_view password, std::string_view account);

}  // namespace isoloir::accounts
