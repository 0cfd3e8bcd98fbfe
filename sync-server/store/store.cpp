#include "sync-server/store/store.hpp"

#include "shared/crypto/box.hpp"
#include "sync-server/store/columns.hpp"
#include "sync-server/store/copy.hpp"
#include "sync-server/store/places.hpp"
#include "sync-server/store/schema.hpp"

namespace isoloir::store {
namespace {

constexpr const char* kOpen = "open";
constexpr const char* kClosed = "closed";
constexpr const char* kCounted = "counted";

}  // namespace

Result<std::unique_ptr<Store>> Store::open(std::unique_ptr<Connection> connection, crypto::SecretBytes key)
{
    ISO_CHECK(connection->migrate(kSchema));
    return std::unique_ptr<Store>(new Store(std::move(connection), std::move(key)));
}

Status Store::transact(const std::function<Status()>& work)
{
    auto done = connection_->transact([&]() -> Status {
        ISO_CHECK(run("UPDATE turns SET turn = turn + 1", {}));
        turn_.reset();
        ISO_TRY(turn_, turn());
        return work();
    });
    turn_.reset();
    if (done || done.error().code == Errc::full) full_ = !done;
    return done;
}

Result<std::uint64_t> Store::turn()
{
    if (turn_) return *turn_;
    return one_number("SELECT turn FROM turns", {}).map([](std::int64_t turn) { return static_cast<std::uint64_t>(turn); });
}

Result<std::optional<std::string>> Store::one_text(std::string_view sql, List values)
{
    std::optional<std::string> text;
    ISO_CHECK(each(sql, values, [&](const Row& row) -> Status {
        text = row.text(0);
        return {};
    }));
    return text;
}

Result<std::int64_t> Store::one_number(std::string_view sql, List values)
{
    std::int64_t number = 0;
    ISO_CHECK(each(sql, values, [&](const Row& row) -> Status {
        number = row.integer(0);
        return {};
    }));
    return number;
}

Status Store::put(std::string_view update, std::string_view insert, List values)
{
    ISO_TRY(const auto changed, run(update, values));
    if (changed == 0) { ISO_CHECK(run(insert, values)); }
    return {};
}

Status Store::each_among(std::string_view select, std::span<const Value> values, const std::function<Status(const Row&)>& visit)
{
    for (std::size_t first = 0; first < values.size(); first += kRows) {
        const auto some = values.subspan(first, std::min(kRows, values.size() - first));
        ISO_CHECK(connection_->each(std::string(select) + " " + places(1, some.size()), some, visit));
    }
    return {};
}

Result<std::optional<crypto::SecretBytes>> Store::secret(std::string_view name)
{
    Bytes sealed;
    ISO_CHECK(each("SELECT sealed FROM secrets WHERE name = $1", {name}, [&](const Row& row) -> Status {
        sealed = row.blob(0);
        return {};
    }));
    if (sealed.empty()) return std::optional<crypto::SecretBytes>{};
    ISO_TRY(auto secret, crypto::open_with(key_, sealed));
    return std::optional<crypto::SecretBytes>(std::move(secret));
}

Status Store::put_secret(std::string_view name, const crypto::SecretBytes& secret)
{
    crypto::SystemRandom random;
    const Bytes sealed = crypto::seal_with(key_, secret, random);
    return run("INSERT INTO secrets (name, sealed) VALUES ($1, $2)", {name, ByteSpan(sealed)}).map([](auto) {});
}

Status Store::remove_secret(std::string_view name)
{
    return run("DELETE FROM secrets WHERE name = $1", {name}).map([](auto) {});
}

Result<std::optional<std::string>> Store::document(std::string_view name)
{
    return one_text("SELECT text FROM documents WHERE name = $1", {name});
}

Status Store::put_document(std::string_view name, std::string_view text)
{
    return put("UPDATE documents SET text = $1 WHERE name = $2", "INSERT INTO documents (text, name) VALUES ($1, $2)", {text, name});
}

Status Store::remove_document(std::string_view name)
{
    return run("DELETE FROM documents WHERE name = $1", {name}).map([](auto) {});
}

Result<std::int64_t> Store::number(std::string_view name)
{
    return one_number("SELECT number FROM numbers WHERE name = $1", {name});
}

Status Store::put_number(std::string_view name, std::int64_t number)
{
    return put("UPDATE numbers SET number = $1 WHERE name = $2", "INSERT INTO numbers (number, name) VALUES ($1, $2)", {number, name});
}

Result<Phase> Store::phase()
{
    ISO_TRY(const auto name, document("phase"));
    return name == kCounted ? Phase::counted : name == kClosed ? Phase::closed : Phase::open;
}

Status Store::put_phase(Phase phase)
{
    return put_document("phase", phase == Phase::counted ? kCounted : phase == Phase::closed ? kClosed : kOpen);
}

Result<std::optional<std::string>> Store::picture(const crypto::Digest& hash)
{
    return one_text("SELECT file FROM pictures WHERE hash = $1", {ByteSpan(hash)});
}

Status Store::put_picture(const crypto::Digest& hash, std::string_view file)
{
    return put("UPDATE pictures SET file = $1 WHERE hash = $2", "INSERT INTO pictures (file, hash) VALUES ($1, $2)", {bytes_of(file), ByteSpan(hash)});
}

Result<std::optional<std::string>> Store::latest_roster()
{
    return one_text("SELECT jws FROM rosters ORDER BY version DESC LIMIT 1", {});
}

Status Store::put_roster(std::int64_t version, std::string_view jws)
{
    return run("INSERT INTO rosters (version, jws) VALUES ($1, $2)", {version, jws}).map([](auto) {});
}

Status Store::put_checkpoint(std::int64_t epoch, std::uint64_t size, std::string_view note)
{
    return run("INSERT INTO checkpoints (epoch, size, note) VALUES ($1, $2, $3)", {epoch, to_column(size), note}).map([](auto) {});
}

Result<std::optional<std::string>> Store::latest_checkpoint()
{
    return one_text("SELECT note FROM checkpoints ORDER BY epoch DESC, size DESC LIMIT 1", {});
}

Status Store::put_loss(const crypto::KeyId& terminal, std::uint64_t next, std::string_view receipt)
{
    return put("UPDATE losses SET next = $1, receipt = $2 WHERE terminal = $3", "INSERT INTO losses (next, receipt, terminal) VALUES ($1, $2, $3)",
               {to_column(next), receipt, ByteSpan(terminal)});
}

Result<std::map<crypto::KeyId, std::uint64_t>> Store::losses()
{
    std::map<crypto::KeyId, std::uint64_t> losses;
    ISO_CHECK(each("SELECT terminal, next FROM losses", {}, [&](const Row& row) -> Status {
        ISO_TRY(const auto terminal, column_bytes<16>(row, 0));
        losses[terminal] = column_number(row, 1);
        return {};
    }));
    return losses;
}

Status Store::copy_to(Connection& other, const std::function<void(std::uint64_t leaves)>& advance)
{
    ISO_CHECK(other.migrate(kSchema));
    return view([&] { return copy_tables(*connection_, other, advance); });
}

Status Store::copy_from(Connection& other, const std::function<void(std::uint64_t leaves)>& advance)
{
    ISO_CHECK(other.migrate(kSchema));
    return copy_tables(other, *connection_, advance);
}

Result<std::optional<Answer>> Store::answer(const crypto::KeyId& terminal)
{
    std::optional<Answer> answer;
    ISO_CHECK(each("SELECT batch, receipt FROM answers WHERE terminal = $1", {ByteSpan(terminal)}, [&](const Row& row) -> Status {
        ISO_TRY(const auto batch, column_bytes<32>(row, 0));
        answer = Answer{batch, row.text(1)};
        return {};
    }));
    return answer;
}

Status Store::put_answer(const crypto::KeyId& terminal, const Answer& answer)
{
    return put("UPDATE answers SET batch = $1, receipt = $2 WHERE terminal = $3", "INSERT INTO answers (batch, receipt, terminal) VALUES ($1, $2, $3)",
               {ByteSpan(answer.batch), answer.receipt, ByteSpan(terminal)});
}

Result<std::uint64_t> Store::lines_taken(const crypto::Digest& file)
{
    return one_number("SELECT lines FROM imports WHERE file = $1", {ByteSpan(file)}).map([](std::int64_t lines) { return static_cast<std::uint64_t>(lines); });
}

Status Store::put_lines_taken(const crypto::Digest& file, std::uint64_t lines)
{
    return put("UPDATE imports SET lines = $1 WHERE file = $2", "INSERT INTO imports (lines, file) VALUES ($1, $2)", {to_column(lines), ByteSpan(file)});
}

}  // namespace isoloir::store
