#include "shared/election/package.hpp"

#include "shared/base/encoding.hpp"
#include "shared/election/definition_json.hpp"
#include "shared/election/trustees_json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::election {
namespace {

using wire::Json;

Result<Keys> read_keys(const Json& json)
{
    wire::ObjectReader reader(json, "keys");
    Keys keys;
    ISO_TRY(const auto election, reader.bytes<32>("election"));
    ISO_TRY(keys.election, crypto::Element::parse(election));
    ISO_TRY(keys.authority, reader.bytes<32>("authority"));
    ISO_TRY(keys.log, reader.bytes<32>("log"));
    ISO_TRY(keys.receipts, reader.bytes<32>("receipts"));
    ISO_TRY(keys.online, reader.bytes<32>("online"));
    if (reader.has("trustees")) {
        ISO_TRY(const Json* trustees, reader.object("trustees"));
        ISO_TRY(keys.trustees, read_trustees(*trustees, "keys.trustees"));
    }
    ISO_CHECK(reader.finish());
    return keys;
}

/// Whoever is said to hold the key holds it.
Status check_holders(const Definition& definition, const Keys& keys)
{
    const bool by_trustees = definition.counting == Counting::ceremony;
    if (by_trustees != keys.trustees.has_value())
        return fail(Errc::malformed, by_trustees ? "a count by trustees needs them" : "a live count has no trustees", "keys.trustees");
    if (by_trustees && keys.trustees->key() != keys.election) return fail(Errc::forged, "the election key is not the sum of the trustees' keys", "keys.election");
    return {};
}

Result<crypto::Digest> picture_hash(const std::string& text, const std::string& place)
{
    const auto hash = array_from_base64url<32>(text);
    if (!hash) return fail(Errc::malformed, hash.error().message, place);
    return *hash;
}

}  // namespace

Package sign_package(const Definition& definition, const Keys& keys, const crypto::Signer& authority)
{
    nlohmann::ordered_json json;
    json["version"] = 1;
    json.update(write_definition(definition));
    json["keys"]["election"] = to_base64url(keys.election.bytes());
    json["keys"]["authority"] = to_base64url(keys.authority);
    json["keys"]["log"] = to_base64url(keys.log);
    json["keys"]["receipts"] = to_base64url(keys.receipts);
    json["keys"]["online"] = to_base64url(keys.online);
    if (keys.trustees) json["keys"]["trustees"] = write_trustees(*keys.trustees);
    const std::string payload = json.dump();
    return {definition, keys, crypto::sha256(bytes_of(payload)), wire::sign_envelope(wire::Kind::package, payload, authority)};
}

Result<Package> open_package(std::string_view jws, const crypto::PublicKey& authority)
{
    ISO_TRY(const std::string payload, wire::open_envelope(jws, wire::Kind::package, kMaxPackageBytes, authority));
    ISO_TRY(const Json json, wire::parse_json(payload));
    wire::ObjectReader reader(json, "");
    ISO_CHECK(reader.integer("version", 1, 1));
    Package package;
    ISO_TRY(package.definition, read_definition(reader, picture_hash));
    ISO_TRY(const Json* keys, reader.object("keys"));
    ISO_TRY(package.keys, read_keys(*keys));
    ISO_CHECK(reader.finish());
    if (package.keys.authority != authority) return fail(Errc::forged, "the package names another authority than the one that signed it", "keys.authority");
    ISO_CHECK(check_holders(package.definition, package.keys));
    package.id = crypto::sha256(bytes_of(payload));
    package.jws = jws;
    return package;
}

}  // namespace isoloir::election
