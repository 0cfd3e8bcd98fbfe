#include "shared/wire/jws.hpp"

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::wire {
namespace {

constexpr std::string_view name_of(Kind kind)
{
    switch (kind) {
        case Kind::package: return "package";
        case Kind::roster: return "roster";
        case Kind::record: return "record";
        case Kind::receipt: return "receipt";
        case Kind::enrolment: return "enrolment";
        case Kind::provision: return "provision";
        case Kind::bundle: return "bundle";
        case Kind::roll: return "roll";
        case Kind::staff: return "staff";
        case Kind::trustee: return "trustee";
        case Kind::mix: return "mix";
        case Kind::opening: return "opening";
        case Kind::result: return "result";
    }
    return "";
}

std::string header_of(Kind kind, const crypto::KeyId& kid)
{
    return R"({"alg":"EdDSA","kid":")" + to_base64url(kid) + R"(","typ":"isoloir/)" + std::string(name_of(kind)) + R"(+1"})";
}

}  // namespace

std::string sign_envelope(Kind kind, std::string_view payload, const crypto::Signer& signer)
{
    std::string text = to_base64url(bytes_of(header_of(kind, signer.id()))) + "." + to_base64url(bytes_of(payload));
    const crypto::Signature signature = signer.sign(bytes_of(text));
    return text + "." + to_base64url(signature);
}

Result<Envelope> split_envelope(std::string_view jws, Kind kind, std::size_t max_bytes)
{
    const std::string place(name_of(kind));
    if (jws.size() > max_bytes) return fail(Errc::refused, "larger than the " + std::to_string(max_bytes) + " bytes allowed", place);
    const auto first = jws.find('.');
    const auto second = first == std::string_view::npos ? first : jws.find('.', first + 1);
    if (second == std::string_view::npos) return fail(Errc::malformed, "not a signed envelope: two dots expected", place);

    const auto header = from_base64url(jws.substr(0, first));
    if (!header) return fail(Errc::malformed, "the header is not base64url", place);
    // The header has one exact form, so it is compared, not parsed; only the kid inside it varies.
    constexpr std::string_view before = R"({"alg":"EdDSA","kid":")";
    const std::string after = R"(","typ":"isoloir/)" + place + R"(+1"})";
    const std::string_view text = text_of(*header);
    if (text.size() != before.size() + 22 + after.size() || text.substr(0, before.size()) != before || text.substr(before.size() + 22) != after)
        return fail(Errc::refused, "not a signed " + place + " of version 1", place);
    const auto kid = array_from_base64url<16>(text.substr(before.size(), 22));
    if (!kid) return fail(Errc::malformed, "the key identifier is not base64url", place);
    const auto signature = array_from_base64url<64>(jws.substr(second + 1));
    if (!signature) return fail(Errc::malformed, "the signature is not 64 bytes in base64url", place);

    return Envelope{*kid, jws.substr(0, second), jws.substr(first + 1, second - first - 1), *signature};
}

Result<std::string> open_envelope(const Envelope& envelope, const crypto::PublicKey& key)
{
    if (envelope.kid != crypto::key_id(key)) return fail(Errc::forged, "signed with another key than the one expected here");
    if (!crypto::verify(key, bytes_of(envelope.signing_input), envelope.signature)) return fail(Errc::forged, "the signature does not hold");
    const auto payload = from_base64url(envelope.payload_part);
    if (!payload) return fail(Errc::malformed, "the payload is not base64url");
    return std::string(text_of(*payload));
}

Result<std::string> open_envelope(std::string_view jws, Kind kind, std::size_t max_bytes, const crypto::PublicKey& key)
{
    ISO_TRY(const Envelope envelope, split_envelope(jws, kind, max_bytes));
    auto payload = open_envelope(envelope, key);
    if (!payload) return fail(payload.error().code, payload.error().message, std::string(name_of(kind)));
    return payload;
}

crypto::Digest envelope_hash(std::string_view jws)
{
    return crypto::sha256(bytes_of(jws));
}

}  // namespace isoloir::wire
