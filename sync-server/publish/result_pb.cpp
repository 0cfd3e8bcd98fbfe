#include "sync-server/publish/result_pb.hpp"

#include "shared/election/pabulib_write.hpp"

namespace isoloir::publish {
namespace {

std::string method_of(counting::Channel channel)
{
    switch (channel) {
        case counting::Channel::all: return "";
        case counting::Channel::halls: return "paper";
        case counting::Channel::online: return "internet";
    }
    return "";
}

}  // namespace

bool publishes_ballots(const election::Definition& definition, std::uint64_t ballots)
{
    return ballots >= definition.batch_minimum;
}

bool publishes_ballots(const election::Definition& definition, const count::Outcome& outcome)
{
    return publishes_ballots(definition, outcome.ballots + outcome.invalid);
}

std::string result_pb(const election::Definition& definition, const count::Outcome& outcome, std::span<const counting::OpenedRound> rounds)
{
    election::PabulibFile file;
    file.definition = definition;
    std::uint64_t unreadable = 0;
    for (const auto& [channel, plaintexts] : rounds) {
        unreadable += plaintexts.unreadable;
        for (const auto& marks : plaintexts.ballots) file.votes.push_back({std::to_string(file.votes.size() + 1), marks, method_of(channel)});
    }
    if (unreadable > 0) file.meta["comment"] = "not listed, as they could not be read: " + std::to_string(unreadable) + " ballots";
    std::vector<election::PabulibCounted> counted(definition.projects.size());
    for (const auto& ranked : outcome.ranking) counted[ranked.project] = {ranked.votes, ranked.verdict == count::Verdict::funded};
    return election::write_pabulib(file, counted);
}

}  // namespace isoloir::publish
