#pragma once
// What admins do with the centre from the command line: each prints what it did and what comes next.

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

/// Runs any command but `init` of a new folder and `serve`.
/// @return  exit code: 0 done (or already so), 1 an error, which was printed to `err`
int run_command(const Arguments& arguments, Centre& centre, std::ostream& out, std::ostream& err);

/// The same from words, as a server's console receives them.
int run_command(const std::vector<std::string>& args, Centre& centre, std::ostream& out, std::ostream& err);

}  // namespace isoloir::app
