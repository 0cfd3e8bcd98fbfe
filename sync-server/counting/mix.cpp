#include "sync-server/counting/mix.hpp"

#include <numeric>


namespace isoloir::counting {
namespace {

std::vector<std::size_t> permutation(std::size_t count, crypto::Random& random)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

}  // namespace

Mix mix(Urn input, const crypto::Element& election_key, crypto::Random& random, const Advance& advance)
{
    const std::vector<std::size_t> order = permutation(input.size(), random);
    // Drawn in one thread: the random source is not asked to serve several.
    std::vector<std::vector<crypto::Scalar>> fresh(input.size());
    for (std::size_t i = 0; i < input.size(); ++i)
        for (std::size_t block = 0; block < input[order[i]].size(); ++block) fresh[i].push_back(crypto::Scalar::random(random));

    Urn output(input.size());
    in_steps(input.size(), advance, [&](std::size_t i) {
        const Sealed& sealed = input[order[i]];
        for (std::size_t block = 0; block < sealed.size(); ++block) output[i].push_back(ballot::reencrypt(sealed[block], election_key, fresh[i][block]));
    });
    return {std::move(input), std::move(output)};
}

}  // namespace isoloir::counting
