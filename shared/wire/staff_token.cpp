#include "shared/wire/staff_token.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::wire {
namespace {

constexpr std::size_t kMaxHandle = 40;
constexpr std::size_t kMaxHall = 200;
constexpr std::int64_t kMaxHour = 24LL * 366 * 10'000;

}  // namespace

std::string sign_staff_token(const StaffToken& token, const crypto::Signer& authority)
{
    nlohmann::ordered_json json;
    json["id"] = to_base64url(token.id);
    json["election"] = to_base64url(token.election);
    json["handle"] = token.handle;
    if (token.hall) json["hall"] = *token.hall;
    if (token.terminal) json["terminal"] = to_base64url(*token.terminal);
    json["not_before"] = token.not_before;
    json["not_after"] = token.not_after;
    return sign_envelope(Kind::staff, json.dump(), authority);
}

Result<StaffToken> open_staff_token(std::string_view jws, const crypto::PublicKey& authority)
{
    ISO_TRY(const std::string payload, open_envelope(jws, Kind::staff, kMaxStaffTokenBytes, authority));
    ISO_TRY(const Json json, parse_json(payload));
    ObjectReader reader(json, "staff");
    StaffToken token;
    ISO_TRY(token.id, reader.bytes<16>("id"));
    ISO_TRY(token.election, reader.bytes<32>("election"));
    ISO_TRY(token.handle, reader.text("handle", kMaxHandle));
    if (token.handle.empty()) return fail(Errc::malformed, "nobody is named", reader.place("handle"));
    if (reader.has("hall")) { ISO_TRY(token.hall, reader.text("hall", kMaxHall)); }
    if (reader.has("terminal")) { ISO_TRY(token.terminal, reader.bytes<16>("terminal")); }
    ISO_TRY(token.not_before, reader.integer("not_before", 0, kMaxHour));
    ISO_TRY(token.not_after, reader.integer("not_after", token.not_before, kMaxHour));
    ISO_CHECK(reader.finish());
    return token;
}

TokenVerdict judge(const StaffToken& token, const Roster& roster, const crypto::KeyId& terminal, Hour now)
{
    const auto* here = roster.find(terminal);
    if (here == nullptr || token.election != roster.election) return TokenVerdict::elsewhere;
    if (token.terminal && *token.terminal != terminal) return TokenVerdict::elsewhere;
    if (token.hall && *token.hall != here->hall) return TokenVerdict::elsewhere;
    // What was withdrawn stays so, whatever the clock says.
    if (std::find(roster.withdrawn.begin(), roster.withdrawn.end(), token.id) != roster.withdrawn.end()) return TokenVerdict::withdrawn;
    if (now < token.not_before) return TokenVerdict::early;
    if (now > token.not_after) return TokenVerdict::late;
    return TokenVerdict::good;
}

}  // namespace isoloir::wire
