#pragma once
// Voter cards (PROTOCOL.md 5): codes that no one can guess, for paper. What is kept of a code is its tag.

#include <string>
#include <vector>

#include "shared/crypto/random.hpp"
#include "shared/election/voter.hpp"

namespace isoloir::roll {

constexpr std::uint32_t kMaxCards = 1'000'000;

struct Cards {
    /// For mail merge and printing: "number;code;qr", the code in groups for people, without for the QR code. Wipe it.
    std::string csv;
    std::vector<election::VoterTag> tags;  // sorted
};

/// @param count  at most kMaxCards
Cards make_cards(std::uint32_t count, const crypto::SecretBytes& tag_key, crypto::Random& random);

}  // namespace isoloir::roll
