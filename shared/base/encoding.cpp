#include "shared/base/encoding.hpp"

#include <sodium.h>

namespace isoloir {
namespace {

// Without tables and branches, since keys are written and read so too; libsodium's way takes seven times as long, and a tenth of what
// the check of a record takes.

/// The two letters in which the alphabets differ: of 62 and 63.
struct Last {
    char of_62;
    char of_63;
};

constexpr Last kStandard{'+', '/'};
constexpr Last kUrl{'-', '_'};

/// All ones where it is so, else zero.
constexpr std::uint8_t mask(bool yes)
{
    return static_cast<std::uint8_t>(-static_cast<int>(yes));
}

constexpr std::uint8_t letter(std::uint8_t six, Last last)
{
    const auto from = [&](int low, int high, int first) { return mask((six >= low) & (six <= high)) & (six - low + first); };
    return static_cast<std::uint8_t>(from(0, 25, 'A') | from(26, 51, 'a') | from(52, 61, '0') | from(62, 62, last.of_62) | from(63, 63, last.of_63));
}

constexpr std::uint8_t kNoLetter = 0x80;

/// The six bits that a letter stands for.
constexpr std::uint8_t six_of(std::uint8_t letter, Last last)
{
    const auto from = [&](int low, int high, int first) { return mask((letter >= low) & (letter <= high)) & (letter - low + first + 1); };
    const int one_more = from('A', 'Z', 0) | from('a', 'z', 26) | from('0', '9', 52) | from(last.of_62, last.of_62, 62) | from(last.of_63, last.of_63, 63);
    return static_cast<std::uint8_t>((one_more - 1) & (0x3f | kNoLetter));
}

std::string to_text(ByteSpan bytes, Last last)
{
    Bytes whole(bytes.begin(), bytes.end());
    whole.resize((bytes.size() + 2) / 3 * 3);
    std::string text(whole.size() / 3 * 4, '\0');
    for (std::size_t i = 0; i < whole.size() / 3; ++i) {
        const std::uint32_t three = std::uint32_t{whole[3 * i]} << 16 | std::uint32_t{whole[3 * i + 1]} << 8 | whole[3 * i + 2];
        for (std::size_t j = 0; j < 4; ++j) text[4 * i + j] = static_cast<char>(three >> (18 - 6 * j) & 0x3f);
    }
    for (char& c : text) c = static_cast<char>(letter(static_cast<std::uint8_t>(c), last));
    text.resize((bytes.size() * 4 + 2) / 3);
    return text;
}

Result<Bytes> from_text(std::string_view text, Last last, const char* complaint)
{
    Bytes sixes((text.size() + 3) / 4 * 4);
    std::uint8_t wrong = text.size() % 4 == 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        sixes[i] = six_of(static_cast<std::uint8_t>(text[i]), last);
        wrong = static_cast<std::uint8_t>(wrong | (sixes[i] & kNoLetter));
    }
    Bytes bytes(sixes.size() / 4 * 3);
    for (std::size_t i = 0; i < sixes.size() / 4; ++i) {
        const std::uint32_t three =
            std::uint32_t{sixes[4 * i]} << 18 | std::uint32_t{sixes[4 * i + 1]} << 12 | std::uint32_t{sixes[4 * i + 2]} << 6 | sixes[4 * i + 3];
        bytes[3 * i] = static_cast<std::uint8_t>(three >> 16);
        bytes[3 * i + 1] = static_cast<std::uint8_t>(three >> 8);
        bytes[3 * i + 2] = static_cast<std::uint8_t>(three);
    }
    const std::size_t size = text.size() * 3 / 4;
    for (std::size_t i = size; i < bytes.size(); ++i) wrong |= bytes[i];  // bits that no byte takes
    if (wrong != 0) return fail(Errc::malformed, complaint);
    bytes.resize(size);
    return bytes;
}

}  // namespace

std::string to_base64url(ByteSpan bytes)
{
    return to_text(bytes, kUrl);
}

std::string to_base64(ByteSpan bytes)
{
    std::string text = to_text(bytes, kStandard);
    text.resize((text.size() + 3) / 4 * 4, '=');
    return text;
}

Result<Bytes> from_base64url(std::string_view text)
{
    return from_text(text, kUrl, "not base64url without padding");
}

Result<Bytes> from_base64(std::string_view text)
{
    constexpr const char* complaint = "not base64";
    if (text.size() % 4 != 0) return fail(Errc::malformed, complaint);
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    return from_text(text, kStandard, complaint);
}

std::string to_hex(ByteSpan bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.resize(bytes.size() * 2);
    return text;
}

Result<Bytes> from_hex(std::string_view text)
{
    if (text.empty()) return Bytes{};
    Bytes bytes(text.size() / 2);
    std::size_t size = 0;
    const char* end = nullptr;
    if (text.size() % 2 != 0 || sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end) != 0 ||
        end != text.data() + text.size())
        return fail(Errc::malformed, "not hexadecimal");
    return bytes;
}

}  // namespace isoloir
