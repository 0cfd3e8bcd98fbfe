#include "shared/verify/public_log.hpp"

#include <map>
#include <set>

#include "shared/ballot/challenge.hpp"
#include "shared/ballot/encoding.hpp"
#include "shared/ballot/proofs.hpp"
#include "shared/ballot/record.hpp"
#include "shared/log/tile.hpp"

namespace isoloir::verify {
namespace {

constexpr std::size_t kMaxEntries = log::kTileWidth * (2 + ballot::kMaxRecordBytes);

const std::string kOnline = "online";

/// A record that was opened, or why it cannot be.
struct Opened {
    std::optional<ballot::RecordContent> content;
    Error error;
    const std::string* channel{nullptr};
    bool proof{true};
};

class Reader {
public:
    Reader(BundleFolder& folder, const election::Package& package, const wire::Roster& roster, Checkpoints& checkpoints)
        : folder_(folder), package_(package), checkpoints_(checkpoints), blocks_(ballot::block_count(package.definition))
    {
        for (const wire::RosterEntry& entry : roster.terminals) signers_.emplace(crypto::key_id(entry.key), Signer{entry.key, &entry.hall});
        signers_.emplace(crypto::key_id(package.keys.online), Signer{package.keys.online, &kOnline});
        checkpoints_.look(tree_);
    }

    /// The records of one tile, each hashed into the tree.
    Result<std::vector<std::string>> entries(const log::Tile& tile)
    {
        const std::string name = "log/" + log::path_of(tile);
        ISO_TRY(const std::string bytes, folder_.text(name, kMaxEntries));
        std::vector<std::string> records;
        std::string_view rest = bytes;
        while (!rest.empty() && records.size() < tile.width) {
            if (rest.size() < 2) return fail(Errc::forged, "it ends within a record", name);
            const std::size_t size = static_cast<std::size_t>(static_cast<std::uint8_t>(rest[0])) << 8 | static_cast<std::uint8_t>(rest[1]);
            if (rest.size() < 2 + size) return fail(Errc::forged, "it ends within a record", name);
            records.emplace_back(rest.substr(2, size));
            rest.remove_prefix(2 + size);
            tree_.append(log::leaf_hash(bytes_of(records.back())));
            checkpoints_.look(tree_);
        }
        if (!rest.empty() || records.size() != tile.width) return fail(Errc::forged, "it has another number of records than its name says", name);
        return records;
    }
    crypto::Digest root() const { return tree_.root(); }

    /// Signatures and proofs on all cores, then what hangs on the order.
    void take(const std::vector<std::string>& records)
    {
        std::vector<Opened> opened(records.size());
        for_each_share(
            records.size(),
            [&](std::size_t first, std::size_t last) {
                crypto::SystemRandom random;
                for (std::size_t i = first; i < last; ++i) opened[i] = open(records[i]);
                check_proofs(std::span(opened).subspan(first, last - first), random);
            },
            64);
        for (std::size_t i = 0; i < records.size(); ++i) follow(opened[i], crypto::sha256(bytes_of(records[i])));
    }

    Status records() const { return wrong_; }
    PublicLog finish() { return std::move(log_); }

private:
    Opened open(const std::string& record) const
    {
        Opened opened;
        const auto signer = ballot::record_signer(record);
        if (!signer) return {std::nullopt, signer.error()};
        const auto known = signers_.find(*signer);
        if (known == signers_.end()) return {std::nullopt, {Errc::forged, "of a terminal that is not in the roster", ""}};
        auto content = ballot::open_record(record, known->second.key);
        if (!content) return {std::nullopt, content.error()};
        opened.channel = known->second.channel;
        opened.content = *std::move(content);
        return opened;
    }

    void check_proofs(std::span<Opened> opened, crypto::Random& random) const
    {
        std::vector<ballot::Claim> claims;
        std::vector<Opened*> claimants;
        for (Opened& one : opened) {
            const auto claim = one.content ? ballot::claim_of(*one.content) : std::nullopt;
            if (!claim) continue;
            claims.push_back(*claim);
            claimants.push_back(&one);
        }
        const auto hold = ballot::check_together(claims, blocks_, package_.keys.election, random);
        for (std::size_t i = 0; i < claims.size(); ++i) claimants[i]->proof = hold[i];
    }

