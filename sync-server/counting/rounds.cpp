#include "sync-server/counting/rounds.hpp"

#include <algorithm>

#include "shared/count/rule.hpp"
#include "shared/election/counting_rules.hpp"
#include "sync-server/counting/apart.hpp"

namespace isoloir::counting {
namespace {

std::vector<Part> parts_of(std::span<const AcceptedRecord> accepted, std::span<const std::uint64_t> live_ends, const crypto::PublicKey& online)
{
    std::vector<Part> parts(live_ends.size() + 1);
    for (const AcceptedRecord& record : accepted) {
        Part& part = parts[static_cast<std::size_t>(std::upper_bound(live_ends.begin(), live_ends.end(), record.leaf) - live_ends.begin())];
        ++(record.terminal == online ? part.online : part.in_halls);
    }
    return parts;
}

void keep_rounds_back(count::Outcome& outcome)
{
    outcome.rounds.clear();
    outcome.share = {};
    for (auto& ranked : outcome.ranking) ranked.supporters_had = {};
}

/// How many ballots the smaller of two channels has; 0 where there is one channel at most.
std::uint64_t smaller_channel(std::span<const Part> parts)
{
    Part all;
    for (const Part& part : parts) {
        all.in_halls += part.in_halls;
        all.online += part.online;
    }
    return std::min(all.in_halls, all.online);
}

}  // namespace

std::vector<Round> together(std::vector<AcceptedRecord> accepted)
{
    std::vector<Round> rounds;
    rounds.push_back({Channel::all, std::move(accepted)});
    return rounds;
}

std::vector<Round> divide(std::vector<AcceptedRecord> accepted, std::span<const std::uint64_t> live_ends, const crypto::PublicKey& online, std::uint64_t least)
{
    const auto parts = parts_of(accepted, live_ends, online);
    // Live rounds of one ballot each, where k is 1, may leave a channel with one: no mix could hide it.
    if (!may_count_apart(parts, least) || smaller_channel(parts) == 1) return together(std::move(accepted));
    std::vector<Round> rounds;
    const auto first_online = std::stable_partition(accepted.begin(), accepted.end(), [&](const AcceptedRecord& record) { return record.terminal != online; });
    const auto add = [&](Channel channel, auto begin, auto end) {
        if (begin != end) rounds.push_back({channel, {std::move_iterator(begin), std::move_iterator(end)}});
    };
    add(Channel::halls, accepted.begin(), first_online);
    add(Channel::online, first_online, accepted.end());
    return rounds;
}

Result<std::vector<OpenedRound>> open_rounds(const election::Package& package, const crypto::Scalar& election_secret, std::span<const Round> rounds,
                                             crypto::Random& random, const Stages& stages)
{
    std::size_t ballots = 0;
    for (const Round& round : rounds) ballots += round.records.size();
    const Advance verified = stages("Verifying ballots", ballots);
    std::vector<Urn> urns;
    for (const Round& round : rounds) {
        ISO_TRY(auto urn, fill_urn(round.records, verified));
        urns.push_back(std::move(urn));
    }
    const Advance mixed = stages("Mixing the urn", ballots);
    std::vector<Mix> mixes;
    for (Urn& urn : urns) mixes.push_back(mix(std::move(urn), package.keys.election, random, mixed));
    const Advance opened = stages("Opening ballots", ballots);
    std::vector<OpenedRound> all;
    for (std::size_t i = 0; i < mixes.size(); ++i)
        all.push_back({rounds[i].channel, decode_opened(package.definition, open_urn(mixes[i], election_secret, opened))});
    return all;
}

count::Outcome tally(const election::Definition& definition, std::span<const OpenedRound> rounds)
{
    std::vector<std::vector<election::Mark>> ballots;
    std::uint64_t unreadable = 0;
    for (const auto& [channel, plaintexts] : rounds) {
        ballots.insert(ballots.end(), plaintexts.ballots.begin(), plaintexts.ballots.end());
        unreadable += plaintexts.unreadable;
    }
    count::Outcome outcome = count::tally(definition, ballots);
    outcome.invalid += unreadable;
    if (outcome.ballots + outcome.invalid < definition.batch_minimum && !counts_sums(definition.ballot.kind, definition.rule)) keep_rounds_back(outcome);
    return outcome;
}

std::optional<ChannelSums> sum_up_apart(const election::Definition& definition, std::span<const OpenedRound> rounds)
{
    const count::Sums none = sum_up(definition, Plaintexts{});
    ChannelSums sums{none, none};
    for (const OpenedRound& round : rounds) {
        if (round.channel == Channel::all) return std::nullopt;
        (round.channel == Channel::halls ? sums.in_halls : sums.online) += sum_up(definition, round.plaintexts);
    }
    return sums;
}

}  // namespace isoloir::counting
