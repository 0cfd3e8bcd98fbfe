#include "sync-server/publish/how_chosen.hpp"

#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_words.hpp"
#include "sync-server/publish/result_pb.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rounds.hpp"
#include "sync-server/publish/rounds_plot.hpp"
#include "sync-server/publish/rounds_table.hpp"
#include "sync-server/publish/rule_words.hpp"

namespace isoloir::publish {
namespace {

/// With more the tables are folded away: the drawings say the most of it.
constexpr std::size_t kFewProjects = 20;

std::string note(const std::string& text)
{
    return text.empty() ? "" : element("p class=\"note\"", text);
}

std::string tables(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const std::string html = rounds_table(definition, outcome, words) + missed_table(definition, outcome, words);
    if (outcome.ranking.size() <= kFewProjects) return html;
    return "<details id=\"in-tables\">" + element("summary", page_words(words).as_table) + html + "</details>";
}

std::string recount(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    if (!publishes_ballots(definition, outcome)) return {};
    // A line ends before an option, not in its hyphens.
    std::string command = recount_command(definition);
    std::string html;
    for (auto at = command.find(" --"); at != std::string::npos; at = command.find(" --")) {
        html += element("span", command.substr(0, at)) + " ";
        command.erase(0, at + 1);
    }
    return element("p class=\"note after\"", round_words(words).recount) + "<pre class=\"command\">" + html + element("span", command) + "</pre>";
}

}  // namespace

std::string rule_part(const election::Definition& definition, const count::Outcome& outcome, const char* kind, const Words& words)
{
    return element("p class=\"" + std::string(kind) + "\"", joined(rule_in(words, definition, outcome))) +
           note(joined(rule_note_in(words, definition, outcome)));
}

std::string how_chosen(const Standing& standing, const Words& words)
{
    const auto* outcome = public_outcome(standing);
    if (outcome == nullptr) return {};
    const auto& definition = standing.package.definition;
    return "<section>" + element("h2", rule_words(words).heading) + rule_part(definition, *outcome, "rule", words) +
           note(kept_back_in(words, definition, *outcome)) + spending_plot(definition, *outcome, words) + lacking_plot(definition, *outcome, words) +
           tables(definition, *outcome, words) + recount(definition, *outcome, words) + "</section>";
}

}  // namespace isoloir::publish
