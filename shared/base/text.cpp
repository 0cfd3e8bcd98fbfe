#include "shared/base/text.hpp"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace isoloir {
namespace {

bool is_seen(UChar32 character)
{
    return character >= 0 && (U_GET_GC_MASK(character) & (U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) == 0;
}

}  // namespace

bool is_utf8(std::string_view text)
{
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t i = 0; i < length;) {
        UChar32 character = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, length, character);
        if (character < 0) return false;
    }
    return true;
}

std::string as_plain_line(std::string_view text)
{
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::string line;
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t next = 0; next < length;) {
        const std::int64_t begin = next;
        UChar32 character = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), next, length, character);
        line += is_seen(character) ? text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(next - begin)) : kReplacement;
    }
    return line;
}

bool is_plain_line(std::string_view text)
{
    return as_plain_line(text) == text;
}

std::string_view beginning_of(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes) return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
    return text.substr(0, bytes);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string in_groups(std::string_view digits)
{
    constexpr std::size_t kGroup = 8;
    std::string text;
    for (std::size_t i = 0; i < digits.size(); i += kGroup) {
        if (i != 0) text += ' ';
        text += digits.substr(i, kGroup);
    }
    return text;
}

std::string ascii_upper(std::string_view text)
{
    std::string upper(text);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

std::string ascii_lower(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace isoloir
