#include "sync-server/publish/rounds_plot.hpp"

#include <span>
#include <vector>

#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_words.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rounds.hpp"

namespace isoloir::publish {
namespace {

constexpr std::size_t kShown = 10;
constexpr std::size_t kFewMore = 5;  // are shown rather than folded away

std::uint64_t cents(Money amount)
{
    return static_cast<std::uint64_t>(amount.cents);
}

std::string rect(const char* kind, Money from, Money width, Money whole)
{
    return "<rect class=\"" + std::string(kind) + "\" x=\"" + percent(cents(from), cents(whole)) + "\" width=\"" + percent(cents(width), cents(whole)) +
           "\"></rect>";
}

/// A name, a bar, and what the bar comes to.
std::string step(const char* of, const std::string& name, const std::string& also, const char* kind, const std::string& bar, const std::string& sum)
{
    return "<div class=\"" + std::string(of) + "\"><span class=\"name\">" + name + (also.empty() ? "" : " " + element("span class=\"also\"", also)) +
           "</span><svg class=\"" + kind + "\" aria-hidden=\"true\">" + bar + "</svg>" + element("span class=\"sum\"", sum) + "</div>";
}

/// One picture to those who hear the page: what it shows, and below it the table.
std::string picture(const std::string& label, const std::string& what, std::span<const std::string> steps)
{
    std::string html = "<div class=\"plot\" role=\"img\" aria-label=\"" + escaped(label) + "\" aria-describedby=\"" + what + "\">";
    for (const std::string& one : steps) html += one;
    return html + "</div>";
}

/// @param id    of what is folded, and with "-drawn" of what the drawing shows
/// @param more  summary of what is folded; "{n}"
std::string plot(const std::string& id, const char* heading, const std::string& drawn, std::span<const std::string> steps, const char* more, const Words& words)
{
    const std::string note = id + "-drawn";
    const std::size_t shown = steps.size() <= kShown + kFewMore ? steps.size() : kShown;
    std::string html = element("h3", heading) + element("p class=\"note\" id=\"" + note + "\"", drawn) + picture(heading, note, steps.first(shown));
    if (shown == steps.size()) return html;
    const auto others = steps.subspan(shown);
    return html + "<details id=\"" + id + "\">" + element("summary", filled(more, "{n}", number_in(words, others.size()))) + picture(heading, note, others) +
           "</details>";
}

}  // namespace

std::string spending_plot(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    if (outcome.rounds.empty()) return {};
    const RoundWords& own = round_words(words);
    std::vector<std::string> steps;
    bool completed = false;
    for (const count::Round& round : outcome.rounds) {
        const election::Project& project = definition.projects[round.project];
        const Money before = definition.envelope - round.left_before;
        const std::string bar = rect("before", {}, before, definition.envelope) +
                                rect(round.completing ? "granted completing" : "granted", before, project.cost, definition.envelope);
        completed = completed || round.completing;
        steps.push_back(step("step", element("b", number_in(words, steps.size() + 1)) + " " + element("span", project.title, words.language),
                             round.completing ? own.completing : "", "spending", bar, amount_in(words, project.cost)));
    }
    const std::string drawn =
        filled(own.rounds_drawn, "{envelope}", amount_in(words, definition.envelope)) + (completed ? std::string(" ") + own.completing_is : "");
    return plot("rounds", own.rounds, drawn, steps, own.other_rounds, words);
}

std::string lacking_plot(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const RoundWords& own = round_words(words);
    std::vector<std::string> steps;
    for (const count::RankedProject& ranked : outcome.ranking) {
        const auto had = there_was(definition, ranked);
        if (!had) continue;
        const election::Project& project = definition.projects[ranked.project];
        const Money lacks = project.cost - *had;
        steps.push_back(step("step lack", element("span", project.title, words.language), "", "lacking",
                             rect("had", {}, *had, project.cost) + rect("lacks", *had, lacks, project.cost),
                             filled(own.lacks, "{amount}", amount_in(words, lacks))));
    }
    return steps.empty() ? "" : plot("lacking", own.lacking, own.lacking_drawn, steps, page_words(words).others, words);
}

}  // namespace isoloir::publish
