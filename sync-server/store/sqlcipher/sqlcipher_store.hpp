#pragma once
// A store in one SQLCipher database. Statements are prepared once and used again.

#include <map>
#include <memory>

#include "shared/storage/database.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {

class SqlcipherStore final : public Store {
public:
    /// Opens or creates the file and brings its tables up to date.
    /// @param key  32 bytes
    /// @error forged  wrong key;  conflict  in use by another process
    static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file, const crypto::SecretBytes& key);

    Status transact(const std::function<Status()>& work) override;
    Result<std::optional<crypto::SecretBytes>> secret(std::string_view name) override;
    Status put_secret(std::string_view name, const crypto::SecretBytes& secret) override;
    Result<std::optional<std::string>> document(std::string_view name) override;
    Status put_document(std::string_view name, std::string_view text) override;
    Result<std::optional<std::string>> picture(const crypto::Digest& hash) override;
    Status put_picture(const crypto::Digest& hash, std::string_view file) override;
    Result<std::optional<std::string>> latest_roster() override;
    Status put_roster(std::int64_t version, std::string_view jws) override;
    Status append(const Leaf& leaf) override;
    Status each_leaf(const std::function<Status(Leaf&&)>& visit) override;
    Result<std::optional<Leaf>> leaf(const crypto::KeyId& terminal, std::uint64_t sequence) override;
    Result<bool> claim_voter(const election::VoterTag& tag, std::uint64_t index) override;
    Status put_opening(std::uint64_t index, const wire::BatchLine::Voter& voter) override;
    Result<std::vector<VotedEntry>> voted_from(std::uint64_t leaf, std::size_t limit) override;
    Result<std::optional<crypto::Digest>> leaf_hash(std::uint64_t index) override;
    Result<bool> put_on_roll(const election::VoterTag& tag, std::int64_t origin) override;
    Result<std::uint64_t> strike_off_roll(std::int64_t last_import) override;
    Result<bool> is_on_roll(const election::VoterTag& tag) override;
    Result<std::uint64_t> roll_size() override;
    Result<std::vector<RollEntry>> roll_from(std::uint64_t number, std::size_t limit) override;
    Result<std::vector<std::pair<crypto::KeyId, Chain>>> chains() override;
    Status put_chain(const crypto::KeyId& terminal, const Chain& chain) override;
    Result<bool> put_evidence(const Evidence& evidence) override;
    Status add_refused(const crypto::KeyId& terminal, Reason reason, std::uint64_t count) override;
    Result<std::vector<Count>> refused() override;
    Status put_checkpoint(std::uint64_t size, std::string_view note) override;
    Result<std::optional<std::string>> latest_checkpoint() override;
    Result<std::optional<Answer>> answer(const crypto::KeyId& terminal) override;
    Status put_answer(const crypto::KeyId& terminal, const Answer& answer) override;
    Result<std::uint64_t> lines_taken(const crypto::Digest& file) override;
    Status put_lines_taken(const crypto::Digest& file, std::uint64_t lines) override;

private:
    explicit SqlcipherStore(storage::Database database) : database_(std::move(database)) {}

    /// The statement of this SQL text, ready to be bound. `sql` is a literal.
    Result<storage::Statement*> statement(const char* sql);
    /// One text, or none, from a statement that is bound.
    static Result<std::optional<std::string>> one_text(storage::Statement& statement);

    storage::Database database_;
    std::map<const char*, storage::Statement> statements_;
};

}  // namespace isoloir::store
