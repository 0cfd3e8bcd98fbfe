#include "shared/storage/database.hpp"

#include <sqlite3.h>

#include "shared/base/encoding.hpp"

namespace isoloir::storage {
namespace {

Error database_error(sqlite3* database)
{
    Errc code = Errc::io;
    switch (sqlite3_errcode(database) & 0xff) {
        case SQLITE_FULL: code = Errc::full; break;
        case SQLITE_CONSTRAINT: code = Errc::conflict; break;
        case SQLITE_CORRUPT: code = Errc::corrupt; break;
        case SQLITE_NOTADB: code = Errc::forged; break;
        case SQLITE_BUSY: code = Errc::conflict; break;
        default: break;
    }
    return Error{code, std::string("the database answered: ") + sqlite3_errmsg(database), {}};
}

Status run_sql(sqlite3* database, const std::string& sql)
{
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return tl::make_unexpected(database_error(database));
    return {};
}

// The cipher's parameters stand here alone. The key is raw (no KDF), the page is pinned, the rest is the release's own:
// a journal never moves between SQLCipher 3 and 4. Exclusive locking: one process, one connection, no shared memory file.
constexpr const char* kSettings =
    "PRAGMA cipher_page_size = 4096;"
    "PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA foreign_keys = ON;";
constexpr const char* kDurability =
    "PRAGMA journal_mode = WAL;"
    "PRAGMA synchronous = FULL;"
    "PRAGMA wal_autocheckpoint = 20000;";

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

Statement& Statement::bind(int index, std::int64_t number)
{
    sqlite3_bind_int64(statement_.get(), index, number);
    return *this;
}

Statement& Statement::bind(int index, ByteSpan blob)
{
    // Without an address SQLite would store NULL, and an empty value is a value.
    sqlite3_bind_blob64(statement_.get(), index, blob.empty() ? static_cast<const void*>("") : blob.data(), blob.size(), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    sqlite3_bind_text64(statement_.get(), index, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind_null(int index)
{
    sqlite3_bind_null(statement_.get(), index);
    return *this;
}

Result<bool> Statement::step()
{
    const int status = sqlite3_step(statement_.get());
    if (status == SQLITE_ROW) return true;
    if (status == SQLITE_DONE) return false;
    auto error = database_error(database_);
    sqlite3_reset(statement_.get());
    return tl::make_unexpected(std::move(error));
}

Status Statement::run()
{
    ISO_CHECK(step());
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(statement_.get(), column);
}

Bytes Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return size == 0 ? Bytes{} : Bytes(data, data + size);
}

std::string Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return data == nullptr ? std::string{} : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

bool Statement::is_null(int column) const
{
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Result<Database> Database::open(const std::filesystem::path& file, const crypto::SecretBytes& key)
{
    sqlite3* handle = nullptr;
    const int status = sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle);
    if (status != SQLITE_OK)
        return fail(Errc::io, std::string("the database cannot be opened: ") + (handle ? sqlite3_errmsg(handle) : "no memory"), file.string());

    std::string pragma = "PRAGMA key = \"x'" + to_hex(key.span()) + "'\";";
    const Status keyed = run_sql(handle, pragma);
    crypto::wipe(pragma);
    ISO_CHECK(keyed);
    ISO_CHECK(run_sql(handle, kSettings));

    // The first read shows whether the key fits; taking the write lock shows whether we are alone.
    const auto at_file = [&](const Status& result) -> Status {
        if (result) return {};
        const Errc code = result.error().code;
        if (code == Errc::forged || code == Errc::corrupt) return fail(Errc::forged, "wrong key, or not a database of ours", file.string());
        if (code == Errc::conflict) return fail(Errc::conflict, "another program has this database open", file.string());
        return fail(code, result.error().message, file.string());
    };
    ISO_CHECK(at_file(run_sql(handle, "SELECT count(*) FROM sqlite_master;")));
    ISO_CHECK(at_file(run_sql(handle, kDurability)));
    ISO_CHECK(at_file(run_sql(handle, "BEGIN EXCLUSIVE; COMMIT;")));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK)
        return tl::make_unexpected(database_error(database_.get()));
    return Statement(database_.get(), statement);
}

Status Database::execute(const std::string& sql)
{
    return run_sql(database_.get(), sql);
}

std::int64_t Database::changes() const
{
    return sqlite3_changes(database_.get());
}

Status Database::check()
{
    ISO_TRY(auto integrity, prepare("PRAGMA integrity_check(1)"));
    const auto row = integrity.step();
    if (!row || !*row || integrity.text(0) != "ok") return fail(Errc::corrupt, "the stored data are damaged; nothing was changed, call the administrator");
    return {};
}

Status Database::migrate(std::span<const char* const> steps)
{
    ISO_TRY(auto read, prepare("PRAGMA user_version"));
    ISO_CHECK(read.step());
    const auto version = read.integer(0);
    read.reset();
    const auto known = static_cast<std::int64_t>(steps.size());
    if (version > known)
        return fail(Errc::refused, "the data are of version " + std::to_string(version) + ", newer than this program; install the newer program");
    for (auto next = version; next < known; ++next) {
        ISO_TRY(auto transaction, Transaction::begin(*this));
        ISO_CHECK(execute(steps[static_cast<std::size_t>(next)]));
        ISO_CHECK(execute("PRAGMA user_version = " + std::to_string(next + 1)));
        ISO_CHECK(transaction.commit());
    }
    return {};
}

Result<Transaction> Transaction::begin(Database& database)
{
    ISO_CHECK(database.execute("BEGIN IMMEDIATE"));
    return Transaction(database.database_.get());
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself after an error; then there is nothing to do.
    if (database_ != nullptr && sqlite3_get_autocommit(database_) == 0) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Status Transaction::commit()
{
    ISO_CHECK(run_sql(database_, "COMMIT"));
    database_ = nullptr;
    return {};
}

}  // namespace isoloir::storage
