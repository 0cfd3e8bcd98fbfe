#include "sync-server/counting/open.hpp"

#include "shared/ballot/encoding.hpp"
#include "shared/count/greedy.hpp"
#include "sync-server/counting/in_steps.hpp"

namespace isoloir::counting {

Opened open_urn(const Mix& mixed, const crypto::Scalar& election_secret, const Advance& advance)
{
    Opened opened(mixed.output.size());
    in_steps(opened.size(), advance, [&](std::size_t i) { opened[i] = ballot::open(mixed.output[i], election_secret); });
    return opened;
}

count::Outcome count_opened(const election::Definition& definition, const Opened& opened)
{
    std::vector<std::vector<election::Mark>> ballots;
    std::uint64_t undecodable = 0;
    for (const auto& elements : opened) {
        auto marks = ballot::decode(definition, elements);
        if (marks) ballots.push_back(*std::move(marks));
        else ++undecodable;
    }
    count::Outcome outcome = count::greedy(definition, ballots);
    outcome.invalid += undecodable;
    return outcome;
}

}  // namespace isoloir::counting
