// What admins work with beside the log: what terminals say of themselves, a draft's pictures, what imports did.

#include "sync-server/store/columns.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::store {

Status Store::put_terminal_note(const crypto::KeyId& terminal, const TerminalNote& note)
{
    return put("UPDATE terminal_notes SET seen = $1, version = $2, waiting = $3, battery = $4 WHERE terminal = $5",
               "INSERT INTO terminal_notes (seen, version, waiting, battery, terminal) VALUES ($1, $2, $3, $4, $5)",
               {note.seen, std::string_view(note.version), note.waiting, note.battery, ByteSpan(terminal)});
}

Result<std::map<crypto::KeyId, TerminalNote>> Store::terminal_notes()
{
    std::map<crypto::KeyId, TerminalNote> notes;
    ISO_CHECK(each("SELECT terminal, seen, version, waiting, battery FROM terminal_notes", {}, [&](const Row& row) -> Status {
        ISO_TRY(const auto terminal, column_bytes<16>(row, 0));
        notes[terminal] = {row.integer(1), row.text(2), row.integer(3), row.integer(4)};
        return {};
    }));
    return notes;
}

Result<bool> Store::suspend(const crypto::KeyId& terminal, std::int64_t since)
{
    ISO_TRY(const auto there, one_number("SELECT count(*) FROM suspended WHERE terminal = $1", {ByteSpan(terminal)}));
    if (there > 0) return false;
    ISO_CHECK(run("INSERT INTO suspended (terminal, since) VALUES ($1, $2)", {ByteSpan(terminal), since}));
    return true;
}

Result<bool> Store::resume(const crypto::KeyId& terminal)
{
    return run("DELETE FROM suspended WHERE terminal = $1", {ByteSpan(terminal)}).map([](auto gone) { return gone > 0; });
}

Result<std::set<crypto::KeyId>> Store::suspended()
{
    std::set<crypto::KeyId> terminals;
    ISO_CHECK(each("SELECT terminal FROM suspended", {}, [&](const Row& row) -> Status {
        ISO_TRY(const auto terminal, column_bytes<16>(row, 0));
        terminals.insert(terminal);
        return {};
    }));
    return terminals;
}

Status Store::put_draft_picture(std::string_view name, std::string_view file)
{
    return put("UPDATE draft_pictures SET file = $1 WHERE name = $2", "INSERT INTO draft_pictures (file, name) VALUES ($1, $2)", {bytes_of(file), name});
}

Result<std::optional<std::string>> Store::draft_picture(std::string_view name)
{
    return one_text("SELECT file FROM draft_pictures WHERE name = $1", {name});
}

Result<std::vector<std::string>> Store::draft_pictures()
{
    std::vector<std::string> names;
    ISO_CHECK(each("SELECT name FROM draft_pictures ORDER BY name", {}, [&](const Row& row) -> Status {
        names.push_back(row.text(0));
        return {};
    }));
    return names;
}

Result<bool> Store::remove_draft_picture(std::string_view name)
{
    return run("DELETE FROM draft_pictures WHERE name = $1", {name}).map([](auto gone) { return gone > 0; });
}

Status Store::remove_draft_pictures()
{
    return run("DELETE FROM draft_pictures", {}).map([](auto) {});
}

Result<std::uint64_t> Store::add_import_report(std::string_view json)
{
    ISO_TRY(const auto last, one_number("SELECT coalesce(max(number), 0) FROM import_reports", {}));
    ISO_CHECK(run("INSERT INTO import_reports (number, json) VALUES ($1, $2)", {last + 1, json}));
    return static_cast<std::uint64_t>(last + 1);
}

Status Store::put_import_report(std::uint64_t number, std::string_view json)
{
    return run("UPDATE import_reports SET json = $1 WHERE number = $2", {json, to_column(number)}).map([](auto) {});
}

Result<std::optional<std::string>> Store::import_report(std::uint64_t number)
{
    return one_text("SELECT json FROM import_reports WHERE number = $1", {to_column(number)});
}

Result<std::vector<std::pair<std::uint64_t, std::string>>> Store::import_reports(std::size_t limit)
{
    std::vector<std::pair<std::uint64_t, std::string>> reports;
    ISO_CHECK(each("SELECT number, json FROM import_reports ORDER BY number DESC LIMIT $1", {to_column(limit)}, [&](const Row& row) -> Status {
        reports.emplace_back(column_number(row, 0), row.text(1));
        return {};
    }));
    return reports;
}

}  // namespace isoloir::store
