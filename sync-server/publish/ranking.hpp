#pragma once
// What a count decided: the envelope, and every project in its place.

#include <string>

#include "shared/count/outcome.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The envelope as a bar, each funded project a segment of it, and its sums.
std::string envelope_card(const election::Definition& definition, const count::Outcome& outcome, const Words& words);

/// Funded projects, then the others and why, both as the outcome ranks them.
/// @param note  of how the funded ones follow each other: markup
std::string ranking(const election::Definition& definition, const count::Outcome& outcome, const std::string& note, const Words& words);

}  // namespace isoloir::publish
