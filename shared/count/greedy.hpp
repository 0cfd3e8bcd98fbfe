#pragma once

#include <span>
#include <vector>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"

namespace isoloir::count {

/// Counts ballots (each a list of project indices) by votes, best first, and funds each project that still fits the
/// envelope; one that no longer fits is skipped and the next is tried. A project without votes is not funded, however much
/// is left: nobody asked for it.
/// Equal votes: as definition.ties says; ids are compared as text, byte by byte, so "10" goes before "9".
/// A ballot outside the definition's rules (Selection::make) is counted as invalid and nowhere else.
/// Source: Pabulib's "greedy"; the winners are those of greedy_utilitarian_welfare with cost satisfaction in pabutools
/// (which ranks by satisfaction per cost, that is by votes), compared in tests/shared/count.
Outcome greedy(const election::Definition& definition, std::span<const std::vector<std::size_t>> ballots);

}  // namespace isoloir::count
