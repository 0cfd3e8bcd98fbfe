#include "sync-server/publish/give_back.hpp"

#include <algorithm>
#include <string_view>

#include "shared/election/selection.hpp"

namespace isoloir::publish {
namespace {

bool is_platform_id(std::string_view id)
{
    constexpr std::size_t most = 18;  // digits of a 64-bit number, whatever they are
    return !id.empty() && id.size() <= most && id.front() != '0' && id.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

bool goes_back(const election::Definition& definition)
{
    const auto& projects = definition.projects;
    return definition.ballot.kind == election::BallotKind::approval &&
           std::all_of(projects.begin(), projects.end(), [](const election::Project& project) { return is_platform_id(project.id); });
}

std::string write_decidim(const election::Definition& definition, const count::Sums& in_halls)
{
    std::string csv = "id;paper_ballots_to_import\n";
    for (std::size_t i = 0; i < definition.projects.size(); ++i) csv += definition.projects[i].id + ";" + std::to_string(in_halls.votes[i]) + "\n";
    return csv;
}

std::string write_consul(const election::Definition& definition, std::span<const counting::OpenedRound> rounds)
{
    std::string sheets;
    for (const auto& round : rounds) {
        if (round.channel != counting::Channel::halls) continue;
        for (const auto& marks : round.plaintexts.ballots) {
            if (!election::Selection::make(definition, marks)) continue;
            for (std::size_t i = 0; i < marks.size(); ++i) sheets += (i == 0 ? "" : ",") + definition.projects[marks[i].project].id;
            sheets += '\n';
        }
    }
    return sheets;
}

}  // namespace isoloir::publish
