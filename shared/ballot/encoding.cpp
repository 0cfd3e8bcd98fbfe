#include "shared/ballot/encoding.hpp"

#include <algorithm>
#include <cstdlib>

#include "shared/crypto/secret.hpp"

namespace isoloir::ballot {
namespace {

constexpr std::size_t kBlockBits = kPayloadBytes * 8;
constexpr unsigned kCounters = 128 * 256;

using Block = ByteArray<32>;

Block candidate(ByteSpan payload, unsigned counter)
{
    Block block{};
    block[0] = static_cast<std::uint8_t>(counter % 128 * 2);
    std::copy(payload.begin(), payload.end(), block.begin() + 1);
    block[30] = static_cast<std::uint8_t>(counter / 128);
    return block;
}

bool bit(ByteSpan payload, std::size_t index)
{
    return (payload[index / 8] >> (index % 8) & 1) != 0;
}

}  // namespace

crypto::Element element_of(const Payload& payload)
{
    // One candidate in four is an element, so that none of 32 768 fits has a probability of (3/4)^32768: it does not happen.
    for (unsigned counter = 0; counter < kCounters; ++counter)
        if (const auto element = crypto::Element::parse(candidate(payload, counter))) return *element;
    std::abort();
}

Payload payload_of(const crypto::Element& element)
{
    Payload payload;
    std::copy_n(element.bytes().begin() + 1, payload.size(), payload.begin());
    return payload;
}

std::size_t block_count(const election::Definition& definition)
{
    return (definition.projects.size() + kBlockBits - 1) / kBlockBits;
}

std::vector<crypto::Element> encode(const election::Definition& definition, const election::Selection& selection)
{
    std::vector<Payload> payloads(block_count(definition));
    for (const std::size_t project : selection.projects())
        payloads[project / kBlockBits][project % kBlockBits / 8] |= static_cast<std::uint8_t>(1U << (project % 8));

    std::vector<crypto::Element> elements;
    for (auto& payload : payloads) {
        elements.push_back(element_of(payload));
        crypto::wipe(payload);
    }
    return elements;
}

Result<std::vector<std::size_t>> decode(const election::Definition& definition, const std::vector<crypto::Element>& elements)
{
    if (elements.size() != block_count(definition)) return fail(Errc::malformed, "the wrong number of blocks");
    std::vector<std::size_t> projects;
    for (std::size_t block = 0; block < elements.size(); ++block) {
        const ByteSpan bytes = elements[block].bytes();
        const ByteSpan payload = bytes.subspan(1, kPayloadBytes);
        const unsigned counter = bytes[0] / 2 + bytes[30] * 128U;
        // The identity has the shape of the empty choice with counter 0: it would be a second form of it.
        if (bytes[0] % 2 != 0 || bytes[31] != 0 || elements[block].is_identity()) return fail(Errc::malformed, "not the shape of a choice");
        for (unsigned smaller = 0; smaller < counter; ++smaller)
            if (crypto::Element::parse(candidate(payload, smaller))) return fail(Errc::malformed, "a counter that is not the smallest");
        for (std::size_t index = 0; index < kBlockBits; ++index) {
            if (!bit(payload, index)) continue;
            const std::size_t project = block * kBlockBits + index;
            if (project >= definition.projects.size()) return fail(Errc::malformed, "padding that is not zero");
            projects.push_back(project);
        }
    }
    return projects;
}

}  // namespace isoloir::ballot
