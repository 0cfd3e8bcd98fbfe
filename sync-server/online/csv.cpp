#include "sync-server/online/csv.hpp"

#include "shared/base/text.hpp"

namespace isoloir::online {
namespace {

constexpr const char* kHeadings = "the first line must be \"voter_id;projects\", or \"voter_id;projects;points\" where ballots have points";
constexpr std::string_view kMark = "\xef\xbb\xbf";

/// Without the quotes around it; quotes inside have no place in an identifier.
std::string_view unquoted(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = trimmed(cell.substr(1, cell.size() - 2));
    return cell;
}

/// The items of a cell; `wrong` says what is missing between them.
std::vector<std::string_view> items_of(std::string_view cell, const std::string& name, std::string& wrong)
{
    std::vector<std::string_view> items;
    cell = unquoted(cell);
    while (!cell.empty()) {
        const auto end = std::min(cell.find(','), cell.size());
        items.push_back(trimmed(cell.substr(0, end)));
        if (items.back().empty()) wrong = name + " between two commas is missing";
        if (end + 1 == cell.size()) wrong = name + " after the last comma is missing";
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return items;
}

OnlineLine read_line(std::string_view text, std::size_t number, bool with_points)
{
    OnlineLine line;
    line.number = number;
    std::vector<std::string_view> cells;
    for (std::size_t start = 0; start != std::string_view::npos;) {
        const auto separator = text.find(';', start);
        cells.push_back(text.substr(start, separator == std::string_view::npos ? separator : separator - start));
        start = separator == std::string_view::npos ? separator : separator + 1;
    }
    if (cells.size() != (with_points ? 3U : 2U)) {
        line.wrong = std::string(with_points ? "three" : "two") + " columns with ';' between them are expected";
        return line;
    }
    line.voter = unquoted(cells[0]);
    if (line.voter.empty()) line.wrong = "the voter is missing";
    line.projects = items_of(cells[1], "a project", line.wrong);
    if (with_points) line.points = items_of(cells[2], "a number of points", line.wrong);
    return line;
}

}  // namespace

Result<std::vector<OnlineLine>> read_csv(std::string_view text)
{
    if (!is_utf8(text)) return fail(Errc::malformed, "the file is not UTF-8; export it as \"CSV UTF-8\"");
    if (text.substr(0, kMark.size()) == kMark) text.remove_prefix(kMark.size());
    std::vector<OnlineLine> lines;
    bool heading = true;
    bool with_points = false;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view content = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (content.empty()) continue;
        if (heading) {
            with_points = ascii_upper(content) == "VOTER_ID;PROJECTS;POINTS";
            if (!with_points && ascii_upper(content) != "VOTER_ID;PROJECTS") return fail(Errc::malformed, kHeadings, "line " + std::to_string(number));
            heading = false;
            continue;
        }
        lines.push_back(read_line(content, number, with_points));
    }
    if (heading) return fail(Errc::malformed, std::string("the file is empty; ") + kHeadings);
    return lines;
}

}  // namespace isoloir::online
