#pragma once
// The displays that every screen is judged on, and what lays screens out for them.

#include <map>
#include <string>

#include "terminal/locales/catalogue.hpp"
#include "terminal/ui/text.hpp"

namespace isoloir::test {

struct Display {
    const char* name;
    int width, height;
    double px_per_mm;
};

constexpr Display kDisplays[] = {{"1920x1080", 1920, 1080, 4.0}, {"1080x1920", 1080, 1920, 4.0}, {"1024x600", 1024, 600, 3.0}, {"3840x2160", 3840, 2160, 7.2}};

inline const locales::Catalogue& words(const std::string& language)
{
    static std::map<std::string, locales::Catalogue> loaded;
    const auto known = loaded.find(language);
    return known != loaded.end() ? known->second : loaded.emplace(language, locales::Catalogue::load(language).value()).first->second;
}

inline ui::TextEngine& text_engine()
{
    static const auto engine = ui::TextEngine::create(std::string(ISOLOIR_BIN) + "/../share/isoloir/fonts").value();
    return *engine;
}

}  // namespace isoloir::test
