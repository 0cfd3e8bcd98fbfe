#include "shared/election/pabulib_table.hpp"

#include <algorithm>

#include "shared/base/text.hpp"

namespace isoloir::election {
namespace {

bool is_heading(std::string_view line)
{
    const std::string word = ascii_upper(trimmed(line));
    return word == "META" || word == "PROJECTS" || word == "VOTES";
}

/// The text of a quoted cell and how far it reaches, or nothing when the cell is not quoted.
std::optional<std::pair<std::string, std::size_t>> quoted_cell(std::string_view line)
{
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos || line[begin] != '"') return std::nullopt;
    std::string cell;
    for (std::size_t i = begin + 1; i < line.size(); ++i) {
        if (line[i] != '"') {
            cell += line[i];
        } else if (i + 1 < line.size() && line[i + 1] == '"') {
            cell += line[i++];
        } else {
            const std::size_t end = std::min(line.find(';', i + 1), line.size());
            if (!trimmed(line.substr(i + 1, end - i - 1)).empty()) return std::nullopt;
            return std::pair{cell, end};
        }
    }
    return std::nullopt;
}

}  // namespace

std::string line_place(std::size_t line)
{
    return "line " + std::to_string(line);
}

PabulibLines::PabulibLines(std::string_view text) : rest_(text)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (rest_.starts_with(mark)) rest_.remove_prefix(mark.size());
}

Result<std::optional<std::string_view>> PabulibLines::next()
{
    while (!rest_.empty()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        ++number_;
        if (!is_utf8(line)) return fail(Errc::malformed, "not valid UTF-8; save the file as UTF-8", line_place(number_));
        if (!trimmed(line).empty()) return std::optional(line);
    }
    return std::nullopt;
}

std::vector<std::string> split_cells(std::string_view line, std::size_t most)
{
    std::vector<std::string> cells;
    for (std::size_t begin = 0;;) {
        std::size_t end = std::min(line.find(';', begin), line.size());
        const bool last = cells.size() + 1 == most;
        if (const auto quoted = quoted_cell(line.substr(begin)); quoted && (!last || begin + quoted->second == line.size())) {
            cells.push_back(quoted->first);
            end = begin + quoted->second;
        } else {
            if (last) end = line.size();
            cells.emplace_back(trimmed(line.substr(begin, end - begin)));
        }
        if (end == line.size()) return cells;
        begin = end + 1;
    }
}

Result<PabulibTable> PabulibTable::open(PabulibLines& lines, std::string_view next_heading, const std::vector<std::string>& needed, LastCell last)
{
    PabulibTable table(lines, next_heading, last);
    ISO_TRY(const auto line, lines.next());
    if (!line || is_heading(*line)) return fail(Errc::malformed, "the names of the columns are expected here", line_place(lines.number()));
    table.columns_ = split_cells(*line);
    for (std::size_t i = 0; i < table.columns_.size(); ++i)
        if (table.column(table.columns_[i]) != i)
            return fail(Errc::malformed, "the column \"" + table.columns_[i] + "\" stands twice", line_place(lines.number()));
    for (const std::string& name : needed)
        if (!table.column(name)) return fail(Errc::malformed, "the column \"" + name + "\" is missing", line_place(lines.number()));
    return table;
}

Result<std::optional<std::vector<std::string>>> PabulibTable::next_row()
{
    ISO_TRY(const auto line, lines_->next());
    if (!line && next_heading_.empty()) return std::nullopt;
    if (!line) return fail(Errc::malformed, "the file ends before the section " + next_heading_, line_place(lines_->number()));
    if (is_heading(*line)) {
        if (ascii_upper(trimmed(*line)) == next_heading_) return std::nullopt;
        return fail(Errc::malformed, "the sections are META, PROJECTS and VOTES, in this order, each once", line_place(lines_->number()));
    }
    auto cells = split_cells(*line, last_ == LastCell::rest_of_line ? columns_.size() : SIZE_MAX);
    if (cells.size() != columns_.size())
        return fail(Errc::malformed, std::to_string(columns_.size()) + " columns are expected, found " + std::to_string(cells.size()),
                    line_place(lines_->number()));
    return std::optional(std::move(cells));
}

std::optional<std::size_t> PabulibTable::column(std::string_view name) const
{
    const auto found = std::find(columns_.begin(), columns_.end(), name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

Status open_meta(PabulibLines& lines)
{
    ISO_TRY(const auto line, lines.next());
    if (!line || ascii_upper(trimmed(*line)) != "META")
        return fail(Errc::malformed, "a Pabulib file begins with META", line_place(std::max<std::size_t>(lines.number(), 1)));
    return {};
}

}  // namespace isoloir::election
