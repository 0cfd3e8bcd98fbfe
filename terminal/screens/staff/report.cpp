#include "terminal/screens/staff/report.hpp"

namespace isoloir::screens::staff {

using isoloir::staff::Figures;
using isoloir::staff::Poll;

namespace {

/// Characters, as a printer counts them.
std::size_t length_of(const std::string& text)
{
    std::size_t length = 0;
    for (const char byte : text) length += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
    return length;
}

/// Broken at spaces; a word that is longer than a line stands alone on its line.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns)
{
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        at = end + 1;
        if (!line.empty() && length_of(line) + 1 + length_of(word) > columns) {
            lines.push_back(std::move(line));
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    lines.push_back(std::move(line));
    return lines;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> report_rows(const Figures& figures, const locales::Catalogue& words)
{
    return {{words.text("staff.report.when"), words.text("staff.clock.now", {{"date", words.date(figures.day)}, {"time", figures.time}})},
            {words.text("staff.count.sessions"), std::to_string(figures.counts.sessions)},
            {words.text("staff.count.ballots"), std::to_string(figures.counts.ballots)},
            {words.text("staff.count.spoilt"), std::to_string(figures.counts.spoilt)},
            {words.text("staff.count.refused"), std::to_string(figures.counts.refused)},
            {words.text("staff.report.records"), std::to_string(figures.records)},
            {words.text("staff.report.waiting"), std::to_string(figures.waiting)}};
}

std::string in_groups(const std::string& hex)
{
    std::string groups;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % 4 == 0) groups += ' ';
        groups += hex[i];
    }
    return groups;
}

std::vector<std::string> report_lines(const Figures& figures, const locales::Catalogue& words, std::size_t columns)
{
    const std::string rule(columns, '-');
    std::vector<std::string> lines;
    const auto add = [&](const std::string& text) {
        for (auto& line : wrapped(text, columns)) lines.push_back(std::move(line));
    };
    add(words.text(figures.poll == Poll::not_opened ? "staff.report.zero" : figures.poll == Poll::closed ? "staff.report.close" : "staff.report.standing"));
    lines.push_back(rule);
    add(figures.title);
    add(figures.hall);
    add(words.text("staff.report.terminal"));
    add(in_groups(figures.terminal));
    add(words.text("staff.report.election"));
    add(in_groups(figures.election.substr(0, 32)));
    lines.push_back(rule);
    for (const auto& [name, value] : report_rows(figures, words)) {
        const std::size_t used = length_of(name) + length_of(value);
        if (used < columns) {
            lines.push_back(name + std::string(columns - used, ' ') + value);
        } else {
            add(name);
            lines.push_back(std::string(columns > length_of(value) ? columns - length_of(value) : 0, ' ') + value);
        }
    }
    lines.push_back(rule);
    add(words.text("staff.report.head"));
    add(in_groups(figures.chain_head));
    lines.push_back(rule);
    add(words.text("staff.report.signature"));
    lines.insert(lines.end(), {"", "", rule});
    return lines;
}

std::string closing_code(const Figures& figures)
{
    return "ISOLOIR-CLOSE 1 terminal=" + figures.terminal + " election=" + figures.election.substr(0, 32) + " records=" + std::to_string(figures.records) +
           " sessions=" + std::to_string(figures.counts.sessions) + " ballots=" + std::to_string(figures.counts.ballots) +
           " spoilt=" + std::to_string(figures.counts.spoilt) + " refused=" + std::to_string(figures.counts.refused) + " head=" + figures.chain_head;
}

}  // namespace isoloir::screens::staff
