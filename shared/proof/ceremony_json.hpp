#pragma once
// What ceremony.json, trustees.json and the messages have in common as JSON.

#include <string>
#include <vector>

#include "shared/base/encoding.hpp"
#include "shared/crypto/group.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::proof {

using OrderedJson = nlohmann::ordered_json;

/// The member `name`: 1 to 100 bytes on one plain line, so that no name can pass for another or hide what follows it.
/// @error malformed
Result<std::string> read_name(wire::ObjectReader& reader);

/// A list of elements, at most kMaxTrustees; a polynomial of a higher degree would need more trustees.
/// @error malformed  also the identity
Result<std::vector<crypto::Element>> read_elements(wire::ObjectReader& reader, const std::string& name);

OrderedJson elements_json(const std::vector<crypto::Element>& elements);

}  // namespace isoloir::proof
