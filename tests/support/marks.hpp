#pragma once
// Choices of an approval or a ranking, written as the projects they name.

#include <cstddef>
#include <vector>

#include "shared/election/election.hpp"

namespace isoloir::test {

inline std::vector<election::Mark> marks(const std::vector<std::size_t>& projects)
{
    std::vector<election::Mark> all;
    for (const std::size_t project : projects) all.push_back({project, 1});
    return all;
}

inline std::vector<std::vector<election::Mark>> ballots(const std::vector<std::vector<std::size_t>>& choices)
{
    std::vector<std::vector<election::Mark>> all;
    for (const auto& choice : choices) all.push_back(marks(choice));
    return all;
}

inline std::vector<std::size_t> projects_of(const std::vector<election::Mark>& marks)
{
    std::vector<std::size_t> projects;
    for (const election::Mark& mark : marks) projects.push_back(mark.project);
    return projects;
}

}  // namespace isoloir::test
