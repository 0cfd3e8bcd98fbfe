#include "sync-server/app/hall_commands.hpp"

#include <cmath>
#include <ostream>

#include "sync-server/app/table.hpp"

namespace isoloir::app {
namespace {

/// @param degrees  at most 180 either way
std::int32_t microdegrees(double degrees)
{
    return static_cast<std::int32_t>(std::lround(degrees * election::kMicrodegrees));
}

}  // namespace

Status put_hall(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    publish::Hall hall{arguments.name, arguments.commune, arguments.address, arguments.opening_hours, std::nullopt};
    if (arguments.latitude && arguments.longitude) hall.position = election::Position{microdegrees(*arguments.latitude), microdegrees(*arguments.longitude)};
    ISO_CHECK(centre.put_hall(hall));
    out << "The public pages tell of " << hall.name << (hall.position ? " and show it on the map.\n" : "; with --latitude and --longitude it is on the map.\n");
    return {};
}

Status list_halls(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_TRY(const auto halls, centre.halls());
    Table table({"hall", "commune", "address", "hours", "map"});
    for (const auto& hall : halls) table.add({hall.name, hall.commune, hall.address, hall.hours, hall.position ? "yes" : "no"});
    if (arguments.json) out << publish::write_halls(halls) << '\n';
    else if (halls.empty()) out << "No hall yet; `isoloir-server hall put NAME` puts one on the public pages.\n";
    else out << table;
    return {};
}

Status remove_hall(const Arguments& arguments, Centre& centre, std::ostream& out)
{
    ISO_CHECK(centre.remove_hall(arguments.name));
    out << "The public pages tell of it no more. Its terminals and ballots stand.\n";
    return {};
}

}  // namespace isoloir::app
