#include "shared/election/trustees_json.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"

namespace isoloir::election {
namespace {

constexpr std::size_t kMaxName = 100;

Result<Trustee> read_trustee(const wire::Json& json, const std::string& place, std::size_t threshold)
{
    wire::ObjectReader reader(json, place);
    Trustee trustee;
    ISO_TRY(trustee.name, reader.text("name", kMaxName));
    if (trimmed(trustee.name).empty() || !is_plain_line(trustee.name))
        return fail(Errc::malformed, "a name is one line of visible characters", reader.place("name"));
    ISO_TRY(trustee.key, reader.bytes<32>("key"));
    ISO_TRY(const wire::Json* polynomial, reader.array("polynomial", kMaxTrustees));
    ISO_CHECK(reader.finish());
    if (polynomial->size() != threshold) return fail(Errc::malformed, "as many elements as the threshold are needed", reader.place("polynomial"));
    for (const wire::Json& item : *polynomial) {
        const auto bytes = item.is_string() ? array_from_base64url<32>(item.get_ref<const std::string&>()) : fail(Errc::malformed, "not text");
        if (!bytes) return fail(Errc::malformed, bytes.error().message, reader.place("polynomial"));
        const auto element = crypto::Element::parse(*bytes);
        if (!element) return fail(Errc::malformed, element.error().message, reader.place("polynomial"));
        trustee.polynomial.push_back(*element);
    }
    return trustee;
}

}  // namespace

nlohmann::ordered_json write_trustees(const Trustees& trustees)
{
    nlohmann::ordered_json json;
    json["threshold"] = trustees.threshold;
    json["transcript"] = to_base64url(trustees.transcript);
    json["members"] = nlohmann::ordered_json::array();
    for (const Trustee& member : trustees.members) {
        nlohmann::ordered_json one;
        one["name"] = member.name;
        one["key"] = to_base64url(member.key);
        for (const crypto::Element& element : member.polynomial) one["polynomial"].push_back(to_base64url(element.bytes()));
        json["members"].push_back(std::move(one));
    }
    return json;
}

Result<Trustees> read_trustees(const wire::Json& json, const std::string& place)
{
    wire::ObjectReader reader(json, place);
    Trustees trustees;
    ISO_TRY(const std::int64_t threshold, reader.integer("threshold", 1, kMaxTrustees));
    trustees.threshold = static_cast<std::uint32_t>(threshold);
    ISO_TRY(trustees.transcript, reader.bytes<32>("transcript"));
    ISO_TRY(const wire::Json* members, reader.array("members", kMaxTrustees));
    ISO_CHECK(reader.finish());
    for (const wire::Json& member : *members) {
        ISO_TRY(Trustee trustee, read_trustee(member, reader.place("members") + "[" + std::to_string(trustees.members.size()) + "]", trustees.threshold));
        const bool known = std::any_of(trustees.members.begin(), trustees.members.end(),
                                       [&](const Trustee& other) { return other.key == trustee.key || other.name == trustee.name; });
        if (known) return fail(Errc::malformed, "two trustees cannot have one key or one name", reader.place("members"));
        trustees.members.push_back(std::move(trustee));
    }
    if (trustees.members.size() < trustees.threshold) return fail(Errc::malformed, "fewer trustees than the threshold", reader.place("members"));
    if (trustees.key().is_identity()) return fail(Errc::refused, "what the trustees gave adds up to no key", reader.place("members"));
    return trustees;
}

}  // namespace isoloir::election
