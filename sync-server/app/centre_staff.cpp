// The centre signs staff files, remembers them, and withdraws them by the roster.

#include <algorithm>

#include "shared/ballot/event.hpp"
#include "shared/base/encoding.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

constexpr const char* kTokens = "staff-tokens";  // every staff file ever made, one a line
constexpr std::size_t kLeastName = 8;            // characters of a staff file's name that are enough

bool is_withdrawn(const wire::Roster& roster, const wire::TokenId& token)
{
    return std::find(roster.withdrawn.begin(), roster.withdrawn.end(), token) != roster.withdrawn.end();
}

}  // namespace

Result<MadeToken> Centre::make_staff_token(const std::string& handle, const StaffScope& scope)
{
    ISO_CHECK(need_election());
    if (!ballot::is_handle(handle)) return fail(Errc::refused, "a staff member's name has 1 to 40 bytes");
    const std::scoped_lock lock(mutex_);
    wire::StaffToken token;
    token.id = random_.bytes<16>();
    token.election = election_->id;
    token.handle = handle;
    token.not_before = scope.first.value_or(clock_.hour());
    token.not_after = scope.last;
    if (token.not_after < std::max(token.not_before, clock_.hour())) return fail(Errc::refused, "it would be over before it began");
    if (!scope.hall.empty()) {
        const auto& known = roster_.terminals;
        if (std::none_of(known.begin(), known.end(), [&](const auto& entry) { return entry.hall == scope.hall; }))
            return fail(Errc::not_found, "no terminal stands in a hall of this name; `isoloir-server terminal list` shows halls", scope.hall);
        token.hall = scope.hall;
    }
    if (!scope.terminal.empty()) {
        for (const auto& entry : roster_.terminals) {
            const auto terminal = crypto::key_id(entry.key);
            if (scope.terminal.size() < kLeastName || !to_hex(terminal).starts_with(scope.terminal)) continue;
            if (token.terminal) return fail(Errc::refused, "several terminals' keys begin so", scope.terminal);
            token.terminal = terminal;
        }
        if (!token.terminal) return fail(Errc::not_found, "no terminal's key begins so; `isoloir-server terminal list` shows keys", scope.terminal);
    }
    const std::string jws = wire::sign_staff_token(token, keys_.authority);
    store::Store& store = *folder_.store;
    ISO_CHECK(store.transact([&]() -> Status {
        ISO_TRY(const auto known, store.document(kTokens));
        return store.put_document(kTokens, known.value_or("") + jws + "\n");
    }));
    operations::info("staff file made", {{"file", to_hex(token.id)}, {"for", handle}});
    return MadeToken{token, jws};
}

Result<std::vector<std::pair<wire::StaffToken, bool>>> Centre::staff_tokens() const
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    ISO_TRY(const auto known, folder_.store->document(kTokens));
    std::vector<std::pair<wire::StaffToken, bool>> tokens;
    if (!known) return tokens;
    std::string_view rest = *known;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        if (end == std::string_view::npos) return fail(Errc::corrupt, "the list of staff files is cut short");
        ISO_TRY(auto token, wire::open_staff_token(rest.substr(0, end), keys_.authority.public_key()));
        rest.remove_prefix(end + 1);
        const bool withdrawn = is_withdrawn(roster_, token.id);
        tokens.emplace_back(std::move(token), withdrawn);
    }
    return tokens;
}

Result<std::size_t> Centre::withdraw_staff_tokens(const std::string& name)
{
    ISO_TRY(const auto tokens, staff_tokens());
    const std::scoped_lock lock(mutex_);
    wire::Roster roster = roster_;
    bool found = false;
    for (const auto& [token, ignored] : tokens) {
        if (token.handle != name && (name.size() < kLeastName || !to_hex(token.id).starts_with(name))) continue;
        found = true;
        if (!is_withdrawn(roster, token.id)) roster.withdrawn.push_back(token.id);
    }
    if (!found) return fail(Errc::not_found, "no staff file is for somebody of this name, or is called so; `isoloir-server staff-token list` shows them", name);
    const std::size_t fresh = roster.withdrawn.size() - roster_.withdrawn.size();
    if (fresh > 0) ISO_CHECK(sign_roster(std::move(roster)));
    operations::warning("staff files withdrawn", {{"files", fresh}});
    return fresh;
}

}  // namespace isoloir::app
