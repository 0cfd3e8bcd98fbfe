// How the centre is, for those who run it: whether its store answers, and how it stands in numbers.

#include "sync-server/app/centre.hpp"

namespace isoloir::app {
namespace {

constexpr std::chrono::seconds kPatience{10};

}  // namespace

void Centre::look()
{
    std::uint64_t size = 0;
    const auto asked = [&]() -> Status {
        const std::scoped_lock lock(mutex_);
        if (ledger_ && ledger_->failed()) return fail(Errc::unavailable, "the store failed; the server must be started anew");
        if (ledger_) size = ledger_->size();
        return folder_.store->turn().map([](auto) {});
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
