#include "sync-server/publish/rounds_table.hpp"

#include <vector>

#include "shared/count/outcome_json.hpp"
#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rounds.hpp"

namespace isoloir::publish {
namespace {

// Laid out as cards, a table is one to a screen reader only where its elements say so themselves.
std::string head_cell(const std::string& name)
{
    return element("th scope=\"col\" role=\"columnheader\"", name);
}

/// @param html  escaped
std::string cell(const std::string& column, const std::string& html)
{
    return "<td role=\"cell\" data-column=\"" + escaped(column) + "\">" + html + "</td>";
}

std::string row_head(const election::Project& project, const Words& words, const std::string& mark = {})
{
    return "<th scope=\"row\" role=\"rowheader\">" + element("b", project.title, words.language) + " " +
           element("span class=\"where\"", std::string(words.reference) + "\u00a0" + project.id) +
           (mark.empty() ? "" : " " + element("span class=\"also\"", mark)) + "</th>";
}

std::string table(const char* kind, const char* caption, const std::vector<std::string>& columns, const std::string& rows)
{
    std::string head;
    for (const std::string& column : columns) head += head_cell(column);
    return "<table class=\"rounds " + std::string(kind) + "\" role=\"table\">" + element("caption", caption) + "<thead role=\"rowgroup\"><tr role=\"row\">" +
           head + "</tr></thead><tbody role=\"rowgroup\">" + rows + "</tbody></table>";
}

}  // namespace

std::string rounds_table(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    if (outcome.rounds.empty()) return {};
    const RoundWords& own = round_words(words);
    const Columns& columns = in_language(kColumns, words);
    const bool supporters = tells_supporters(definition);
    const bool gave_all = tells_who_gave_all(definition);
    std::vector<std::string> heads{own.round, columns.project, columns.cost, own.decided};
    if (supporters) heads.emplace_back(own.supporters);
    if (gave_all) heads.emplace_back(own.gave_all);
    heads.insert(heads.end(), {own.left_before, own.left_after});

    std::string rows;
    bool completed = false;
    std::size_t number = 0;
    for (const count::Round& round : outcome.rounds) {
        const election::Project& project = definition.projects[round.project];
        const Decided decided = decided_in(words, definition, round);
        completed = completed || round.completing;
        rows += "<tr role=\"row\">" + cell(own.round, number_in(words, ++number)) + row_head(project, words, round.completing ? own.completing : "") +
                cell(columns.cost, amount_in(words, project.cost)) +
                cell(own.decided, escaped(decided.text) + (decided.note.empty() ? "" : " " + element("small", decided.note)));
        if (supporters) rows += cell(own.supporters, number_in(words, round.supporters));
        if (gave_all) rows += cell(own.gave_all, count::says_who_gave_all(round, definition.rule) ? number_in(words, round.gave_all) : "–");
        rows += cell(own.left_before, amount_in(words, round.left_before)) + cell(own.left_after, amount_in(words, round.left_before - project.cost)) + "</tr>";
    }
    const std::string caption = std::string(own.caption) + (completed ? std::string(" ") + own.completing_is : "");
    return table("funding", caption.c_str(), heads, rows);
}

std::string missed_table(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const RoundWords& own = round_words(words);
    const Columns& columns = in_language(kColumns, words);
    std::string rows;
    for (const count::RankedProject& ranked : outcome.ranking) {
        if (ranked.verdict == count::Verdict::funded) continue;
        const election::Project& project = definition.projects[ranked.project];
        const auto had = there_was(definition, ranked);
        rows += "<tr role=\"row\">" + row_head(project, words) + cell(columns.cost, amount_in(words, project.cost)) +
                cell(own.missing, had ? amount_in(words, project.cost - *had) : "–") + cell(own.why, escaped(reason_of(words, definition, outcome, ranked))) +
                "</tr>";
    }
    return rows.empty() ? "" : table("missing", own.missed_caption, {columns.project, columns.cost, own.missing, own.why}, rows);
}

}  // namespace isoloir::publish
