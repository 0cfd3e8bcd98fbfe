#pragma once

#include <map>
#include <string>

#include "terminal/locales/catalogue.hpp"

namespace isoloir::test {

/// The catalogue of a language, loaded once.
inline const locales::Catalogue& words(const std::string& language)
{
    static std::map<std::string, locales::Catalogue> loaded;
    const auto known = loaded.find(language);
    return known != loaded.end() ? known->second : loaded.emplace(language, locales::Catalogue::load(language).value()).first->second;
}

}  // namespace isoloir::test
