#pragma once
// Choice <-> group elements (PROTOCOL.md 4.1). One choice has exactly one encoding.
//
//   choice  := field*                        election/choice_fields: how many and how wide; each little-endian, one behind
//                                            the other, zero-padded to whole blocks of 29 bytes
//   field   := 1 or 0                        approval, for each project
//            | points                        points, for each project
//            | index of the project + 1      ranking, for each place; 0 for an empty one, which only empty ones follow
//   block   := (counter mod 128)·2 || 29 payload bytes || counter div 128 || 0x00
//                                            the smallest counter that makes it the canonical encoding of an element

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
/// @error malformed  another shape than a block's, or a counter that is not the smallest
Result<Payload> payload_of(const crypto::Element& element);

/// Blocks that a ballot of this definition has, w in PROTOCOL.md: at most 16.
std::size_t block_count(const election::Definition& definition);

std::vector<crypto::Element> encode(const election::Definition& definition, const election::Selection& selection);

/// The marks that the elements say, in the order of Selection::marks. Whether they obey the ballot's rules is not judged here.
/// @error malformed  another shape, a counter that is not the smallest, padding that is not zero;
///                   in a ranking a project that does not exist or stands twice, or one behind an empty place
Result<std::vector<election::Mark>> decode(const election::Definition& definition, const std::vector<crypto::Element>& elements);

}  // namespace isoloir::ballot
