#include "shared/count/profile.hpp"

#include <numeric>

namespace isoloir::count {
namespace {

std::uint32_t utility_of(Satisfaction satisfaction, const election::Mark& mark, std::size_t place, std::size_t length)
{
    switch (satisfaction) {
        case Satisfaction::votes:
        case Satisfaction::cost: break;
        case Satisfaction::points: return mark.points;
        case Satisfaction::borda: return static_cast<std::uint32_t>(length - place - 1);
    }
    return 1;
}

}  // namespace

std::uint64_t Profile::utility(std::size_t project) const
{
    return std::accumulate(supporters[project].begin(), supporters[project].end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Supporter& supporter) { return sum + supporter.utility; });
}

Profile profile_of(const election::Definition& definition, Satisfaction satisfaction, std::span<const std::vector<election::Mark>> ballots)
{
    const std::size_t projects = definition.projects.size();
    Profile profile{{std::vector<std::uint64_t>(projects)}, std::vector<std::vector<Supporter>>(projects)};
    for (const auto& ballot : ballots) {
        const auto selection = election::Selection::make(definition, ballot);
        if (!selection) {
            ++profile.sums.invalid;
            continue;
        }
        const auto& marks = selection->marks();
        const auto voter = static_cast<std::uint32_t>(profile.voters());
        for (std::size_t place = 0; place < marks.size(); ++place) {
            const std::uint32_t utility = utility_of(satisfaction, marks[place], place, marks.size());
            if (utility > 0) profile.supporters[marks[place].project].push_back({voter, utility});
        }
        profile.sums += *selection;
    }
    return profile;
}

}  // namespace isoloir::count
