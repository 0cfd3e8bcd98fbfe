#include "sync-server/online/csv.hpp"

#include "shared/base/text.hpp"

namespace isoloir::online {
namespace {

constexpr std::string_view kMark = "\xef\xbb\xbf";

/// Without the quotes around it; quotes inside have no place in an identifier.
std::string_view unquoted(std::string_view cell)
{
    cell = trimmed(cell);
    if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"') cell = trimmed(cell.substr(1, cell.size() - 2));
    return cell;
}

OnlineLine read_line(std::string_view text, std::size_t number)
{
    OnlineLine line;
    line.number = number;
    const auto separator = text.find(';');
    if (separator == std::string_view::npos || text.find(';', separator + 1) != std::string_view::npos) {
        line.wrong = "two columns with ';' between them are expected";
        return line;
    }
    line.voter = unquoted(text.substr(0, separator));
    std::string_view projects = unquoted(text.substr(separator + 1));
    if (line.voter.empty()) line.wrong = "the voter is missing";
    while (!projects.empty()) {
        const auto end = std::min(projects.find(','), projects.size());
        const std::string_view project = trimmed(projects.substr(0, end));
        if (project.empty()) line.wrong = "a project between two commas is missing";
        line.projects.push_back(project);
        if (end + 1 == projects.size()) line.wrong = "a project after the last comma is missing";
        projects.remove_prefix(std::min(end + 1, projects.size()));
    }
    return line;
}

}  // namespace

Result<std::vector<OnlineLine>> read_csv(std::string_view text)
{
    if (!is_utf8(text)) return fail(Errc::malformed, "the file is not UTF-8; export it as \"CSV UTF-8\"");
    if (text.substr(0, kMark.size()) == kMark) text.remove_prefix(kMark.size());
    std::vector<OnlineLine> lines;
    bool heading = true;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view content = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (content.empty()) continue;
        if (heading) {
            if (ascii_upper(content) != "VOTER_ID;PROJECTS")
                return fail(Errc::malformed, "the first line must be \"voter_id;projects\"", "line " + std::to_string(number));
            heading = false;
            continue;
        }
        lines.push_back(read_line(content, number));
    }
    if (heading) return fail(Errc::malformed, "the file is empty; its first line must be \"voter_id;projects\"");
    return lines;
}

}  // namespace isoloir::online
