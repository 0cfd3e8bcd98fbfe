#include "shared/verify/tally.hpp"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "shared/base/file.hpp"
#include "shared/count/outcome_json.hpp"
#include "shared/election/counting_rules.hpp"
#include "shared/election/pabulib.hpp"

namespace isoloir::verify {
namespace {

using Json = nlohmann::ordered_json;

Json round_json(const Tally& tally, const count::Round& round)
{
    Json json = count::round_json(round, tally.definition, tally.rule, count::in_units);
    json["score_decimal"] = round.score.decimal;
    json["cost"] = count::in_units(tally.definition.projects[round.project].cost);
    return json;
}

Json not_funded_json(const election::Definition& definition, const count::RankedProject& ranked)
{
    Json json = count::ranked_json(ranked, definition, count::in_units);
    json["cost"] = count::in_units(definition.projects[ranked.project].cost);
    if (ranked.verdict == count::Verdict::supporters_ran_out) json["supporters_had_decimal"] = ranked.supporters_had.decimal;
    return json;
}

std::string padded(const std::string& text, std::size_t width)
{
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

/// What "score" says of a round.
const char* score_of(const count::Rule& rule, const count::Round& round)
{
    if (rule.kind == count::RuleKind::phragmen) return "load of each supporter";
    if (rule.kind == count::RuleKind::equal_shares && !round.completing) return "paid for each unit of satisfaction";
    return rule.satisfaction == count::Satisfaction::cost ? "votes" : "satisfaction for each unit of money";
}

std::string rounds_table(const Tally& tally, std::size_t id_width)
{
    std::ostringstream out;
    std::size_t number = 0;
    for (const auto& round : tally.outcome.rounds)
        out << padded(std::to_string(++number), 4) << "  " << padded(tally.definition.projects[round.project].id, id_width) << "  " << round.score.decimal
            << ' ' << score_of(tally.rule, round) << ", " << round.supporters << " supporters\n";
    return out.str();
}

}  // namespace

Result<Tally> tally_file(const std::filesystem::path& path, const RuleOptions& options)
{
    ISO_TRY(const std::string text, read_file(path, election::kMaxPabulibBytes));
    auto file = election::parse_pabulib(text);
    if (!file) return fail(file.error().code, file.error().message, path.string() + ": " + file.error().where);
    std::vector<std::vector<election::Mark>> ballots;
    ballots.reserve(file->votes.size());
    for (auto& vote : file->votes) ballots.push_back(std::move(vote.marks));
    const auto& definition = file->definition;
    ISO_TRY(const count::Rule whole, election::settled(definition.ballot.kind, options.chosen(definition.rule)));
    ISO_TRY(auto outcome, count::tally(file->definition, whole, ballots));
    return Tally{std::move(file->definition), whole, std::move(outcome)};
}

std::string tally_json(const Tally& tally)
{
    const auto& [definition, rule, outcome] = tally;
    Json json;
    json["winners"] = Json::array();
    for (const std::size_t project : outcome.winners) json["winners"].push_back(definition.projects[project].id);
    json["spent"] = count::in_units(outcome.spent);
    json["ballots"] = outcome.ballots;
    json["invalid"] = outcome.invalid;
    json["rule"] = word_of(election::kRuleKinds, rule.kind);
    if (rule.satisfaction) json["satisfaction"] = word_of(election::kSatisfactions, *rule.satisfaction);
    if (rule.kind == count::RuleKind::equal_shares) {
        json["completion"] = word_of(election::kCompletions, rule.completion);
        json["share"] = outcome.share.fraction;
        json["share_decimal"] = outcome.share.decimal;
    }
    json["rounds"] = Json::array();
    for (const auto& round : outcome.rounds) json["rounds"].push_back(round_json(tally, round));
    json["not_funded"] = Json::array();
    for (const auto& ranked : outcome.ranking)
        if (ranked.verdict != count::Verdict::funded) json["not_funded"].push_back(not_funded_json(definition, ranked));
    return json.dump() + "\n";
}

std::string tally_table(const Tally& tally)
{
    std::size_t id_width = 7;
    for (const auto& project : tally.definition.projects) id_width = std::max(id_width, project.id.size());
    const bool approval = tally.definition.ballot.kind == election::BallotKind::approval;
    std::ostringstream out;
    out << tally.definition.title.in("en") << "\n\n"
        << "rank  " << padded("project", id_width) << padded(approval ? "votes" : "points", 10) << "          cost  verdict             title\n";
    std::size_t rank = 0;
    for (const auto& ranked : tally.outcome.ranking) {
        const auto& project = tally.definition.projects[ranked.project];
        std::string verdict = count::words_for(ranked.verdict);
        verdict.resize(20, ' ');
        out << padded(std::to_string(++rank), 4) << "  " << padded(project.id, id_width) << padded(std::to_string(ranked.votes), 10)
            << padded(to_decimal(project.cost), 14) << "  " << verdict << project.title.in("en") << '\n';
    }
    out << "\nEnvelope " << to_decimal(tally.definition.envelope) << ", spent " << to_decimal(tally.outcome.spent) << " on " << tally.outcome.winners.size()
        << " of " << tally.definition.projects.size() << " projects; " << tally.outcome.ballots << " ballots, " << tally.outcome.invalid << " invalid.\n";
    if (tally.rule.kind != count::RuleKind::greedy) out << '\n' << rounds_table(tally, id_width);
    return out.str();
}

}  // namespace isoloir::verify
