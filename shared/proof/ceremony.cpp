#include "shared/proof/ceremony.hpp"

#include <set>

#include "shared/base/text.hpp"
#include "shared/election/trustees_json.hpp"
#include "shared/proof/ceremony_json.hpp"

namespace isoloir::proof {
namespace {

constexpr auto kMost = static_cast<std::int64_t>(kMaxTrustees);

Status check_limits(std::size_t threshold, const std::vector<Trustee>& trustees)
{
    if (trustees.empty() || trustees.size() > kMaxTrustees) return fail(Errc::refused, "there are 1 to 32 trustees");
    if (threshold < 1 || threshold > trustees.size())
        return fail(Errc::refused, "of " + std::to_string(trustees.size()) + " trustees 1 to " + std::to_string(trustees.size()) + " can be enough, not " +
                                       std::to_string(threshold));
    std::set<std::string> names;
    std::set<crypto::PublicKey> keys;
    for (const Trustee& trustee : trustees) {
        if (!names.insert(trustee.name).second) return fail(Errc::refused, "two trustees have the name " + trustee.name + ": one could pass for the other");
        if (!keys.insert(trustee.key).second) return fail(Errc::refused, trustee.name + " has the key of another trustee");
    }
    return {};
}

Result<Trustee> read_member(wire::ObjectReader& reader)
{
    Trustee trustee;
    ISO_TRY(trustee.name, read_name(reader));
    ISO_TRY(trustee.key, reader.bytes<32>("key"));
    return trustee;
}

Status check_size(std::string_view text)
{
    if (text.size() <= kMaxCeremonyBytes) return {};
    return fail(Errc::refused, "larger than the " + std::to_string(kMaxCeremonyBytes) + " bytes allowed");
}

}  // namespace

Result<std::string> read_name(wire::ObjectReader& reader)
{
    constexpr std::size_t kMaxName = 100;
    ISO_TRY(std::string name, reader.text("name", kMaxName));
    if (trimmed(name).empty() || !is_plain_line(name)) return fail(Errc::malformed, "a name is one line of visible characters", reader.place("name"));
    return name;
}

Result<std::vector<crypto::Element>> read_elements(wire::ObjectReader& reader, const std::string& name)
{
    ISO_TRY(const wire::Json* list, reader.array(name, kMaxTrustees));
    std::vector<crypto::Element> elements;
    for (const wire::Json& item : *list) {
        const std::string place = reader.place(name) + "[" + std::to_string(elements.size()) + "]";
        if (!item.is_string()) return fail(Errc::malformed, "a text is expected", place);
        const auto bytes = array_from_base64url<32>(item.get_ref<const std::string&>());
        const auto element = bytes ? crypto::Element::parse(*bytes) : tl::make_unexpected(bytes.error());
        if (!element) return fail(element.error().code, element.error().message, place);
        elements.push_back(*element);
    }
    return elements;
}

OrderedJson elements_json(const std::vector<crypto::Element>& elements)
{
    OrderedJson list = OrderedJson::array();
    for (const auto& element : elements) list.push_back(to_base64url(element.bytes()));
    return list;
}

std::string Ceremony::called(std::uint64_t number) const
{
    return "trustee " + std::to_string(number) + " (" + trustees[number - 1].name + ")";
}

std::uint64_t Ceremony::number_of(const crypto::PublicKey& key) const
{
    for (std::size_t i = 0; i < trustees.size(); ++i)
        if (trustees[i].key == key) return i + 1;
    return 0;
}

Result<std::string> convene(std::size_t threshold, const std::vector<Trustee>& trustees, crypto::Random& random)
{
    ISO_CHECK(check_limits(threshold, trustees));
    OrderedJson json;
    json["threshold"] = threshold;
    json["nonce"] = to_base64url(random.bytes<32>());
    for (const Trustee& trustee : trustees) json["trustees"].push_back({{"name", trustee.name}, {"key", to_base64url(trustee.key)}});
    return json.dump();
}

Result<Ceremony> read_ceremony(std::string_view text)
{
    ISO_CHECK(check_size(text));
    ISO_TRY(const wire::Json json, wire::parse_json(text));
    wire::ObjectReader reader(json, "");
    Ceremony ceremony;
    ceremony.id = crypto::sha256(bytes_of(text));
    ISO_TRY(const auto threshold, reader.integer("threshold", 1, kMost));
    ceremony.threshold = static_cast<std::size_t>(threshold);
    ISO_CHECK(reader.bytes<32>("nonce"));
    ISO_TRY(const wire::Json* list, reader.array("trustees", kMaxTrustees));
    ISO_CHECK(reader.finish());
    for (const wire::Json& item : *list) {
        wire::ObjectReader member(item, "trustees[" + std::to_string(ceremony.trustees.size()) + "]");
        ISO_TRY(ceremony.trustees.emplace_back(), read_member(member));
        ISO_CHECK(member.finish());
    }
    ISO_CHECK(check_limits(ceremony.threshold, ceremony.trustees));
    return ceremony;
}

std::string write_trustees(const TrusteesKey& key)
{
    return election::write_trustees(key).dump() + "\n";
}

Result<TrusteesKey> read_trustees(std::string_view text)
{
    ISO_CHECK(check_size(text));
    ISO_TRY(const wire::Json json, wire::parse_json(text));
    return election::read_trustees(json, "");
}

}  // namespace isoloir::proof
