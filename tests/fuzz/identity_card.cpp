// The bytes are taken for an identity file, and for a card's answers. A number that comes out stands in the bytes as it is;
// a file that comes out is not longer than any card's.

#include <algorithm>
#include <cstdlib>

#include "shared/crypto/sodium.hpp"
#include "terminal/card/identity_exchange.hpp"
#include "terminal/card/identity_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace isoloir;
    static const bool started = crypto::start();
    if (!started) std::abort();
    constexpr std::chrono::year_month_day today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)};

    const auto voter = card::parse_identity_file({data, size}, today);
    if (voter && text_of({data, size}).find(voter->canonical()) == std::string_view::npos) std::abort();

    // Each answer is a byte for its length and what follows.
    ByteSpan rest{data, size};
    const auto file = card::read_identity_file([&](ByteSpan, std::span<std::uint8_t> answer) -> tl::expected<std::size_t, card::Unreadable> {
        if (rest.empty()) return tl::make_unexpected(card::Unreadable::interrupted);
        const auto length = std::min<std::size_t>(rest[0], rest.size() - 1);
        std::copy_n(rest.begin() + 1, length, answer.begin());
        rest = rest.subspan(1 + length);
        return length;
    });
    if (file && file->size() > card::kMaxIdentityFile) std::abort();
    return 0;
}
