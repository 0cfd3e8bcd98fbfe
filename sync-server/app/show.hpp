#pragma once
// Election, terminals, report and result as tables for people or JSON for scripts.

#include <iosfwd>

#include "sync-server/app/centre.hpp"

namespace isoloir::app {

void show_election(const election::Package& package, bool json, std::ostream& out);
void show_terminals(const std::vector<TerminalStatus>& terminals, bool json, std::ostream& out);
void show_report(const intake::Report& report, bool json, std::ostream& out);
void show_result(const publish::Standing& standing, bool json, std::ostream& out);
void show_imported(const Imported& imported, bool json, std::ostream& out);

}  // namespace isoloir::app
