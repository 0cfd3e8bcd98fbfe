#pragma once
// PostgreSQL, or what speaks its language (CockroachDB, YugabyteDB), through libpq: any number of processes share it.
// Nothing but tables, unique constraints and row locks is used, so that no engine's own kind of lock is needed.

#include <map>
#include <memory>
#include <string>

#include "sync-server/store/connection.hpp"

struct pg_conn;
struct pg_result;

namespace isoloir::store {

class PostgresConnection final : public Connection {
public:
    /// @param address  as libpq takes it: "postgresql://user@host/database" or "host=… dbname=…"
    /// @error malformed  no such address;  unavailable  nobody answers there, or the server refuses us
    static Result<std::unique_ptr<Connection>> open(const std::string& address);

    Status transact(const std::function<Status()>& work) override;
    Status view(const std::function<Status()>& work) override;
    Result<std::uint64_t> run(std::string_view sql, Values values) override;
    Status each(std::string_view sql, Values values, const std::function<Status(const Row&)>& visit) override;
    Status migrate(std::span<const char* const> steps) override;

private:
    struct Finish {
        void operator()(pg_conn* connection) const;
    };
    struct Clear {
        void operator()(pg_result* result) const;
    };
    using Answer = std::unique_ptr<pg_result, Clear>;

    explicit PostgresConnection(pg_conn* connection) : connection_(connection) {}
    Status set_up();
    /// Connects again where the connection was lost; never within a transaction.
    Status reconnect();
    Status one_attempt(const char* begin, const std::function<Status()>& work);
    Status attempts(const char* begin, const std::function<Status()>& work);
    Status plain(const std::string& sql);
    Status commit();
    /// The name under which this text is prepared on this connection.
    Result<const char*> prepared(std::string_view sql, const Values& values);
    Result<Answer> execute(std::string_view sql, Values values);
    Error error_of(const pg_result* result);

    std::unique_ptr<pg_conn, Finish> connection_;
    std::map<std::string, std::string, std::less<>> prepared_;
    bool in_transaction_{false};
    bool again_{false};  // the engine asks for this transaction to be run again
};

}  // namespace isoloir::store
