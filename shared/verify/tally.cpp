#include "shared/verify/tally.hpp"

#include <algorithm>
#include <sstream>

#include <nlohmann/json.hpp>

#include "shared/base/file.hpp"
#include "shared/count/greedy.hpp"
#include "shared/election/pabulib.hpp"

namespace isoloir::verify {
namespace {

std::string padded(const std::string& text, std::size_t width)
{
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

}  // namespace

Result<Tally> tally_file(const std::filesystem::path& path)
{
    ISO_TRY(const std::string text, read_file(path, election::kMaxPabulibBytes));
    auto file = election::parse_pabulib(text);
    if (!file) return fail(file.error().code, file.error().message, path.string() + ": " + file.error().where);
    std::vector<std::vector<election::Mark>> ballots;
    ballots.reserve(file->votes.size());
    for (auto& vote : file->votes) ballots.push_back(std::move(vote.marks));
    auto outcome = count::greedy(file->definition, ballots);
    return Tally{std::move(file->definition), std::move(outcome)};
}

std::string tally_json(const Tally& tally)
{
    nlohmann::ordered_json json;
    json["winners"] = nlohmann::ordered_json::array();
    for (const std::size_t project : tally.outcome.winners) json["winners"].push_back(tally.definition.projects[project].id);
    json["spent"] = nlohmann::ordered_json::parse(to_decimal(tally.outcome.spent));  // 49548, not 49548.0
    json["ballots"] = tally.outcome.ballots;
    json["invalid"] = tally.outcome.invalid;
    return json.dump() + "\n";
}

std::string tally_table(const Tally& tally)
{
    std::size_t id_width = 7;
    for (const auto& project : tally.definition.projects) id_width = std::max(id_width, project.id.size());
    const bool approval = tally.definition.ballot.kind == election::BallotKind::approval;
    std::ostringstream out;
    out << tally.definition.title.in("en") << "\n\n"
        << "rank  " << padded("project", id_width) << padded(approval ? "votes" : "points", 10) << "          cost  verdict       title\n";
    std::size_t rank = 0;
    for (const auto& ranked : tally.outcome.ranking) {
        const auto& project = tally.definition.projects[ranked.project];
        std::string verdict = count::words_for(ranked.verdict);
        verdict.resize(14, ' ');
        out << padded(std::to_string(++rank), 4) << "  " << padded(project.id, id_width) << padded(std::to_string(ranked.votes), 10)
            << padded(to_decimal(project.cost), 14) << "  " << verdict << project.title.in("en") << '\n';
    }
    out << "\nEnvelope " << to_decimal(tally.definition.envelope) << ", spent " << to_decimal(tally.outcome.spent) << " on " << tally.outcome.winners.size()
        << " of " << tally.definition.projects.size() << " projects; " << tally.outcome.ballots << " ballots, " << tally.outcome.invalid << " invalid.\n";
    return out.str();
}

}  // namespace isoloir::verify
