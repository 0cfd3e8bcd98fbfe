// The centre looks after its terminals: what they say of themselves, and which of them must wait.

#include "shared/base/encoding.hpp"
#include "shared/wire/terminal_state.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {

Status Centre::note(const crypto::KeyId& terminal, std::string_view text)
{
    ISO_TRY(const auto state, wire::read_state(text));
    const store::TerminalNote note{clock_.now().time_since_epoch().count(), state.version, static_cast<std::int64_t>(state.waiting),
                                   state.battery ? *state.battery : -1};
    const std::scoped_lock lock(mutex_);
    return folder_.store->put_terminal_note(terminal, note);
}

Result<bool> Centre::suspend(const crypto::KeyId& terminal)
{
    ISO_CHECK(need_election());
    if (!key_of(terminal) || terminal == keys_.online.id()) return fail(Errc::not_found, "there is no such terminal", to_hex(terminal));
    const std::scoped_lock lock(mutex_);
    bool changed = false;
    ISO_CHECK(folder_.store->transact([&]() -> Status {
        ISO_TRY(changed, folder_.store->suspend(terminal, clock_.now().time_since_epoch().count()));
        return {};
    }));
    if (changed) operations::warning("terminal suspended", {{"terminal", to_hex(terminal)}, {"hall", channel_of(terminal)}});
    const std::unique_lock roster_lock(roster_mutex_);
    suspended_.insert(terminal);
    return changed;
}

Result<bool> Centre::resume(const crypto::KeyId& terminal)
{
    const std::scoped_lock lock(mutex_);
    bool changed = false;
    ISO_CHECK(folder_.store->transact([&]() -> Status {
        ISO_TRY(changed, folder_.store->resume(terminal));
        return {};
    }));
    if (changed) operations::warning("terminal resumed", {{"terminal", to_hex(terminal)}, {"hall", channel_of(terminal)}});
    const std::unique_lock roster_lock(roster_mutex_);
    suspended_.erase(terminal);
    return changed;
}

}  // namespace isoloir::app
