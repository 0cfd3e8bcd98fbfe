#pragma once
// A trustee's share as words on paper, to be typed again years later.
//
// 72 bytes: 0x01 || trustee(1) || transcript[0..6] || share(32) || seed of the signing key(32), in nine lines of eight bytes; a
// tenth line holds the first 8 bytes of SHA-256("isoloir/paper" || the 72 bytes). A line is five words: four of its bytes, and one
// of a check, the first 2 bytes of SHA-256("isoloir/paper-line" || line from 1(1) || its bytes). A word is two bytes, big-endian,
// as consonant, vowel, consonant, vowel, consonant of 4, 2, 4, 2 and 4 bits. So a wrong word, or a line in another's place, is
// noticed in its line.
// Source of the words: Wilkerson, "A Proposal for Proquints" (2009)

#include <array>
#include <string>
#include <string_view>

#include "shared/base/result.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::trustee {

inline constexpr std::size_t kPaperLines = 10;

/// What makes a trustee able to count again on a new machine, with trustees.json beside it.
struct PaperShare {
    std::uint8_t trustee{0};
    ByteArray<6> transcript{};  // its beginning: of which key
    crypto::SecretBytes share;  // 32 bytes
    crypto::SecretBytes seed;   // 32 bytes
};

/// Each line of five words with single blanks between them.
std::array<std::string, kPaperLines> paper_lines(const PaperShare& share);

/// One line as it was typed: in capitals or not, behind its number or not.
/// @param line  1 to 10
/// @error malformed  which line, and what of it; never a word of it
Result<ByteArray<8>> read_paper_line(std::string_view typed, std::size_t line);

/// @param text  the lines, with line ends (as typed) or "/" (as in the QR code) between them
/// @error malformed  which line, or that it is no such page
Result<PaperShare> read_paper(std::string_view text);

/// The lines as the QR code holds them: capitals and "/", which cost it least.
std::string paper_code(const std::array<std::string, kPaperLines>& lines);

}  // namespace isoloir::trustee
