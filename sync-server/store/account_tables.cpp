// Accounts, their sessions, and the audit log.

#include "sync-server/store/columns.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {
namespace {

constexpr std::string_view kAccounts =
    "SELECT name, role, halls, disabled, password, last_step, invitation, invited_until, failures, locked_until, seen FROM accounts";

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    for (std::size_t end = 0; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1)) lines.emplace_back(text.substr(0, end));
    return lines;
}

Account read_account(const Row& row)
{
    Account account;
    account.name = row.text(0);
    account.role = static_cast<Role>(row.integer(1));
    account.halls = lines_of(row.text(2));
    account.disabled = row.integer(3) != 0;
    account.password = row.text(4);
    account.last_step = row.integer(5);
    account.invitation = row.blob(6);
    account.invited_until = row.integer(7);
    account.wrong = {row.integer(8), row.integer(9)};
    account.seen = row.integer(10);
    return account;
}

}  // namespace

Status Store::put_account(const Account& account)
{
    const std::string halls = joined(account.halls);
    return put(
        "UPDATE accounts SET role = $1, halls = $2, disabled = $3, password = $4, last_step = $5, invitation = $6, invited_until = $7, failures = $8, "
        "locked_until = $9, seen = $10 WHERE name = $11",
        "INSERT INTO accounts (role, halls, disabled, password, last_step, invitation, invited_until, failures, locked_until, seen, name) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {static_cast<std::int64_t>(account.role), std::string_view(halls), std::int64_t{account.disabled}, std::string_view(account.password),
         account.last_step, ByteSpan(account.invitation), account.invited_until, account.wrong.count, account.wrong.locked_until, account.seen,
         std::string_view(account.name)});
}

Result<std::optional<Account>> Store::account(std::string_view name)
{
    std::optional<Account> found;
    ISO_CHECK(each(std::string(kAccounts) + " WHERE name = $1", {name}, [&](const Row& row) -> Status {
        found = read_account(row);
        return {};
    }));
    return found;
}

Result<std::vector<Account>> Store::accounts()
{
    std::vector<Account> accounts;
    ISO_CHECK(each(std::string(kAccounts) + " ORDER BY name", {}, [&](const Row& row) -> Status {
        accounts.push_back(read_account(row));
        return {};
    }));
    return accounts;
}

Result<WrongLogins> Store::wrong_logins(const crypto::Digest& name)
{
    WrongLogins wrong;
    ISO_CHECK(each("SELECT wrong, locked_until FROM strangers WHERE name = $1", {ByteSpan(name)}, [&](const Row& row) -> Status {
        wrong = {row.integer(0), row.integer(1)};
        return {};
    }));
    return wrong;
}

Status Store::put_wrong_logins(const crypto::Digest& name, const WrongLogins& wrong, std::size_t most)
{
    ISO_TRY(const auto changed, run("UPDATE strangers SET wrong = $1, locked_until = $2 WHERE name = $3", {wrong.count, wrong.locked_until, ByteSpan(name)}));
    if (changed > 0) return {};
    ISO_TRY(const auto last, one_number("SELECT coalesce(max(number), 0) FROM strangers", {}));
    ISO_CHECK(
        run("INSERT INTO strangers (number, name, wrong, locked_until) VALUES ($1, $2, $3, $4)", {last + 1, ByteSpan(name), wrong.count, wrong.locked_until}));
    return run("DELETE FROM strangers WHERE number <= $1", {last + 1 - static_cast<std::int64_t>(most)}).map([](auto) {});
}

Status Store::put_recovery_codes(std::string_view account, std::span<const crypto::Digest> hashes)
{
    ISO_CHECK(run("DELETE FROM recovery_codes WHERE account = $1", {account}));
    for (const auto& hash : hashes) ISO_CHECK(run("INSERT INTO recovery_codes (hash, account) VALUES ($1, $2)", {ByteSpan(hash), account}));
    return {};
}

Result<bool> Store::use_recovery_code(std::string_view account, const crypto::Digest& hash)
{
    return run("DELETE FROM recovery_codes WHERE account = $1 AND hash = $2", {account, ByteSpan(hash)}).map([](auto gone) { return gone > 0; });
}

Result<std::uint64_t> Store::recovery_codes_left(std::string_view account)
{
    return one_number("SELECT count(*) FROM recovery_codes WHERE account = $1", {account}).map([](auto left) { return static_cast<std::uint64_t>(left); });
}

Status Store::begin_session(const Session& session)
{
    return run("INSERT INTO sessions (account, begun, seen, hash) VALUES ($1, $2, $3, $4)",
               {std::string_view(session.account), session.begun, session.seen, ByteSpan(session.hash)})
        .map([](auto) {});
}

Status Store::touch_session(const crypto::Digest& hash, std::int64_t seen)
{
    return run("UPDATE sessions SET seen = $1 WHERE hash = $2", {seen, ByteSpan(hash)}).map([](auto) {});
}

Result<std::optional<Session>> Store::session(const crypto::Digest& hash)
{
    std::optional<Session> found;
    ISO_CHECK(each("SELECT account, begun, seen FROM sessions WHERE hash = $1", {ByteSpan(hash)}, [&](const Row& row) -> Status {
        found = Session{hash, row.text(0), row.integer(1), row.integer(2)};
        return {};
    }));
    return found;
}

Status Store::end_session(const crypto::Digest& hash)
{
    return run("DELETE FROM sessions WHERE hash = $1", {ByteSpan(hash)}).map([](auto) {});
}

Status Store::end_sessions(std::string_view account, const crypto::Digest& but)
{
    return run("DELETE FROM sessions WHERE account = $1 AND hash <> $2", {account, ByteSpan(but)}).map([](auto) {});
}

Status Store::end_sessions_before(std::int64_t time)
{
    return run("DELETE FROM sessions WHERE begun < $1", {time}).map([](auto) {});
}

Status Store::put_audit(const AuditEntry& entry)
{
    ISO_TRY(const auto last, one_number("SELECT coalesce(max(number), 0) FROM audit", {}));
    return run("INSERT INTO audit (number, time, account, act, subject, done, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
               {last + 1, entry.time, std::string_view(entry.account), std::string_view(entry.act), std::string_view(entry.subject), std::int64_t{entry.done},
                std::string_view(entry.detail)})
        .map([](auto) {});
}

Result<std::vector<AuditEntry>> Store::audit_before(std::uint64_t number, std::size_t limit)
{
    std::vector<AuditEntry> entries;
    ISO_CHECK(each("SELECT number, time, account, act, subject, done, detail FROM audit WHERE number < $1 ORDER BY number DESC LIMIT $2",
                   {to_column(number), to_column(limit)}, [&](const Row& row) -> Status {
                       entries.push_back({column_number(row, 0), row.integer(1), row.text(2), row.text(3), row.text(4), row.integer(5) != 0, row.text(6)});
                       return {};
                   }));
    return entries;
}

}  // namespace isoloir::store
