#pragma once
// What the public pages say of halls, from the command line.

#include <iosfwd>

#include "sync-server/app/arguments.hpp"
#include "sync-server/app/centre.hpp"

namespace isoloir::app {

Status put_hall(const Arguments& arguments, Centre& centre, std::ostream& out);
Status list_halls(const Arguments& arguments, Centre& centre, std::ostream& out);
Status remove_hall(const Arguments& arguments, Centre& centre, std::ostream& out);

}  // namespace isoloir::app
