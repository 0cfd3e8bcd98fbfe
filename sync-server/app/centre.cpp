#include "sync-server/app/centre.hpp"

#include "shared/base/encoding.hpp"
#include "shared/crypto/box.hpp"
#include "sync-server/operations/log.hpp"
#include "sync-server/publish/hall.hpp"

namespace isoloir::app {

using store::Reason;

Result<std::unique_ptr<Centre>> Centre::open(store::Folder folder, const Clock& clock, crypto::Random& random)
{
    std::unique_ptr<Centre> centre(new Centre(std::move(folder), clock, random));
    ISO_TRY(centre->keys_, read_keys(*centre->folder_.store));
    centre->accounts_ = std::make_unique<accounts::Accounts>(*centre->folder_.store, centre->mutex_, centre->keys_.tickets.clone(), clock, random);
    ISO_CHECK(centre->load_election());
    centre->look();
    return centre;
}

Status Centre::load_election()
{
    store::Store& store = *folder_.store;
    ISO_TRY(const auto jws, store.document("package"));
    if (!jws) return {};
    ISO_TRY(auto package, election::open_package(*jws, keys_.authority.public_key()));
    election_ = std::make_unique<const election::Package>(std::move(package));
    ISO_TRY(ledger_, intake::Ledger::open(store, *election_, keys_.log, keys_.receipts));

    ISO_CHECK(read_roster());
    ISO_TRY(phase_, store.phase());
    ISO_TRY(rounds_, store.rounds());
    ISO_CHECK(read_views());
    ISO_CHECK(read_result());
    has_election_ = true;
    return {};
}

Status Centre::read_roster()
{
    ISO_TRY(const auto jws, folder_.store->latest_roster());
    if (!jws) return fail(Errc::corrupt, "the roster is missing");
    ISO_TRY(auto suspended, folder_.store->suspended());
    const std::unique_lock lock(roster_mutex_);
    suspended_ = std::move(suspended);
    if (*jws == roster_jws_) return {};
    ISO_TRY(roster_, wire::open_roster(*jws, keys_.authority.public_key()));
    roster_jws_ = *jws;
    for (const auto& entry : roster_.terminals) entries_[crypto::key_id(entry.key)] = entry;
    return {};
}

Status Centre::read_result()
{
    if (phase_ != publish::Phase::counted || result_) return {};
    ISO_TRY(const auto jws, folder_.store->document("result"));
    if (!jws) return fail(Errc::corrupt, "the result is missing");
    ISO_TRY(result_, counting::open_result(*jws, *election_));
    result_jws_ = *jws;
    ISO_TRY(proved_, bundle_.there());
    return {};
}

Status Centre::follow()
{
    const std::scoped_lock lock(mutex_);
    if (!has_election()) return load_election();
    ISO_TRY(const auto turn, folder_.store->turn());
    // Not the ledger's turn: it goes on with each batch that is taken here, and knows nothing of rosters.
    if (turn == followed_) return {};
    auto followed = ledger_->follow();
    if (!followed && followed.error().code == Errc::corrupt) report_failure(followed.error());
    ISO_CHECK(std::move(followed));
    ISO_CHECK(read_roster());
    ISO_TRY(phase_, folder_.store->phase());
    ISO_TRY(rounds_, folder_.store->rounds());
    ISO_CHECK(read_views());
    ISO_CHECK(read_result());
    followed_ = turn;
    return {};
}

Status Centre::need_election() const
{
    return has_election() ? Status{} : fail(Errc::not_found, "there is no election here yet; run `isoloir-server election import FILE` first");
}

Status Centre::import_election(const election::ElectionFile& file, const std::optional<election::Trustees>& trustees)
{
    const std::scoped_lock lock(mutex_);
    if (has_election()) {
        if (election_->definition == file.definition) return {};
        return fail(Errc::conflict, "this folder has another election already, and a signed election never changes; use a new folder");
    }
    return keep_election(file, trustees);
}

Status Centre::keep_election(const election::ElectionFile& file, const std::optional<election::Trustees>& trustees)
{
    const bool by_trustees = file.definition.counting == election::Counting::ceremony;
    if (by_trustees && !trustees)
        return fail(Errc::refused,
                    "an election with \"counting\": \"ceremony\" needs the file that its trustees made: `isoloir-server election import FILE --trustees FILE`");
    if (!by_trustees && trustees) return fail(Errc::refused, "trustees hold the key of elections with \"counting\": \"ceremony\" alone", "--trustees");
    election::Keys keys = keys_.public_keys();
    if (trustees) {
        keys.election = trustees->key();
        keys.trustees = trustees;
    }
    const auto package = election::sign_package(file.definition, keys, keys_.authority);
    wire::Roster roster;
    roster.election = package.id;
    roster.version = 1;
    store::Store& store = *folder_.store;
    const auto keep = [&]() -> Status {
        for (const auto& [hash, picture] : file.pictures) ISO_CHECK(store.put_picture(hash, picture));
        ISO_CHECK(store.put_roster(roster.version, wire::sign_roster(roster, keys_.authority)));
        ISO_CHECK(store.put_phase(publish::Phase::open));
        ISO_CHECK(drafts_.remove());
        return store.put_document("package", package.jws);
    };
    ISO_CHECK(store.transact(keep));
    return load_election();
}

Status Centre::seal_draft(std::uint64_t version)
{
    const std::scoped_lock lock(mutex_);
    if (has_election()) return fail(Errc::refused, "the election is sealed already");
    ISO_TRY(const auto file, drafts_.file_of(version));
    ISO_CHECK(keep_election(file, std::nullopt));
    operations::info("the election is sealed", {{"projects", file.definition.projects.size()}});
    return {};
}

Status Centre::sign_roster(wire::Roster roster)
{
    ++roster.version;
    std::string jws = wire::sign_roster(roster, keys_.authority);
    const auto write = [&]() -> Status {
        ISO_TRY(const auto latest, folder_.store->latest_roster());
        if (latest != roster_jws_) return fail(Errc::conflict, "the roster was changed elsewhere at the same moment; try again");
        return folder_.store->put_roster(roster.version, jws);
    };
    ISO_CHECK(folder_.store->transact(write));
    const std::unique_lock lock(roster_mutex_);
    roster_ = std::move(roster);
    roster_jws_ = std::move(jws);
    for (const auto& entry : roster_.terminals) entries_[crypto::key_id(entry.key)] = entry;
    return {};
}

Result<std::string> Centre::approve(const wire::Enrolment& request, const std::string& hall, const std::string& host, std::uint16_t port)
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    const auto terminal = crypto::key_id(request.key);
    if (request.key == keys_.online.public_key()) return fail(Errc::refused, "this is the online channel's own key");
    const auto* known = roster_.find(terminal);
    if (known != nullptr && known->revoked) return fail(Errc::refused, "this terminal was revoked; it must be enrolled anew with a fresh key");
    if (known != nullptr && known->hall != hall) return fail(Errc::conflict, "this terminal stands in the hall \"" + known->hall + "\" already");
    if (known == nullptr) {
        ISO_CHECK(publish::check_hall({hall, {}, {}, {}, {}}));
        wire::Roster roster = roster_;
        roster.terminals.push_back({request.key, hall, clock_.hour(), std::nullopt});
        ISO_CHECK(sign_roster(std::move(roster)));
        operations::info("terminal approved", {{"terminal", to_hex(terminal)}, {"hall", hall}});
    }
    ISO_TRY(auto sealed, crypto::seal_to(request.key, keys_.tag.span()));
    return wire::sign_provision({request.key, keys_.authority.public_key(), election_->jws, roster_jws_, std::move(sealed), keys_.tls.public_key(), host, port,
                                 keys_.authority.public_key()},
                                keys_.authority);
}

