#include "shared/verify/package_file.hpp"

#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::verify {
namespace {

/// Whom the package itself names as its authority; nothing is believed yet.
Result<crypto::PublicKey> named_authority(std::string_view jws)
{
    ISO_TRY(const auto envelope, wire::split_envelope(jws, wire::Kind::package, election::kMaxPackageBytes));
    ISO_TRY(const Bytes payload, from_base64url(envelope.payload_part));
    ISO_TRY(const wire::Json json, wire::parse_json(text_of(payload)));
    wire::ObjectReader package(json, "");
    ISO_TRY(const wire::Json* keys, package.object("keys"));
    return wire::ObjectReader(*keys, "keys").bytes<32>("authority");
}

}  // namespace

Result<election::Package> open_package_of(std::string_view jws, const std::optional<crypto::PublicKey>& authority)
{
    ISO_TRY(const auto named, named_authority(jws));
    return election::open_package(jws, authority.value_or(named));
}

}  // namespace isoloir::verify
