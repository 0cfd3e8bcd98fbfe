#include "terminal/sync/sync_once.hpp"

#include "terminal/sync/batch.hpp"

namespace isoloir::sync {
namespace {

/// Read here to know where to go on; judged by the journal against the chain before it is kept.
Result<wire::Receipt> take_receipt(Source& source, const std::string& jws, const crypto::PublicKey& receipts)
{
    ISO_TRY(wire::Receipt receipt, wire::open_receipt(jws, receipts));
    if (receipt.next > source.head().next)
        return fail(Errc::conflict,
                    "the server has records of this terminal that its own journal lacks: an older copy of the disk was put back, or there is a second terminal "
                    "with this key");
    ISO_CHECK(source.keep_receipt(jws));
    return receipt;
}

}  // namespace

Result<Outcome> sync_once(Source& source, Link& link, const crypto::PublicKey& receipts)
{
    Outcome outcome;
    const std::uint64_t acknowledged = source.acknowledged();
    ISO_TRY(const std::string answer, link.get_head());
    ISO_TRY(wire::Receipt receipt, take_receipt(source, answer, receipts));
    if (receipt.next < acknowledged) {
        outcome.lost = acknowledged - receipt.next;
        ISO_TRY(const std::string proof, source.receipt());
        ISO_CHECK(link.post_receipt(proof));
    }
    outcome.forked = receipt.forked;

    // Where the head stands now: a poll that goes on meanwhile cannot keep this round from ending.
    const std::uint64_t end = source.head().next;
    while (receipt.next < end) {
        const std::uint64_t before = receipt.next;
        ISO_TRY(const auto lines, source.records_from(before, wire::kMaxBatchLines));
        if (lines.empty()) return fail(Errc::corrupt, "the journal has no record where its head says there is one");
        ISO_TRY(const std::string reply, link.post_records(batch_of(lines)));
        ISO_TRY(receipt, take_receipt(source, reply, receipts));
        outcome.forked = outcome.forked || receipt.forked;
        if (receipt.next <= before && outcome.forked) return outcome;  // held apart for the admins; voting goes on
        if (receipt.next <= before) return fail(Errc::refused, "the server takes no more records of this terminal; see its own message there");
        outcome.sent += receipt.next - before;
    }
    return outcome;
}

}  // namespace isoloir::sync
