#include "sync-server/app/account_commands.hpp"

#include <algorithm>
#include <ostream>

#include <nlohmann/json.hpp>

#include "sync-server/app/hours.hpp"
#include "sync-server/app/table.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kShownEntries = 1000;

const char* state_of(const store::Account& account, std::int64_t now)
{
    if (account.disabled) return "disabled";
    if (account.password.empty()) return account.invited_until > now ? "invited" : "invitation over";
    return account.wrong.locked_until > now ? "locked" : "active";
}

std::string in_one_line(const std::vector<std::string>& halls)
{
    std::string text;
    for (const auto& hall : halls) text += (text.empty() ? "" : ", ") + hall;
    return text;
}

std::string when(std::int64_t seconds)
{
    return seconds == 0 ? "" : in_words(seconds / 3600);
}

Status set_disabled(const Arguments& arguments, Centre& centre, bool disabled, std::ostream& out)
{
    ISO_CHECK(centre.accounts().set_disabled(arguments.name, disabled));
    out << arguments.name << (disabled ? " is let in no more; every session of the account is over.\n" : " may log in again.\n");
    return {};
}

}  // namespace

void show_invitation(const std::string& name, const std::string& code, std::ostream& out)
{
    out << "Invitation for " << name << ", good for a week and once:\n\n    " << code
        << "\n\nWhoever has it opens /admin/ on the public pages of this server and chooses a password and an authenticator app.\n";
}

Status invite_account(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    auto& accounts = centre.accounts();
    ISO_TRY(const auto all, accounts.all());
    const bool known = std::any_of(all.begin(), all.end(), [&](const auto& account) { return account.name == arguments.name; });
    if (known && (!arguments.role.empty() || !arguments.halls.empty()))
        return fail(Errc::refused, "there is such an account, and a new invitation does not change its role; leave out --role and --hall", arguments.name);
    if (!known && arguments.role.empty()) return fail(Errc::refused, "a new account needs a role: --role admin, staff or auditor", arguments.name);
    ISO_TRY(const std::string code,
            known ? accounts.invite_again(arguments.name) : accounts.invite(arguments.name, *accounts::role_of(arguments.role), arguments.halls));
    show_invitation(arguments.name, code, out);
    return {};
}

Status list_accounts(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const auto all, centre.accounts().all());
    const std::int64_t now = centre.clock().now().time_since_epoch().count();
    auto listed = nlohmann::ordered_json::array();
    Table table({"name", "role", "halls", "state", "last login"});
    for (const auto& account : all) {
        if (arguments.json)
            listed.push_back({{"name", account.name}, {"role", accounts::name_of(account.role)}, {"halls", account.halls}, {"state", state_of(account, now)}});
        else table.add({account.name, accounts::name_of(account.role), in_one_line(account.halls), state_of(account, now), when(account.seen)});
    }
    if (arguments.json) out << listed.dump(2) << '\n';
    else if (all.empty()) out << "No account yet; `isoloir-server account invite NAME --role admin` makes the first.\n";
    else out << table;
    return {};
}

Status disable_account(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    return set_disabled(arguments, centre, true, out);
}

Status enable_account(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    return set_disabled(arguments, centre, false, out);
}

Status show_audit(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(auto entries, centre.accounts().audit_before(INT64_MAX, kShownEntries));
    auto listed = nlohmann::ordered_json::array();
    Table table({">number", "hour", "who", "act", "on", "outcome", "detail"});
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const char* outcome = entry->done ? "done" : "refused";
        if (arguments.json)
            listed.push_back({{"number", entry->number},
                              {"time", entry->time},
                              {"account", entry->account},
                              {"act", entry->act},
                              {"subject", entry->subject},
                              {"outcome", outcome},
                              {"detail", entry->detail}});
        else
            table.add({std::to_string(entry->number), when(entry->time), entry->account.empty() ? "(command line)" : entry->account, entry->act, entry->subject,
                       outcome, entry->detail});
    }
    if (arguments.json) out << listed.dump(2) << '\n';
    else if (entries.empty()) out << "Nothing was done yet.\n";
    else out << table;
    return {};
}

}  // namespace isoloir::app
