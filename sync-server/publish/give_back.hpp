#pragma once
// The count in the shape in which platforms for participatory budgets take paper ballots: docs/platforms.md.
//
//   Decidim, module budgets_paper_ballots:  "id;paper_ballots_to_import" and a line for each project
//   CONSUL Democracy, ballot sheets:        a line for each ballot, ids with ',' between, none in a blank one

#include <optional>
#include <string>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/counting/open.hpp"

namespace isoloir::publish {

/// How many ballots chose each project. All cells are digits, so that no spreadsheet finds a formula in them.
/// @return  nothing where the platform would take it for something else: ballots that are no approval, or a project id that
///          is not a number as databases give out. Both platforms read the number that an id begins with ("12-b" as 12), and
///          count for whichever project bears that
std::optional<std::string> write_decidim(const election::Definition& definition, const count::Outcome& outcome);

/// The ballots that counted: one that breaks the rules here would be counted there in part.
/// @return  as write_decidim
std::optional<std::string> write_consul(const election::Definition& definition, const counting::Plaintexts& plaintexts);

}  // namespace isoloir::publish
