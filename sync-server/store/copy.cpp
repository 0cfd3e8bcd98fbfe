#include "sync-server/store/copy.hpp"

#include <algorithm>
#include <vector>

#include "sync-server/store/places.hpp"

namespace isoloir::store {
namespace {

struct Column {
    std::string_view name;
    enum class Kind { number, text, bytes } kind;
};
constexpr auto kNumber = Column::Kind::number;
constexpr auto kText = Column::Kind::text;
constexpr auto kBytes = Column::Kind::bytes;

/// The first columns are the key by which the table is read, a page at a time.
struct Table {
    const char* name;
    std::vector<Column> columns;
    std::size_t keys{1};
};

/// All but sessions and strangers: after a restore everybody logs in anew.
const std::vector<Table>& tables()
{
    static const std::vector<Table> all{
        {"secrets", {{"name", kText}, {"sealed", kBytes}}},
        {"documents", {{"name", kText}, {"text", kText}}},
        {"numbers", {{"name", kText}, {"number", kNumber}}},
        {"pictures", {{"hash", kBytes}, {"file", kBytes}}},
        {"rosters", {{"version", kNumber}, {"jws", kText}}},
        {"leaves", {{"leaf", kNumber}, {"record", kText}, {"terminal", kBytes}, {"seq", kNumber}, {"hash", kBytes}, {"reason", kNumber}, {"marks", kBytes}}},
        {"openings", {{"leaf", kNumber}, {"tag", kBytes}, {"opening", kBytes}}},
        {"voters", {{"tag", kBytes}, {"leaf", kNumber}, {"terminal", kBytes}, {"hour", kNumber}}},
        {"roll", {{"number", kNumber}, {"tag", kBytes}, {"origin", kNumber}}},
        {"chains", {{"terminal", kBytes}, {"next", kNumber}, {"last", kBytes}, {"open", kNumber}, {"forked", kNumber}, {"turn", kNumber}}},
        {"tallies", {{"terminal", kBytes}, {"reason", kNumber}, {"count", kNumber}, {"turn", kNumber}}, 2},
        {"evidence", {{"hash", kBytes}, {"record", kText}, {"terminal", kBytes}, {"seq", kNumber}, {"reason", kNumber}}},
        {"losses", {{"terminal", kBytes}, {"next", kNumber}, {"receipt", kText}}},
        {"checkpoints", {{"epoch", kNumber}, {"size", kNumber}, {"note", kText}}, 2},
        {"answers", {{"terminal", kBytes}, {"batch", kBytes}, {"receipt", kText}}},
        {"rounds", {{"until", kNumber}, {"ballots", kNumber}, {"invalid", kNumber}, {"votes", kText}}},
        {"imports", {{"file", kBytes}, {"lines", kNumber}}},
        {"api_tokens", {{"hash", kBytes}, {"name", kText}, {"last_hour", kNumber}, {"withdrawn", kNumber}}},
        {"posts", {{"post", kBytes}, {"answer", kText}}},
        {"accounts",
         {{"name", kText},
          {"role", kNumber},
          {"halls", kText},
          {"disabled", kNumber},
          {"password", kText},
          {"last_step", kNumber},
          {"invitation", kBytes},
          {"invited_until", kNumber},
          {"failures", kNumber},
          {"locked_until", kNumber},
          {"seen", kNumber}}},
        {"recovery_codes", {{"hash", kBytes}, {"account", kText}}},
        {"audit", {{"number", kNumber}, {"time", kNumber}, {"account", kText}, {"act", kText}, {"subject", kText}, {"done", kNumber}, {"detail", kText}}},
        {"terminal_notes", {{"terminal", kBytes}, {"seen", kNumber}, {"version", kText}, {"waiting", kNumber}, {"battery", kNumber}}},
        {"suspended", {{"terminal", kBytes}, {"since", kNumber}}},
        {"draft_pictures", {{"name", kText}, {"file", kBytes}}},
        {"import_reports", {{"number", kNumber}, {"json", kText}}},
        {"bundle_files", {{"path", kText}, {"bytes", kNumber}, {"hash", kBytes}, {"first", kNumber}}},
        {"bundle_pieces", {{"number", kNumber}, {"piece", kBytes}}},
    };
    return all;
}

/// A row that outlives its visit.
struct Cell {
    std::int64_t number{0};
    std::string text;
    Bytes bytes;
};

Value value_of(const Cell& cell, const Column& column)
{
    switch (column.kind) {
        case kNumber: return cell.number;
        case kText: return std::string_view(cell.text);
        case kBytes: return ByteSpan(cell.bytes);
    }
    return std::int64_t{0};
}

class TableCopy {
public:
    TableCopy(const Table& table, Connection& from, Connection& to) : table_(table), from_(from), to_(to)
    {
        for (const Column& column : table.columns) names_ += (names_.empty() ? "" : ", ") + std::string(column.name);
        for (std::size_t i = 0; i < table.keys; ++i) key_ += (i == 0 ? "" : ", ") + std::string(table.columns[i].name);
    }

