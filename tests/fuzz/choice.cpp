// A choice of any kind that decodes and obeys the rules is encoded in one way: as it was found.
//
//   input := kind, projects, places, most points, whether blocks are whole (one byte each), then blocks of 32 bytes or
//            payloads of 29 that get their counter here, so that most of them are choices

#include <algorithm>
#include <cstdlib>

#include "shared/ballot/encoding.hpp"

namespace {

using namespace isoloir;

election::Definition definition_of(ByteSpan head)
{
    election::Definition definition;
    definition.ballot.kind = static_cast<election::BallotKind>(head[0] % 3);
    definition.projects.resize(head[1] % 64 + 1U);
    definition.ballot.max_projects = static_cast<std::uint32_t>(head[2] % definition.projects.size()) + 1;
    definition.ballot.max_points = head[3] + 1U;
    definition.ballot.max_sum_points = 1'000'000;
    return definition;
}

crypto::Element element_with(ByteSpan payload)
{
    ByteArray<32> block{};
    std::copy(payload.begin(), payload.end(), block.begin() + 1);
    for (unsigned counter = 0;; ++counter) {
        block[0] = static_cast<std::uint8_t>(counter % 128 * 2);
        block[30] = static_cast<std::uint8_t>(counter / 128);
        if (const auto element = crypto::Element::parse(block)) return *element;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    ByteSpan rest{data, size};
    if (size < 5) return 0;
    const auto definition = definition_of(rest);
    const bool whole = rest[4] % 2 != 0;
    rest = rest.subspan(5);
    std::vector<crypto::Element> elements;
    for (const std::size_t step = whole ? 32 : ballot::kPayloadBytes; rest.size() >= step && elements.size() < 16; rest = rest.subspan(step)) {
        if (!whole) {
            elements.push_back(element_with(rest.first(step)));
            continue;
        }
        ByteArray<32> block;
        std::copy(rest.begin(), rest.begin() + 32, block.begin());
        const auto element = crypto::Element::parse(block);
        if (!element) return 0;
        elements.push_back(*element);
    }
    const auto marks = ballot::decode(definition, elements);
    if (!marks) return 0;
    const auto selection = election::Selection::make(definition, *marks);
    if (!selection) return 0;
    if (selection->marks() != *marks || ballot::encode(definition, *selection) != elements) std::abort();
    return 0;
}
