// How an account gets its person: by a code that is good once, which the person turns into a password and a device.

#include <algorithm>

#include "shared/base/crockford.hpp"
#include "shared/crypto/password_hash.hpp"
#include "sync-server/accounts/accounts.hpp"
#include "sync-server/accounts/one_time_code.hpp"
#include "sync-server/accounts/places.hpp"

namespace isoloir::accounts {
namespace {

constexpr std::int64_t kInvitationSeconds = 7 * 24 * 3600;
constexpr std::size_t kRecoveryCodes = 10;

}  // namespace

Result<std::string> Accounts::put_invitation(store::Account account)
{
    auto code = random_.bytes<10>();
    const auto hash = hash_of_code(code);
    account.password.clear();
    account.last_step = 0;
    account.wrong = {};
    account.invitation.assign(hash.begin(), hash.end());
    account.invited_until = now() + kInvitationSeconds;
    ISO_CHECK(store_.remove_secret(place_of_device(account.name)));
    ISO_CHECK(store_.put_secret(place_of_device(account.name), make_device_key(random_)));
    ISO_CHECK(store_.put_recovery_codes(account.name, {}));
    ISO_CHECK(store_.end_sessions(account.name, {}));
    ISO_CHECK(store_.put_account(account));
    std::string shown = to_crockford(code);
    crypto::wipe(code);
    return shown;
}

Result<std::string> Accounts::invite(const std::string& name, Role role, std::vector<std::string> halls)
{
    if (!is_name(name)) return fail(Errc::refused, "a name has 1 to 64 small letters, digits and . _ - @, and begins with a letter or digit", name);
    store::Account account;
    account.name = name;
    account.role = role;
    account.halls = std::move(halls);
    ISO_CHECK(check_halls(account));
    const std::scoped_lock lock(mutex_);
    std::string code;
    const auto write = [&]() -> Status {
        ISO_TRY(const auto there, store_.account(name));
        if (there) return fail(Errc::conflict, "there is an account of this name already", name);
        ISO_TRY(code, put_invitation(account));
        return {};
    };
    ISO_CHECK(store_.transact(write));
    return code;
}

Result<std::string> Accounts::invite_again(const std::string& name)
{
    const std::scoped_lock lock(mutex_);
    std::string code;
    const auto write = [&]() -> Status {
        ISO_TRY(auto account, known(name));
        if (!account) return fail(Errc::not_found, "there is no account of this name", name);
        ISO_TRY(code, put_invitation(*std::move(account)));
        return {};
    };
    ISO_CHECK(store_.transact(write));
    return code;
}

Result<store::Account> Accounts::invited(const std::string& name, std::string_view invitation) const
{
    const auto typed = from_crockford(invitation);
    ISO_TRY(auto account, known(name));
    const bool good =
        typed && account && !account->disabled && account->invited_until > now() && crypto::equal_secrets(account->invitation, hash_of_code(*typed));
    if (!good) return fail(Errc::forged, "there is no such invitation, or it is over; whoever invited you can do so again");
    return *std::move(account);
}

Result<Setup> Accounts::setup(const std::string& name, std::string_view invitation) const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(const auto account, invited(name, invitation));
    ISO_TRY(const auto device, store_.secret(place_of_device(name)));
    if (!device) return fail(Errc::corrupt, "the invitation's device key is missing; invite again");
    return Setup{account.role, account.halls, to_base32(device->span()), device_uri(name, *device)};
}

Result<Entered> Accounts::accept(const std::string& name, std::string_view invitation, std::string_view password, std::string_view code)
{
    ISO_CHECK(setup(name, invitation));
    ISO_CHECK(check_password(password, name));
    const std::string hash = crypto::hash_password(password);
    Entered entered;
    const std::scoped_lock lock(mutex_);
    const auto write = [&]() -> Status {
        ISO_TRY(auto account, invited(name, invitation));
        ISO_TRY(const auto device, store_.secret(place_of_device(name)));
        const auto step = device ? step_of_code(*device, code, now(), account.last_step) : std::nullopt;
        if (!step) return fail(Errc::malformed, "this is not the code that the app shows now", "code");
        account.password = hash;
        account.last_step = *step;
        account.invitation.clear();
        account.invited_until = 0;
        account.seen = now();
        ISO_CHECK(store_.put_account(account));

        std::vector<std::string> recovery;
        std::vector<crypto::Digest> hashes;
        for (std::size_t i = 0; i < kRecoveryCodes; ++i) {
            const auto one = random_.bytes<10>();
            recovery.push_back(to_crockford(one));
            hashes.push_back(hash_of_code(one));
        }
        ISO_CHECK(store_.put_recovery_codes(name, hashes));
        ISO_TRY(entered, begin_session(account));
        entered.recovery = std::move(recovery);
        return {};
    };
    ISO_CHECK(store_.transact(write));
    return entered;
}

}  // namespace isoloir::accounts
