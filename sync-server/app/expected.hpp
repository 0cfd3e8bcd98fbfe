#pragma once
// Terminals whose ballots may still be on their way when somebody wants to close the election.

#include <vector>

#include "sync-server/app/centre.hpp"

namespace isoloir::app {

/// Those with an open poll, and those from which nothing arrived yet; not those that are revoked or forked.
std::vector<TerminalStatus> still_expected(std::vector<TerminalStatus> terminals);

}  // namespace isoloir::app
