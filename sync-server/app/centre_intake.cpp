// The centre takes records: from terminals by network, from USB bundles, from online files. All of them go the same way.

#include <chrono>
#include <future>

#include "shared/base/encoding.hpp"
#include "shared/wire/bundle.hpp"
#include "sync-server/app/centre.hpp"
#include "sync-server/online/read_votes.hpp"
#include "sync-server/online/vote.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

using store::Reason;

constexpr std::size_t kStep = 500;  // records a transaction

tl::unexpected<Error> refusal_of(Reason reason)
{
    switch (reason) {
        case Reason::revoked: return fail(Errc::refused, "this terminal was revoked; nothing of it is taken any more");
        case Reason::not_yet_valid: return fail(Errc::refused, "this terminal's approval begins later; check the clock of the centre");
        case Reason::signature: return fail(Errc::forged, "the signature of a record does not hold");
        case Reason::shape: return fail(Errc::malformed, "this is no record of version 1");
        default: return fail(Errc::refused, "this terminal is not in the roster; approve it first (`isoloir-server terminal approve`)");
    }
}

bool before_signature(Reason reason)
{
    return reason == Reason::shape || reason == Reason::signature;
}

class Stopwatch {
public:
    std::chrono::microseconds read() const { return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - since_); }

private:
    std::chrono::steady_clock::time_point since_{std::chrono::steady_clock::now()};
};

void add(Imported& imported, const intake::Taken& taken)
{
    imported.fresh += taken.fresh;
    for (const auto& [reason, count] : taken.reasons) imported.reasons[reason] += count;
    imported.stopped = taken.stopped;
}

/// What became of records, in numbers.
template <class Seen>
void add_fates(operations::Fields& fields, const Seen& seen)
{
    for (const auto& [reason, count] : seen.reasons) fields.emplace_back(store::name_of(reason), count);
    if (seen.stopped) fields.emplace_back("stopped", store::name_of(*seen.stopped));
}

void note_import(const char* event, const Imported& imported, const std::string& channel)
{
    operations::Fields fields{{"channel", channel}, {"lines", imported.lines}, {"fresh", imported.fresh}};
    add_fates(fields, imported);
    operations::info(event, fields);
}

void note_batch(const BatchSeen& batch)
{
    operations::Fields fields{{"terminal", to_hex(batch.terminal)}, {"hall", batch.hall}};
    if (batch.again) return operations::debug("batch came again", fields);
    fields.emplace_back("records", batch.records);
    add_fates(fields, batch);
    if (!batch.refused) return operations::info("batch taken", fields);
    fields.emplace_back("why", batch.refused->message);
    // A database that is away has a line of its own, and every terminal tries again.
    if (batch.refused->code == Errc::unavailable) operations::debug("batch put off", fields);
    else operations::warning("batch refused", fields);
}

}  // namespace

Result<wire::RosterEntry> Centre::admitted(const crypto::KeyId& terminal)
{
    std::optional<wire::RosterEntry> entry;
    {
        const std::shared_lock lock(roster_mutex_);
        if (const auto found = entries_.find(terminal); found != entries_.end()) entry = found->second;
        if (entry && !entry->revoked && suspended_.contains(terminal)) return fail(Errc::unavailable, "this terminal is suspended; its records wait with it");
    }
    const Reason reason = !entry ? Reason::unknown_terminal : entry->revoked ? Reason::revoked : Reason::not_yet_valid;
    if (entry && !entry->revoked && entry->valid_from <= clock_.hour()) return *entry;
    operations::warning("records refused", {{"terminal", to_hex(terminal)}, {"reason", store::name_of(reason)}});
    // An unknown terminal's name is whatever somebody wrote: all of them are counted as one.
    const std::scoped_lock lock(mutex_);
    ISO_CHECK(ledger_->count_refused(entry ? terminal : crypto::KeyId{}, reason, 1));
    return refusal_of(reason);
}

void Centre::raise_alarms(const crypto::KeyId& terminal, bool was_forked, const intake::Taken& taken)
{
    if (!was_forked && ledger_->chain(terminal).forked)
        operations::warning("ALARM: a terminal is forked: two devices sign with its key; its later records are held apart",
                            {{"terminal", to_hex(terminal)}, {"hall", channel_of(terminal)}});
    if (taken.reasons.contains(Reason::opening))
        operations::warning("ALARM: a terminal cheats: a ballot that it laid open is not the one it had sealed; take it out of service",
                            {{"terminal", to_hex(terminal)}, {"hall", channel_of(terminal)}});
}

Result<std::vector<intake::Taken>> Centre::write(std::span<const intake::Batch> batches)
{
    std::vector<bool> forked;
    for (const auto& batch : batches) forked.push_back(ledger_->chain(batch.terminal).forked);
    const Stopwatch written;
    auto taken = ledger_->take(batches);
    if (!taken && ledger_->failed()) report_failure(taken.error());
    if (!taken) return taken;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        if (!(*taken)[i].again) (*taken)[i].written = written.read();
        raise_alarms(batches[i].terminal, forked[i], (*taken)[i]);
    }
    return taken;
}

