#pragma once

#include "shared/verify/counted.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::verify {

/// Holds the merge report of a result against the log and counted.json. Of records that never came into the log the public knows
/// nothing: what is told of them must add up.
/// @error forged
Status check_report(const wire::Json& report, const CountedList& counted);

}  // namespace isoloir::verify
