#include "sync-server/store/postgres/postgres_connection.hpp"

#include <array>
#include <thread>
#include <vector>

#include <libpq-fe.h>

namespace isoloir::store {
namespace {

// Object identifiers of PostgreSQL's built-in types; they never change (pg_type.dat).
constexpr Oid kBytea = 17;
constexpr Oid kBigint = 20;
constexpr Oid kText = 25;
constexpr int kBinary = 1;

constexpr int kAttempts = 8;

// A process that is stopped within a transaction would keep all others from the log: the database ends it. An engine
// that does not know a setting is one where the setting is not needed.
constexpr std::array kSettings{
    "SET synchronous_commit = on",
    "SET idle_in_transaction_session_timeout = '10s'",
    "SET lock_timeout = '30s'",
    "SET client_min_messages = warning",
};

/// Values as libpq sends them: binary, numbers most significant byte first.
class Parameters {
public:
    explicit Parameters(Values values) : numbers_(values.size()), formats_(values.size(), kBinary)
    {
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const auto* number = std::get_if<std::int64_t>(&values[i])) {
                const auto bits = static_cast<std::uint64_t>(*number);
                for (std::size_t byte = 0; byte < 8; ++byte) numbers_[i][byte] = static_cast<char>(bits >> (8 * (7 - byte)));
                add(kBigint, numbers_[i].data(), 8);
            } else if (const auto* text = std::get_if<std::string_view>(&values[i])) {
                add(kText, text->data(), text->size());
            } else {
                const auto blob = std::get<ByteSpan>(values[i]);
                add(kBytea, reinterpret_cast<const char*>(blob.data()), blob.size());
            }
        }
    }
    int count() const { return static_cast<int>(types_.size()); }
    const Oid* types() const { return types_.data(); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void add(Oid type, const char* data, std::size_t size)
    {
        types_.push_back(type);
        values_.push_back(data == nullptr ? "" : data);  // no address would be NULL, and an empty value is a value
        lengths_.push_back(static_cast<int>(size));
    }

    std::vector<std::array<char, 8>> numbers_;
    std::vector<int> formats_;
    std::vector<Oid> types_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
};

class PostgresRow final : public Row {
public:
    PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}
    std::int64_t integer(int column) const override
    {
        std::uint64_t bits = 0;
        for (const char byte : field(column)) bits = bits << 8 | static_cast<std::uint8_t>(byte);
        // int4, as of `SELECT 1`, is four bytes.
        return field(column).size() == 4 ? static_cast<std::int32_t>(bits) : static_cast<std::int64_t>(bits);
    }
    std::string text(int column) const override { return std::string(field(column)); }
    Bytes blob(int column) const override
    {
        const ByteSpan bytes = bytes_of(field(column));
        return {bytes.begin(), bytes.end()};
    }

private:
    std::string_view field(int column) const { return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))}; }
    const PGresult* result_;
    int row_;
};

/// What an SQLSTATE means here (PostgreSQL, appendix A).
Errc code_of(std::string_view state)
{
    if (state == "23505" || state == "23514") return Errc::conflict;                                              // unique, check
    if (state.starts_with("22")) return Errc::malformed;                                                          // no such value, as a text with a NUL
    if (state == "53100") return Errc::full;                                                                      // disk full
    if (state.starts_with("53") || state.starts_with("57") || state.starts_with("55")) return Errc::unavailable;  // resources, operator, lock
    if (state.starts_with("08") || state == "25P03") return Errc::unavailable;                                    // connection
    if (state.starts_with("40")) return Errc::unavailable;                                                        // run it again
    if (state.starts_with("XX") || state.starts_with("58")) return Errc::corrupt;
    return Errc::io;
}

}  // namespace

void PostgresConnection::Finish::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

void PostgresConnection::Clear::operator()(pg_result* result) const
{
    PQclear(result);
}

Result<std::unique_ptr<Connection>> PostgresConnection::open(const std::string& address)
{
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(PQconnectdb(address.c_str())));
    if (PQstatus(connection->connection_.get()) != CONNECTION_OK)
        return fail(Errc::unavailable, std::string("PostgreSQL is not reached: ") + PQerrorMessage(connection->connection_.get()));
    ISO_CHECK(connection->set_up());
    return std::unique_ptr<Connection>(std::move(connection));
}

Status PostgresConnection::set_up()
{
    prepared_.clear();
    // What a statement has to say comes back as its error; nothing is printed past the log.
    PQsetNoticeProcessor(
        connection_.get(), [](void*, const char*) {}, nullptr);
    for (const char* setting : kSettings) {
        const Answer ignored(PQexec(connection_.get(), setting));
        if (PQstatus(connection_.get()) != CONNECTION_OK) return fail(Errc::unavailable, "PostgreSQL went away");
    }
    return {};
}

Status PostgresConnection::reconnect()
{
    // A server that went away has said so on the line: without a look there, the first question after it is back would fail.
    if (PQstatus(connection_.get()) == CONNECTION_OK && PQconsumeInput(connection_.get()) == 1) return {};
    PQreset(connection_.get());
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        return fail(Errc::unavailable, std::string("PostgreSQL is not reached: ") + PQerrorMessage(connection_.get()));
    return set_up();
}

