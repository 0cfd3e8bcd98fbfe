#pragma once

#include "shared/election/trustees.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::election {

/// {"threshold":t,"transcript":…,"members":[{"name":…,"key":…,"polynomial":[…]},…]}
nlohmann::ordered_json write_trustees(const Trustees& trustees);
/// @param place  where it stands, for messages
/// @error malformed  also names or keys that are the same, and polynomials of another length than the threshold;  refused  no key
Result<Trustees> read_trustees(const wire::Json& json, const std::string& place);

}  // namespace isoloir::election
