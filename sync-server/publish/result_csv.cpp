#include "sync-server/publish/result_csv.hpp"

#include <algorithm>
#include <vector>

#include "shared/count/outcome_json.hpp"
#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/page_words.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rounds.hpp"

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

/// A spreadsheet would take 3/8 for a day of August.
std::string as_text(const std::string& fraction)
{
    return fraction.find('/') == std::string::npos ? fraction : "'" + fraction;
}

/// Where each of them has ballots of its own.
bool tells_channels(const Standing& standing)
{
    const auto any = [](const count::Sums& sums) { return sums.ballots + sums.invalid > 0; };
    return standing.channels && any(standing.channels->in_halls) && any(standing.channels->online);
}

std::string line(const std::vector<std::string>& texts)
{
    std::string line;
    for (const std::string& text : texts) line += cell(text) + ';';
    line.back() = '\r';
    return line + '\n';
}

/// What the round of a project says, or as many empty cells where it had none.
std::vector<std::string> of_round(const Words& words, const election::Definition& definition, const count::Outcome& outcome, std::size_t project)
{
    const std::size_t cells = tells_who_gave_all(definition) ? 5 : 4;
    const auto round = std::find_if(outcome.rounds.begin(), outcome.rounds.end(), [&](const count::Round& each) { return each.project == project; });
    if (round == outcome.rounds.end()) return std::vector<std::string>(cells);
    const Decided decided = decided_in(words, definition, *round);
    std::vector<std::string> texts{std::to_string(round - outcome.rounds.begin() + 1),
                                   decided.note.empty() ? decided.text : decided.text + " (" + decided.note + ")", as_text(round->score.fraction),
                                   std::to_string(round->supporters)};
    if (cells > texts.size()) texts.push_back(count::says_who_gave_all(*round, definition.rule) ? std::to_string(round->gave_all) : "");
    return texts;
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
    const bool channels = tells_channels(standing);
    std::vector<std::string> head{columns.rank,
                                  columns.reference,
                                  columns.project,
                                  columns.place,
                                  columns.theme,
                                  std::string(columns.cost) + " (EUR)",
                                  kind == election::BallotKind::approval ? columns.votes : columns.points};
    if (channels) head.insert(head.end(), {page_words(words).in_halls, words.online});
    const RoundWords& own = round_words(words);
    head.insert(head.end(), {columns.verdict, columns.reason, own.round, own.decided, own.exact, own.supporters});
    if (tells_who_gave_all(definition)) head.emplace_back(own.gave_all);
    std::string csv = kByteOrderMark + line(head);
    std::size_t rank = 0;
    for (const auto& ranked : outcome->ranking) {
        const auto& project = definition.projects[ranked.project];
        std::vector<std::string> row{
            std::to_string(++rank),      project.id, project.title.in(words.language), project.place, project.theme, decimal_in(words, project.cost),
            std::to_string(ranked.votes)};
        if (channels)
            for (const count::Sums* sums : {&standing.channels->in_halls, &standing.channels->online})
                row.push_back(std::to_string(sums->votes[ranked.project]));
        row.insert(row.end(),
                   {ranked.verdict == count::Verdict::funded ? words.is_funded : words.is_not_funded, reason_of(words, definition, *outcome, ranked)});
        for (std::string& text : of_round(words, definition, *outcome, ranked.project)) row.push_back(std::move(text));
        csv += line(row);
    }
    return csv;
}

}  // namespace isoloir::publish
