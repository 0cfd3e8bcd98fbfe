// The centre opens ballots in rounds while the vote goes on, where the election has a live ranking.

#include "sync-server/app/centre.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {

std::uint64_t Centre::accepted() const
{
    std::uint64_t accepted = 0;
    for (const auto& [terminal, reasons] : ledger_->tallies())
        if (const auto count = reasons.find(store::Reason::accepted); count != reasons.end()) accepted += count->second;
    return accepted;
}

const std::map<Hour, std::uint64_t>& Centre::hours() const
{
    if (hours_turn_ == ledger_->turn()) return hours_;
    // Where the database is away, pages show what was last known.
    if (auto read = folder_.store->voted_by_hour()) {
        hours_ = *std::move(read);
        hours_turn_ = ledger_->turn();
    }
    return hours_;
}

Result<bool> Centre::make_round()
{
    if (!has_election() || election_->definition.ranking != election::Ranking::live) return false;
    store::Rounds before;
    std::vector<counting::AcceptedRecord> waiting;
    std::uint64_t size = 0;
    {
        const std::scoped_lock lock(mutex_);
        if (phase_ != publish::Phase::open) return false;
        before = rounds_;
        const std::uint64_t least = election_->definition.batch_minimum;
        if (counting::round_size(accepted() - before.sums.ballots - before.sums.invalid, least) == 0) return false;
        ISO_TRY(waiting, accepted_from(before.until));
        size = counting::round_size(waiting.size(), least);
        if (size == 0) return false;
    }
    // The work itself needs no lock: what is accepted stays so, since the first ballot of a voter counts in a live ranking.
    const auto oldest = std::span(waiting).first(static_cast<std::size_t>(size));
    store::Rounds after{oldest.back().leaf + 1, before.sums};
    ISO_TRY(const auto sums, counting::open_round(*election_, keys_.election, oldest, random_));
    after.sums += sums;

    const std::scoped_lock lock(mutex_);
    const Status kept = keep_round(before, after);
    if (!kept && kept.error().code == Errc::conflict) return false;
    ISO_CHECK(kept);
    ++rounds_made_;
    operations::info("live round", {{"ballots", size}, {"opened", rounds_.sums.ballots + rounds_.sums.invalid}});
    return true;
}

Status Centre::keep_round(const store::Rounds& before, const store::Rounds& after)
{
    const auto write = [&]() -> Status {
        ISO_TRY(const auto phase, folder_.store->phase());
        ISO_TRY(const auto last, folder_.store->rounds());
        if (phase != publish::Phase::open || last.until != before.until) return fail(Errc::conflict, "another server was faster");
        return folder_.store->put_rounds(after);
    };
    const Status written = folder_.store->transact(write);
    if (!written && (written.error().code == Errc::io || written.error().code == Errc::corrupt)) report_failure(written.error());
    ISO_CHECK(written);
    rounds_ = after;
    return ledger_->follow();
}

}  // namespace isoloir::app
