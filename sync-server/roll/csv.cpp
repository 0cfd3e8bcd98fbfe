#include "sync-server/roll/csv.hpp"

#include <algorithm>
#include <optional>

#include "shared/base/text.hpp"

namespace isoloir::roll {
namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf";
constexpr std::string_view kSeparators = ";,\t";

/// Takes the next cell off the line, without the quotes around it.
std::string_view take_cell(std::string_view& line, std::optional<char> separator)
{
    bool quoted = false;
    std::size_t end = 0;
    for (; end < line.size() && (quoted || line[end] != separator); ++end)
        if (line[end] == '"') quoted = !quoted;
    std::string_view cell = trimmed(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = trimmed(cell.substr(1, cell.size() - 2));
    return cell;
}

struct Layout {
    std::optional<char> separator;
    std::size_t column{0};
};

/// What the first line says about the others, when it is a header.
std::optional<Layout> read_header(std::string_view line)
{
    Layout layout;
    if (const auto at = line.find_first_of(kSeparators); at != std::string_view::npos) layout.separator = line[at];
    for (; !line.empty(); ++layout.column) {
        const std::string name = ascii_lower(take_cell(line, layout.separator));
        if (std::find(kIdentifierColumns.begin(), kIdentifierColumns.end(), name) != kIdentifierColumns.end()) return layout;
    }
    return std::nullopt;
}

/// A header that we do not know must not end up as somebody's code: identifiers of a list without header have a digit in
/// the first of them, and no separator.
bool is_bare_identifier(std::string_view line)
{
    return line.find_first_of(kSeparators) == std::string_view::npos && line.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

Result<std::vector<RollLine>> read_csv(std::string_view text)
{
    if (!is_utf8(text)) return fail(Errc::malformed, "the file is not UTF-8; export it as \"CSV UTF-8\"");
    if (text.substr(0, kMark.size()) == kMark) text.remove_prefix(kMark.size());
    std::vector<RollLine> lines;
    std::optional<Layout> layout;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        // Not trimmed as a whole: a tab at its begin parts two cells.
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (trimmed(line).empty()) continue;
        if (!layout) {
            layout = read_header(line);
            if (layout) continue;
            if (!is_bare_identifier(line))
                return fail(Errc::malformed,
                            "the first line must name the column with the identifiers (\"voter_id\"), or be an identifier alone, with a digit in it",
                            "line " + std::to_string(number));
            layout.emplace();
        }
        std::string_view cell;
        for (std::size_t column = 0; column <= layout->column; ++column) cell = take_cell(line, layout->separator);
        lines.push_back({number, cell});
    }
    if (lines.empty()) return fail(Errc::malformed, "there is nobody in this file");
    return lines;
}

}  // namespace isoloir::roll
