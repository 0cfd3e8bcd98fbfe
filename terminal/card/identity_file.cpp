#include "terminal/card/identity_file.hpp"

#include <algorithm>
#include <bitset>

namespace isoloir::card {
namespace {

constexpr std::uint8_t kVersion = 0;  // only ever the first field, so that a zero after it is filling
constexpr std::uint8_t kNationalNumber = 6;
constexpr std::size_t kDigits = 11;

/// Takes the bytes of a length off `rest`.
Result<std::size_t> take_length(ByteSpan& rest)
{
    const std::size_t longest = rest.size();
    std::size_t length = 0;
    for (bool more = true; more;) {
        if (rest.empty()) return fail(Errc::malformed, "the identity file is cut short");
        const std::uint8_t byte = rest.front();
        if (length == 0 && byte == 0x80) return fail(Errc::malformed, "the identity file has a length with needless zeros");
        length = length << 7 | (byte & 0x7FU);
        // Also keeps the shift from running over.
        if (length > longest) return fail(Errc::malformed, "the identity file is cut short");
        more = (byte & 0x80U) != 0;
        rest = rest.subspan(1);
    }
    if (length > rest.size()) return fail(Errc::malformed, "the identity file is cut short");
    return length;
}

}  // namespace

Result<election::VoterIdentifier> parse_identity_file(ByteSpan file, std::chrono::year_month_day today)
{
    std::bitset<256> seen;
    ByteSpan number;
    for (ByteSpan rest = file; !rest.empty();) {
        const std::uint8_t tag = rest.front();
        if (tag == kVersion && seen.any()) {
            if (std::any_of(rest.begin(), rest.end(), [](std::uint8_t byte) { return byte != 0; }))
                return fail(Errc::malformed, "the identity file goes on behind its end");
            break;
        }
        if (seen[tag]) return fail(Errc::malformed, "the identity file has a field twice");
        seen.set(tag);
        rest = rest.subspan(1);
        ISO_TRY(const std::size_t length, take_length(rest));
        if (tag == kNationalNumber) number = rest.first(length);
        rest = rest.subspan(length);
    }
    // A typed number may have separators; with eleven bytes for eleven digits there is no room for any.
    if (number.size() != kDigits) return fail(Errc::malformed, "the identity file has no national number");
    ISO_TRY(auto known, election::parse_national_number(text_of(number), today));
    return std::move(known.identifier);
}

}  // namespace isoloir::card
