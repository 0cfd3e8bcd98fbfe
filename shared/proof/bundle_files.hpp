#pragma once
// Mixes and openings as files of a bundle (PROTOCOL.md 12): large arrays raw, all else in a signed envelope that bears their hashes.

#include <filesystem>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/proof/opening.hpp"
#include "shared/proof/shuffle.hpp"

namespace isoloir::proof {

/// Writes mix-P.jws, the last, and its arrays.
/// @param round     the folder of the round
/// @param position  P, the place in the turn of mixers, from 1
/// @error io, full
Status write_mix(const std::filesystem::path& round, std::uint64_t position, const MixPlace& place, const Shuffled& mixed, const crypto::Signer& mixer);

/// Writes opening-J.jws, the last, and its array.
Status write_opening(const std::filesystem::path& round, const OpeningPlace& place, const Opening& opening, const crypto::Signer& trustee);

/// What a file's name begins with: "mix-1", "opening-2".
std::string mix_name(std::uint64_t position);
std::string opening_name(std::uint64_t trustee);

}  // namespace isoloir::proof
