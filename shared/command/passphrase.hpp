#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "shared/base/result.hpp"

namespace isoloir::command {

enum class Asked { once, twice };  // twice where it is new: a slip of a finger would lock its owner out

/// A passphrase: from a file, else from $ISOLOIR_PASSPHRASE, else asked for at the keyboard without echo.
/// @param whose  what it opens, for people: "this terminal"
/// @error refused  none was given, it has fewer than 12 characters, or it was typed in two ways
Result<std::string> read_passphrase(const std::optional<std::filesystem::path>& file, const std::string& whose, Asked asked = Asked::once);

}  // namespace isoloir::command