    void follow(const Opened& opened, const crypto::Digest& hash)
    {
        const std::string leaf = "leaf " + std::to_string(log_.records.size());
        LoggedRecord& record = log_.records.emplace_back();
        const auto wrong = [&](const std::string& what) {
            if (wrong_) wrong_ = fail(Errc::forged, what, leaf);
        };
        if (!opened.content) return wrong(opened.error.text());
        const ballot::RecordContent& content = *opened.content;
        if (content.election != package_.id) return wrong("a record of another election");
        Chain& chain = chains_[content.terminal];
        if (content.sequence != chain.next) return wrong("a record is missing before it in its chain, or stands twice");
        if (content.previous != chain.last) return wrong("it does not follow the record before it in its chain");
        ++chain.next;
        chain.last = hash;
        record.channel = opened.channel;
        record.online = opened.channel == &kOnline;
        record.seen = see(opened, chain);
        if (const auto* event = std::get_if<ballot::EventBody>(&content.body)) {
            if (event->kind == ballot::EventKind::opened) chain.open = true;
            if (event->kind == ballot::EventKind::closed) chain.open = false;
        }
    }

    struct Chain {
        std::uint64_t next{0};
        crypto::Digest last{};
        bool open{false};
    };

    Seen see(const Opened& opened, const Chain& chain)
    {
        if (std::holds_alternative<ballot::EventBody>(opened.content->body)) return Seen::event;
        if (const auto* spoilt = std::get_if<ballot::SpoiltBody>(&opened.content->body)) {
            const bool fresh = keep(spoilt->ciphertexts);
            if (!ballot::check_opening(spoilt->ciphertexts, spoilt->revealed, package_.definition, package_.keys.election)) return Seen::opening;
            return !chain.open ? Seen::not_open : fresh ? Seen::spoilt : Seen::replay;
        }
        if (const auto* body = std::get_if<ballot::BallotBody>(&opened.content->body)) {
            const bool fresh = keep(body->ballot.ciphertexts);
            if (!opened.proof) return Seen::proof;
            return !chain.open ? Seen::not_open : fresh ? Seen::ballot : Seen::replay;
        }
        return Seen::unreadable;
    }

    /// @return  whether no ballot before has one of these ciphertexts
    bool keep(const std::vector<ballot::Ciphertext>& ciphertexts)
    {
        LoggedRecord& record = log_.records.back();
        record.at = log_.ciphertexts.size();
        bool fresh = true;
        for (const auto& [c1, c2] : ciphertexts) {
            log_.ciphertexts.push_back(c1.bytes());
            log_.ciphertexts.push_back(c2.bytes());
            fresh = known_.insert(crypto::blake2b({c1.bytes(), c2.bytes()})).second && fresh;
        }
        return fresh;
    }

    BundleFolder& folder_;
    const election::Package& package_;
    Checkpoints& checkpoints_;
    const std::size_t blocks_;
    struct Signer {
        crypto::PublicKey key;
        const std::string* channel;
    };
    std::map<crypto::KeyId, Signer> signers_;
    log::MerkleTree tree_;
    std::map<crypto::KeyId, Chain> chains_;
    std::set<crypto::Digest> known_;
    Status wrong_;
    PublicLog log_;
};

}  // namespace

std::optional<PublicLog> read_log(BundleFolder& folder, const election::Package& package, const wire::Roster& roster, Checkpoints& checkpoints, Checks& checks,
                                  const Advance& advance)
{
    const log::Checkpoint& checkpoint = checkpoints.now();
    Reader reader(folder, package, roster, checkpoints);
    const auto read_all = [&]() -> Status {
        std::vector<std::string> records;
        for (std::uint64_t done = 0; done < checkpoint.size; done += log::kTileWidth) {
            const auto width = static_cast<unsigned>(std::min<std::uint64_t>(log::kTileWidth, checkpoint.size - done));
            ISO_TRY(const auto some, reader.entries({std::nullopt, done / log::kTileWidth, width}));
            records.insert(records.end(), some.begin(), some.end());
            advance(width);
            if (records.size() < 4096 && done + width < checkpoint.size) continue;
            reader.take(records);
            records.clear();
        }
        if (reader.root() != checkpoint.root) return fail(Errc::forged, "the records are not those of the signed checkpoint", "log");
        return {};
    };
    const std::string size = std::to_string(checkpoint.size) + " records";
    bool passed = checks.note("log", read_all(), size + ", as the checkpoint says");
    if (passed) passed = checkpoints.note_kept(checks);
    passed = checks.note("records", reader.records(), "every signature and every chain holds") && passed;
    if (!passed) return std::nullopt;
    PublicLog log = reader.finish();
    const auto count = [&](Seen seen) {
        return std::count_if(log.records.begin(), log.records.end(), [&](const LoggedRecord& one) { return one.seen == seen; });
    };
    const auto false_ones = count(Seen::opening);
    checks.note("spoilt", {},
                std::to_string(count(Seen::spoilt)) + " were checked by voters and hold" +
                    (false_ones > 0 ? "; " + std::to_string(false_ones) + " DO NOT: their terminals cheat" : ""));
    return log;
}

}  // namespace isoloir::verify
