#include "sync-server/online/text.hpp"

#include <algorithm>
#include <array>

#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "shared/base/bytes.hpp"
#include "shared/base/text.hpp"

namespace isoloir::online {
namespace {

constexpr std::string_view kMark8 = "\xEF\xBB\xBF";
constexpr std::string_view kMark16Little = "\xFF\xFE";
constexpr std::string_view kMark16Big = "\xFE\xFF";

/// What Windows-1252 has where Latin-1 has controls, from 0x80 on; 0 where it has nothing.
constexpr std::array<char16_t, 32> kWindows1252{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append(std::string& text, UChar32 character)
{
    std::array<std::uint8_t, U8_MAX_LENGTH> bytes{};
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, character);
    text += text_of({bytes.data(), length});
}

/// The line that comes after `text`.
std::string place_after(std::string_view text)
{
    std::size_t ends = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'))) ++ends;
    return line_place(ends + 1);
}

Result<std::string> from_utf16(std::string_view bytes, bool big_endian)
{
    if (bytes.size() % 2 != 0) return fail(Errc::malformed, "the file ends within a character of UTF-16");
    const auto unit_at = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<UChar32>(big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        UChar32 character = unit_at(at);
        if (U16_IS_SURROGATE(character)) {
            const bool pair = U16_IS_SURROGATE_LEAD(character) && at + 2 < bytes.size() && U16_IS_TRAIL(unit_at(at + 2));
            if (!pair) return fail(Errc::malformed, "half a character of UTF-16 stands alone", place_after(text));
            character = U16_GET_SUPPLEMENTARY(character, unit_at(at + 2));
            at += 2;
        }
        append(text, character);
    }
    return text;
}

Result<std::string> from_windows1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const UChar32 character = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
        if (character == 0 && byte != 0) return fail(Errc::malformed, "neither UTF-8 nor Windows-1252; export it as \"CSV UTF-8\"", place_after(text));
        append(text, character);
    }
    return text;
}

Result<std::string> to_utf8(std::string_view file)
{
    for (const bool big_endian : {false, true})
        if (const auto mark = big_endian ? kMark16Big : kMark16Little; file.starts_with(mark)) return from_utf16(file.substr(mark.size()), big_endian);
    const bool marked = file.starts_with(kMark8);
    if (marked) file.remove_prefix(kMark8.size());
    if (is_utf8(file)) return std::string(file);
    if (!marked) return from_windows1252(file);
    std::size_t line = 1;
    for (auto end = file.find('\n'); is_utf8(file.substr(0, end)); end = file.find('\n')) {
        file.remove_prefix(end + 1);
        ++line;
    }
    return fail(Errc::malformed, "not valid UTF-8; export it as \"CSV UTF-8\"", line_place(line));
}

/// In its own place: the text only gets shorter.
void end_lines_by_lf(std::string& text)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        text[kept++] = text[i] == '\r' ? '\n' : text[i];
    }
    text.resize(kept);
}

}  // namespace

Result<std::string> read_text(std::string_view file)
{
    ISO_TRY(std::string text, to_utf8(file));
    end_lines_by_lf(text);
    std::string_view rest = text;
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (line > kMaxLines) return fail(Errc::malformed, "more than " + std::to_string(kMaxLines) + " lines; cut it into several files");
        if (end > kMaxLineBytes) return fail(Errc::malformed, "longer than any ballot; are its line ends missing?", line_place(line));
        if (rest.substr(0, end).find('\0') != std::string_view::npos)
            return fail(Errc::malformed, "holds a NUL character: this is no text, or UTF-16 without a byte order mark", line_place(line));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

std::string line_place(std::size_t line)
{
    return "line " + std::to_string(line);
}

std::optional<std::string_view> Lines::next()
{
    while (!rest_.empty()) {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        const std::string_view line = trimmed(rest_.substr(0, end));
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        ++number_;
        if (!line.empty()) return line;
    }
    return std::nullopt;
}

}  // namespace isoloir::online
