#pragma once
// Choice <-> group elements (PROTOCOL.md 4.1): one bit for each project, 29 bytes a block, each block the canonical
// encoding of an element with the smallest counter that makes it one. One choice has exactly one encoding.
//
//   block := (counter mod 128)·2 || 29 payload bytes || counter div 128 || 0x00

#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/group.hpp"
#include "shared/election/election.hpp"
#include "shared/election/selection.hpp"

namespace isoloir::ballot {

constexpr std::size_t kPayloadBytes = 29;
/// One block's share of the choice, before the counter.
using Payload = ByteArray<kPayloadBytes>;

/// The element of the smallest counter.
crypto::Element element_of(const Payload& payload);
/// The payload bytes of a block. Whether element_of() makes the same block of them is not judged here.
Payload payload_of(const crypto::Element& element);

/// Blocks that a ballot of this definition has, w in PROTOCOL.md.
std::size_t block_count(const election::Definition& definition);

std::vector<crypto::Element> encode(const election::Definition& definition, const election::Selection& selection);

/// The project indices that the elements say, ascending. Whether they obey the ballot's rules is not judged here.
/// @error malformed  another shape, a counter that is not the smallest, padding that is not zero
Result<std::vector<std::size_t>> decode(const election::Definition& definition, const std::vector<crypto::Element>& elements);

}  // namespace isoloir::ballot
