#pragma once
// Staff files from the command line: made, listed, withdrawn.

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

/// Signs a staff file and writes it.
Status make_staff_token(const Arguments& arguments, Centre& centre, std::ostream& out);
Status list_staff_tokens(const Arguments& arguments, Centre& centre, std::ostream& out);
/// Withdraws staff files; with --out the roster that says so is written for terminals without a network.
Status withdraw_staff_tokens(const Arguments& arguments, Centre& centre, std::ostream& out);

}  // namespace isoloir::app
