#pragma once

#include <map>
#include <string>
#include <string_view>

#include "terminal/locales/catalogue.hpp"

namespace isoloir::test {

/// The catalogue of a language, loaded once.
inline const locales::Catalogue& words(std::string_view language)
{
    static std::map<std::string, locales::Catalogue, std::less<>> loaded;
    const auto known = loaded.find(language);
    if (known != loaded.end()) return known->second;
    return loaded.emplace(language, locales::Catalogue::load(std::string(language)).value()).first->second;
}

}  // namespace isoloir::test
