#pragma once
// Terminals with votes to send, sealed before any clock starts.

#include <string>
#include <vector>

#include "tests/support/a_server_folder.hpp"

namespace isoloir::bench {

constexpr std::size_t kBatch = 100;

struct ACrowd {
    /// @param first_voter  whose number no other crowd of this centre has, nor the ones behind it
    ACrowd(test::AServerFolder& folder, std::size_t terminals, std::size_t ballots_each, std::uint64_t first_voter);

    std::size_t ballots() const { return terminals.size() * ballots_each; }

    std::vector<test::ATerminal> terminals;
    std::vector<std::vector<std::string>> batches;  // of each terminal, as it sends them
    std::size_t ballots_each;
};

}  // namespace isoloir::bench
