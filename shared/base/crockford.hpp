#pragma once
// Crockford's base 32: digits and capitals without I, L, O and U, so that people can read it aloud and copy it.

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.hpp"

namespace isoloir {

/// 80 bits as four groups of four: "0A1B-2C3D-4E5F-6G7H".
std::string to_crockford(const ByteArray<10>& bytes);

/// As people type it: small letters, with or without hyphens and spaces, O for 0, I and L for 1.
/// @return  nothing unless it is 16 symbols
std::optional<ByteArray<10>> from_crockford(std::string_view typed);

}  // namespace isoloir
