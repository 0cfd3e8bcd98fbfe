#include "sync-server/publish/page.hpp"

#include "sync-server/publish/account.hpp"
#include "sync-server/publish/hall_map.hpp"
#include "sync-server/publish/how_chosen.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_head.hpp"
#include "sync-server/publish/page_words.hpp"
#include "sync-server/publish/participation.hpp"
#include "sync-server/publish/ranking.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rule_words.hpp"
#include "sync-server/publish/take_away.hpp"

namespace isoloir::publish {
namespace {

std::string state(const Standing& standing, const Words& words)
{
    const PageWords& own = page_words(words);
    switch (stage_of(standing)) {
        case Stage::ahead: {
            const std::string day = date_in(words, vote_phase(standing.package.definition)->from);
            return element("p id=\"state\" class=\"state ahead\"", filled(own.ahead, "{day}", day));
        }
        case Stage::open: return element("p id=\"state\" class=\"state open\"", words.open_now);
        case Stage::over: return element("p id=\"state\" class=\"state closed\"", own.over);
        case Stage::closed: return element("p id=\"state\" class=\"state closed\"", words.closed_now);
        case Stage::counted: return element("p id=\"state\" class=\"state counted\"", words.counted_now);
    }
    return {};
}

bool is_yet_to_vote(const Standing& standing)
{
    const Stage stage = stage_of(standing);
    return stage == Stage::ahead || stage == Stage::open;
}

std::string part(const char* id, const std::string& html)
{
    return html.empty() ? "" : "<div id=\"" + std::string(id) + "\">" + html + "</div>";
}

/// What a live ranking says before the count, and that it is not the result.
std::string so_far(const Standing& standing, const Words& words)
{
    const auto* outcome = shown_outcome(standing);
    if (outcome == nullptr || public_outcome(standing) != nullptr) return {};
    const auto& definition = standing.package.definition;
    const PageWords& own = page_words(words);
    const Words changed = provisional(words);
    std::string note = filled(own.so_far_note, "{opened}", number_in(words, outcome->ballots + outcome->invalid));
    note = filled(filled(note, "{accepted}", number_in(words, standing.report.accepted)), "{least}", number_in(words, definition.batch_minimum));
    return element("h2", own.so_far) + element("p class=\"note\"", note) + envelope_card(definition, *outcome, changed) +
           ranking(definition, *outcome, rule_part(definition, *outcome, "note", words), changed);
}

std::string result(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const std::string in_turn = outcome.winners.empty() ? "" : escaped(round_words(words).in_turn) + " ";
    const std::string note = "<p class=\"note\">" + in_turn + element("a href=\"#how\"", rule_words(words).heading) + "</p>";
    return envelope_card(definition, outcome, words) + ranking(definition, outcome, note, words);
}

std::string way_to_find(const Words& words)
{
    const PageWords& own = page_words(words);
    return "<p class=\"way\">" + element("a class=\"button\" href=\"/" + std::string(words.language) + "/find\"", own.find) + " " +
           element("span", own.find_text) + "</p>";
}

std::string calendar(const election::Definition& definition, const Words& words)
{
    const PageWords& own = page_words(words);
    std::string items;
    for (const election::Phase& phase : definition.phases) {
        const std::string period = filled(filled(own.period, "{from}", date_in(words, phase.from)), "{until}", date_in(words, phase.until));
        items += "<div>" + element("dt", phase_name(own, phase.kind)) + element("dd", period) + "</div>";
    }
    return items.empty() ? "" : "<section>" + element("h2", own.calendar) + "<dl class=\"phases\">" + items + "</dl></section>";
}

std::string body_part(const Standing& standing, const Words& words)
{
    const PageWords& own = page_words(words);
    const auto& definition = standing.package.definition;
    const auto* outcome = public_outcome(standing);
    const std::string news = filled(own.news, "{accepted}", number_in(words, standing.report.accepted));
    std::string html = "<div id=\"standing\" data-news=\"" + escaped(news) + "\">";
    if (outcome != nullptr) html += part("result", result(definition, *outcome, words)) + part("how", how_chosen(standing, words));
    else html += part("participation", participation(standing, words)) + part("so-far", so_far(standing, words));
    html += part("take-away", take_away(standing, words)) + part("way-to-find", way_to_find(words));
    // Once the days of the vote are over, places and hours would send people for nothing.
    if (is_yet_to_vote(standing)) html += part("where", where_to_vote(standing, words));
    return html + part("time", by_time(standing, words)) + part("communes", by_commune(standing, words)) + part("places", by_place(standing, words)) +
           part("merge", merge_report(standing, words)) + part("calendar", calendar(definition, words)) + part("proof", proof(standing, words)) +
           part("views", element("p class=\"note\"", filled(own.views, "{views}", number_in(words, standing.views)))) + "</div>";
}

/// For the script alone, which shows it: what moves by itself must be stopped when somebody wants to read in peace.
std::string follow_controls(const Words& words)
{
    const PageWords& own = page_words(words);
    return "<p id=\"follow\" class=\"follow\" hidden=\"\">" + element("span", own.follows) + " <button type=\"button\" data-resume=\"" + escaped(own.resume) +
           "\">" + escaped(own.pause) + "</button></p><p id=\"heard\" class=\"heard\" role=\"status\"></p>";
}

}  // namespace

std::string standing_part(const Standing& standing, std::string_view language)
{
    const Words& words = words_in(language);
    return state(standing, words) + body_part(standing, words);
}

std::string result_page(const Standing& standing, std::string_view language)
{
    const Words& words = words_in(language);
    const auto& definition = standing.package.definition;
    const bool goes_on = standing.phase != Phase::counted;
    std::string html = page_head(definition.title.in(words.language) + " – " + (goes_on ? words.participation : words.results), words,
                                 goes_on ? "<script src=\"/live.js\" defer=\"\"></script>" : "") +
                       "<body>" + page_header(state(standing, words), "", words) + "<main class=\"wrap\">" + element("h1", definition.title, words.language);
    // Most descriptions invite to vote: once nobody can, they would mislead.
    if (is_yet_to_vote(standing) && !definition.description.in(words.language).empty())
        html += element("p class=\"lead\"", definition.description, words.language);
    if (goes_on) html += follow_controls(words);
    return html + body_part(standing, words) + "</main>" + page_footer(definition.contacts, words) + "</body></html>\n";
}

}  // namespace isoloir::publish
