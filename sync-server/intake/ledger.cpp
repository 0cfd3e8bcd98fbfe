#include "sync-server/intake/ledger.hpp"

#include "shared/election/precedence.hpp"

namespace isoloir::intake {

namespace {

/// As the terminal says it is: counted, noted, or laid open.
bool is_sound(Reason reason)
{
    return reason == Reason::accepted || reason == Reason::event || reason == Reason::spoilt;
}

/// Errors after which a transaction was rolled back and the store is sound: there was no room, it was away, or whoever made
/// the records would not go on.
bool leaves_all_as_it_was(Errc error)
{
    return error == Errc::full || error == Errc::unavailable || error == Errc::refused;
}

}  // namespace

std::optional<std::uint64_t> Ledger::find(const ballot::TrackerBytes& tracker) const
{
    const auto found = leaf_by_tracker_.find(tracker);
    return found == leaf_by_tracker_.end() ? std::nullopt : std::optional(found->second);
}

void Ledger::index(const crypto::Digest& leaf_hash, const std::optional<store::Mark>& mark)
{
    const std::uint64_t leaf = hashes_.size();
    hashes_.append(leaf_hash);
    if (!mark) return;
    ballot::TrackerBytes tracker;
    std::copy_n(mark->begin(), tracker.size(), tracker.begin());
    leaf_by_tracker_.emplace(tracker, leaf);  // a copy of a ballot does not take its place
}

store::Chain Ledger::chain(const crypto::KeyId& terminal) const
{
    const auto found = chains_.find(terminal);
    return found == chains_.end() ? store::Chain{} : found->second;
}

Status Ledger::transact(const std::function<Status(std::uint64_t turn)>& work)
{
    if (failed_) return fail(Errc::io, "the disk failed earlier; the server must be restarted");
    auto done = store_.transact([&]() -> Status {
        ISO_TRY(const auto turn, store_.turn());
        // Whoever wrote before has committed, and nobody writes until this transaction ends.
        ISO_CHECK(read_until(turn - 1));
        return work(turn);
    });
    if (!done && !leaves_all_as_it_was(done.error().code)) failed_ = true;
    return done;
}

Result<std::vector<Taken>> Ledger::take(std::span<const Batch> batches)
{
    Pending pending;
    std::vector<Course> courses;
    const auto take_all = [&](std::uint64_t turn) -> Status {
        ISO_TRY(pending, begin(batches, turn));
        courses.clear();
        for (const Batch& batch : batches) {
            courses.push_back(begin(batch, pending));
            ISO_TRY(auto answer, store_.answer(batch.terminal));
            if (answer && answer->batch == batch.hash) courses.back().answer(std::move(answer->receipt));
            else ISO_CHECK(write(courses.back(), pending));
        }
        return settle(courses, pending);
    };
    ISO_CHECK(transact(take_all));
    keep(std::move(pending));
    std::vector<Taken> taken;
    for (Course& course : courses) taken.push_back(std::move(course.taken));
    return taken;
}

Result<Taken> Ledger::take(const Batch& batch)
{
    ISO_TRY(auto taken, take({&batch, 1}));
    return std::move(taken.front());
}

Result<Taken> Ledger::take(const crypto::KeyId& terminal, const crypto::Digest& hash, const Make& make, const Beside& beside)
{
    Pending pending;
    std::vector<Checked> records;
    std::vector<Course> courses;
    Batch batch{terminal, hash, {}};
    const auto make_and_take = [&](std::uint64_t turn) -> Status {
        ISO_TRY(records, make(chain(terminal)));
        batch.records = records;
        ISO_TRY(pending, begin({&batch, 1}, turn));
        courses.clear();
        courses.push_back(begin(batch, pending));
        ISO_CHECK(write(courses.front(), pending));
        for (const auto& [reason, count] : beside.refused) pending.counts[terminal][reason] += static_cast<std::int64_t>(count);
        if (beside.write) ISO_CHECK(beside.write(courses.front().taken));
        return settle(courses, pending);
    };
    ISO_CHECK(transact(make_and_take));
    keep(std::move(pending));
    return std::move(courses.front().taken);
}

Result<Ledger::Pending> Ledger::begin(std::span<const Batch> batches, std::uint64_t turn)
{
    Pending pending;
    pending.tree = tree_;
    pending.checkpoint = checkpoint_;
    pending.turn = turn;
    std::vector<election::VoterTag> tags;
    for (const Batch& batch : batches) {
        pending.chains[batch.terminal] = chain(batch.terminal);
        for (const Checked& record : batch.records)
            if (record.voter && record.reason == Reason::accepted) tags.push_back(record.voter->tag);
    }
    ISO_TRY(pending.voted, store_.voted(tags));
    if (package_.definition.eligibility.roll) { ISO_TRY(pending.on_roll, store_.on_roll(tags)); }
    return pending;
}

Ledger::Course Ledger::begin(const Batch& batch, Pending& pending)
{
    store::Chain& chain = pending.chains.at(batch.terminal);
    return {batch, chain, pending.leaves.size(), chain.head.next, {}, {}};
}

void Ledger::keep(Pending pending)
{
    tree_ = std::move(pending.tree);
    for (std::size_t i = 0; i < pending.leaves.size(); ++i) {
        const auto& marks = pending.leaves[i].marks;
        index(pending.leaf_hashes[i], marks.empty() ? std::nullopt : std::optional(marks.front()));
    }
    for (const auto& [terminal, chain] : pending.chains) chains_[terminal] = chain;
    marks_.merge(pending.marks);
    for (const auto& [counted, reasons] : pending.counts)
        for (const auto& [reason, count] : reasons) tallies_[counted][reason] += static_cast<std::uint64_t>(count);
    checkpoint_ = std::move(pending.checkpoint);
    turn_ = pending.turn;
}

Result<std::optional<store::Leaf>> Ledger::find(const Course& course, std::uint64_t sequence, const Pending& pending)
{
    // The batch's own leaves are the last of its chain, and not stored yet.
    const std::uint64_t first = course.chain.head.next - (pending.leaves.size() - course.leaves_before);
    if (sequence >= first && sequence < course.chain.head.next)
        return std::optional(pending.leaves[course.leaves_before + static_cast<std::size_t>(sequence - first)]);
    return store_.leaf(course.batch.terminal, sequence);
}

Status Ledger::write(Course& course, Pending& pending)
{
    Taken& taken = course.taken;
    for (const Checked& record : course.batch.records) {
        std::optional<crypto::Digest> known;
        Reason reason = Reason::accepted;
        if (record.content && record.content->sequence < course.chain.head.next) {
            ISO_TRY(const auto leaf, find(course, record.content->sequence, pending));
            if (!leaf) return fail(Errc::corrupt, "a record of this chain is missing in the log");
            known = leaf->hash;
            reason = leaf->reason;
        }
        const Judgement judgement = judge(record, course.chain, known, accepting_);
        if (judgement.place == Place::already) {
            if (course.states.empty()) course.first = record.content->sequence;
        } else {
            ISO_TRY(reason, place(course, record, judgement, pending));
            ++taken.reasons[reason];
            if (judgement.place != Place::nowhere) ++taken.fresh;
        }
        taken.fates.push_back(reason);
        const bool in_log = judgement.place == Place::already || judgement.place == Place::log;
        if (in_log && record.content->sequence == course.first + course.states.size())
            course.states.push_back(is_sound(reason) ? wire::RecordState::accepted : wire::RecordState::refused);
        if (judgement.stops) {
            taken.stopped = judgement.reason;
            break;
        }
    }
    return {};
}

Result<Reason> Ledger::place(Course& course, const Checked& record, const Judgement& judgement, Pending& pending)
{
    switch (judgement.place) {
        case Place::log: return append(course, record, judgement.reason, pending);
        case Place::evidence: return keep_evidence(course, record, judgement, pending);
        default: break;
    }
    // What came out of order is not lost: it comes again in order.
    if (judgement.reason != Reason::gap) ++pending.counts[course.batch.terminal][judgement.reason];
    return judgement.reason;
}

Result<Reason> Ledger::append(Course& course, const Checked& record, Reason reason, Pending& pending)
{
    const crypto::KeyId& terminal = course.batch.terminal;
    const std::uint64_t index = pending.tree.size();
    for (const store::Mark& mark : record.marks)
        if (is_sound(reason) && (marks_.contains(mark) || pending.marks.contains(mark))) reason = Reason::replay;
    pending.marks.insert(record.marks.begin(), record.marks.end());
    if (reason == Reason::accepted && package_.definition.eligibility.roll && !pending.on_roll.contains(record.voter->tag)) reason = Reason::not_on_roll;
    if (reason == Reason::accepted) { ISO_TRY(reason, decide_voter(terminal, record, pending)); }
    pending.leaves.push_back({index, record.record, terminal, record.content->sequence, record.hash, reason, record.marks});
    if (record.voter) pending.openings.push_back({index, *record.voter});
    pending.leaf_hashes.push_back(record.leaf_hash);
    pending.tree.append(record.leaf_hash);
    course.chain = advance(course.chain, record);
    ++pending.counts[terminal][reason];
    return reason;
}

Result<Reason> Ledger::decide_voter(const crypto::KeyId& terminal, const Checked& record, Pending& pending)
{
    const store::VotedEntry cast{record.voter->tag, pending.tree.size(), terminal, record.content->hour};
    const auto [known, fresh] = pending.voted.emplace(cast.tag, cast);
    if (fresh) {
        pending.claimed.insert(cast.tag);
        return Reason::accepted;
    }
    store::VotedEntry& accepted = known->second;
    const crypto::KeyId online = crypto::key_id(package_.keys.online);
    if (!election::supersedes(package_.definition.precedence, {cast.terminal == online, cast.hour}, {accepted.terminal == online, accepted.hour}))
        return Reason::duplicate;

    const std::uint64_t first = tree_.size();
    if (accepted.leaf >= first) pending.leaves[static_cast<std::size_t>(accepted.leaf - first)].reason = Reason::superseded;
    else ISO_CHECK(store_.put_reason(accepted.leaf, Reason::superseded));
    --pending.counts[accepted.terminal][Reason::accepted];
    ++pending.counts[accepted.terminal][Reason::superseded];
    if (!pending.claimed.contains(cast.tag)) pending.replaced.insert(cast.tag);
    accepted = cast;
    return Reason::accepted;
}

Result<Reason> Ledger::keep_evidence(Course& course, const Checked& record, const Judgement& judgement, Pending& pending)
{
    const crypto::KeyId& terminal = course.batch.terminal;
    const std::uint64_t sequence = record.content->sequence;
    ISO_TRY(const bool fresh, store_.put_evidence({record.record, terminal, sequence, record.hash, judgement.reason}));
    if (fresh) ++pending.counts[terminal][judgement.reason];
    if (!judgement.forks) return judgement.reason;
    // The record that came first stays in the log, and stands beside its rival here.
    ISO_TRY(const auto rival, find(course, sequence, pending));
    if (rival) ISO_CHECK(store_.put_evidence({rival->record, terminal, sequence, rival->hash, Reason::fork}));
    course.chain.forked = true;
    return judgement.reason;
}

Status Ledger::settle_voters(const Pending& pending)
{
    std::vector<store::VotedEntry> claimed;
    for (const auto& tag : pending.claimed) claimed.push_back(pending.voted.at(tag));
    ISO_CHECK(store_.claim_voters(claimed));
    for (const auto& tag : pending.replaced) ISO_CHECK(store_.replace_voter(pending.voted.at(tag)));
    return {};
}

Status Ledger::settle(std::vector<Course>& courses, Pending& pending)
{
    ISO_CHECK(store_.append(pending.leaves));
    ISO_CHECK(store_.put_openings(pending.openings));
    ISO_CHECK(settle_voters(pending));
    for (const auto& [counted, reasons] : pending.counts)
        for (const auto& [reason, count] : reasons)
            if (count != 0) ISO_CHECK(store_.add_tally(counted, reason, count));
    if (!pending.leaves.empty()) {
        pending.checkpoint = log::sign_checkpoint({pending.tree.size(), pending.tree.root(), epoch_}, package_.id, log_);
        ISO_CHECK(store_.put_checkpoint(epoch_, pending.tree.size(), pending.checkpoint));
    }
    for (auto& [batch, now, leaves_before, first, states, taken] : courses) {
        if (taken.again) continue;
        if (now != chain(batch.terminal)) ISO_CHECK(store_.put_chain(batch.terminal, now));
        taken.receipt = sign_receipt(batch.terminal, now, pending.checkpoint, first, states);
        if (taken.fresh > 0) ISO_CHECK(store_.put_answer(batch.terminal, {batch.hash, taken.receipt}));
    }
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

Status Ledger::count_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count)
{
    std::uint64_t now = 0;
    ISO_CHECK(transact([&](std::uint64_t turn) {
        now = turn;
        return store_.add_tally(terminal, reason, static_cast<std::int64_t>(count));
    }));
    tallies_[terminal][reason] += count;
    turn_ = now;
    return {};
}

}  // namespace isoloir::intake
