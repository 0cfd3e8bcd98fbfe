// How the centre is, for those who run it: whether its store answers and has room, and how it stands in numbers.

#include "shared/base/encoding.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {
namespace {

constexpr std::chrono::seconds kPatience{10};
constexpr std::uintmax_t kMiB = 1024 * 1024;
constexpr std::uintmax_t kReserve = 64 * kMiB;   // some 20 000 ballots
constexpr std::size_t kTrialBytes = 192 * 1024;  // at random, so that no engine makes less of them
constexpr const char* kTrial = "room-trial";

}  // namespace

/// @error full  the last transaction found no room and one of a batch's size finds none now, or the disk is nearly full
Status Centre::has_room()
{
    store::Store& store = *folder_.store;
    if (store.is_full()) {
        // Whoever is told that nothing is taken sends nothing: only we ourselves can find out that there is room again.
        Bytes trial(kTrialBytes);
        random_.fill(trial);
        const auto write = [&]() -> Status {
            ISO_CHECK(store.put_document(kTrial, to_base64(trial)));
            return store.remove_document(kTrial);
        };
        ISO_CHECK(store.transact(write));
    }
    if (folder_.shared) return {};  // what disk a PostgreSQL has, it alone knows
    std::error_code failed;
    const auto space = std::filesystem::space(folder_.path, failed);
    if (failed || space.available >= kReserve) return {};
    return fail(Errc::full, "the disk of the data folder is nearly full: " + std::to_string(space.available / kMiB) + " MiB are free");
}

void Centre::look()
{
    std::uint64_t size = 0;
    const auto asked = [&]() -> Status {
        const std::scoped_lock lock(mutex_);
        if (ledger_ && ledger_->failed()) return fail(Errc::unavailable, "the store failed; the server must be started anew");
        if (ledger_) size = ledger_->size();
        ISO_CHECK(folder_.store->turn());
        return has_room();
    };
    const Status answer = asked();
    const auto now = clock_.steady();
    const std::scoped_lock lock(health_mutex_);
    health_ = answer;
    looked_ = now;
    if (grown_at_.count() == 0 || size != grown_size_) grown_at_ = now;
    grown_size_ = size;
    ++beats_;
}

Status Centre::health() const
{
    const std::scoped_lock lock(health_mutex_);
    ISO_CHECK(Status(health_));
    const auto silent = std::chrono::duration_cast<std::chrono::seconds>(clock_.steady() - looked_);
    if (silent >= kPatience) return fail(Errc::unavailable, "the store has not answered for " + std::to_string(silent.count()) + " seconds, or is busy");
    return {};
}

CentreFigures Centre::figures() const
{
    CentreFigures figures;
    {
        const std::scoped_lock lock(health_mutex_);
        figures.checkpoint_age = clock_.steady() - grown_at_;
    }
    figures.rounds = rounds_made_;
    if (!has_election()) return figures;
    figures.terminals = terminals();
    const std::scoped_lock lock(mutex_);
    figures.phase = phase_;
    figures.log_size = ledger_->size();
    figures.report = intake::make_report(ledger_->tallies(), [&](const crypto::KeyId& terminal) { return channel_of(terminal); });
    figures.opened = rounds_.sums.ballots + rounds_.sums.invalid;
    return figures;
}

}  // namespace isoloir::app
