#include "shared/election/choice_fields.hpp"

#include <bit>

namespace isoloir::election {
namespace {

/// The bits that every number from 0 to `most` fits in: ⌈log₂(most + 1)⌉.
std::size_t bits_up_to(std::size_t most)
{
    return static_cast<std::size_t>(std::bit_width(most));
}

}  // namespace

ChoiceFields choice_fields(const Definition& definition)
{
    const std::size_t projects = definition.projects.size();
    switch (definition.ballot.kind) {
        case BallotKind::approval: break;
        case BallotKind::points: return {projects, bits_up_to(definition.ballot.max_points)};
        case BallotKind::ranking: return {definition.ballot.max_projects, bits_up_to(projects)};
    }
    return {projects, 1};
}

}  // namespace isoloir::election
