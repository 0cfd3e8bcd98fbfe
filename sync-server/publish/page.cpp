#include "sync-server/publish/page.hpp"

#include <algorithm>
#include <cstdio>

#include "shared/base/encoding.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/style.hpp"

namespace isoloir::publish {
namespace {

/// A share of a whole as a CSS width: "12.34%".
std::string percent(double part, double whole)
{
    char text[16];
    std::snprintf(text, sizeof text, "%.2f%%", whole > 0 ? std::clamp(part / whole, 0.0, 1.0) * 100 : 0.0);
    return text;
}

std::string tag(const std::string& open, const std::string& text, const std::string& close)
{
    return "<" + open + ">" + escaped(text) + "</" + close + ">";
}

/// A text of the election; where it is not in the page's language, a screen reader is told which it is.
std::string tag(const std::string& open, const election::Texts& texts, const Words& words, const std::string& close)
{
    const bool own = texts.by_language.contains(words.language);
    return tag(own ? open : open + " lang=\"" + escaped(texts.by_language.begin()->first) + "\"", texts.in(words.language), close);
}

std::string head(const Standing& standing, const Words& words)
{
    const election::Texts& title = standing.package.definition.title;
    const char* state_class = standing.phase == Phase::open ? "open" : standing.phase == Phase::closed ? "closed" : "counted";
    const char* state = standing.phase == Phase::open ? words.open_now : standing.phase == Phase::closed ? words.closed_now : words.counted_now;
    std::string html = "<!doctype html>\n<html lang=\"" + std::string(words.language) + "\"><head><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + escaped(title.in(words.language)) + " – " + words.results +
                       "</title><style>" + kStyle + "</style></head><body><header><div class=\"wrap\"><span class=\"state " + state_class + "\">" + state +
                       "</span><nav><ul>";
    for (const char* language : kLanguages) {
        const Words& other = words_in(language);
        html += std::string("<li><a href=\"/") + language + "\" lang=\"" + language + "\"" + (std::string_view(other.language) == words.language ? " aria-current=\"page\"" : "") + ">" +
                other.own_name + "</a></li>";
    }
    return html + "</ul></nav></div></header><main class=\"wrap\">" + tag("h1", title, words, "h1");
}

std::string envelope_card(const Standing& standing, const count::Outcome& outcome, const Words& words)
{
    const auto& definition = standing.package.definition;
    const auto sum = [](const char* extra, const char* name, const std::string& value) {
        return std::string("<div") + extra + "><dt>" + name + "</dt><dd>" + value + "</dd></div>";
    };
    std::string html = "<section class=\"envelope\"><dl class=\"sums\">" + sum(" class=\"main\"", words.spent, amount_in(words, outcome.spent)) +
                       sum("", words.left, amount_in(words, definition.envelope - outcome.spent)) +
                       sum("", words.envelope, amount_in(words, definition.envelope)) + sum("", words.ballots, number_in(words, outcome.ballots)) +
                       "</dl><div class=\"bar\" role=\"img\" aria-label=\"" + words.spent + " " + amount_in(words, outcome.spent) + " / " +
                       amount_in(words, definition.envelope) + "\">";
    for (const std::size_t winner : outcome.winners)
        html += "<span style=\"width:" + percent(static_cast<double>(definition.projects[winner].cost.cents), static_cast<double>(definition.envelope.cents)) + "\"></span>";
    return html + "</div></section>";
}

std::string project_card(const Standing& standing, const count::RankedProject& ranked, std::size_t rank, std::uint64_t most, const Words& words)
{
    const auto& project = standing.package.definition.projects[ranked.project];
    const bool funded = ranked.verdict == count::Verdict::funded;
    std::string html = std::string("<li class=\"project ") + (funded ? "funded" : "missed") + "\"><span class=\"rank\">" + std::to_string(rank) + "</span>" +
                       tag("h3", project.title, words, "h3") + "<span class=\"cost\">" + amount_in(words, project.cost) + "</span>";
    if (!project.place.empty()) html += tag("p class=\"where\"", project.place, "p");
    html += "<p class=\"tally\"><b>" + number_in(words, ranked.votes) + " " + (ranked.votes == 1 ? words.vote : words.votes) +
            "</b><span class=\"meter\" aria-hidden=\"true\"><span style=\"width:" + percent(static_cast<double>(ranked.votes), static_cast<double>(most)) + "\"></span></span></p>";
    if (!funded) html += std::string("<p class=\"why\">") + (ranked.verdict == count::Verdict::no_votes ? words.no_votes : words.does_not_fit) + "</p>";
    return html + "</li>";
}

std::string ranking(const Standing& standing, const count::Outcome& outcome, const Words& words)
{
    const std::uint64_t most = outcome.ranking.empty() ? 0 : outcome.ranking.front().votes;
    std::string funded;
    std::string missed;
    for (std::size_t i = 0; i < outcome.ranking.size(); ++i)
        (outcome.ranking[i].verdict == count::Verdict::funded ? funded : missed) += project_card(standing, outcome.ranking[i], i + 1, most, words);
    std::string html = std::string("<section><h2>") + words.funded + "</h2><ol class=\"projects\">" + funded + "</ol></section>";
    if (missed.empty()) return html;
    return html + "<p class=\"end\"><span>" + words.envelope_ends + "</span></p><section><h2>" + words.not_funded + "</h2><ol class=\"projects\">" + missed +
           "</ol></section>";
}

std::string row(const std::string& name, std::uint64_t number, const Words& words, const char* extra = "")
{
    return std::string("<tr><th scope=\"row\"") + extra + ">" + escaped(name) + "</th><td>" + number_in(words, number) + "</td></tr>";
}

std::string channel_name(const intake::ChannelReport& channel, const Words& words)
{
    if (channel.name == "online") return words.online;
    return channel.name == "unknown" ? words.unknown_place : channel.name;
}

std::string participation(const Standing& standing, const Words& words)
{
    std::string html = std::string("<section><h2>") + words.participation + "</h2><div class=\"card\"><p class=\"big\">" + number_in(words, standing.report.accepted) + "</p><p>" +
                       words.ballots + "</p></div>";
    return html + "<p class=\"seal\">" + words.secrecy + "</p></section>";
}

std::string by_place(const Standing& standing, const Words& words)
{
    std::string rows;
    for (const auto& channel : standing.report.channels)
        if (channel.accepted > 0) rows += row(channel_name(channel, words), channel.accepted, words);
    if (rows.empty()) return {};
    return std::string("<section><h2>") + words.by_place + "</h2><div class=\"card\"><table>" + rows + "</table></div></section>";
}

std::string merge_report(const Standing& standing, const Words& words)
{
    const intake::Report& report = standing.report;
    std::map<std::string, std::uint64_t> refused;
    for (const auto& [reason, count] : report.reasons) refused[public_reason(words, reason)] += count;
    std::string html = std::string("<section><h2>") + words.merge + "</h2><div class=\"card\"><table>" + row(words.accepted, report.accepted, words);
    if (standing.outcome) html += row(words.invalid, standing.outcome->invalid, words, " class=\"sub\"");
    html += row(words.duplicates, report.duplicates, words) + row(words.refused, report.refused, words);
    for (const auto& [reason, count] : refused) html += row(reason, count, words, " class=\"sub\"");
    return html + "</table></div></section>";
}

std::string proof(const Standing& standing, const Words& words)
{
    const std::string result = standing.outcome ? "<li><a href=\"/result.json\">result.json</a></li><li><a href=\"/result.jws\">result.jws</a></li>" : "<li><a href=\"/result.json\">result.json</a></li>";
    return std::string("<section><h2>") + words.proof + "</h2><p class=\"seal\">" + words.proof_text + " " + number_in(words, standing.log_size) + " " + words.records +
           ".</p><pre tabindex=\"0\">" + escaped(standing.checkpoint) + "</pre><ul class=\"links\"><li><a href=\"/checkpoint\">checkpoint</a></li>" + result + "</ul></section>";
}

}  // namespace

std::string result_page(const Standing& standing, std::string_view language)
{
    const Words& words = words_in(language);
    const auto& definition = standing.package.definition;
    std::string html = head(standing, words);
    if (!definition.description.in(words.language).empty()) html += tag("p class=\"lead\"", definition.description, words, "p");
    if (standing.outcome) html += envelope_card(standing, *standing.outcome, words) + ranking(standing, *standing.outcome, words);
    else html += participation(standing, words);
    html += by_place(standing, words) + merge_report(standing, words) + proof(standing, words);
    std::string contacts = escaped(definition.contacts.phone);
    if (!definition.contacts.mail.empty()) contacts += (contacts.empty() ? "" : " · ") + escaped(definition.contacts.mail);
    return html + "</main><footer><div class=\"wrap\">" + contacts + "</div></footer></body></html>\n";
}

}  // namespace isoloir::publish
