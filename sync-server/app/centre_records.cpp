// The centre explains the records that do not count, each with its reason and with the ballot of its voter that counts
// instead.

#include <algorithm>

#include "sync-server/app/centre.hpp"

namespace isoloir::app {
namespace {

constexpr std::size_t kMostEvidence = 500;

/// The first mark of a ballot begins with its tracker.
std::string tracker_of(const store::Leaf& leaf)
{
    if (leaf.marks.empty()) return {};
    ballot::TrackerBytes tracker{};
    std::copy_n(leaf.marks.front().begin(), tracker.size(), tracker.begin());
    return ballot::tracker_text(tracker);
}

}  // namespace

Result<RecordLine> Centre::line_of(const store::Leaf& leaf) const
{
    store::Store& store = *folder_.store;
    RecordLine line{leaf.index, leaf.reason, leaf.terminal, channel_of(leaf.terminal), leaf.sequence, 0, tracker_of(leaf), std::nullopt};
    if (const auto key = key_of(leaf.terminal)) {
        ISO_TRY(const auto content, ballot::open_record(leaf.record, *key));
        line.hour = content.hour;
    }
    ISO_TRY(const auto voter, store.voter_of(leaf.index));
    if (!voter || (leaf.reason != store::Reason::duplicate && leaf.reason != store::Reason::superseded)) return line;
    ISO_TRY(const auto voted, store.voted({&*voter, 1}));
    if (voted.empty()) return line;
    const auto& counts = voted.begin()->second;
    ISO_TRY(const auto other, store.leaf(counts.leaf));
    if (other) line.instead = RecordLine::Instead{counts.leaf, channel_of(counts.terminal), counts.hour, tracker_of(*other)};
    return line;
}

Result<std::vector<RecordLine>> Centre::not_counted(std::optional<std::uint64_t> before, std::size_t limit, std::optional<store::Reason> reason,
                                                    const std::optional<crypto::KeyId>& terminal) const
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    std::vector<RecordLine> lines;
    if (!before) {
        ISO_TRY(const auto beside, folder_.store->evidence(kMostEvidence));
        for (const auto& evidence : beside) {
            if ((reason && evidence.reason != *reason) || (terminal && evidence.terminal != *terminal)) continue;
            lines.push_back({std::nullopt, evidence.reason, evidence.terminal, channel_of(evidence.terminal), evidence.sequence, 0, "", std::nullopt});
        }
    }
    ISO_TRY(const auto leaves, folder_.store->not_counted(before.value_or(ledger_->size()), limit, reason, terminal));
    for (const auto& leaf : leaves) {
        ISO_TRY(auto line, line_of(leaf));
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace isoloir::app
