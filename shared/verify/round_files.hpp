#pragma once
// What mix-P.jws and opening-J.jws say, with the arrays beside them.

#include "shared/election/trustees.hpp"
#include "shared/proof/mix.hpp"
#include "shared/proof/opening.hpp"
#include "shared/verify/bundle_folder.hpp"

namespace isoloir::verify {

struct MixFile {
    std::uint64_t mixer{0};
    proof::Encodings output;
    proof::MixProof proof;
};

/// @param file   "round-0/mix-1", without what follows the point
/// @error forged  signed by nobody of the trustees, or not of this place
Result<MixFile> read_mix(BundleFolder& folder, const std::string& file, const election::Trustees& trustees, const proof::MixPlace& place, std::size_t ballots);

/// @param place  of the trustee who must have signed it
Result<proof::Opening> read_opening(BundleFolder& folder, const std::string& file, const crypto::PublicKey& key, const proof::OpeningPlace& place,
                                    std::size_t ciphertexts);

}  // namespace isoloir::verify
