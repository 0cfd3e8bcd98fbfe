#include "sync-server/trustee/paper_words.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "shared/base/text.hpp"
#include "shared/crypto/hash.hpp"

namespace isoloir::trustee {
namespace {

constexpr std::string_view kConsonants = "bdfghjklmnprstvz";
constexpr std::string_view kVowels = "aiou";
constexpr std::size_t kLineBytes = 8;
constexpr std::size_t kBytes = (kPaperLines - 1) * kLineBytes;
constexpr std::uint8_t kVersion = 1;

std::string word_of(unsigned value)
{
    return {kConsonants[value >> 12 & 15], kVowels[value >> 10 & 3], kConsonants[value >> 6 & 15], kVowels[value >> 4 & 3], kConsonants[value & 15]};
}

std::optional<unsigned> value_of(std::string_view word)
{
    if (word.size() != 5) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const std::string_view letters = i % 2 == 0 ? kConsonants : kVowels;
        const auto place = letters.find(word[i]);
        if (place == std::string_view::npos) return std::nullopt;
        value = value << (i % 2 == 0 ? 4 : 2) | static_cast<unsigned>(place);
    }
    return value;
}

unsigned check_of(ByteSpan bytes, std::size_t line)
{
    const auto digest = crypto::sha256({bytes_of("isoloir/paper-line"), ByteArray<1>{static_cast<std::uint8_t>(line)}, bytes});
    return static_cast<unsigned>(digest[0] << 8 | digest[1]);
}

crypto::Digest digest_of(ByteSpan bytes)
{
    return crypto::sha256({bytes_of("isoloir/paper"), bytes});
}

std::string line_of(ByteSpan bytes, std::size_t line)
{
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 2) text += word_of(static_cast<unsigned>(bytes[i] << 8 | bytes[i + 1])) + " ";
    return text + word_of(check_of(bytes, line));
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
        if (end == text.size()) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::array<std::string, kPaperLines> paper_lines(const PaperShare& share)
{
    crypto::SecretBytes bytes(kBytes);
    bytes.data()[0] = kVersion;
    bytes.data()[1] = share.trustee;
    std::copy(share.transcript.begin(), share.transcript.end(), bytes.data() + 2);
    std::copy_n(share.share.data(), 32, bytes.data() + 8);
    std::copy_n(share.seed.data(), 32, bytes.data() + 40);
    std::array<std::string, kPaperLines> lines;
    for (std::size_t i = 0; i + 1 < kPaperLines; ++i) lines[i] = line_of(bytes.span().subspan(i * kLineBytes, kLineBytes), i + 1);
    lines.back() = line_of(ByteSpan(digest_of(bytes.span())).first(kLineBytes), kPaperLines);
    return lines;
}

Result<ByteArray<8>> read_paper_line(std::string_view typed, std::size_t line)
{
    const std::string place = "line " + std::to_string(line);
    std::string small = ascii_lower(typed);
    auto words = parts_of(small, " \t\r");
    const std::string number = std::to_string(line);
    if (!words.empty() && (words.front() == number || words.front() == number + ".")) words.erase(words.begin());
    if (words.size() != 5) return fail(Errc::malformed, "five words are expected, here are " + std::to_string(words.size()), place);
    ByteArray<kLineBytes> bytes;
    unsigned check = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        const auto value = value_of(words[i]);
        if (!value) return fail(Errc::malformed, "word " + std::to_string(i + 1) + " is none of this page's: look at its letters again", place);
        if (i == 4) check = *value;
        else {
            bytes[2 * i] = static_cast<std::uint8_t>(*value >> 8);
            bytes[2 * i + 1] = static_cast<std::uint8_t>(*value);
        }
    }
    crypto::wipe(small);
    if (check != check_of(bytes, line)) return fail(Errc::malformed, "a word is wrong, or this is another line: compare it with the page", place);
    return bytes;
}

Result<PaperShare> read_paper(std::string_view text)
{
    const auto lines = parts_of(text, "\n/");
    if (lines.size() != kPaperLines) return fail(Errc::malformed, "ten lines of five words are expected, here are " + std::to_string(lines.size()));
    crypto::SecretBytes bytes(kBytes + kLineBytes);
    for (std::size_t i = 0; i < kPaperLines; ++i) {
        ISO_TRY(auto line, read_paper_line(lines[i], i + 1));
        std::copy(line.begin(), line.end(), bytes.data() + i * kLineBytes);
        crypto::wipe(line);
    }
    const ByteSpan all = bytes.span();
    const auto digest = digest_of(all.first(kBytes));
    if (!std::equal(digest.begin(), digest.begin() + kLineBytes, all.begin() + kBytes))
        return fail(Errc::malformed, "each line is right, but they are not of one page: take all ten from the same one");
    if (all[0] != kVersion) return fail(Errc::malformed, "this page is of a later version of the program");
    PaperShare share{all[1], {}, crypto::SecretBytes(all.subspan(8, 32)), crypto::SecretBytes(all.subspan(40, 32))};
    std::copy_n(all.begin() + 2, share.transcript.size(), share.transcript.begin());
    return share;
}

std::string paper_code(const std::array<std::string, kPaperLines>& lines)
{
    std::string code;
    for (const std::string& line : lines) code += (code.empty() ? "" : "/") + ascii_upper(line);
    return code;
}

}  // namespace isoloir::trustee
