#pragma once
// What the centre keeps of one election, whatever database is behind it. One thread at a time uses a store; whoever
// shares it holds a lock (app/centre.hpp). Reading what is damaged is an error, never a guess.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/ballot/record.hpp"
#include "shared/base/result.hpp"
#include "shared/crypto/secret.hpp"
#include "shared/wire/sync.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::store {

/// 16 bytes that stand for one ciphertext, to find a copy of it.
using Mark = ByteArray<16>;

/// A record in the log, as received.
struct Leaf {
    std::uint64_t index{0};
    std::string record;
    crypto::KeyId terminal{};
    std::uint64_t sequence{0};
    crypto::Digest hash{};
    Reason reason{Reason::accepted};
    std::vector<Mark> marks;  // one for each ciphertext in it
};

/// Where a terminal's chain stands.
struct Chain {
    ballot::ChainHead head;
    bool open{false};  // the poll, after the last event
    bool forked{false};
    bool operator==(const Chain&) const = default;
};

struct Evidence {
    std::string record;
    crypto::KeyId terminal{};
    std::uint64_t sequence{0};
    crypto::Digest hash{};
    Reason reason{Reason::fork};
};

/// The last answer to a terminal, for when it was lost on the way.
struct Answer {
    crypto::Digest batch{};  // hash of what was sent
    std::string receipt;
};

/// Somebody on the electoral roll.
struct RollEntry {
    std::uint64_t number{0};  // in the order in which they were put on it, with gaps
    election::VoterTag tag{};
};

/// Somebody whose ballot was accepted.
struct VotedEntry {
    std::uint64_t leaf{0};
    election::VoterTag tag{};
    crypto::KeyId terminal{};
};

class Store {
public:
    virtual ~Store() = default;

    /// Runs `work` in one transaction: all of it is durable when this returns, or none of it after an error.
    /// @error what `work` returned;  full  no room, nothing written;  io, corrupt  nothing may be assumed: stop
    virtual Status transact(const std::function<Status()>& work) = 0;

    virtual Result<std::optional<crypto::SecretBytes>> secret(std::string_view name) = 0;
    virtual Status put_secret(std::string_view name, const crypto::SecretBytes& secret) = 0;

    /// Package, phase, result: one text each by its name.
    virtual Result<std::optional<std::string>> document(std::string_view name) = 0;
    virtual Status put_document(std::string_view name, std::string_view text) = 0;

    virtual Result<std::optional<std::string>> picture(const crypto::Digest& hash) = 0;
    virtual Status put_picture(const crypto::Digest& hash, std::string_view file) = 0;

    virtual Result<std::optional<std::string>> latest_roster() = 0;
    virtual Status put_roster(std::int64_t version, std::string_view jws) = 0;

    /// @error conflict  the index or the terminal's number is taken
    virtual Status append(const Leaf& leaf) = 0;
    /// Calls `visit` for each leaf in order.
    virtual Status each_leaf(const std::function<Status(Leaf&&)>& visit) = 0;
    virtual Result<std::optional<Leaf>> leaf(const crypto::KeyId& terminal, std::uint64_t sequence) = 0;

    /// True when nobody had this tag before; then it is the voter of leaf `index`.
    virtual Result<bool> claim_voter(const election::VoterTag& tag, std::uint64_t index) = 0;
    virtual Status put_opening(std::uint64_t index, const wire::BatchLine::Voter& voter) = 0;

    /// Voters whose ballots were accepted, in the log's order.
    virtual Result<std::vector<VotedEntry>> voted_from(std::uint64_t leaf, std::size_t limit) = 0;
    virtual Result<std::optional<crypto::Digest>> leaf_hash(std::uint64_t index) = 0;

    /// @param origin  0 for a voter card, else the number of the import that names the voter
    /// @return        true when this voter was not on the roll
    virtual Result<bool> put_on_roll(const election::VoterTag& tag, std::int64_t origin) = 0;
    /// Takes off whom the last import did not name, but no card. @return  how many
    virtual Result<std::uint64_t> strike_off_roll(std::int64_t last_import) = 0;
    virtual Result<bool> is_on_roll(const election::VoterTag& tag) = 0;
    virtual Result<std::uint64_t> roll_size() = 0;
    virtual Result<std::vector<RollEntry>> roll_from(std::uint64_t number, std::size_t limit) = 0;

    virtual Result<std::vector<std::pair<crypto::KeyId, Chain>>> chains() = 0;
    virtual Status put_chain(const crypto::KeyId& terminal, const Chain& chain) = 0;

    /// True when it was not kept yet.
    virtual Result<bool> put_evidence(const Evidence& evidence) = 0;
    virtual Status add_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count) = 0;
    /// What was refused or kept as evidence, counted by terminal and reason.
    struct Count {
        crypto::KeyId terminal{};
        Reason reason{};
        std::uint64_t count{0};
    };
    virtual Result<std::vector<Count>> refused() = 0;

    /// @error conflict  there is one of this size: a second is never signed
    virtual Status put_checkpoint(std::uint64_t size, std::string_view note) = 0;
    virtual Result<std::optional<std::string>> latest_checkpoint() = 0;

    virtual Result<std::optional<Answer>> answer(const crypto::KeyId& terminal) = 0;
    virtual Status put_answer(const crypto::KeyId& terminal, const Answer& answer) = 0;

    /// How many lines of an online file (by its hash) have been taken; 0 for a new one.
    virtual Result<std::uint64_t> lines_taken(const crypto::Digest& file) = 0;
    virtual Status put_lines_taken(const crypto::Digest& file, std::uint64_t lines) = 0;
};

}  // namespace isoloir::store
