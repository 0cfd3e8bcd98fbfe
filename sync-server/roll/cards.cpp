#include "sync-server/roll/cards.hpp"

#include <algorithm>

#include "shared/base/crockford.hpp"

namespace isoloir::roll {

Cards make_cards(std::uint32_t count, const crypto::SecretBytes& tag_key, crypto::Random& random)
{
    constexpr std::string_view kHeader = "number;code;qr\r\n";
    constexpr std::size_t kLongestLine = 48;
    Cards cards;
    // All of it at once: a text that grows leaves copies of the codes behind.
    cards.csv.reserve(kHeader.size() + count * kLongestLine);
    cards.csv = kHeader;
    for (std::uint32_t number = 1; number <= count; ++number) {
        auto bits = random.bytes<10>();
        std::string code = to_crockford(bits);
        crypto::wipe(bits);
        const auto voter = *election::parse_voter_code(code);
        cards.tags.push_back(election::voter_tag(tag_key, voter));
        cards.csv += std::to_string(number) + ";" + code + ";" + voter.canonical() + "\r\n";
        crypto::wipe(code);
    }
    std::sort(cards.tags.begin(), cards.tags.end());
    return cards;
}

}  // namespace isoloir::roll
