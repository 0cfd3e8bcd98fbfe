#include "sync-server/publish/ranking.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "sync-server/publish/chart.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_words.hpp"

namespace isoloir::publish {
namespace {

using count::RankedProject;
using count::Verdict;

// With 150 projects a telephone would show forty screens of those that get nothing before it says where to vote.
constexpr std::size_t kMissedShown = 10;
constexpr std::size_t kFewMore = 5;  // are shown rather than folded away

std::uint64_t cents(Money amount)
{
    return static_cast<std::uint64_t>(amount.cents);
}

std::string sum(const char* open, const char* name, const std::string& value)
{
    return std::string("<") + open + ">" + element("dt", name) + element("dd", value) + "</div>";
}

/// Drawn with SVG's own attributes: the page's content policy refuses every style but the one sheet.
std::string bar(const election::Definition& definition, const count::Outcome& outcome, const std::string& label)
{
    std::string html = "<svg class=\"bar\" role=\"img\" aria-label=\"" + escaped(label) + "\">";
    const std::uint64_t whole = cents(definition.envelope);
    std::uint64_t before = 0;
    for (const std::size_t winner : outcome.winners) {
        const std::uint64_t cost = cents(definition.projects[winner].cost);
        html += "<rect x=\"" + percent(before, whole) + "\" width=\"" + percent(cost, whole) + "\" height=\"100%\"></rect>";
        before += cost;
    }
    return html + "</svg>";
}

std::string tally(const RankedProject& ranked, std::uint64_t most, const Words& words, const Measure& measure)
{
    const std::string sum = number_in(words, ranked.votes) + " " + (ranked.votes == 1 ? measure.one : measure.many);
    return "<p class=\"tally\">" + element("b", sum) + meter(ranked.votes, most) + "</p>";
}

std::string card(const election::Definition& definition, const count::Outcome& outcome, const RankedProject& ranked, std::size_t rank, std::uint64_t most,
                 const Words& words)
{
    const election::Project& project = definition.projects[ranked.project];
    const Measure& measure = measure_of(words, definition.ballot.kind);
    const bool funded = ranked.verdict == Verdict::funded;
    const std::string reference = std::string(words.reference) + " " + project.id;
    std::string html = std::string("<li class=\"project ") + (funded ? "funded" : "missed") + "\"><span class=\"rank\">" +
                       element("span class=\"heard\"", std::string(words.rank) + " ") + std::to_string(rank) + "</span>" +
                       element("h3", project.title, words.language) + "<p class=\"cost\">" + element("span class=\"heard\"", std::string(words.cost) + " ") +
                       amount_in(words, project.cost) + "</p>" +
                       element("p class=\"where\"", project.place.empty() ? reference : project.place + " · " + reference) +
                       element("p class=\"mark\"", funded ? words.is_funded : words.is_not_funded) + tally(ranked, most, words, measure);
    if (!funded) html += element("p class=\"why\"", reason_of(words, definition, outcome, ranked));
    return html + "</li>";
}

std::string list_of(std::span<const std::string> cards)
{
    std::string html = "<ol class=\"projects\" role=\"list\">";
    for (const std::string& card : cards) html += card;
    return html + "</ol>";
}

std::string missed_list(std::span<const std::string> cards, const Words& words)
{
    if (cards.size() <= kMissedShown + kFewMore) return list_of(cards);
    const auto others = cards.subspan(kMissedShown);
    return list_of(cards.first(kMissedShown)) + "<details id=\"others\">" +
           element("summary", filled(page_words(words).others, "{n}", number_in(words, others.size()))) + list_of(others) + "</details>";
}

}  // namespace

std::string envelope_card(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const std::string spent = amount_in(words, outcome.spent);
    const std::string whole = amount_in(words, definition.envelope);
    const std::string funded = number_in(words, outcome.winners.size()) + " / " + number_in(words, outcome.ranking.size());
    return "<section class=\"envelope\" aria-label=\"" + std::string(words.results) + "\"><dl class=\"sums\">" + sum("div class=\"main\"", words.spent, spent) +
           sum("div", words.envelope, whole) + sum("div", words.left, amount_in(words, definition.envelope - outcome.spent)) +
           sum("div", words.funded, funded) + sum("div", words.counted_ballots, number_in(words, outcome.ballots)) + "</dl>" +
           bar(definition, outcome, std::string(words.spent) + " " + spent + " / " + whole) + "</section>";
}

std::string ranking(const election::Definition& definition, const count::Outcome& outcome, const std::string& note, const Words& words)
{
    std::uint64_t most = 0;
    for (const RankedProject& ranked : outcome.ranking) most = std::max(most, ranked.votes);
    std::vector<std::string> funded;
    std::vector<std::string> missed;
    bool envelope_ended = false;
    for (std::size_t i = 0; i < outcome.ranking.size(); ++i) {
        const RankedProject& ranked = outcome.ranking[i];
        (ranked.verdict == Verdict::funded ? funded : missed).push_back(card(definition, outcome, ranked, i + 1, most, words));
        envelope_ended = envelope_ended || ranked.verdict == Verdict::does_not_fit;
    }
    std::string html = "<section>" + element("h2", words.funded) + note;
    html += funded.empty() ? element("p class=\"none\"", words.none_funded) : list_of(funded);
    html += "</section>";
    if (envelope_ended) html += "<p class=\"end\">" + element("span", words.envelope_ends) + "</p>";
    if (!missed.empty()) html += "<section>" + element("h2", words.not_funded) + missed_list(missed, words) + "</section>";
    return html;
}

}  // namespace isoloir::publish
