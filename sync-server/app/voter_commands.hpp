#pragma once
// The electoral roll and voter cards from the command line.

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

/// Puts the voters of a CSV file on the roll; with --replace the file is the whole roll, but for cards.
Status import_roll(const Arguments& arguments, Centre& centre, std::ostream& out);
/// Makes voter cards, whose codes are written once, to a file that must not be there yet.
Status make_cards(const Arguments& arguments, Centre& centre, std::ostream& out);
/// Writes the signed roll for terminals that have no network.
Status write_roll_file(const Arguments& arguments, Centre& centre, std::ostream& out);

}  // namespace isoloir::app
