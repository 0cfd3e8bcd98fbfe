#pragma once

#include <cstddef>
#include <initializer_list>
#include <vector>

#include "shared/base/money.hpp"
#include "shared/base/result.hpp"
#include "shared/election/election.hpp"

namespace isoloir::election {

/// A voter's choice, valid by construction: within the ceiling, the limits and the list of the definition it was made for.
class Selection {
public:
    /// @param marks  each project once.  approval: in any order, points 1;  points: in any order, each with 1 to max_points;
    ///               ranking: the preferred one first; what points they bear does not matter, their places give them
    /// @error refused  too few, too many, over the ceiling or the points, unknown or repeated
    static Result<Selection> make(const Definition& definition, std::vector<Mark> marks);
    /// For an approval and a ranking (in order of preference); a ballot of points says nothing without points, unless it is empty.
    static Result<Selection> make(const Definition& definition, const std::vector<std::size_t>& projects);
    static Result<Selection> make(const Definition& definition, std::initializer_list<std::size_t> projects) { return make(definition, std::vector(projects)); }

    /// Ascending by project; in a ranking the preferred one first.
    const std::vector<Mark>& marks() const { return marks_; }
    Money cost() const { return cost_; }

private:
    std::vector<Mark> marks_;
    Money cost_;
};

}  // namespace isoloir::election
