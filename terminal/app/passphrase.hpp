#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "shared/base/result.hpp"

namespace isoloir::app {

/// The staff passphrase: from a file, else from $ISOLOIR_PASSPHRASE, else asked for at the keyboard without echo.
/// @error refused  none was given, or it has fewer than 12 characters
Result<std::string> read_passphrase(const std::optional<std::filesystem::path>& file);

}  // namespace isoloir::app
