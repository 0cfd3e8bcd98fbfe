#include "terminal/screens/staff/report.hpp"

namespace isoloir::screens::staff {

using isoloir::staff::Figures;
using isoloir::staff::Poll;

using namespace ui;

namespace {

const char* title_of(Poll poll)
{
    switch (poll) {
        case Poll::not_opened: return "staff.report.zero";
        case Poll::open: return "staff.report.standing";
        case Poll::closed: break;
    }
    return "staff.report.close";
}

Node labelled(const std::string& label, const std::string& value)
{
    return column({text(label, Style::small), text(value, Style::small)}).with_gap(0.6);
}

Node slip_of(std::vector<Node> nodes)
{
    return column(std::move(nodes)).with_gap(3).with_padding(3).with_look(Look::page);
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

ui::Node report_slip(const Figures& figures, const locales::Catalogue& words)
{
    constexpr double kCodeMm = 44;
    constexpr double kSignatureMm = 16;
    std::vector<Node> nodes{text(words.text(title_of(figures.poll)), Style::title).justified(Align::center), text(figures.title), text(figures.hall),
                            labelled(words.text("staff.report.terminal"), in_groups(figures.terminal)),
                            labelled(words.text("staff.report.election"), in_groups(figures.election.substr(0, 32)))};
    for (const auto& [name, value] : report_rows(figures, words)) nodes.push_back(row({text(name).growing(), text(value)}).with_gap(3));
    nodes.push_back(labelled(words.text("staff.report.head"), in_groups(figures.chain_head)));
    if (figures.poll == Poll::closed) {
        Node code;
        code.role = Role::image;
        code.qr = closing_code(figures);
        nodes.push_back(row({spacer(), std::move(code).with_width(kCodeMm).with_height(kCodeMm), spacer()}));
    }
    nodes.push_back(text(words.text("staff.report.signature"), Style::small));
    nodes.push_back(column({}).with_height(kSignatureMm));
    return slip_of(std::move(nodes));
}

ui::Node trial_slip(const Figures& figures, const locales::Catalogue& words)
{
    return slip_of({text(words.text("staff.check.printer"), Style::title), text(figures.hall),
                    labelled(words.text("staff.report.terminal"), in_groups(figures.terminal)),
                    text(words.text("staff.clock.now", {{"date", words.date(figures.day)}, {"time", figures.time}}))});
}

std::string closing_code(const Figures& figures)
{
    return "ISOLOIR-CLOSE 1 terminal=" + figures.terminal + " election=" + figures.election.substr(0, 32) + " records=" + std::to_string(figures.records) +
           " sessions=" + std::to_string(figures.counts.sessions) + " ballots=" + std::to_string(figures.counts.ballots) +
           " spoilt=" + std::to_string(figures.counts.spoilt) + " refused=" + std::to_string(figures.counts.refused) + " head=" + figures.chain_head;
}

}  // namespace isoloir::screens::staff
