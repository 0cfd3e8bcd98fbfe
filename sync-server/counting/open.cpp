#include "sync-server/counting/open.hpp"

#include <algorithm>

#include "shared/ballot/encoding.hpp"

namespace isoloir::counting {

Opened open_urn(const Mix& mixed, const crypto::Scalar& election_secret, const Advance& advance)
{
    Opened opened(mixed.output.size());
    in_steps(opened.size(), advance, [&](std::size_t i) { opened[i] = ballot::open(mixed.output[i], election_secret); });
    return opened;
}

Plaintexts decode_opened(const election::Definition& definition, const Opened& opened,
                         const std::function<void(const Elements&, const std::vector<election::Mark>*)>& told)
{
    Plaintexts plaintexts;
    for (const Elements& elements : opened) {
        auto marks = ballot::decode(definition, elements);
        if (told) told(elements, marks ? &*marks : nullptr);
        if (marks) plaintexts.ballots.push_back(*std::move(marks));
        else ++plaintexts.unreadable;
    }
    const auto earlier = [](const election::Mark& a, const election::Mark& b) { return std::pair(a.project, a.points) < std::pair(b.project, b.points); };
    std::sort(plaintexts.ballots.begin(), plaintexts.ballots.end(),
              [&](const auto& a, const auto& b) { return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), earlier); });
    return plaintexts;
}

count::Sums sum_up(const election::Definition& definition, const Plaintexts& plaintexts)
{
    count::Sums sums = count::sum_up(definition, plaintexts.ballots);
    sums.invalid += plaintexts.unreadable;
    return sums;
}

}  // namespace isoloir::counting
