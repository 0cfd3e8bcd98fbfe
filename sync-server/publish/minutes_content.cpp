#include "sync-server/publish/minutes_content.hpp"

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"
#include "shared/log/checkpoint.hpp"
#include "sync-server/publish/account.hpp"
#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/minutes_words.hpp"
#include "sync-server/publish/result_pb.hpp"
#include "sync-server/publish/round_words.hpp"
#include "sync-server/publish/rounds.hpp"
#include "sync-server/publish/rule_words.hpp"

namespace isoloir::publish {
namespace {

using count::Verdict;
using Lines = std::vector<Line>;

void operator+=(Lines& lines, Lines more)
{
    std::move(more.begin(), more.end(), std::back_inserter(lines));
}

Line one(Look look, std::string text)
{
    return {look, Grid::whole, {{std::move(text)}}};
}

Line fact(const std::string& name, std::string value)
{
    return {Look::fact, Grid::facts, {{capitalized(name)}, {std::move(value)}}};
}

Line fingerprint(const std::string& name, std::string value)
{
    return {Look::print, Grid::facts, {{name}, {std::move(value)}}};
}

Lines opening(const Standing& standing, const count::Outcome& outcome, const Words& words)
{
    const MinutesWords& own = minutes_words(words);
    const auto& definition = standing.package.definition;
    Lines lines{one(Look::kind, own.minutes), one(Look::title, definition.title.in(words.language)), {Look::blank, Grid::halves, {{own.body}, {own.session}}}};
    if (const std::string period = period_in(words, definition); !period.empty()) lines.push_back(fact(own.period, period));
    lines.push_back(fact(words.envelope, amount_in(words, definition.envelope)));
    lines.push_back(fact(words.spent, amount_in(words, outcome.spent)));
    lines.push_back(fact(words.left, amount_in(words, definition.envelope - outcome.spent)));
    lines.push_back(fact(words.funded, number_in(words, outcome.winners.size()) + " / " + number_in(words, outcome.ranking.size())));
    return lines;
}

Line channel_row(Look look, const std::string& name, const std::array<std::uint64_t, 4>& numbers, const Words& words)
{
    Line line{look, Grid::channels, {{name}}};
    std::uint64_t received = 0;
    for (const std::uint64_t number : numbers) received += number;
    line.cells.push_back({number_in(words, received)});
    for (const std::uint64_t number : numbers) line.cells.push_back({number_in(words, number)});
    return line;
}

Lines ballots(const Standing& standing, const count::Outcome& outcome, const Words& words)
{
    const MinutesWords& own = minutes_words(words);
    const intake::Report& report = standing.report;
    Lines lines{one(Look::section, own.ballots),
                {Look::head, Grid::channels, {{own.place}, {own.received}, {own.accepted}, {own.duplicates}, {own.refused}, {own.checks}}}};
    for (const auto& channel : report.channels)
        lines.push_back(channel_row(Look::row, channel_name(channel, words), {channel.accepted, channel.duplicates, channel.refused, channel.spoilt}, words));
    lines.push_back(channel_row(Look::sum, own.total, {report.accepted, report.duplicates, report.refused, report.spoilt}, words));
    lines.push_back(fact(words.counted_ballots, number_in(words, outcome.ballots)));
    lines.push_back(fact(own.invalid, number_in(words, outcome.invalid)));
    if (report.spoilt > 0) lines.push_back(one(Look::text, words.spoilt_text));
    const auto reasons = public_reasons(report, words);
    if (reasons.empty()) return lines;
    lines.push_back({Look::head, Grid::reasons, {{own.reasons}, {own.refused}}});
    for (const auto& [reason, number] : reasons) lines.push_back({Look::row, Grid::reasons, {{capitalized(reason)}, {number_in(words, number)}}});
    return lines;
}

std::string titled(const election::Project& project, const Words& words)
{
    return project.title.in(words.language) + " (" + words.reference + "\u00a0" + project.id + ")";
}

Lines ranking(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const Columns& columns = in_language(kColumns, words);
    const auto kind = definition.ballot.kind;
    Lines lines{one(Look::section, minutes_words(words).ranking)};
    for (const auto& sentences : {rule_in(words, definition, outcome), rule_note_in(words, definition, outcome)})
        for (const std::string& sentence : sentences) lines.push_back(one(Look::text, sentence));
    lines.push_back({Look::head,
                     Grid::ranking,
                     {{columns.rank},
                      {columns.project},
                      {columns.place},
                      {columns.cost},
                      {kind == election::BallotKind::approval ? columns.votes : columns.points},
                      {columns.spent},
                      {columns.verdict}}});
    Lines missed;
    Money spent;
    std::size_t rank = 0;
    for (const auto& ranked : outcome.ranking) {
        const auto& project = definition.projects[ranked.project];
        const bool funded = ranked.verdict == Verdict::funded;
        if (funded) spent += project.cost;
        (funded ? lines : missed)
            .push_back({Look::row,
                        Grid::ranking,
                        {{number_in(words, ++rank)},
                         {titled(project, words), funded ? "" : reason_of(words, definition, outcome, ranked)},
                         {project.place},
                         {amount_in(words, project.cost)},
                         {number_in(words, ranked.votes)},
                         {funded ? amount_in(words, spent) : "–"},
                         {funded ? words.is_funded : words.is_not_funded}}});
    }
    lines.push_back(one(Look::line, line_in(words, outcome.spent, definition.envelope)));
    lines += std::move(missed);
    return lines;
}

Lines rounds(const election::Definition& definition, const count::Outcome& outcome, const Words& words)
{
    const RoundWords& own = round_words(words);
    if (const std::string kept_back = kept_back_in(words, definition, outcome); !kept_back.empty())
        return {one(Look::section, own.rounds), one(Look::text, kept_back)};
    if (outcome.rounds.empty()) return {};
    const Columns& columns = in_language(kColumns, words);
    Lines lines{one(Look::section, own.rounds),
                {Look::head, Grid::rounds, {{own.round}, {columns.project}, {columns.cost}, {own.decided}, {own.supporters}, {own.left_after}}}};
    std::size_t number = 0;
    for (const auto& round : outcome.rounds) {
        const auto& project = definition.projects[round.project];
        const Decided decided = decided_in(words, definition, round);
        const std::string gave_all = round.gave_all > 0 ? filled(own.who_gave_all, "{number}", number_in(words, round.gave_all)) : "";
        lines.push_back({Look::row,
                         Grid::rounds,
                         {{number_in(words, ++number)},
                          {titled(project, words), round.completing ? capitalized(own.completing) : ""},
                          {amount_in(words, project.cost)},
                          {decided.text, decided.note},
                          {number_in(words, round.supporters), gave_all},
                          {amount_in(words, round.left_before - project.cost)}}});
    }
    return lines;
}

Lines proof(const Standing& standing, const log::Checkpoint& checkpoint, const std::string& result_hash, const Words& words)
{
    const MinutesWords& own = minutes_words(words);
    const auto& definition = standing.package.definition;
    Lines lines{one(Look::section, words.proof),
                one(Look::text, check_in(words, definition.contacts.site)),
                fact(words.records, number_in(words, checkpoint.size)),
                fingerprint(own.log_root, to_base64(checkpoint.root)),
                fingerprint(own.result_hash, in_groups(result_hash)),
                fingerprint(words.election_id, in_groups(to_hex(standing.package.id))),
                fingerprint(words.authority_key, in_groups(to_hex(standing.package.keys.authority)))};
    if (publishes_ballots(definition, *standing.outcome))
        lines.insert(lines.begin() + 2, one(Look::text, filled(own.recount, "{command}", recount_command(definition))));
    return lines;
}

Lines signatures(const Words& words)
{
    const MinutesWords& own = minutes_words(words);
    return {one(Look::section, own.signatures),
            {Look::blank, Grid::halves, {{own.done_at}, {own.on}}},
            {Look::signature, Grid::halves, {{own.mayor}, {own.director}}},
            {Look::signature, Grid::halves, {{own.officer}, {own.witness}}}};
}

}  // namespace

Result<std::vector<Line>> minutes_content(const Standing& standing, std::string_view result, const Words& words)
{
    const auto* outcome = public_outcome(standing);
    if (outcome == nullptr) return fail(Errc::not_found, "nothing is counted yet");
    ISO_TRY(const auto checkpoint, log::open_checkpoint(standing.checkpoint, standing.package.id, standing.package.keys.log));
    Lines lines = opening(standing, *outcome, words);
    lines += ballots(standing, *outcome, words);
    lines += ranking(standing.package.definition, *outcome, words);
    lines += rounds(standing.package.definition, *outcome, words);
    lines += proof(standing, checkpoint, to_hex(crypto::sha256(bytes_of(result))), words);
    lines += signatures(words);
    return lines;
}

}  // namespace isoloir::publish
