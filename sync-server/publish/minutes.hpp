#pragma once
// The minutes of the count, as a council signs them: A4, PDF.

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

struct Minutes {
    const Standing& standing;
    const std::string& result;      // result.jws as published
    std::chrono::sys_seconds made;  // what the PDF says of itself: the same moment makes the same bytes
    std::filesystem::path fonts;    // folder with the TrueType files; without any, those of the system
};

/// @param language  one of kLanguages
/// @error not_found  nothing is counted yet, or there is no font;  malformed, forged  the checkpoint;  internal
Result<std::string> minutes_pdf(const Minutes& minutes, std::string_view language);

}  // namespace isoloir::publish
