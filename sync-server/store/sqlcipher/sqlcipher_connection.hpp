#pragma once
// The embedded database: one SQLCipher file, one process. Statements are prepared once and used again.

#include <filesystem>
#include <map>
#include <memory>

#include "shared/storage/database.hpp"
#include "sync-server/store/connection.hpp"

namespace isoloir::store {

class SqlcipherConnection final : public Connection {
public:
    /// Opens or creates the file.
    /// @param key  32 bytes
    /// @error forged  wrong key;  conflict  in use by another process
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, const crypto::SecretBytes& key);

    Status transact(const std::function<Status()>& work) override;
    Status view(const std::function<Status()>& work) override;
    Result<std::uint64_t> run(std::string_view sql, Values values) override;
    Status each(std::string_view sql, Values values, const std::function<Status(const Row&)>& visit) override;
    Status migrate(std::span<const char* const> steps) override;

private:
    explicit SqlcipherConnection(storage::Database database) : database_(std::move(database)) {}
    /// The statement of this text with its values bound, ready to step.
    Result<storage::Statement*> statement(std::string_view sql, Values values);

    storage::Database database_;
    std::map<std::string, storage::Statement, std::less<>> statements_;
};

}  // namespace isoloir::store
