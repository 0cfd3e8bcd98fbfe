#include "shared/wire/voters.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::wire {
namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kTagBytes = std::tuple_size_v<ShortTag>;

std::string write_tags(const std::vector<ShortTag>& tags)
{
    Bytes all;
    all.reserve(tags.size() * kTagBytes);
    for (const ShortTag& tag : tags) all.insert(all.end(), tag.begin(), tag.end());
    return to_base64url(all);
}

Result<std::vector<ShortTag>> read_tags(ObjectReader& reader, const std::string& name, std::size_t most)
{
    ISO_TRY(const std::string text, reader.text(name, (most * kTagBytes * 4 + 2) / 3));
    const auto all = from_base64url(text);
    if (!all || all->size() % kTagBytes != 0) return fail(Errc::malformed, "not a number of whole tags in base64url", reader.place(name));
    std::vector<ShortTag> tags(all->size() / kTagBytes);
    for (std::size_t i = 0; i < tags.size(); ++i) std::copy_n(all->begin() + static_cast<std::ptrdiff_t>(i * kTagBytes), kTagBytes, tags[i].begin());
    return tags;
}

Result<Json> parse_page(std::string_view text)
{
    if (text.size() > kMaxPageBytes) return fail(Errc::refused, "a page has at most " + std::to_string(kMaxPageBytes) + " bytes");
    return parse_json(text);
}

}  // namespace

ShortTag short_tag(const crypto::Digest& tag)
{
    ShortTag cut;
    std::copy_n(tag.begin(), cut.size(), cut.begin());
    return cut;
}

std::string write_voted_page(const VotedPage& page)
{
    OrderedJson json;
    json["next"] = to_base64url(page.next);
    json["more"] = page.more;
    json["hall"] = write_tags(page.hall);
    json["online"] = write_tags(page.online);
    return json.dump();
}

Result<VotedPage> read_voted_page(std::string_view text)
{
    ISO_TRY(const Json json, parse_page(text));
    ObjectReader reader(json, "voted");
    VotedPage page;
    ISO_TRY(page.next, reader.bytes<24>("next"));
    ISO_TRY(page.more, reader.boolean("more"));
    ISO_TRY(page.hall, read_tags(reader, "hall", kMaxPageTags));
    ISO_TRY(page.online, read_tags(reader, "online", kMaxPageTags - page.hall.size()));
    ISO_CHECK(reader.finish());
    return page;
}

std::string write_roll_page(const RollPage& page)
{
    OrderedJson json;
    json["anew"] = page.anew;
    json["version"] = page.version;
    json["next"] = to_base64url(page.next);
    json["more"] = page.more;
    json["tags"] = write_tags(page.tags);
    return json.dump();
}

Result<RollPage> read_roll_page(std::string_view text)
{
    ISO_TRY(const Json json, parse_page(text));
    ObjectReader reader(json, "roll");
    RollPage page;
    ISO_TRY(page.anew, reader.boolean("anew"));
    ISO_TRY(page.version, reader.integer("version", 0, INT64_MAX));
    ISO_TRY(page.next, reader.bytes<24>("next"));
    ISO_TRY(page.more, reader.boolean("more"));
    ISO_TRY(page.tags, read_tags(reader, "tags", kMaxPageTags));
    ISO_CHECK(reader.finish());
    return page;
}

std::string sign_roll(Roll roll, const crypto::Signer& authority)
{
    std::sort(roll.tags.begin(), roll.tags.end());
    roll.tags.erase(std::unique(roll.tags.begin(), roll.tags.end()), roll.tags.end());
    OrderedJson json;
    json["election"] = to_base64url(roll.election);
    json["version"] = roll.version;
    json["next"] = to_base64url(roll.next);
    json["tags"] = write_tags(roll.tags);
    return sign_envelope(Kind::roll, json.dump(), authority);
}

Result<Roll> open_roll(std::string_view jws, const crypto::PublicKey& authority)
{
    ISO_TRY(const std::string payload, open_envelope(jws, Kind::roll, kMaxRollBytes, authority));
    ISO_TRY(const Json json, parse_json(payload));
    ObjectReader reader(json, "roll");
    Roll roll;
    ISO_TRY(roll.election, reader.bytes<32>("election"));
    ISO_TRY(roll.version, reader.integer("version", 0, INT64_MAX));
    ISO_TRY(roll.next, reader.bytes<24>("next"));
    ISO_TRY(roll.tags, read_tags(reader, "tags", kMaxRollTags));
    ISO_CHECK(reader.finish());
    if (std::adjacent_find(roll.tags.begin(), roll.tags.end(), std::greater_equal<>()) != roll.tags.end())
        return fail(Errc::malformed, "the tags are not in order, or one stands twice", reader.place("tags"));
    return roll;
}

}  // namespace isoloir::wire
