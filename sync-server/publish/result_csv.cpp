#include "sync-server/publish/result_csv.hpp"

#include <vector>

#include "sync-server/publish/columns.hpp"

namespace isoloir::publish {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

/// Quoted where it must be. What a spreadsheet would take for a formula is text behind an apostrophe: a title is written by
/// a stranger, and read on a desk at the town hall.
std::string cell(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) text.insert(0, "'");
    if (text.find_first_of(";\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string line(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts) line += cell(text) + ';';
    line.back() = '\r';
    return line + '\n';
}

}  // namespace

Result<std::string> result_csv(const Standing& standing, std::string_view language)
{
    const auto* outcome = public_outcome(standing);
    if (outcome == nullptr) return fail(Errc::not_found, "nothing is counted yet");
    const Words& words = words_in(language);
    const Columns& columns = in_language(kColumns, words);
    const auto& definition = standing.package.definition;
    const auto kind = definition.ballot.kind;
    std::string csv =
        kByteOrderMark + line({columns.rank, columns.reference, columns.project, columns.place, columns.theme, std::string(columns.cost) + " (EUR)",
                               kind == election::BallotKind::approval ? columns.votes : columns.points, columns.verdict, columns.reason});
    std::size_t rank = 0;
    for (const auto& ranked : outcome->ranking) {
        const auto& project = definition.projects[ranked.project];
        csv += line({std::to_string(++rank), project.id, project.title.in(words.language), project.place, project.theme, decimal_in(words, project.cost),
                     std::to_string(ranked.votes), ranked.verdict == count::Verdict::funded ? words.is_funded : words.is_not_funded,
                     reason_of(words, kind, ranked)});
    }
    return csv;
}

}  // namespace isoloir::publish
