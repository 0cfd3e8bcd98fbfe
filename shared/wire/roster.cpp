#include "shared/wire/roster.hpp"

#include <set>

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::wire {
namespace {

constexpr std::size_t kMaxTerminals = 100'000;
constexpr std::size_t kMaxWithdrawn = 10'000;
constexpr std::size_t kMaxRosterBytes = 32 * 1024 * 1024;
constexpr std::size_t kMaxEnrolmentBytes = 4096;
constexpr std::size_t kMaxProvisionBytes = 96 * 1024 * 1024;
constexpr std::size_t kMaxName = 200;
constexpr std::int64_t kMaxHour = 24LL * 366 * 10'000;

}  // namespace

const RosterEntry* Roster::find(const crypto::KeyId& terminal) const
{
    for (const RosterEntry& entry : terminals)
        if (crypto::key_id(entry.key) == terminal) return &entry;
    return nullptr;
}

std::string sign_roster(const Roster& roster, const crypto::Signer& authority)
{
    nlohmann::ordered_json json;
    json["election"] = to_base64url(roster.election);
    json["version"] = roster.version;
    json["terminals"] = Json::array();
    for (const RosterEntry& entry : roster.terminals) {
        nlohmann::ordered_json item;
        item["key"] = to_base64url(entry.key);
        item["hall"] = entry.hall;
        item["valid_from"] = entry.valid_from;
        if (entry.revoked) item["revoked"] = *entry.revoked;
        json["terminals"].push_back(std::move(item));
    }
    for (const TokenId& token : roster.withdrawn) json["withdrawn"].push_back(to_base64url(token));
    return sign_envelope(Kind::roster, json.dump(), authority);
}

Result<Roster> open_roster(std::string_view jws, const crypto::PublicKey& authority)
{
    ISO_TRY(const std::string payload, open_envelope(jws, Kind::roster, kMaxRosterBytes, authority));
    ISO_TRY(const Json json, parse_json(payload));
    ObjectReader reader(json, "roster");
    Roster roster;
    ISO_TRY(roster.election, reader.bytes<32>("election"));
    ISO_TRY(roster.version, reader.integer("version", 0, INT64_MAX));
    ISO_TRY(const Json* terminals, reader.array("terminals", kMaxTerminals));
    std::set<crypto::PublicKey> keys;
    for (const Json& item : *terminals) {
        ObjectReader entry(item, "roster.terminals[" + std::to_string(roster.terminals.size()) + "]");
        RosterEntry terminal;
        ISO_TRY(terminal.key, entry.bytes<32>("key"));
        ISO_TRY(terminal.hall, entry.text("hall", kMaxName));
        ISO_TRY(terminal.valid_from, entry.integer("valid_from", 0, kMaxHour));
        if (entry.has("revoked")) { ISO_TRY(terminal.revoked, entry.integer("revoked", 0, kMaxHour)); }
        ISO_CHECK(entry.finish());
        // Of two entries for one device, a revocation in the second would go unseen.
        if (!keys.insert(terminal.key).second) return fail(Errc::malformed, "this device stands twice", entry.place("key"));
        roster.terminals.push_back(std::move(terminal));
    }
    if (reader.has("withdrawn")) {
        ISO_TRY(const Json* withdrawn, reader.array("withdrawn", kMaxWithdrawn));
        for (const Json& item : *withdrawn) {
            const auto token = array_from_base64url<16>(item.is_string() ? item.get_ref<const std::string&>() : std::string());
            if (!token) return fail(Errc::malformed, "not the name of a staff file", reader.place("withdrawn"));
            roster.withdrawn.push_back(*token);
        }
    }
    ISO_CHECK(reader.finish());
    return roster;
}

std::string sign_enrolment(const Enrolment& enrolment, const crypto::Signer& device)
{
    nlohmann::ordered_json json;
    json["key"] = to_base64url(enrolment.key);
    json["name"] = enrolment.name;
    return sign_envelope(Kind::enrolment, json.dump(), device);
}

Result<Enrolment> open_enrolment(std::string_view jws)
{
    // The key that verifies stands inside: read it first, believe it only once it has signed.
    ISO_TRY(const Envelope envelope, split_envelope(jws, Kind::enrolment, kMaxEnrolmentBytes));
    ISO_TRY(const Bytes payload, from_base64url(envelope.payload_part));
    ISO_TRY(const Json json, parse_json(text_of(payload)));
    ObjectReader reader(json, "enrolment");
    Enrolment enrolment;
    ISO_TRY(enrolment.key, reader.bytes<32>("key"));
    ISO_TRY(enrolment.name, reader.text("name", kMaxName));
    ISO_CHECK(reader.finish());
    ISO_CHECK(open_envelope(envelope, enrolment.key));
    return enrolment;
}

std::string sign_provision(const Provision& provision, const crypto::Signer& authority)
{
    nlohmann::ordered_json json;
    json["terminal"] = to_base64url(provision.terminal);
    json["authority"] = to_base64url(provision.authority);
    json["package"] = provision.package;
    json["roster"] = provision.roster;
    json["tag_key"] = to_base64url(provision.sealed_tag_key);
    json["server"] = to_base64url(provision.server);
    json["host"] = provision.host;
    json["port"] = provision.port;
    json["recovery"] = to_base64url(provision.recovery);
    return sign_envelope(Kind::provision, json.dump(), authority);
}

Result<Provision> open_provision(std::string_view jws, const std::optional<crypto::PublicKey>& authority)
{
    ISO_TRY(const Envelope envelope, split_envelope(jws, Kind::provision, kMaxProvisionBytes));
    ISO_TRY(const Bytes payload, from_base64url(envelope.payload_part));
    ISO_TRY(const Json json, parse_json(text_of(payload)));
    ObjectReader reader(json, "provision");
    Provision provision;
    ISO_TRY(provision.terminal, reader.bytes<32>("terminal"));
    ISO_TRY(provision.authority, reader.bytes<32>("authority"));
    ISO_TRY(provision.package, reader.text("package", kMaxProvisionBytes));
    ISO_TRY(provision.roster, reader.text("roster", kMaxProvisionBytes));
    ISO_TRY(const std::string sealed, reader.text("tag_key", 256));
    ISO_TRY(provision.sealed_tag_key, from_base64url(sealed));
    ISO_TRY(provision.server, reader.bytes<32>("server"));
    ISO_TRY(provision.host, reader.text("host", 253));
    ISO_TRY(const auto port, reader.integer("port", 1, 65535));
    provision.port = static_cast<std::uint16_t>(port);
    ISO_TRY(provision.recovery, reader.bytes<32>("recovery"));
    ISO_CHECK(reader.finish());
    if (authority && *authority != provision.authority)
        return fail(Errc::forged, "signed by another authority than the one this terminal belongs to", "provision");
    ISO_CHECK(open_envelope(envelope, provision.authority));
    return provision;
}

}  // namespace isoloir::wire
