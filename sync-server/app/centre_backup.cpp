// The centre is copied to a file, and goes on after it was put back from one.

#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {

Status Centre::backup(const std::filesystem::path& file, const Advance& advance)
{
    const std::scoped_lock lock(mutex_);
    ISO_CHECK(store::write_backup(folder_, file, [&](std::uint64_t leaves) {
        ++beats_;
        advance(leaves);
    }));
    operations::info("backup written", {{"records", has_election() ? ledger_->size() : 0}});
    return {};
}

Status Centre::begin_log_anew()
{
    if (!has_election()) return {};
    const std::scoped_lock lock(mutex_);
    return ledger_->begin_epoch(clock_.now().time_since_epoch().count());
}

std::uint64_t Centre::log_size() const
{
    const std::scoped_lock lock(mutex_);
    return has_election() ? ledger_->size() : 0;
}

}  // namespace isoloir::app
