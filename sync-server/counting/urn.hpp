#pragma once
// The sealed urn (PROTOCOL.md 11.1): accepted ballots' ciphertexts without voter, terminal or number, sorted by bytes.

#include <span>
#include <string>
#include <vector>

#include "shared/ballot/sealed_ballot.hpp"
#include "shared/base/parallel.hpp"
#include "shared/base/result.hpp"

namespace isoloir::counting {

/// One ballot: a ciphertext for each block of choice.
using Sealed = std::vector<ballot::Ciphertext>;
using Urn = std::vector<Sealed>;

/// A record of an accepted ballot, as it stands in the log, the key of its terminal, and its place.
struct AcceptedRecord {
    std::string record;
    crypto::PublicKey terminal{};
    std::uint64_t leaf{0};
};

/// Verifies every record once more and takes the ciphertexts out.
/// @error corrupt  a record that is no ballot or whose signature does not hold
Result<Urn> fill_urn(std::span<const AcceptedRecord> records, const Advance& advance);

}  // namespace isoloir::counting
