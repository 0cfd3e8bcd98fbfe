#include "sync-server/store/sqlcipher/sqlcipher_connection.hpp"

#include <vector>

namespace isoloir::store {
namespace {

using storage::Statement;

// Voters come in no order, so that every ballot touches a page of theirs anywhere; one that is in memory need not be read and
// deciphered. In KiB, and taken only as the pages are met: a million voters have some 100 MiB of them.
constexpr const char* kPages = "PRAGMA cache_size = -131072;";

class SqlcipherRow final : public Row {
public:
    explicit SqlcipherRow(const Statement& statement) : statement_(statement) {}
    std::int64_t integer(int column) const override { return statement_.integer(column); }
    std::string text(int column) const override { return statement_.text(column); }
    Bytes blob(int column) const override { return statement_.blob(column); }

private:
    const Statement& statement_;
};

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

/// SQLite's own names, which alone give a number its row's place and keep a table in its key's order.
std::string in_sqlite_words(std::string sql)
{
    sql = replaced(std::move(sql), "BIGINT", "INTEGER");
    sql = replaced(std::move(sql), "BYTEA", "BLOB");
    return replaced(std::move(sql), "/* clustered */", "WITHOUT ROWID");
}

}  // namespace

Result<std::unique_ptr<Connection>> SqlcipherConnection::open(const std::filesystem::path& file, const crypto::SecretBytes& key)
{
    ISO_TRY(auto database, storage::Database::open(file, key));
    ISO_CHECK(database.execute(kPages));
    return std::unique_ptr<Connection>(new SqlcipherConnection(std::move(database)));
}

Result<Statement*> SqlcipherConnection::statement(std::string_view sql, Values values)
{
    auto known = statements_.find(sql);
    if (known == statements_.end()) {
        ISO_TRY(auto prepared, database_.prepare(sql));
        known = statements_.emplace(sql, std::move(prepared)).first;
    }
    Statement& statement = known->second;
    statement.reset();
    for (std::size_t i = 0; i < values.size(); ++i) std::visit([&](const auto& value) { statement.bind(static_cast<int>(i + 1), value); }, values[i]);
    return &statement;
}

Status SqlcipherConnection::transact(const std::function<Status()>& work)
{
    ISO_TRY(auto transaction, storage::Transaction::begin(database_));
    ISO_CHECK(work());
    return transaction.commit();
}

Status SqlcipherConnection::view(const std::function<Status()>& work)
{
    return work();  // nobody else writes
}

Result<std::uint64_t> SqlcipherConnection::run(std::string_view sql, Values values)
{
    ISO_TRY(const auto prepared, statement(sql, values));
    ISO_CHECK(prepared->run());
    return static_cast<std::uint64_t>(database_.changes());
}

Status SqlcipherConnection::each(std::string_view sql, Values values, const std::function<Status(const Row&)>& visit)
{
    ISO_TRY(const auto prepared, statement(sql, values));
    const SqlcipherRow row(*prepared);
    Status visited;
    while (visited) {
        ISO_TRY(const bool more, prepared->step());
        if (!more) break;
        visited = visit(row);
    }
    prepared->reset();
    return visited;
}

Status SqlcipherConnection::migrate(std::span<const char* const> steps)
{
    std::vector<std::string> texts;
    for (const char* step : steps) texts.push_back(in_sqlite_words(step));
    std::vector<const char*> words;
    for (const std::string& text : texts) words.push_back(text.c_str());
    return database_.migrate(words);
}

}  // namespace isoloir::store