Result<intake::Taken> Centre::take_online(const crypto::Digest& hash, const intake::Ledger::Make& make, const intake::Beside& beside)
{
    const crypto::KeyId online = keys_.online.id();
    const std::scoped_lock lock(mutex_);
    const bool forked = ledger_->chain(online).forked;
    auto taken = ledger_->take(online, hash, make, beside);
    if (!taken && ledger_->failed()) report_failure(taken.error());
    if (taken) raise_alarms(online, forked, *taken);
    return taken;
}

Result<std::string> Centre::head(const crypto::KeyId& terminal)
{
    const std::scoped_lock lock(mutex_);
    return ledger_->receipt(terminal);
}

Result<std::string> Centre::accept(const crypto::KeyId& terminal, std::string_view body)
{
    ISO_TRY(const auto entry, admitted(terminal));
    BatchSeen seen{terminal, entry.hall};
    auto answer = accept(entry, body, seen);
    if (!answer) seen.refused = answer.error();
    note_batch(seen);
    if (seen_) seen_(seen);
    return answer;
}

Result<std::string> Centre::accept(const wire::RosterEntry& entry, std::string_view body, BatchSeen& seen)
{
    const crypto::KeyId& terminal = seen.terminal;
    const crypto::Digest batch = crypto::blake2b({bytes_of(body)});
    if (last_batches_.has(terminal, batch)) {  // it was checked when it came first
        const std::scoped_lock lock(mutex_);
        ISO_TRY(auto answer, folder_.store->answer(terminal));
        seen.again = answer && answer->batch == batch;
        if (seen.again) return std::move(answer->receipt);
    }
    const auto lines = wire::read_batch(body);
    if (!lines) {
        const std::scoped_lock lock(mutex_);
        ISO_CHECK(ledger_->count_refused(terminal, Reason::shape, 1));
        return tl::make_unexpected(lines.error());
    }
    const Stopwatch checked;
    const auto records = intake::check_records(*lines, entry.key, *election_);
    seen.records = records.size();
    seen.checked = checked.read();
    // The checks took a while; a terminal revoked in the meantime gets nothing in.
    ISO_CHECK(admitted(terminal));
    // While some are written, others are checked.
    ISO_TRY(auto taken, line_.take({terminal, batch, records}));
    last_batches_.note(terminal, batch);
    seen.again = taken.again;
    seen.written = taken.written;
    seen.reasons = taken.reasons;
    seen.stopped = taken.stopped;
    if (taken.fresh == 0 && taken.stopped && before_signature(*taken.stopped)) return refusal_of(*taken.stopped);
    return std::move(taken.receipt);
}

Result<std::string> Centre::present(const crypto::KeyId& terminal, std::string_view receipt)
{
    ISO_TRY(const auto shown, wire::open_receipt(receipt, election_->keys.receipts));
    if (shown.terminal != terminal || shown.election != election_->id) return fail(Errc::forged, "this receipt is for another terminal or election");
    ISO_TRY(const auto signed_before, log::open_checkpoint(shown.checkpoint, election_->id, election_->keys.log));
    const std::scoped_lock lock(mutex_);
    const auto here = ledger_->chain(terminal).head.next;
    ISO_TRY(const auto losses, folder_.store->losses());
    const auto known = losses.find(terminal);
    if (shown.next > here && (known == losses.end() || known->second < shown.next)) {
        operations::warning("ALARM: records were lost: a terminal has our receipt for more than is here; it sends them again",
                            {{"terminal", to_hex(terminal)}, {"hall", channel_of(terminal)}, {"receipt", shown.next}, {"here", here}});
        ISO_CHECK(folder_.store->transact([&] { return folder_.store->put_loss(terminal, shown.next, receipt); }));
    }
    // A backup was put back by hand: under the old name this server would sign other leaves at places that it signed before.
    if (signed_before.epoch == ledger_->epoch() && signed_before.size > ledger_->size())
        ISO_CHECK(ledger_->begin_epoch(clock_.now().time_since_epoch().count()));
    return ledger_->receipt(terminal);
}

