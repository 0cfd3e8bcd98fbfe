#pragma once
// Crockford's base 32: digits and capitals without I, L, O and U, so that people can read it aloud and copy it.

#include <string>

#include "shared/base/bytes.hpp"

namespace isoloir {

/// 80 bits as four groups of four: "0A1B-2C3D-4E5F-6G7H".
std::string to_crockford(const ByteArray<10>& bytes);

}  // namespace isoloir