Result<bool> Centre::revoke(const std::string& name)
{
    ISO_CHECK(need_election());
    const std::scoped_lock lock(mutex_);
    wire::Roster roster = roster_;
    std::vector<wire::RosterEntry*> named;
    for (auto& entry : roster.terminals)
        if (entry.hall == name || (name.size() >= 8 && to_hex(crypto::key_id(entry.key)).starts_with(name))) named.push_back(&entry);
    if (named.empty()) return fail(Errc::not_found, "no terminal is called so; `isoloir-server terminal list` shows halls and keys", name);
    if (named.size() > 1) return fail(Errc::refused, "several terminals are called so; name one by its key (`isoloir-server terminal list`)", name);
    if (named.front()->revoked) return false;
    named.front()->revoked = clock_.hour();
    operations::warning("terminal revoked", {{"terminal", to_hex(crypto::key_id(named.front()->key))}, {"hall", named.front()->hall}});
    ISO_CHECK(sign_roster(std::move(roster)));
    return true;
}

std::vector<TerminalStatus> Centre::terminals() const
{
    const std::scoped_lock lock(mutex_);
    const auto losses = folder_.store->losses();
    const auto notes = folder_.store->terminal_notes();
    std::vector<TerminalStatus> statuses;
    for (const auto& entry : roster_.terminals) {
        const auto terminal = crypto::key_id(entry.key);
        const auto chain = ledger_->chain(terminal);
        const auto number_of = [&, this](Reason reason) -> std::uint64_t {
            const auto tally = ledger_->tallies().find(terminal);
            if (tally == ledger_->tallies().end()) return 0;
            const auto count = tally->second.find(reason);
            return count == tally->second.end() ? 0 : count->second;
        };
        const auto loss = losses ? losses->find(terminal) : std::map<crypto::KeyId, std::uint64_t>::const_iterator{};
        const std::uint64_t acknowledged = losses && loss != losses->end() ? loss->second : 0;
        statuses.push_back({terminal, entry.hall, chain.head.next, number_of(Reason::accepted), number_of(Reason::spoilt), chain.open, chain.forked,
                            entry.revoked.has_value(), acknowledged - std::min(acknowledged, chain.head.next), number_of(Reason::opening) > 0,
                            suspended_.contains(terminal), notes && notes->contains(terminal) ? std::optional(notes->at(terminal)) : std::nullopt});
    }
    return statuses;
}

std::optional<crypto::PublicKey> Centre::key_of(const crypto::KeyId& terminal) const
{
    if (terminal == keys_.online.id()) return keys_.online.public_key();
    const std::shared_lock lock(roster_mutex_);
    const auto entry = entries_.find(terminal);
    return entry == entries_.end() ? std::nullopt : std::optional(entry->second.key);
}

std::string Centre::channel_of(const crypto::KeyId& terminal) const
{
    if (terminal == keys_.online.id()) return "online";
    const std::shared_lock lock(roster_mutex_);
    const auto entry = entries_.find(terminal);
    return entry == entries_.end() ? "unknown" : entry->second.hall;
}

void Centre::report_failure(const Error& error)
{
    operations::error("the store failed; the server ends, and reads what is durable when it starts again", {{"why", error.text()}});
    if (failure_) failure_(error);
}

}  // namespace isoloir::app