Error PostgresConnection::error_of(const pg_result* result)
{
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const Errc code = state == nullptr ? Errc::unavailable : code_of(state);
    if (state != nullptr && std::string_view(state).starts_with("40")) again_ = true;
    // The primary message alone: a detail would quote the row, and with it a voter's tag.
    const char* message = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    return {code, std::string("PostgreSQL answered: ") + (message != nullptr ? message : "the connection was lost"), {}};
}

Status PostgresConnection::plain(const std::string& sql)
{
    const Answer answer(PQexec(connection_.get(), sql.c_str()));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK && PQresultStatus(answer.get()) != PGRES_TUPLES_OK) return tl::make_unexpected(error_of(answer.get()));
    return {};
}

Status PostgresConnection::commit()
{
    const Answer answer(PQexec(connection_.get(), "COMMIT"));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return tl::make_unexpected(error_of(answer.get()));
    // A transaction in which a statement failed is rolled back, and that is no error to PostgreSQL.
    if (std::string_view(PQcmdStatus(answer.get())) != "COMMIT") return fail(Errc::internal, "a failed statement was passed over within a transaction");
    return {};
}

Status PostgresConnection::one_attempt(const char* begin, const std::function<Status()>& work)
{
    ISO_CHECK(reconnect());
    ISO_CHECK(plain(begin));
    in_transaction_ = true;
    auto done = work();
    // Where the connection is lost here, whether it was committed is not known: the caller reads what is there.
    if (done) done = commit();
    in_transaction_ = false;
    if (!done && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) (void)plain("ROLLBACK");
    return done;
}

Status PostgresConnection::attempts(const char* begin, const std::function<Status()>& work)
{
    for (int attempt = 1;; ++attempt) {
        again_ = false;
        auto done = one_attempt(begin, work);
        if (done || !again_ || attempt == kAttempts) return done;
        std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
    }
}

Status PostgresConnection::transact(const std::function<Status()>& work)
{
    return attempts("BEGIN", work);
}

Status PostgresConnection::view(const std::function<Status()>& work)
{
    return attempts("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
}

Result<const char*> PostgresConnection::prepared(std::string_view sql, const Values& values)
{
    const auto known = prepared_.find(sql);
    if (known != prepared_.end()) return known->second.c_str();
    const std::string text(sql);
    const std::string name = "s" + std::to_string(prepared_.size());
    const Parameters parameters(values);
    const Answer answer(PQprepare(connection_.get(), name.c_str(), text.c_str(), parameters.count(), parameters.types()));
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK) return tl::make_unexpected(error_of(answer.get()));
    return prepared_.emplace(text, name).first->second.c_str();
}

Result<PostgresConnection::Answer> PostgresConnection::execute(std::string_view sql, Values values)
{
    if (!in_transaction_) ISO_CHECK(reconnect());
    ISO_TRY(const auto name, prepared(sql, values));
    const Parameters parameters(values);
    Answer answer(PQexecPrepared(connection_.get(), name, parameters.count(), parameters.values(), parameters.lengths(), parameters.formats(), kBinary));
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return tl::make_unexpected(error_of(answer.get()));
    return answer;
}

Result<std::uint64_t> PostgresConnection::run(std::string_view sql, Values values)
{
    ISO_TRY(const auto answer, execute(sql, values));
    return std::strtoull(PQcmdTuples(answer.get()), nullptr, 10);
}

Status PostgresConnection::each(std::string_view sql, Values values, const std::function<Status(const Row&)>& visit)
{
    ISO_TRY(const auto answer, execute(sql, values));
    for (int row = 0; row < PQntuples(answer.get()); ++row) ISO_CHECK(visit(PostgresRow(answer.get(), row)));
    return {};
}

Status PostgresConnection::migrate(std::span<const char* const> steps)
{
    ISO_CHECK(plain("CREATE TABLE IF NOT EXISTS schema_version (one BIGINT PRIMARY KEY, version BIGINT NOT NULL)"));
    ISO_CHECK(plain("INSERT INTO schema_version VALUES (1, 0) ON CONFLICT DO NOTHING"));
    std::int64_t version = 0;
    const auto known = static_cast<std::int64_t>(steps.size());
    const auto next_step = [&]() -> Status {
        // The row stays locked: of two programs that start at once, the second sees what the first made.
        ISO_CHECK(run("UPDATE schema_version SET version = version", {}));
        ISO_CHECK(each("SELECT version FROM schema_version", {}, [&](const Row& row) -> Status {
            version = row.integer(0);
            return {};
        }));
        if (version >= known) return {};
        ISO_CHECK(plain(steps[static_cast<std::size_t>(version)]));
        const Value next = ++version;
        return run("UPDATE schema_version SET version = $1", {&next, 1}).map([](auto) {});
    };
    do {
        ISO_CHECK(transact(next_step));
    } while (version < known);
    if (version > known)
        return fail(Errc::refused, "the data are of version " + std::to_string(version) + ", newer than this program; install the newer program");
    return {};
}

}  // namespace isoloir::store
