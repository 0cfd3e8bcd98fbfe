#pragma once
// Which projects a voter sees, and in which order: filter, search and order of the session applied to the election.

#include <vector>

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

/// Indices into definition.projects. Every word of the search must stand in title, text, place, theme or proposer, at
/// the beginning of a word or in it; capitals and accents do not matter.
std::vector<std::size_t> listed(const booth::State& state, const election::Definition& definition);

}  // namespace isoloir::screens
