// Halls that lie too close to be told apart share a pin with several numbers. A name stands beside its pin where it covers
// nothing, and is left out where there is no room: the numbers lead to the list.

#include "sync-server/publish/hall_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_words.hpp"

namespace isoloir::publish {
namespace {

// The drawing's own units.
constexpr double kWidth = 480;
constexpr double kHeight = 300;
constexpr double kMargin = 44;
constexpr double kPin = 30;       // height of a pin
constexpr double kDigit = 10.5;   // width of a character in a pin
constexpr double kLetter = 7.6;   // and in a name
constexpr double kLine = 18;      // height of a name
constexpr double kLeastSpan = 1;  // km: a single hall, or two in one street, is no map of a metre
constexpr double kKmADegree = 111.2;

struct Box {
    double left{0};
    double top{0};
    double width{0};
    double height{0};
    bool covers(const Box& other) const
    {
        return left < other.left + other.width && other.left < left + width && top < other.top + other.height && other.top < top + height;
    }
    bool lies_inside() const { return left >= 0 && top >= 0 && left + width <= kWidth && top + height <= kHeight; }
};

struct Pin {
    double x{0};
    double y{0};
    std::vector<std::size_t> halls;  // indices
    std::string label() const
    {
        std::string label;
        for (std::size_t i = 0; i < halls.size() && i < 3; ++i) label += (i == 0 ? "" : ", ") + std::to_string(halls[i] + 1);
        return halls.size() > 3 ? label + "…" : label;
    }
    Box box() const
    {
        const double width = std::max(kPin, kDigit * static_cast<double>(label().size()) + 12);
        return {x - width / 2, y - kPin / 2, width, kPin};
    }
};

std::string fixed(double value)
{
    const auto tenths = std::llround(value * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

double degrees(std::int32_t micro)
{
    return static_cast<double>(micro) / election::kMicrodegrees;
}

/// From places on earth, near each other, to places on the drawing.
struct Projection {
    double middle_latitude{0};
    double middle_longitude{0};
    double shrink{1};  // of a degree of longitude
    double scale{1};   // units a km

    explicit Projection(std::span<const Hall> halls)
    {
        double south = 90;
        double north = -90;
        double west = 180;
        double east = -180;
        for (const Hall& hall : halls) {
            if (!hall.position) continue;
            south = std::min(south, degrees(hall.position->latitude));
            north = std::max(north, degrees(hall.position->latitude));
            west = std::min(west, degrees(hall.position->longitude));
            east = std::max(east, degrees(hall.position->longitude));
        }
        middle_latitude = (south + north) / 2;
        middle_longitude = (west + east) / 2;
        shrink = std::cos(middle_latitude * std::numbers::pi / 180);
        const double wide = std::max((east - west) * shrink * kKmADegree, kLeastSpan);
        const double high = std::max((north - south) * kKmADegree, kLeastSpan);
        scale = std::min((kWidth - 2 * kMargin) / wide, (kHeight - 2 * kMargin) / high);
    }
    double x(const election::Position& at) const { return kWidth / 2 + (degrees(at.longitude) - middle_longitude) * shrink * kKmADegree * scale; }
    double y(const election::Position& at) const { return kHeight / 2 - (degrees(at.latitude) - middle_latitude) * kKmADegree * scale; }
};

std::vector<Pin> pins_of(std::span<const Hall> halls, const Projection& projection)
{
    std::vector<Pin> pins;
    for (std::size_t i = 0; i < halls.size(); ++i) {
        if (!halls[i].position) continue;
        Pin pin{projection.x(*halls[i].position), projection.y(*halls[i].position), {i}};
        const auto near = std::find_if(pins.begin(), pins.end(), [&](const Pin& other) { return other.box().covers(pin.box()); });
        if (near == pins.end()) pins.push_back(std::move(pin));
        else near->halls.push_back(i);
    }
    return pins;
}

std::size_t characters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// A name beside its pin, right, left, above or below; nothing where it would cover something.
std::string name_beside(const Pin& pin, const Hall& hall, std::vector<Box>& taken)
{
    const double width = kLetter * static_cast<double>(characters(hall.name)) + 8;
    const Box own = pin.box();
    struct Place {
        Box box;
        const char* anchor;  // of the text: how wide it really is, the browser's letters decide
        double x;
    };
    const double right = own.left + own.width + 2;
    const std::array<Place, 4> places{Place{{right, pin.y - kLine / 2, width, kLine}, "start", right + 3},
                                      Place{{own.left - width - 2, pin.y - kLine / 2, width, kLine}, "end", own.left - 5},
                                      Place{{pin.x - width / 2, own.top - kLine - 1, width, kLine}, "middle", pin.x},
                                      Place{{pin.x - width / 2, own.top + own.height + 1, width, kLine}, "middle", pin.x}};
    for (const Place& place : places) {
        if (!place.box.lies_inside() || std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.covers(place.box); })) continue;
        taken.push_back(place.box);
        return "<text class=\"name\" x=\"" + fixed(place.x) + "\" y=\"" + fixed(place.box.top + 13.5) + "\" text-anchor=\"" + place.anchor + "\">" +
               escaped(hall.name) + "</text>";
    }
    return {};
}

/// The longest round distance that takes less than a quarter of the drawing.
std::string scale_bar(double units_a_km)
{
    double km = 0.1;
    for (const double round : {0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0})
        if (round * units_a_km < kWidth / 4) km = round;
    const std::string label = km < 1 ? std::to_string(std::lround(km * 1000)) + "\u00a0m" : std::to_string(std::lround(km)) + "\u00a0km";
    const std::string end = fixed(10 + km * units_a_km);
    return "<path d=\"M10 284v6H" + end + "v-6\"></path><text x=\"12\" y=\"280\">" + label + "</text>";
}

std::string drawing(std::span<const Hall> halls, const Words& words)
{
    const Projection projection(halls);
    const std::vector<Pin> pins = pins_of(halls, projection);
    if (pins.empty()) return {};
    std::string html =
        "<svg class=\"map\" viewBox=\"0 0 480 300\" role=\"img\" aria-label=\"" + escaped(page_words(words).map) + "\">" + scale_bar(projection.scale);
    std::vector<Box> taken{{0, 262, kWidth / 3, 38}};
    for (const Pin& pin : pins) taken.push_back(pin.box());
    for (const Pin& pin : pins) {
        const Box box = pin.box();
        html += "<rect x=\"" + fixed(box.left) + "\" y=\"" + fixed(box.top) + "\" width=\"" + fixed(box.width) + "\" height=\"" + fixed(box.height) +
                "\" rx=\"15\"></rect>" + "<text class=\"number\" x=\"" + fixed(pin.x) + "\" y=\"" + fixed(pin.y + 7) + "\" text-anchor=\"middle\">" +
                pin.label() + "</text>";
        if (pin.halls.size() == 1) html += name_beside(pin, halls[pin.halls.front()], taken);
    }
    return html + "</svg>";
}

std::string entry(const Hall& hall, std::size_t number)
{
    const std::string where = hall.address + (hall.address.empty() || hall.commune.empty() ? "" : ", ") + hall.commune;
    return "<li><span class=\"rank\">" + std::to_string(number) + "</span>" + element("h3", hall.name) +
           (where.empty() ? "" : element("p class=\"where\"", where)) + (hall.hours.empty() ? "" : element("p class=\"hours\"", hall.hours)) + "</li>";
}

}  // namespace

std::string where_to_vote(const Standing& standing, const Words& words)
{
    if (standing.halls.empty()) return {};
    std::string entries;
    for (std::size_t i = 0; i < standing.halls.size(); ++i) entries += entry(standing.halls[i], i + 1);
    return "<section>" + element("h2", page_words(words).halls) + drawing(standing.halls, words) + "<ol class=\"halls\" role=\"list\">" + entries +
           "</ol></section>";
}

}  // namespace isoloir::publish
