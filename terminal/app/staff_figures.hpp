#pragma once
// What staff are told, read from journal and machine.

#include <filesystem>

#include "shared/base/clock.hpp"
#include "terminal/journal/journal.hpp"
#include "terminal/staff/state.hpp"

namespace isoloir::app {

/// What this terminal counted and where its records stand.
/// @param practice  the journal of a practice that goes on: its counts are shown; none where there is none
staff::Figures figures_of(journal::Journal& journal, journal::Journal* practice, const Clock& clock, const std::string& language);

/// Battery, disk, clock, links. @param root  whose /sys and /run are read
void read_machine(staff::Machine& machine, const journal::Journal& journal, const Clock& clock, const std::filesystem::path& root);

/// A page of the event log, newest first. @return  fewer than asked for at its end
Result<std::vector<staff::EventLine>> event_lines(journal::Journal& journal, std::size_t skip, std::size_t limit);

}  // namespace isoloir::app
