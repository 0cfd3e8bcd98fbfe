#pragma once
// The result page, whole in one answer: no script, no picture, nothing from elsewhere. Everything that comes from an
// election file or a terminal is escaped where it enters the page.

#include "sync-server/publish/standing.hpp"
#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// @param language  one of kLanguages
std::string result_page(const Standing& standing, std::string_view language);

}  // namespace isoloir::publish
