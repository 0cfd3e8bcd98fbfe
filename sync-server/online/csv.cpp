#include "sync-server/online/csv.hpp"

#include <algorithm>

#include "shared/base/text.hpp"
#include "sync-server/online/text.hpp"

namespace isoloir::online {
namespace {

constexpr const char* kHeader =
    "the first line must name the columns \"voter_id\" (or \"voter_tag\") and \"projects\", and \"points\" where ballots have points, with ';' or ',' between";

using Cells = std::vector<std::string_view>;

/// The next cell of a line, which it is taken off with its separator; without the quotes around it.
Result<std::string_view> take_cell(std::string_view& line, char separator)
{
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const bool quoted = line.substr(begin).starts_with('"');
    std::size_t end = begin;
    for (bool inside = false; end < line.size() && (inside || line[end] != separator); ++end)
        if (quoted && line[end] == '"') inside = !inside;
    std::string_view cell = trimmed(line.substr(begin, end - begin));
    line.remove_prefix(end);
    if (!quoted) return cell;
    // An odd number of quotes: the last one was never closed.
    if (std::count(cell.begin(), cell.end(), '"') % 2 != 0) return fail(Errc::malformed, "a quote is not closed on its line");
    if (!cell.ends_with('"')) return fail(Errc::malformed, "there is text behind a closing quote");
    return trimmed(cell.substr(1, cell.size() - 2));
}

Result<Cells> split(std::string_view line, char separator)
{
    Cells cells;
    while (true) {
        ISO_TRY(cells.emplace_back(), take_cell(line, separator));
        if (line.empty()) return cells;
        line.remove_prefix(1);
    }
}

struct Layout {
    char separator{';'};
    std::size_t columns{0};
    std::size_t voter{0};
    bool tags{false};
    std::size_t projects{0};
    std::optional<std::size_t> points{};
};

/// @error malformed  a column twice
Result<std::optional<std::size_t>> column(const Cells& header, std::string_view name)
{
    const auto is_it = [&](std::string_view cell) { return ascii_lower(cell) == name; };
    const auto found = std::find_if(header.begin(), header.end(), is_it);
    if (found == header.end()) return std::optional<std::size_t>{};
    if (std::any_of(found + 1, header.end(), is_it)) return fail(Errc::malformed, "the column \"" + std::string(name) + "\" stands twice");
    return std::optional(static_cast<std::size_t>(found - header.begin()));
}

Result<Layout> read_header(std::string_view line)
{
    Layout layout;
    if (line.find(';') == std::string_view::npos) layout.separator = ',';
    ISO_TRY(const Cells header, split(line, layout.separator));
    layout.columns = header.size();
    ISO_TRY(const auto identifier, column(header, "voter_id"));
    ISO_TRY(const auto tag, column(header, "voter_tag"));
    ISO_TRY(const auto projects, column(header, "projects"));
    ISO_TRY(layout.points, column(header, "points"));
    if (identifier && tag)
        return fail(Errc::malformed, "both \"voter_id\" and \"voter_tag\": with tags, identities need not leave the platform; leave them out");
    if ((!identifier && !tag) || !projects) return fail(Errc::malformed, kHeader);
    layout.tags = tag.has_value();
    layout.voter = tag ? *tag : *identifier;
    layout.projects = *projects;
    return layout;
}

Status read_cells(std::string_view text, const Layout& layout, OnlineLine& line)
{
    ISO_TRY(const Cells cells, split(text, layout.separator));
    if (cells.size() != layout.columns)
        return fail(Errc::malformed, std::to_string(layout.columns) + " columns with '" + layout.separator + "' between them are expected" +
                                         (layout.separator == ',' ? "; a list of ids stands in quotes" : ""));
    const std::string_view voter = cells[layout.voter];
    if (voter.empty()) return fail(Errc::malformed, "the voter is missing");
    if (layout.tags) {
        ISO_TRY(line.voter, read_tag(voter));
    } else line.voter = std::string(voter);
    line.projects = cells[layout.projects];
    if (layout.points) line.points = cells[*layout.points];
    return {};
}

}  // namespace

Result<std::vector<OnlineLine>> read_csv(std::string_view text)
{
    Lines lines(text);
    const auto header = lines.next();
    if (!header) return fail(Errc::malformed, std::string("the file is empty; ") + kHeader);
    const auto layout = read_header(*header);
    if (!layout) return fail(layout.error().code, layout.error().message, line_place(lines.number()));
    std::vector<OnlineLine> read;
    read.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    while (const auto line = lines.next()) {
        OnlineLine& vote = read.emplace_back();
        vote.number = lines.number();
        if (const auto status = read_cells(*line, *layout, vote); !status) vote.wrong = status.error().message;
    }
    return read;
}

}  // namespace isoloir::online
