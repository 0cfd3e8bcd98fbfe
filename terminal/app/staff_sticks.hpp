#pragma once
// What staff carry on a stick: all records out; receipts, configuration, rosters and rolls in.

#include <filesystem>

#include "shared/base/clock.hpp"
#include "terminal/journal/journal.hpp"
#include "terminal/staff/state.hpp"

namespace isoloir::app {

/// The file that bring_out() writes: named by the terminal, so that the sticks of several halls mix nothing up.
std::filesystem::path records_file(const journal::Journal& journal, const std::filesystem::path& stick);

/// Answered by Exported, or by Failed: then no half file was left behind.
staff::Answer bring_out(journal::Journal& journal, const std::filesystem::path& stick, const std::string& handle, Hour hour);

/// Takes whatever lies there for this terminal. Answered by Imported when something was taken.
staff::Answer bring_in(journal::Journal& journal, const std::filesystem::path& stick, const std::string& handle, Hour hour);

}  // namespace isoloir::app
