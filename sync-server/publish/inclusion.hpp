#pragma once
// What shows anyone that a ballot is in the log.

#include <string>

#include "shared/log/proof.hpp"

namespace isoloir::publish {

/// {"leaf":number,"size":of the log,"record":JWS,"proof":[hashes, base64url],"checkpoint":signed note}; whoever has it
/// checks it with RFC 9162 section 2.1.3.2 and the log's key, and needs us no more.
std::string inclusion_json(std::uint64_t leaf, std::string_view record, const log::Proof& proof, std::uint64_t size, std::string_view checkpoint);

}  // namespace isoloir::publish
