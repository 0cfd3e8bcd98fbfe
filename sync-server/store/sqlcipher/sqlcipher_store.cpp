#include "sync-server/store/sqlcipher/sqlcipher_store.hpp"

#include <algorithm>

#include "sync-server/store/sqlcipher/columns.hpp"
#include "sync-server/store/sqlcipher/schema.hpp"

namespace isoloir::store {

using storage::Statement;

Result<std::unique_ptr<Store>> SqlcipherStore::open(const std::filesystem::path& file, const crypto::SecretBytes& key)
{
    ISO_TRY(auto database, storage::Database::open(file, key));
    ISO_CHECK(database.migrate(kSchema));
    return std::unique_ptr<Store>(new SqlcipherStore(std::move(database)));
}

Result<Statement*> SqlcipherStore::statement(const char* sql)
{
    const auto known = statements_.find(sql);
    if (known != statements_.end()) {
        known->second.reset();
        return &known->second;
    }
    ISO_TRY(auto prepared, database_.prepare(sql));
    return &statements_.emplace(sql, std::move(prepared)).first->second;
}

Result<std::optional<std::string>> SqlcipherStore::one_text(Statement& statement)
{
    ISO_TRY(const bool found, statement.step());
    std::optional<std::string> text;
    if (found) text = statement.text(0);
    statement.reset();
    return text;
}

Status SqlcipherStore::transact(const std::function<Status()>& work)
{
    ISO_TRY(auto transaction, storage::Transaction::begin(database_));
    ISO_CHECK(work());
    return transaction.commit();
}

Result<std::optional<crypto::SecretBytes>> SqlcipherStore::secret(std::string_view name)
{
    ISO_TRY(const auto select, statement("SELECT value FROM secrets WHERE name = ?"));
    select->bind(1, name);
    ISO_TRY(const bool found, select->step());
    if (!found) return std::optional<crypto::SecretBytes>{};
    Bytes plain = select->blob(0);
    select->reset();
    std::optional<crypto::SecretBytes> secret(std::in_place, ByteSpan(plain));
    crypto::wipe(plain);
    return secret;
}

Status SqlcipherStore::put_secret(std::string_view name, const crypto::SecretBytes& secret)
{
    ISO_TRY(const auto insert, statement("INSERT INTO secrets VALUES (?, ?)"));
    return insert->bind(1, name).bind(2, secret.span()).run();
}

Result<std::optional<std::string>> SqlcipherStore::document(std::string_view name)
{
    ISO_TRY(const auto select, statement("SELECT text FROM documents WHERE name = ?"));
    return one_text(select->bind(1, name));
}

Status SqlcipherStore::put_document(std::string_view name, std::string_view text)
{
    ISO_TRY(const auto insert, statement("INSERT OR REPLACE INTO documents VALUES (?, ?)"));
    return insert->bind(1, name).bind(2, text).run();
}

Result<std::optional<std::string>> SqlcipherStore::picture(const crypto::Digest& hash)
{
    ISO_TRY(const auto select, statement("SELECT file FROM pictures WHERE hash = ?"));
    select->bind(1, ByteSpan(hash));
    ISO_TRY(const bool found, select->step());
    std::optional<std::string> file;
    if (found) file = std::string(text_of(select->blob(0)));
    select->reset();
    return file;
}

Status SqlcipherStore::put_picture(const crypto::Digest& hash, std::string_view file)
{
    ISO_TRY(const auto insert, statement("INSERT OR REPLACE INTO pictures VALUES (?, ?)"));
    return insert->bind(1, ByteSpan(hash)).bind(2, bytes_of(file)).run();
}

Result<std::optional<std::string>> SqlcipherStore::latest_roster()
{
    ISO_TRY(const auto select, statement("SELECT jws FROM rosters ORDER BY version DESC LIMIT 1"));
    return one_text(*select);
}

Status SqlcipherStore::put_roster(std::int64_t version, std::string_view jws)
{
    ISO_TRY(const auto insert, statement("INSERT INTO rosters VALUES (?, ?)"));
    return insert->bind(1, version).bind(2, jws).run();
}

Result<std::vector<std::pair<crypto::KeyId, Chain>>> SqlcipherStore::chains()
{
    ISO_TRY(const auto select, statement("SELECT terminal, next, last, open, forked FROM chains"));
    std::vector<std::pair<crypto::KeyId, Chain>> chains;
    for (;;) {
        ISO_TRY(const bool more, select->step());
        if (!more) break;
        ISO_TRY(const auto terminal, column_bytes<16>(*select, 0));
        ISO_TRY(const auto last, column_bytes<32>(*select, 2));
        chains.push_back({terminal, {{column_number(*select, 1), last}, select->integer(3) != 0, select->integer(4) != 0}});
    }
    select->reset();
    return chains;
}

Status SqlcipherStore::put_chain(const crypto::KeyId& terminal, const Chain& chain)
{
    ISO_TRY(const auto insert, statement("INSERT OR REPLACE INTO chains VALUES (?, ?, ?, ?, ?)"));
    return insert->bind(1, ByteSpan(terminal))
        .bind(2, to_column(chain.head.next))
        .bind(3, ByteSpan(chain.head.last))
        .bind(4, std::int64_t{chain.open})
        .bind(5, std::int64_t{chain.forked})
        .run();
}

Status SqlcipherStore::put_checkpoint(std::uint64_t size, std::string_view note)
{
    ISO_TRY(const auto insert, statement("INSERT INTO checkpoints VALUES (?, ?)"));
    return insert->bind(1, to_column(size)).bind(2, note).run();
}

Result<std::optional<std::string>> SqlcipherStore::latest_checkpoint()
{
    ISO_TRY(const auto select, statement("SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1"));
    return one_text(*select);
}

Result<std::optional<Answer>> SqlcipherStore::answer(const crypto::KeyId& terminal)
{
    ISO_TRY(const auto select, statement("SELECT batch, receipt FROM answers WHERE terminal = ?"));
    select->bind(1, ByteSpan(terminal));
    ISO_TRY(const bool found, select->step());
    if (!found) return std::optional<Answer>{};
    ISO_TRY(const auto batch, column_bytes<32>(*select, 0));
    Answer answer{batch, select->text(1)};
    select->reset();
    return std::optional<Answer>(std::move(answer));
}

Status SqlcipherStore::put_answer(const crypto::KeyId& terminal, const Answer& answer)
{
    ISO_TRY(const auto insert, statement("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)"));
    return insert->bind(1, ByteSpan(terminal)).bind(2, ByteSpan(answer.batch)).bind(3, answer.receipt).run();
}

Result<std::uint64_t> SqlcipherStore::lines_taken(const crypto::Digest& file)
{
    ISO_TRY(const auto select, statement("SELECT lines FROM imports WHERE file = ?"));
    select->bind(1, ByteSpan(file));
    ISO_TRY(const bool found, select->step());
    const std::uint64_t lines = found ? column_number(*select, 0) : 0;
    select->reset();
    return lines;
}

Status SqlcipherStore::put_lines_taken(const crypto::Digest& file, std::uint64_t lines)
{
    ISO_TRY(const auto insert, statement("INSERT OR REPLACE INTO imports VALUES (?, ?)"));
    return insert->bind(1, ByteSpan(file)).bind(2, to_column(lines)).run();
}

}  // namespace isoloir::store
