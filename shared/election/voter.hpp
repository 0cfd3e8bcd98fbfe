#pragma once
// Who votes (PROTOCOL.md 5). The identifier lives in memory for one session and is never stored; what travels is its
// keyed tag and a commitment to that.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/random.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::election {

enum class IdentifierKind { national_number, voter_code };

/// A canonical identifier; wiped when it goes.
class VoterIdentifier {
public:
    VoterIdentifier(IdentifierKind kind, std::string canonical) : kind_(kind), canonical_(std::move(canonical)) {}
    ~VoterIdentifier() { crypto::wipe(canonical_); }
    VoterIdentifier(const VoterIdentifier&) = default;
    VoterIdentifier& operator=(const VoterIdentifier&) = default;
    VoterIdentifier(VoterIdentifier&&) = default;
    VoterIdentifier& operator=(VoterIdentifier&&) = default;

    IdentifierKind kind() const { return kind_; }
    const std::string& canonical() const { return canonical_; }

private:
    IdentifierKind kind_;
    std::string canonical_;
};

/// A Belgian national register number: YYMMDD SSS CC, check = 97 - (first nine digits mod 97), with a 2 put before them
/// for births from 2000; month + 20 or + 40 in a bis number.
struct NationalNumber {
    VoterIdentifier identifier;  // the 11 digits
    /// Unknown in some bis numbers (month or day zero); then the age cannot be judged here.
    std::optional<std::chrono::year_month_day> born;
};

/// Reads eleven digits; spaces, dots and dashes between them do not matter.
/// Where both check digits could hold (births before and from 2000), the one whose birth is not in the future of `today`
/// and that matches the check digits counts.
/// @error malformed  not eleven digits, wrong check digits, or no such day
Result<NationalNumber> parse_national_number(std::string_view typed, std::chrono::year_month_day today);

/// Full years on `today`.
int age_on(std::chrono::year_month_day born, std::chrono::year_month_day today);

/// Reads a voter code: 1 to 32 letters and digits, upper-cased, I and L as 1, O as 0, U as V; spaces and dashes do not matter.
/// @error malformed
Result<VoterIdentifier> parse_voter_code(std::string_view typed);

using VoterTag = crypto::Digest;
using Opening = ByteArray<32>;
using VoterCommitment = crypto::Digest;

/// BLAKE2b-256(key = tag key, "isoloir/voter" || kind || identifier); kind is "national-number" or "voter-code".
/// @param tag_key  32 bytes, secret
VoterTag voter_tag(const crypto::SecretBytes& tag_key, const VoterIdentifier& voter);

/// BLAKE2b-256("isoloir/commit" || tag || opening).
VoterCommitment commit_voter(const VoterTag& tag, const Opening& opening);

}  // namespace isoloir::election
