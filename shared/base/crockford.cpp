#include "shared/base/crockford.hpp"

#include <string_view>

namespace isoloir {

std::string to_crockford(const ByteArray<10>& bytes)
{
    constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text;
    for (std::size_t symbol = 0; symbol < 16; ++symbol) {
        unsigned value = 0;
        for (std::size_t bit = symbol * 5; bit < symbol * 5 + 5; ++bit) value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1U);
        if (symbol != 0 && symbol % 4 == 0) text += '-';
        text += kSymbols[value];
    }
    return text;
}

}  // namespace isoloir
