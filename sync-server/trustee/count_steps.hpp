#pragma once
// A trustee's part in the count (PROTOCOL.md 11.3, 11.4): mixes a bundle, and opens what it verified and mixed itself.

#include <filesystem>
#include <functional>
#include <string>

#include "shared/verify/bundle.hpp"

namespace isoloir::trustee {

/// Verifies the urn and every mix so far, then mixes each round that this trustee has not mixed yet.
/// @return  what was done, a sentence
/// @error forged   what does not hold, by its check;  refused  not a trustee of this election, or the opening has begun
Result<std::string> mix_bundle(const std::filesystem::path& bundle, const crypto::Signer& signer, crypto::Random& random, const verify::Stages& stages);

/// Where a trustee keeps what opening takes.
struct Opener {
    const crypto::Signer& signer;                                                    // lent
    std::function<Result<crypto::SecretBytes>(const election::Trustees&)> share_of;  // x_j of that key
    std::filesystem::path memory;  // file in which is kept what was opened: two different lists of one round are never opened
};

/// Verifies the urn and every mix, then opens each round in part. Who has not mixed does not open: a mix of one's own is the only one that
/// one knows to hide the voters.
/// @error forged;  refused  not a trustee, not mixed, another list opened before, or the share is not that of the package
Result<std::string> open_bundle(const std::filesystem::path& bundle, const Opener& opener, crypto::Random& random, const verify::Stages& stages);

}  // namespace isoloir::trustee
