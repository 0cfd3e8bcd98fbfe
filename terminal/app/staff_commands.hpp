#pragma once
// What a clerk does with a terminal from the command line; each prints what it did and what comes next.

#include <filesystem>
#include <string>

#include "shared/base/clock.hpp"
#include "shared/base/result.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::app {

/// Sets a terminal up and writes the request that the centre approves.
Status enrol(const std::filesystem::path& folder, const std::string& passphrase, const std::string& name, const std::filesystem::path& request,
             crypto::Random& random);

Status provision(journal::Journal& journal, const std::filesystem::path& bundle);
/// Keeps those files of `from` that the package names by hash as pictures of its projects.
Status take_pictures(const journal::Journal& journal, const std::filesystem::path& from, const std::filesystem::path& folder);
Status open_poll(journal::Journal& journal, const Clock& clock);
Status close_poll(journal::Journal& journal, const Clock& clock);

/// Counts and states, never a choice. @param json  for scripts
Status print_status(journal::Journal& journal, bool json);

}  // namespace isoloir::app
