#pragma once

#include <string>

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// The rule in words, as a paragraph, and what decides between equals.
/// @param kind  class of the paragraph
std::string rule_part(const election::Definition& definition, const count::Outcome& outcome, const char* kind, const Words& words);

/// How the projects were chosen: the rule in words, every round drawn and as a table, why the others were not funded, and how to
/// count again. Nothing before the count.
std::string how_chosen(const Standing& standing, const Words& words);

}  // namespace isoloir::publish
