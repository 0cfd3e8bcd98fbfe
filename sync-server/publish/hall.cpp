#include "sync-server/publish/hall.hpp"

#include <algorithm>

#include "shared/base/text.hpp"
#include "shared/wire/json.hpp"

namespace isoloir::publish {
namespace {

using OrderedJson = nlohmann::ordered_json;
constexpr std::int64_t kMaxLatitude = 90LL * election::kMicrodegrees;
constexpr std::int64_t kMaxLongitude = 180LL * election::kMicrodegrees;

/// Names under which the pages tell what came from no hall.
bool is_taken(std::string_view name)
{
    return name == "online" || name == "unknown";
}

Status check_text(const std::string& text, std::size_t most, const char* where)
{
    if (text.size() > most) return fail(Errc::malformed, "this is too long: at most " + std::to_string(most) + " bytes", where);
    if (!is_plain_line(text)) return fail(Errc::malformed, "this is no plain line of text", where);
    return {};
}

OrderedJson json_of(const Hall& hall)
{
    OrderedJson json = {{"name", hall.name}, {"commune", hall.commune}, {"address", hall.address}, {"hours", hall.hours}};
    if (!hall.position) return json;
    json["latitude"] = hall.position->latitude;
    json["longitude"] = hall.position->longitude;
    return json;
}

Result<Hall> hall_of(const wire::Json& json, const std::string& place)
{
    wire::ObjectReader reader(json, place);
    Hall hall;
    ISO_TRY(hall.name, reader.text("name", kMaxHallText));
    ISO_TRY(hall.commune, reader.text("commune", kMaxHallText));
    ISO_TRY(hall.address, reader.text("address", kMaxHallText));
    ISO_TRY(hall.hours, reader.text("hours", kMaxHallHours));
    if (reader.has("latitude") || reader.has("longitude")) {
        ISO_TRY(const auto latitude, reader.integer("latitude", -kMaxLatitude, kMaxLatitude));
        ISO_TRY(const auto longitude, reader.integer("longitude", -kMaxLongitude, kMaxLongitude));
        hall.position = election::Position{static_cast<std::int32_t>(latitude), static_cast<std::int32_t>(longitude)};
    }
    ISO_CHECK(reader.finish());
    ISO_CHECK(check_hall(hall));
    return hall;
}

}  // namespace

Status check_hall(const Hall& hall)
{
    ISO_CHECK(check_text(hall.name, kMaxHallText, "name"));
    ISO_CHECK(check_text(hall.commune, kMaxHallText, "commune"));
    ISO_CHECK(check_text(hall.address, kMaxHallText, "address"));
    ISO_CHECK(check_text(hall.hours, kMaxHallHours, "hours"));
    if (hall.name.empty() || trimmed(hall.name) != hall.name) return fail(Errc::malformed, "a hall has a name, without blanks at its ends", "name");
    if (is_taken(hall.name)) return fail(Errc::malformed, "this name stands for what came from no hall", "name");
    const auto lies_within = [](std::int32_t degrees, std::int64_t most) { return -most <= degrees && degrees <= most; };
    if (hall.position && (!lies_within(hall.position->latitude, kMaxLatitude) || !lies_within(hall.position->longitude, kMaxLongitude)))
        return fail(Errc::malformed, "a latitude lies between -90 and 90 degrees, a longitude between -180 and 180", "position");
    return {};
}

std::string write_hall(const Hall& hall)
{
    return json_of(hall).dump();
}

Result<Hall> read_hall(std::string_view json)
{
    ISO_TRY(const auto parsed, wire::parse_json(json));
    return hall_of(parsed, {});
}

std::string write_halls(std::span<const Hall> halls)
{
    OrderedJson json;
    json["halls"] = OrderedJson::array();
    for (const Hall& hall : halls) json["halls"].push_back(json_of(hall));
    return json.dump();
}

Result<std::vector<Hall>> read_halls(std::string_view json)
{
    ISO_TRY(const auto parsed, wire::parse_json(json));
    wire::ObjectReader reader(parsed, {});
    ISO_TRY(const wire::Json* listed, reader.array("halls", kMaxHalls));
    ISO_CHECK(reader.finish());
    std::vector<Hall> halls;
    for (std::size_t i = 0; i < listed->size(); ++i) {
        const std::string place = "halls[" + std::to_string(i) + "]";
        ISO_TRY(Hall hall, hall_of((*listed)[i], place));
        if (std::any_of(halls.begin(), halls.end(), [&](const Hall& other) { return other.name == hall.name; }))
            return fail(Errc::malformed, "two halls have one name", place);
        halls.push_back(std::move(hall));
    }
    return halls;
}

}  // namespace isoloir::publish
