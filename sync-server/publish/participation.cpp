#include "sync-server/publish/participation.hpp"

#include <algorithm>
#include <chrono>
#include <vector>

#include "sync-server/publish/chart.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_words.hpp"
#include "sync-server/publish/turnout.hpp"

namespace isoloir::publish {
namespace {

/// A terminal with a wrong clock must not make the page endless: then only days with ballots are shown.
constexpr std::size_t kMaxDays = 120;

std::vector<Column> days(const Turnout& turnout, const Words& words)
{
    std::vector<Column> columns;
    if (turnout.by_day.empty()) return columns;
    const auto first = day_of(turnout.by_day.begin()->first);
    const auto last = day_of(turnout.by_day.rbegin()->first);
    const bool whole = static_cast<std::size_t>((last - first).count()) < kMaxDays;
    if (whole) {
        for (auto day = first; day <= last; day += std::chrono::days{1}) {
            const auto ballots = turnout.by_day.find(iso_of(day));
            columns.push_back({date_in(words, iso_of(day)), ballots == turnout.by_day.end() ? 0 : ballots->second});
        }
    } else {
        for (const auto& [day, ballots] : turnout.by_day) columns.push_back({date_in(words, day), ballots});
    }
    columns.front().marked = columns.back().marked = true;
    return columns;
}

std::vector<Column> hours(const Turnout& turnout, const Words& words)
{
    std::vector<Column> columns;
    for (std::size_t hour = 0; hour < turnout.by_hour.size(); ++hour)
        columns.push_back({filled(page_words(words).hour, "{hour}", std::to_string(hour)), turnout.by_hour[hour], hour % 6 == 0});
    return columns;
}

std::string share(const char* name, std::uint64_t part, std::uint64_t whole, const Words& words)
{
    const std::uint64_t hundredths = whole == 0 ? 0 : (part * 200 + whole) / (2 * whole);
    return "<div>" + element("dt", name) + element("dd", number_in(words, part) + " (" + std::to_string(hundredths) + "\u00a0%)") + "</div>";
}

std::string shares(const Turnout& turnout, const Words& words)
{
    const std::uint64_t whole = turnout.in_halls + turnout.online;
    if (turnout.in_halls == 0 || turnout.online == 0) return {};
    return "<dl class=\"sums\">" + share(page_words(words).in_halls, turnout.in_halls, whole, words) + share(words.online, turnout.online, whole, words) +
           "</dl><svg class=\"bar\" aria-hidden=\"true\"><rect width=\"" + percent(turnout.in_halls, whole) + "\" height=\"100%\"></rect></svg>";
}

/// What may be said of the choices before the count.
std::string secrecy(const Standing& standing, const Words& words)
{
    const auto& definition = standing.package.definition;
    if (definition.ranking == election::Ranking::sealed) return words.secrecy;
    if (shown_outcome(standing) != nullptr || standing.phase != Phase::open) return {};
    return filled(page_words(words).so_far_waits, "{least}", number_in(words, definition.batch_minimum));
}

}  // namespace

std::string participation(const Standing& standing, const Words& words)
{
    const std::string note = secrecy(standing, words);
    const std::uint64_t accepted = standing.report.accepted;
    return "<section>" + element("h2", words.participation) + "<div class=\"envelope\"><p class=\"count\">" + element("b", number_in(words, accepted)) + " " +
           element("span", accepted == 1 ? words.one_ballot : words.ballots) + "</p>" + shares(turnout_of(standing), words) + "</div>" +
           (note.empty() ? "" : element("p class=\"note after\"", note)) + "</section>";
}

std::string by_time(const Standing& standing, const Words& words)
{
    const PageWords& own = page_words(words);
    const Turnout turnout = turnout_of(standing);
    if (turnout.by_day.empty()) return {};
    return "<section>" + element("h2", own.by_day) + chart("days", own.by_day_caption, days(turnout, words), words) + "</section><section>" +
           element("h2", own.by_hour) + chart("hours", own.by_hour_caption, hours(turnout, words), words) + "</section>";
}

std::string by_commune(const Standing& standing, const Words& words)
{
    const PageWords& own = page_words(words);
    std::map<std::string, std::uint64_t> communes;
    std::uint64_t elsewhere = 0;
    for (const auto& channel : standing.report.channels) {
        if (channel.name == "online" || channel.accepted == 0) continue;
        const auto hall = std::find_if(standing.halls.begin(), standing.halls.end(), [&](const Hall& known) { return known.name == channel.name; });
        if (hall == standing.halls.end() || hall->commune.empty()) elsewhere += channel.accepted;
        else communes[hall->commune] += channel.accepted;
    }
    if (communes.empty()) return {};
    std::vector<Column> columns;
    for (const auto& [commune, ballots] : communes) columns.push_back({commune, ballots});
    if (elsewhere > 0) columns.push_back({own.elsewhere, elsewhere});
    std::uint64_t most = 0;
    for (const Column& column : columns) most = std::max(most, column.number);
    std::string rows;
    for (const Column& column : columns) rows += metered_row(column.name, column.number, most, words);
    return "<section>" + element("h2", own.by_commune) + "<table>" + element("caption", own.in_halls) + "<tbody>" + rows + "</tbody></table></section>";
}

}  // namespace isoloir::publish
