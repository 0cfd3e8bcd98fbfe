#include "sync-server/intake/ledger.hpp"

#include <cstring>

namespace isoloir::intake {

namespace {

/// As the terminal says it is: counted, noted, or laid open.
bool is_sound(Reason reason)
{
    return reason == Reason::accepted || reason == Reason::event || reason == Reason::spoilt;
}

}  // namespace

std::size_t Ledger::MarkHash::operator()(const store::Mark& mark) const
{
    std::size_t value = 0;
    std::memcpy(&value, mark.data(), sizeof value);
    return value;
}

store::Chain Ledger::chain(const crypto::KeyId& terminal) const
{
    const auto found = chains_.find(terminal);
    return found == chains_.end() ? store::Chain{} : found->second;
}

Status Ledger::transact(const std::function<Status()>& work)
{
    if (failed_) return fail(Errc::io, "the disk failed earlier; the server must be restarted");
    auto done = store_.transact(work);
    if (!done && done.error().code != Errc::full) failed_ = true;
    return done;
}

Result<Taken> Ledger::take(const crypto::KeyId& terminal, const crypto::Digest& batch, std::span<const Checked> records, const Beside& beside)
{
    Pending pending;
    pending.tree = tree_;
    pending.chain = chain(terminal);
    pending.checkpoint = checkpoint_;
    Taken taken;
    ISO_CHECK(transact([&]() -> Status {
        ISO_TRY(taken, write(terminal, batch, records, pending, beside));
        return {};
    }));

    tree_ = std::move(pending.tree);
    chains_[terminal] = pending.chain;
    marks_.merge(pending.marks);
    for (const auto& [reason, count] : pending.counts) tallies_[terminal][reason] += count;
    checkpoint_ = std::move(pending.checkpoint);
    return taken;
}

Result<Taken> Ledger::write(const crypto::KeyId& terminal, const crypto::Digest& batch, std::span<const Checked> records, Pending& pending,
                            const Beside& beside)
{
    Taken taken;
    std::uint64_t first = pending.chain.head.next;
    for (const Checked& record : records) {
        std::optional<crypto::Digest> known;
        Reason reason = Reason::accepted;
        if (record.content && record.content->sequence < pending.chain.head.next) {
            ISO_TRY(const auto leaf, store_.leaf(terminal, record.content->sequence));
            if (!leaf) return fail(Errc::corrupt, "a record of this chain is missing in the log");
            known = leaf->hash;
            reason = leaf->reason;
        }
        const Judgement judgement = judge(record, pending.chain, known, accepting_);
        if (judgement.place == Place::already) {
            if (pending.states.empty()) first = record.content->sequence;
        } else {
            ISO_TRY(reason, place(terminal, record, judgement, pending));
            ++taken.reasons[reason];
            if (judgement.place != Place::nowhere) ++taken.fresh;
        }
        const bool in_log = judgement.place == Place::already || judgement.place == Place::log;
        if (in_log && record.content->sequence == first + pending.states.size())
            pending.states.push_back(is_sound(reason) ? wire::RecordState::accepted : wire::RecordState::refused);
        if (judgement.stops) {
            taken.stopped = judgement.reason;
            break;
        }
    }
    for (const auto& [reason, count] : beside.refused) {
        pending.counts[reason] += count;
        pending.refused[reason] += count;
    }
    if (beside.write) ISO_CHECK(beside.write());
    ISO_CHECK(settle(terminal, batch, first, taken, pending));
    return taken;
}

Result<Reason> Ledger::place(const crypto::KeyId& terminal, const Checked& record, const Judgement& judgement, Pending& pending)
{
    switch (judgement.place) {
        case Place::log: return append(terminal, record, judgement.reason, pending);
        case Place::evidence: return keep_evidence(terminal, record, judgement, pending);
        default: break;
    }
    // What came out of order is not lost: it comes again in order.
    if (judgement.reason == Reason::gap) return Reason::gap;
    ++pending.counts[judgement.reason];
    ++pending.refused[judgement.reason];
    return judgement.reason;
}

Result<Reason> Ledger::append(const crypto::KeyId& terminal, const Checked& record, Reason reason, Pending& pending)
{
    const std::uint64_t index = pending.tree.size();
    for (const store::Mark& mark : record.marks)
        if (is_sound(reason) && (marks_.contains(mark) || pending.marks.contains(mark))) reason = Reason::replay;
    pending.marks.insert(record.marks.begin(), record.marks.end());
    if (reason == Reason::accepted && package_.definition.eligibility.roll) {
        ISO_TRY(const bool on_roll, store_.is_on_roll(record.voter->tag));
        if (!on_roll) reason = Reason::not_on_roll;
    }
    if (reason == Reason::accepted) {
        ISO_TRY(const bool first, store_.claim_voter(record.voter->tag, index));
        if (!first) reason = Reason::duplicate;
    }
    ISO_CHECK(store_.append({index, record.record, terminal, record.content->sequence, record.hash, reason, record.marks}));
    if (record.voter) ISO_CHECK(store_.put_opening(index, *record.voter));
    pending.tree.append(log::leaf_hash(bytes_of(record.record)));
    pending.chain = advance(pending.chain, record);
    ++pending.counts[reason];
    return reason;
}

Result<Reason> Ledger::keep_evidence(const crypto::KeyId& terminal, const Checked& record, const Judgement& judgement, Pending& pending)
{
    const std::uint64_t sequence = record.content->sequence;
    ISO_TRY(const bool fresh, store_.put_evidence({record.record, terminal, sequence, record.hash, judgement.reason}));
    if (fresh) {
        ++pending.counts[judgement.reason];
        ++pending.refused[judgement.reason];
    }
    if (!judgement.forks) return judgement.reason;
    // The record that came first stays in the log, and stands beside its rival here.
    ISO_TRY(const auto rival, store_.leaf(terminal, sequence));
    if (rival) ISO_CHECK(store_.put_evidence({rival->record, terminal, sequence, rival->hash, Reason::fork}));
    pending.chain.forked = true;
    return judgement.reason;
}

Status Ledger::settle(const crypto::KeyId& terminal, const crypto::Digest& batch, std::uint64_t first, Taken& taken, Pending& pending)
{
    for (const auto& [reason, count] : pending.refused) ISO_CHECK(store_.add_refused(terminal, reason, count));
    if (pending.tree.size() > tree_.size()) {
        pending.checkpoint = log::sign_checkpoint({pending.tree.size(), pending.tree.root()}, package_.id, log_);
        ISO_CHECK(store_.put_checkpoint(pending.tree.size(), pending.checkpoint));
    }
    if (pending.chain != chain(terminal)) ISO_CHECK(store_.put_chain(terminal, pending.chain));
    taken.receipt = sign_receipt(terminal, pending.chain, pending.checkpoint, first, pending.states);
    if (taken.fresh > 0) ISO_CHECK(store_.put_answer(terminal, {batch, taken.receipt}));
    return {};
}

std::string Ledger::sign_receipt(const crypto::KeyId& terminal, const store::Chain& chain, const std::string& checkpoint, std::uint64_t first,
                                 std::vector<wire::RecordState> states) const
{
    return wire::sign_receipt({package_.id, terminal, chain.head.next, chain.head.last, checkpoint, chain.forked, first, std::move(states)}, receipts_);
}

std::string Ledger::receipt(const crypto::KeyId& terminal) const
{
    const store::Chain here = chain(terminal);
    return sign_receipt(terminal, here, checkpoint_, here.head.next, {});
}

Result<std::optional<std::string>> Ledger::answered(const crypto::KeyId& terminal, const crypto::Digest& batch)
{
    ISO_TRY(auto answer, store_.answer(terminal));
    if (!answer || answer->batch != batch) return std::optional<std::string>{};
    return std::optional<std::string>(std::move(answer->receipt));
}

Status Ledger::count_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count)
{
    ISO_CHECK(transact([&] { return store_.add_refused(terminal, reason, count); }));
    tallies_[terminal][reason] += count;
    return {};
}

}  // namespace isoloir::intake
