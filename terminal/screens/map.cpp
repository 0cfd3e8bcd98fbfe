#include "terminal/screens/map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace isoloir::screens {
namespace {

constexpr double kKmPerDegree = 111.2;  // of latitude, on a sphere of 6 371 km
constexpr double kHeightShare = 0.75;   // of the map's width
constexpr double kMargin = 1.25;

struct Spot {
    double east, north;  // km
};

/// Equirectangular around the project: good to some metres over a province.
Spot spot_of(const election::Position& position, double cos_latitude)
{
    return {position.longitude / 1e6 * kKmPerDegree * cos_latitude, position.latitude / 1e6 * kKmPerDegree};
}

/// The round number of km, at least `least`.
double round_up(double least)
{
    for (const double km : {0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0})
        if (km >= least) return km;
    return 500;
}

}  // namespace

std::optional<ui::Node> map_of(const Context& context, std::size_t project)
{
    const auto& projects = context.definition.projects;
    if (!projects[project].position) return std::nullopt;
    const double cos_latitude = std::cos(projects[project].position->latitude / 1e6 * std::numbers::pi / 180);
    const Spot here = spot_of(*projects[project].position, cos_latitude);
    Spot least = here;
    Spot most = here;
    for (const auto& other : projects) {
        if (!other.position) continue;
        const Spot spot = spot_of(*other.position, cos_latitude);
        least = {std::min(least.east, spot.east), std::min(least.north, spot.north)};
        most = {std::max(most.east, spot.east), std::max(most.north, spot.north)};
    }
    const double needed = std::max({most.east - least.east, (most.north - least.north) / kHeightShare, 0.4}) * kMargin;
    const double quarter = round_up(needed / 4);
    const double width = 4 * quarter;
    const double height = width * kHeightShare;
    const Spot centre{(least.east + most.east) / 2, (least.north + most.north) / 2};

    ui::Node map;
    map.role = ui::Role::image;
    map.id = "map";
    for (std::size_t i = 0; i < projects.size(); ++i) {
        if (!projects[i].position) continue;
        const Spot spot = spot_of(*projects[i].position, cos_latitude);
        map.map.push_back({(spot.east - centre.east) / width + 0.5, 0.5 - (spot.north - centre.north) / height, i == project});
    }
    const bool metres = quarter < 1;
    map.scale = std::to_string(static_cast<int>(std::lround(metres ? quarter * 1000 : quarter))) + (metres ? " m" : " km");
    map.hint = projects[project].place;
    map.with_width(64).with_height(64 * kHeightShare).with_look(ui::Look::panel);
    return map;
}

}  // namespace isoloir::screens
