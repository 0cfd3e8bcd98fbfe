#pragma once

#include <cstddef>
#include <vector>

#include "shared/base/money.hpp"
#include "shared/base/result.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

/// A voter's choice, valid by construction: within the envelope, the limits and the list of the definition it was made for.
class Selection {
public:
    /// @param projects  indices into definition.projects, in any order, each once
    /// @error refused   too few, too many, over the ceiling, unknown or repeated
    static Result<Selection> make(const Definition& definition, std::vector<std::size_t> projects);

    /// Ascending indices into definition.projects.
    const std::vector<std::size_t>& projects() const { return projects_; }
    Money cost() const { return cost_; }

private:
    std::vector<std::size_t> projects_;
    Money cost_;
};

}  // namespace isoloir::election
