#pragma once
// Which ballots are counted (PROTOCOL.md 11.1), held against the log.

#include "shared/election/package.hpp"
#include "shared/verify/public_log.hpp"

namespace isoloir::verify {

enum class RoundOf { all, halls, online };

/// A round and what goes into its first mix: ciphertexts sorted by their bytes, without voter, terminal or number.
struct RoundInput {
    RoundOf of{RoundOf::all};
    std::size_t ballots{0};
    proof::Encodings ciphertexts;
};

/// Reads counted.json and notes the check "counted".
/// @return  nothing where it did not pass
std::optional<std::vector<RoundInput>> read_counted(BundleFolder& folder, const election::Package& package, const PublicLog& log, Checks& checks);

}  // namespace isoloir::verify
