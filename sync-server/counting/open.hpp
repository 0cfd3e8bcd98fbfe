#pragma once
// Opening a mixed urn with the whole election key (n = t = 1, PROTOCOL.md 11.4), and what it says (11.5).

#include <functional>

#include "shared/count/greedy.hpp"
#include "shared/election/election.hpp"
#include "sync-server/counting/mix.hpp"

namespace isoloir::counting {

/// The group elements of a ballot, one for each block.
using Elements = std::vector<crypto::Element>;
/// Those of each ballot, in the mix's order.
using Opened = std::vector<Elements>;

/// @param mixed  opened unmixed, an urn would tell who chose what
Opened open_urn(const Mix& mixed, const crypto::Scalar& election_secret, const Advance& advance);

/// What the ballots say, as it is published: sorted, so that their order says nothing more.
struct Plaintexts {
    std::vector<std::vector<election::Mark>> ballots;  // also those that break the ballot's rules
    std::uint64_t unreadable{0};                       // what does not decode
};
/// @param told  of each ballot, in the order of `opened`, and what it says: nothing where it does not decode
Plaintexts decode_opened(const election::Definition& definition, const Opened& opened,
                         const std::function<void(const Elements&, const std::vector<election::Mark>*)>& told = {});

/// What does not decode is invalid, as is what breaks the ballot's rules.
count::Sums sum_up(const election::Definition& definition, const Plaintexts& plaintexts);

}  // namespace isoloir::counting
