#pragma once
// Checks a challenge (PROTOCOL.md 4.4) as anyone can: with its text and the election's package, and nothing else.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/verify/checks.hpp"

namespace isoloir::verify {

struct ChallengeReport {
    std::vector<Check> checks;
    std::string tracker;                               // that the challenge names
    std::optional<std::vector<std::string>> projects;  // what the sealed ballot holds, a line each; none when it is no choice
    bool passed() const { return all_passed(checks); }
};

/// @param challenge  the text of the QR code, bare or as an address with a fragment, or a file that holds it
/// @param authority  the key that must have signed the package; without it, the one that the package itself names
/// @error malformed, refused  no challenge, or no package;  not_found, io
Result<ChallengeReport> check_challenge(const std::string& challenge, const std::filesystem::path& package,
                                        const std::optional<crypto::PublicKey>& authority = std::nullopt);

/// PASS or FAIL, one line a check, and what the ballot holds.
std::string challenge_text(const ChallengeReport& report);

}  // namespace isoloir::verify
