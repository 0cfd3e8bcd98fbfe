#pragma once
// The zero report and the close report: on the screen, on a slip of paper, and as the text of a code. Counts
// and the chain's head; never a voter, never a choice.

#include <string>
#include <vector>

#include "terminal/screens/staff/screen.hpp"

namespace isoloir::screens::staff {

/// Name and value of each line, in order; the chain's head left out.
std::vector<std::pair<std::string, std::string>> report_rows(const isoloir::staff::Figures& figures, const locales::Catalogue& words);

/// 64 hexadecimal digits in groups of four.
std::string in_groups(const std::string& hex);

/// On paper: zero report, close report with its code, or how it stands; with a line to sign on.
ui::Node report_slip(const isoloir::staff::Figures& figures, const locales::Catalogue& words);

/// A short slip, to see whether the printer prints.
ui::Node trial_slip(const isoloir::staff::Figures& figures, const locales::Catalogue& words);

/// What the code of the close report holds: "ISOLOIR-CLOSE 1 terminal=… election=… records=n sessions=n ballots=n spoilt=n refused=n head=…"
std::string closing_code(const isoloir::staff::Figures& figures);

}  // namespace isoloir::screens::staff