    Status run(const std::function<void(std::uint64_t)>& advance)
    {
        ISO_CHECK(read_page(""));
        while (!page_.empty()) {
            ISO_CHECK(write_page());
            advance(page_.size() / table_.columns.size());
            const std::size_t last = page_.size() - table_.columns.size();
            std::vector<Cell> after(page_.begin() + static_cast<std::ptrdiff_t>(last), page_.begin() + static_cast<std::ptrdiff_t>(last + table_.keys));
            page_.clear();
            // Row values compare as SQL-92 has it: key by key.
            ISO_CHECK(table_.keys == 1 ? read_page("WHERE " + key_ + " > $1", after) : read_after_two(after));
        }
        return {};
    }

private:
    static constexpr std::size_t kPage = 500;

    /// (a, b) > (x, y) in the words that every engine knows.
    Status read_after_two(const std::vector<Cell>& after)
    {
        const std::string a(table_.columns[0].name);
        const std::string b(table_.columns[1].name);
        return read_page("WHERE " + a + " > $1 OR (" + a + " = $2 AND " + b + " > $3)", {after[0], after[0], after[1]}, {0, 0, 1});
    }

    Status read_page(const std::string& condition, const std::vector<Cell>& after = {}, const std::vector<std::size_t>& columns = {0})
    {
        std::vector<Value> values;
        for (std::size_t i = 0; i < after.size(); ++i) values.push_back(value_of(after[i], table_.columns[columns[i]]));
        const std::string sql = "SELECT " + names_ + " FROM " + table_.name + " " + condition + " ORDER BY " + key_ + " LIMIT " + std::to_string(kPage);
        return from_.each(sql, values, [&](const Row& row) -> Status {
            for (std::size_t i = 0; i < table_.columns.size(); ++i) {
                Cell& cell = page_.emplace_back();
                const int column = static_cast<int>(i);
                switch (table_.columns[i].kind) {
                    case kNumber: cell.number = row.integer(column); break;
                    case kText: cell.text = row.text(column); break;
                    case kBytes: cell.bytes = row.blob(column); break;
                }
            }
            return {};
        });
    }

    Status write_page()
    {
        std::vector<Value> values;
        for (std::size_t i = 0; i < page_.size(); ++i) values.push_back(value_of(page_[i], table_.columns[i % table_.columns.size()]));
        return insert_rows(to_, std::string("INSERT INTO ") + table_.name + " (" + names_ + ")", table_.columns.size(), values);
    }

    const Table& table_;
    Connection& from_;
    Connection& to_;
    std::string names_;
    std::string key_;
    std::vector<Cell> page_;
};

}  // namespace

Status copy_tables(Connection& from, Connection& to, const std::function<void(std::uint64_t leaves)>& advance)
{
    const auto nobody = [](std::uint64_t) {};
    const auto copy = [&]() -> Status {
        for (const Table& table : tables()) ISO_CHECK(TableCopy(table, from, to).run(table.name == std::string_view("leaves") ? advance : nobody));
        std::int64_t turn = 0;
        ISO_CHECK(from.each("SELECT turn FROM turns", {}, [&](const Row& row) -> Status {
            turn = row.integer(0);
            return {};
        }));
        const Value value = turn;
        return to.run("UPDATE turns SET turn = $1", {&value, 1}).map([](auto) {});
    };
    return to.transact(copy);
}

}  // namespace isoloir::store
