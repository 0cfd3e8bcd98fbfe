#pragma once
// How large a picture is once it is unpacked, as its file says: a small file can say much (a bomb).

#include <cstddef>
#include <optional>
#include <string_view>

namespace isoloir {

constexpr std::size_t kMaxPixels = 40'000'000;

/// Width times height as the header of a PNG or JPEG says; nothing where it does not.
/// Source: PNG (ISO/IEC 15948) 11.2.2; JPEG (ITU-T T.81) B.2.2
std::optional<std::size_t> pixels_of(std::string_view file);

}  // namespace isoloir
