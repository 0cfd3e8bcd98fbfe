#pragma once
// Syncing while the booth is open, with nobody's help and without making a voter wait: the network blocks a thread of its
// own, and what that needs of the journal the journal's own thread does between two inputs.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "shared/base/clock.hpp"
#include "terminal/journal/journal.hpp"
#include "terminal/sync/client.hpp"
#include "terminal/sync/sync_once.hpp"

namespace isoloir::app {

class Desk;

class BackgroundSync {
public:
    /// Starts at once.
    /// @param journal, clock  lent; must outlive it. The journal must be provisioned
    /// @param wake  called, from the network's thread, when something waits for attend()
    /// @param tell  told, from the network's thread, whenever it stands otherwise with the server than before
    BackgroundSync(journal::Journal& journal, const Clock& clock, std::function<void()> wake, std::function<void(const std::string&)> tell);
    /// Stops within a second, but for a name that is being looked up.
    ~BackgroundSync();

    /// Does what the network asks of the journal, and sees what was recorded since. From the journal's own thread.
    void attend();
    /// Goes to the server now, however long the pause was to be.
    void hurry();
    /// When all was well last; nothing since the start. A steady time.
    std::optional<std::chrono::milliseconds> reached() const;

private:
    void run(const std::stop_token& stop);
    Status fetch_roster(sync::Client& client, const std::stop_token& stop);
    std::string round(sync::Source& source, const std::stop_token& stop, bool& reached);

    const Clock& clock_;
    const crypto::Signer& device_;
    const sync::ServerAddress server_;
    const crypto::PublicKey receipts_;
    const crypto::Digest election_;
    const bool needs_roll_;
    std::function<void(const std::string&)> tell_;
    std::atomic<std::int64_t> reached_{-1};  // milliseconds
    std::unique_ptr<Desk> desk_;
    std::jthread thread_;  // goes first
};

}  // namespace isoloir::app