Result<Imported> Centre::import_bundle(std::string_view text, const Advance& advance)
{
    ISO_CHECK(need_election());
    ISO_TRY(const auto bundle, wire::read_bundle(text));
    if (bundle.election != election_->id) return fail(Errc::refused, "this file is of another election");
    const auto terminal = crypto::key_id(bundle.terminal);
    ISO_TRY(const auto entry, admitted(terminal));

    Imported imported;
    imported.lines = bundle.lines.size();
    const std::span<const wire::BatchLine> lines(bundle.lines);
    const auto step_at = [&](std::size_t first) { return lines.subspan(first, std::min(kStep, lines.size() - first)); };
    const auto check_at = [&](std::size_t first) {
        return std::async(std::launch::async, [&, first] { return intake::check_records(step_at(first), entry.key, *election_); });
    };
    // While one step is written, the next is checked.
    auto checking = check_at(0);
    for (std::size_t first = 0; first < lines.size() && !imported.stopped; first += kStep) {
        const auto records = checking.get();
        if (first + kStep < lines.size()) checking = check_at(first + kStep);
        const std::string place = std::to_string(first);
        const auto batch = crypto::sha256({bytes_of("bundle"), bytes_of(text.substr(0, text.find('\n'))), bytes_of(place)});
        ISO_TRY(const auto taken, line_.take({terminal, batch, records}));
        add(imported, taken);
        advance(records.size());
    }
    ISO_TRY(imported.receipt, head(terminal));
    note_import("ballots imported", imported, channel_of(terminal));
    return imported;
}

Status Centre::poll_online(ballot::EventKind kind)
{
    const crypto::KeyId online = keys_.online.id();
    const auto event = [&](const store::Chain& chain) -> Result<std::vector<intake::Checked>> {
        if (chain.open == (kind == ballot::EventKind::opened)) return std::vector<intake::Checked>{};
        std::int64_t ballots = 0;
        if (const auto tally = ledger_->tallies().find(online); tally != ledger_->tallies().end())
            for (const Reason reason : {Reason::accepted, Reason::superseded, Reason::duplicate, Reason::replay, Reason::not_on_roll})
                if (const auto count = tally->second.find(reason); count != tally->second.end()) ballots += static_cast<std::int64_t>(count->second);
        const std::vector<wire::BatchLine> line{online::poll_event(kind, ballots, *election_, keys_.online, chain.head, clock_.hour())};
        return intake::check_records(line, keys_.online.public_key(), *election_);
    };
    const std::string name = "poll " + std::to_string(static_cast<int>(kind));
    ISO_CHECK(take_online(crypto::sha256(bytes_of(name)), event));
    return {};
}

Result<Imported> Centre::import_online(std::string_view text, const std::function<void(std::size_t line, const std::string& why)>& refused,
                                       const Advance& advance)
{
    ISO_CHECK(need_election());
    ISO_TRY(const auto lines, online::read_votes(text));
    // Keyed: a plain hash of a short file would tell whoever guesses its content who chose what.
    const crypto::Digest file = crypto::blake2b({bytes_of("isoloir/online-file"), bytes_of(text)}, keys_.tag.span());
    std::uint64_t done = 0;
    {
        const std::scoped_lock lock(mutex_);
        if (phase_ != publish::Phase::open) return fail(Errc::refused, "the election is closed; online votes are no longer taken");
        ISO_TRY(done, folder_.store->lines_taken(file));
    }
    Imported imported;
    imported.lines = lines.size();
    if (done >= lines.size()) return imported;
    ISO_CHECK(poll_online(ballot::EventKind::opened));

    const std::chrono::year_month_day today{std::chrono::floor<std::chrono::days>(clock_.now())};
    const online::VoteReader reader(election_->definition, keys_.tag, today);
    while (done < lines.size()) {
        std::span<const online::OnlineLine> step;
        std::vector<std::pair<std::size_t, std::string>> wrong;
        intake::Beside beside;
        const auto seal = [&](const store::Chain& chain) -> Result<std::vector<intake::Checked>> {
            // Another server may be taking the same file.
            ISO_TRY(done, folder_.store->lines_taken(file));
            step = std::span(lines).subspan(done, std::min<std::size_t>(kStep, lines.size() - done));
            std::vector<online::OnlineVote> votes;
            beside.refused.clear();
            wrong.clear();
            for (const auto& line : step) {
                auto vote = reader.read(line);
                if (vote) {
                    votes.push_back(*std::move(vote));
                    continue;
                }
                ++beside.refused[vote.error().code == Errc::refused ? Reason::online_choice : Reason::online_voter];
                wrong.emplace_back(line.number, vote.error().message);
            }
            done += step.size();
            const auto sealed = online::seal_votes(votes, *election_, keys_.online, chain.head, clock_.hour(), random_);
            return intake::check_records(sealed, keys_.online.public_key(), *election_);
        };
        beside.write = [&](const intake::Taken&) { return folder_.store->put_lines_taken(file, done); };
        const std::string place = std::to_string(done);
        ISO_TRY(const auto taken, take_online(crypto::sha256({file, bytes_of(place)}), seal, beside));
        add(imported, taken);
        for (const auto& [reason, count] : beside.refused) imported.reasons[reason] += count;
        imported.fresh += wrong.size();
        for (const auto& [number, why] : wrong) refused(number, why);
        advance(step.size());
    }
    note_import("online votes imported", imported, "online");
    return imported;
}

}  // namespace isoloir::app
