#pragma once
// The ballots of the halls in the shape in which platforms for participatory budgets take paper ballots: docs/platforms.md.
// Those online stay out: a platform adds what it takes to the online votes that it holds itself.
//
//   Decidim, module budgets_paper_ballots:  "id;paper_ballots_to_import" and a line for each project
//   CONSUL Democracy, ballot sheets:        a line for each ballot, ids with ',' between, none in a blank one

#include <span>
#include <string>

#include "shared/election/election.hpp"
#include "sync-server/counting/rounds.hpp"

namespace isoloir::publish {

/// Whether platforms would take it for what it is: approval ballots, and project ids that are numbers as databases give out.
/// Both platforms read the number that an id begins with ("12-b" as 12), and count for whichever project bears that.
bool goes_back(const election::Definition& definition);

/// How many ballots of the halls chose each project, in the package's order. All cells are digits, so that no spreadsheet
/// finds a formula in them.
/// @param definition  one that goes back
std::string write_decidim(const election::Definition& definition, const count::Sums& in_halls);

/// The ballots of the halls that counted: one that breaks the rules here would be counted there in part.
/// @param definition  one that goes back   @param rounds  halls and online apart
std::string write_consul(const election::Definition& definition, std::span<const counting::OpenedRound> rounds);

}  // namespace isoloir::publish
