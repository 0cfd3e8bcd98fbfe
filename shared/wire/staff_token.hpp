#pragma once
// A staff file: whoever carries it on a stick opens staff mode at the terminals that it names, between two hours, until the
// roster says that it was withdrawn. Signed by the authority:
//
//   {"id":16 bytes,"election":…,"handle":…,"hall":…,"terminal":…,"not_before":hour,"not_after":hour}
//
// `hall` and `terminal` may be missing: then it is good in every hall, or at every terminal of the hall.

#include <optional>
#include <string>
#include <string_view>

#include "shared/wire/roster.hpp"

namespace isoloir::wire {

constexpr std::size_t kMaxStaffTokenBytes = 4096;

struct StaffToken {
    TokenId id{};
    crypto::Digest election{};
    std::string handle;  // who acts, as the chain will tell
    std::optional<std::string> hall;
    std::optional<crypto::KeyId> terminal;
    Hour not_before{0};
    Hour not_after{0};  // the last hour in which it opens
};

std::string sign_staff_token(const StaffToken& token, const crypto::Signer& authority);
/// Says nothing of when and where it is good.
/// @error forged, malformed, refused
Result<StaffToken> open_staff_token(std::string_view jws, const crypto::PublicKey& authority);

/// Why a staff file does not open a terminal, or that it does.
enum class TokenVerdict { good, elsewhere, early, late, withdrawn };

/// @param roster    of this terminal's election
/// @param terminal  that was asked
TokenVerdict judge(const StaffToken& token, const Roster& roster, const crypto::KeyId& terminal, Hour now);

}  // namespace isoloir::wire
