#include "shared/base/crockford.hpp"

namespace isoloir {
namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

}  // namespace

std::string to_crockford(const ByteArray<10>& bytes)
{
    std::string text;
    for (std::size_t symbol = 0; symbol < 16; ++symbol) {
        unsigned value = 0;
        for (std::size_t bit = symbol * 5; bit < symbol * 5 + 5; ++bit) value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1U);
        if (symbol != 0 && symbol % 4 == 0) text += '-';
        text += kSymbols[value];
    }
    return text;
}

std::optional<ByteArray<10>> from_crockford(std::string_view typed)
{
    ByteArray<10> bytes{};
    std::size_t bit = 0;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        const auto value = kSymbols.find(c);
        if (value == std::string_view::npos || bit == 80) return std::nullopt;
        for (int place = 4; place >= 0; --place, ++bit) bytes[bit / 8] |= static_cast<std::uint8_t>((value >> place & 1U) << (7 - bit % 8));
    }
    return bit == 80 ? std::optional(bytes) : std::nullopt;
}

}  // namespace isoloir
