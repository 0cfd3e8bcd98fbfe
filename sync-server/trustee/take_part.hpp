#pragma once
// A trustee's next steps in a ceremony: as many as the files allow, each of which may be cut short and repeated.

#include <functional>
#include <iosfwd>

#include "sync-server/trustee/exchange.hpp"
#include "sync-server/trustee/safe.hpp"

namespace isoloir::trustee {

/// Whether the trustee, who was shown all fingerprints, says that they are right.
using Agree = std::function<Result<bool>()>;

/// Verifies what is there, writes what this trustee owes, and in the end keeps the share and writes trustees.json. Says what was
/// done on `out`.
/// @param agree  asked before the first message of a ceremony
/// @return       how the ceremony stands then
/// @error refused   the trustee is not of this ceremony, or does not agree
/// @error conflict  a trustees.json of another key lies there, or messages under this signature that were not made here
Result<proof::Verdict> take_part(const Safe& safe, const Exchange& exchange, crypto::Random& random, const Agree& agree, std::ostream& out);

}  // namespace isoloir::trustee
