#pragma once
// Pictures as far as whoever takes them in looks at them: the beginning of a file, and then anything.

#include <cstdint>
#include <string>

namespace isoloir::test {

inline std::string big_endian(std::uint32_t number, int bytes)
{
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(number >> shift);
    return text;
}

inline std::string a_png(std::uint32_t width = 640, std::uint32_t height = 480)
{
    using namespace std::string_literals;
    return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + big_endian(width, 4) + big_endian(height, 4) + "\x08\x02\0\0\0 and so on"s;
}

inline std::string a_jpeg(std::uint32_t width = 640, std::uint32_t height = 480)
{
    using namespace std::string_literals;
    return "\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xFF\xC0\0\x11\x08"s + big_endian(height, 2) + big_endian(width, 2) + "\x03 and so on"s;
}

}  // namespace isoloir::test
