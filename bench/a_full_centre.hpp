#pragma once
// A centre late in a long vote: so many ballots are in its log. They are rows as intake writes them, one for each of as many
// voters, chained, tallied and covered by a signed checkpoint; but for speed the records are random text of a ballot's
// length that nobody signed, which is not looked at again.

#include "tests/support/a_server_folder.hpp"

namespace isoloir::bench {

/// @throws std::runtime_error  it cannot be written, or the centre does not open it
void fill(test::AServerFolder& folder, std::uint64_t ballots);

}  // namespace isoloir::bench
