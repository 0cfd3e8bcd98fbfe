#include "sync-server/accounts/accounts.hpp"

#include <algorithm>
#include <set>

#include "shared/base/crockford.hpp"
#include "shared/base/text.hpp"
#include "shared/crypto/password_hash.hpp"
#include "sync-server/accounts/login_gate.hpp"
#include "sync-server/accounts/one_time_code.hpp"
#include "sync-server/accounts/places.hpp"

namespace isoloir::accounts {
namespace {

constexpr std::int64_t kTouchSeconds = 60;      // a sign of life is written no oftener
constexpr std::size_t kMostStrangers = 10'000;  // names that wait although they are nobody's; more would fill the database

/// Tried where there is no account, so that the answer takes as long.
const std::string& nobodys_password()
{
    static const std::string hash = crypto::hash_password("nobody has this password");
    return hash;
}

Error wrong_login()
{
    return {Errc::forged, "name, password or code is wrong", {}};
}

bool works(const std::optional<store::Account>& account)
{
    return account && !account->disabled && !account->password.empty();
}

/// Of whatever was typed where a name belongs, however long.
crypto::Digest hash_of_name(std::string_view typed)
{
    return crypto::blake2b({bytes_of("isoloir/login-name"), bytes_of(typed)});
}

/// After one more.
store::WrongLogins once_more(const store::WrongLogins& before, std::int64_t now)
{
    return {before.count + 1, now + wait_after(before.count + 1)};
}

}  // namespace

bool Who::has_hall(std::string_view hall) const
{
    return role != Role::staff || std::find(halls.begin(), halls.end(), hall) != halls.end();
}

Status check_password(std::string_view password, std::string_view account)
{
    constexpr std::size_t kLeast = 12;
    constexpr std::size_t kMost = 1000;
    constexpr std::size_t kLeastDistinct = 5;
    if (password.size() < kLeast)
        return fail(Errc::refused, "a password has at least " + std::to_string(kLeast) + " characters; a sentence is easy to keep in mind");
    if (password.size() > kMost) return fail(Errc::refused, "a password has at most " + std::to_string(kMost) + " characters");
    if (std::set<char>(password.begin(), password.end()).size() < kLeastDistinct || password.find(account) != std::string_view::npos)
        return fail(Errc::refused, "this password is the first that anybody would try; choose another");
    return {};
}

Result<std::optional<store::Account>> Accounts::known(const std::string& name) const
{
    if (!is_name(name)) return std::optional<store::Account>{};
    return store_.account(name);
}

Result<Who> Accounts::who_is(const store::Account& account, std::int64_t begun) const
{
    ISO_TRY(const auto left, store_.recovery_codes_left(account.name));
    return Who{account.name, account.role, account.halls, begun + kSessionSeconds, left};
}

Result<Entered> Accounts::begin_session(const store::Account& account)
{
    const std::string ticket = tickets_.make(random_);
    ISO_CHECK(store_.end_sessions_before(now() - kSessionSeconds));
    ISO_CHECK(store_.begin_session({Tickets::hash_of(ticket), account.name, now(), now()}));
    ISO_TRY(auto who, who_is(account, now()));
    return Entered{ticket, std::move(who)};
}

/// A name that is nobody's has a wait of its own: an answer that no stranger could get would tell who has an account.
Result<store::WrongLogins> Accounts::wrong_logins(const std::string& name, const std::optional<store::Account>& account) const
{
    return works(account) ? account->wrong : store_.wrong_logins(hash_of_name(name));
}

std::int64_t Accounts::locked_for(const std::string& name) const
{
    const std::scoped_lock lock(mutex_);
    const auto account = known(name);
    const auto wrong = account ? wrong_logins(name, *account) : store::WrongLogins{};
    return wrong ? std::max<std::int64_t>(0, wrong->locked_until - now()) : 0;
}

Status Accounts::check_login(const std::string& name, std::string_view password, std::string_view code,
                             const std::function<Status(const store::Account&)>& then)
{
    const std::string& nobodys = nobodys_password();  // whoever comes first waits until it is made, known or not
    std::optional<store::Account> account;
    std::optional<crypto::SecretBytes> device;
    store::WrongLogins wrong;
    {
        const std::scoped_lock lock(mutex_);
        ISO_TRY(account, known(name));
        if (works(account)) { ISO_TRY(device, store_.secret(place_of_device(name))); }
        ISO_TRY(wrong, wrong_logins(name, account));
    }
    if (wrong.locked_until > now()) return fail(Errc::unavailable, "too many wrong logins; wait before the next");
    // Outside the lock: it takes a tenth of a second.
    const bool matches = crypto::password_matches(device ? account->password : nobodys, password) && device;

    const std::scoped_lock lock(mutex_);
    bool right = false;
    const auto settle = [&]() -> Status {
        right = false;
        ISO_TRY(account, known(name));
        ISO_TRY(wrong, wrong_logins(name, account));
        if (!works(account)) return store_.put_wrong_logins(hash_of_name(name), once_more(wrong, now()), kMostStrangers);
        const auto step = matches ? step_of_code(*device, code, now(), account->last_step) : std::nullopt;
        right = step.has_value();
        if (step) account->last_step = *step;
        if (matches && !right) {
            if (const auto typed = from_crockford(code)) { ISO_TRY(right, store_.use_recovery_code(name, hash_of_code(*typed))); }
        }
        account->wrong = right ? store::WrongLogins{} : once_more(wrong, now());
        if (right) account->seen = now();
        ISO_CHECK(store_.put_account(*account));
        return right ? then(*account) : Status{};
    };
    ISO_CHECK(store_.transact(settle));
    return right ? Status{} : tl::make_unexpected(wrong_login());
}

Result<Entered> Accounts::log_in(const std::string& name, std::string_view password, std::string_view code)
{
    Entered entered;
    const auto enter = [&](const store::Account& account) -> Status {
        ISO_TRY(entered, begin_session(account));
        return {};
    };
    ISO_CHECK(check_login(name, password, code, enter));
    return entered;
}

Result<std::optional<Who>> Accounts::who(std::string_view ticket)
{
    if (!is_ours(ticket)) return std::optional<Who>{};
    const std::scoped_lock lock(mutex_);
    const auto hash = Tickets::hash_of(ticket);
    ISO_TRY(const auto session, store_.session(hash));
    if (!session || session->begun + kSessionSeconds <= now() || session->seen + kIdleSeconds <= now()) return std::optional<Who>{};
    ISO_TRY(const auto account, store_.account(session->account));
    if (!works(account)) return std::optional<Who>{};
    if (session->seen + kTouchSeconds <= now()) ISO_CHECK(store_.touch_session(hash, now()));
    ISO_TRY(auto who, who_is(*account, session->begun));
    return std::optional<Who>(std::move(who));
}

Status Accounts::log_out(std::string_view ticket)
{
    const std::scoped_lock lock(mutex_);
    return store_.end_session(Tickets::hash_of(ticket));
}

Status Accounts::change_password(std::string_view ticket, const Who& who, std::string_view password, std::string_view code, std::string_view fresh)
{
    ISO_CHECK(check_password(fresh, who.name));
    const std::string hash = crypto::hash_password(fresh);
    const auto change = [&](const store::Account& account) -> Status {
        store::Account changed = account;
        changed.password = hash;
        ISO_CHECK(store_.put_account(changed));
        return store_.end_sessions(account.name, Tickets::hash_of(ticket));
    };
    return check_login(who.name, password, code, change);
}

Result<std::vector<store::Account>> Accounts::all() const
{
    const std::scoped_lock lock(mutex_);
    return store_.accounts();
}

Status Accounts::change_account(const std::string& name, const std::function<void(store::Account&)>& change)
{
    const std::scoped_lock lock(mutex_);
    const auto write = [&]() -> Status {
        ISO_TRY(auto accounts, store_.accounts());
        const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const auto& account) { return account.name == name; });
        if (found == accounts.end()) return fail(Errc::not_found, "there is no account of this name", name);
        change(*found);
        ISO_CHECK(check_halls(*found));
        const auto administers = [](const auto& account) { return account.role == Role::admin && works(account); };
        if (std::none_of(accounts.begin(), accounts.end(), administers))
            return fail(Errc::refused, "nobody could administer this election any more; make another central admin first", name);
        ISO_CHECK(store_.put_account(*found));
        return store_.end_sessions(name, {});
    };
    return store_.transact(write);
}

Status Accounts::change(const std::string& name, Role role, std::vector<std::string> halls)
{
    return change_account(name, [&](store::Account& account) {
        account.role = role;
        account.halls = role == Role::staff ? halls : std::vector<std::string>{};
    });
}

Status Accounts::set_disabled(const std::string& name, bool disabled)
{
    return change_account(name, [&](store::Account& account) { account.disabled = disabled; });
}

Status Accounts::audit(store::AuditEntry entry)
{
    entry.time = now();
    // Some of it was typed by strangers: what is read in a list must not be able to look like another line of it.
    for (std::string* text : {&entry.account, &entry.subject, &entry.detail}) *text = as_plain_line(*text);
    const std::scoped_lock lock(mutex_);
    return store_.transact([&] { return store_.put_audit(entry); });
}

Result<std::vector<store::AuditEntry>> Accounts::audit_before(std::uint64_t number, std::size_t limit) const
{
    const std::scoped_lock lock(mutex_);
    return store_.audit_before(number, limit);
}

}  // namespace isoloir::accounts
