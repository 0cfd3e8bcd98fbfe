#pragma once
// Who opens staff mode at this terminal with a PIN.

#include <string>

#include "shared/base/clock.hpp"
#include "terminal/journal/journal.hpp"

namespace isoloir::app {

/// The PIN is typed twice, or read from standard input where nobody types; it never stands on a command line.
Status add_member(journal::Journal& journal, const Clock& clock, const std::string& name);
Status remove_member(journal::Journal& journal, const Clock& clock, const std::string& name);
/// @param json  for scripts
Status list_members(journal::Journal& journal, bool json);

}  // namespace isoloir::app
