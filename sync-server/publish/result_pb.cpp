#include "sync-server/publish/result_pb.hpp"

#include "shared/election/pabulib_write.hpp"

namespace isoloir::publish {

bool publishes_ballots(const election::Definition& definition, const count::Outcome& outcome)
{
    return outcome.ballots + outcome.invalid >= definition.batch_minimum;
}

std::string result_pb(const election::Definition& definition, const count::Outcome& outcome, const counting::Plaintexts& plaintexts)
{
    election::PabulibFile file;
    file.definition = definition;
    file.meta["rule"] = "greedy";
    if (plaintexts.unreadable > 0) file.meta["comment"] = "not listed, as they could not be read: " + std::to_string(plaintexts.unreadable) + " ballots";
    for (const auto& marks : plaintexts.ballots) file.votes.push_back({std::to_string(file.votes.size() + 1), marks});
    std::vector<election::PabulibCounted> counted(definition.projects.size());
    for (const auto& ranked : outcome.ranking) counted[ranked.project] = {ranked.votes, ranked.verdict == count::Verdict::funded};
    return election::write_pabulib(file, counted);
}

}  // namespace isoloir::publish
