#include "sync-server/counting/live.hpp"

#include "sync-server/counting/open.hpp"

namespace isoloir::counting {

std::uint64_t round_size(std::uint64_t waiting, std::uint64_t least)
{
    return waiting >= 2 * least ? waiting - least : 0;
}

Result<count::Sums> open_round(const election::Package& package, const crypto::Scalar& election_secret, std::span<const AcceptedRecord> records,
                               crypto::Random& random)
{
    const Advance unwatched = [](std::uint64_t) {};
    ISO_TRY(auto urn, fill_urn(records, unwatched));
    const Mix mixed = mix(std::move(urn), package.keys.election, random, unwatched);
    return sum_up(package.definition, decode_opened(package.definition, open_urn(mixed, election_secret, unwatched)));
}

}  // namespace isoloir::counting
