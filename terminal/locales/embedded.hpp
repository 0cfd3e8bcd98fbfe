#pragma once

#include <map>
#include <string>

namespace isoloir::locales {

/// Language tag -> its JSON file, as built into the program.
const std::map<std::string, std::string>& embedded_catalogues();

}  // namespace isoloir::locales
