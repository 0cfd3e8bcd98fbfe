#pragma once
// What a mix is and what proves it (PROTOCOL.md 11.3), in the form in which both travel. `shuffle` makes them; whoever checks them
// (shared/verify) reads every byte for itself.

#include <array>

#include "shared/crypto/group.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/proof/encodings.hpp"

namespace isoloir::proof {

/// Which mix: its proof holds nowhere else.
struct MixPlace {
    crypto::Digest election{};
    std::uint64_t round{0};
    std::uint64_t mixer{0};  // the trustee's number, from 1
    crypto::Element key;     // K
    std::size_t blocks{1};   // w, of a ballot
};

/// The argument of Terelius and Wikström in the form of Haenni, Locher, Koenig and Dubuis, for n ballots.
struct MixProof {
    Encodings commitments;                         // c, n elements: to the permutation
    Encodings chain;                               // ĉ, n elements
    Encodings chain_t;                             // t̂, n elements
    Encodings chain_s;                             // ŝ, n scalars
    Encodings order_s;                             // s', n scalars
    ByteArray<32> t1{}, t2{}, t3{};                // elements
    std::vector<std::array<ByteArray<32>, 2>> t4;  // elements, for each block
    ByteArray<32> s1{}, s2{}, s3{};                // scalars
    Encodings s4;                                  // scalars, for each block
};

}  // namespace isoloir::proof
