#pragma once
// The challenge (Benaloh; PROTOCOL.md 4.4): what a terminal lays open of a sealed ballot that will never be cast, and how
// anyone seals the same again to see whether it sealed what it was told.
//
//   challenge := base64url(version || election || tracker || block{w})   what the screen shows as a QR code
//   version   := 0x01
//   election  := the first 16 bytes of the election's identifier
//   tracker   := 10 bytes
//   block     := 29 bytes of choice || r, 32 bytes                       w from 1 to 16

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/ballot/encoding.hpp"
#include "shared/ballot/sealed_ballot.hpp"
#include "shared/base/result.hpp"

namespace isoloir::ballot {

constexpr std::size_t kMaxChallengeText = 1500;

/// The choice as payload bytes, which every kind of ballot has, and r; one of each for a block.
struct Revealed {
    std::vector<Payload> choice;
    std::vector<crypto::Scalar> randomness;
};

/// Reads the choice back from what was sealed, by its randomness alone.
/// @param ciphertexts, randomness  both from one seal()
Revealed reveal(const std::vector<Ciphertext>& ciphertexts, std::span<const crypto::Scalar> randomness, const crypto::Element& election_key);

/// The elements that a choice stands for; decode() reads them.
std::vector<crypto::Element> elements_of(const std::vector<Payload>& choice);

/// PROTOCOL.md 4.1 and 4.2 once more: what an honest terminal must have sealed.
/// @param revealed  as many r as blocks of choice
std::vector<Ciphertext> seal_again(const Revealed& revealed, const crypto::Element& election_key);

/// Judges the opening in a spoilt record.
/// @error forged  another number of blocks, a choice that this election does not have, or another ciphertext than this opening gives
Status check_opening(const std::vector<Ciphertext>& ciphertexts, const Revealed& revealed, const election::Definition& definition,
                     const crypto::Element& election_key);

/// What the voter takes home.
struct Challenge {
    ByteArray<16> election{};
    TrackerBytes tracker{};
    Revealed revealed;
};

std::string write_challenge(const Challenge& challenge);
/// What the QR code holds: the address of the server's page with the challenge as its fragment, which no server sees.
/// @param host  of the public pages, "vote.example.org" or "[::1]:8444"; empty where it is not known: then the text alone
std::string challenge_link(const Challenge& challenge, const std::string& host);
/// @error malformed, refused (another version)
Result<Challenge> parse_challenge(std::string_view text);

/// What became of each check; `encoding` and `tracker` mean nothing when the election is another.
struct ChallengeCheck {
    bool election{false};  // made for this election
    bool encoding{false};  // the choice is one that this election has
    bool tracker{false};   // sealed again, it gives the tracker
    bool passed() const { return election && encoding && tracker; }
};

ChallengeCheck check_challenge(const Challenge& challenge, const election::Package& package);

}  // namespace isoloir::ballot
