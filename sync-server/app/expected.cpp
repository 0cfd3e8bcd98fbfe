#include "sync-server/app/expected.hpp"

namespace isoloir::app {

std::vector<TerminalStatus> still_expected(std::vector<TerminalStatus> terminals)
{
    std::erase_if(terminals, [](const auto& terminal) { return terminal.revoked || terminal.forked || (terminal.records > 0 && !terminal.open); });
    return terminals;
}

}  // namespace isoloir::app
