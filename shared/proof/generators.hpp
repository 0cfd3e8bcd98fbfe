#pragma once
// Elements of which nobody knows how they relate to one another (PROTOCOL.md 11.3): everybody can make them, from a hash.

#include "shared/crypto/hash.hpp"
#include "shared/crypto/point.hpp"
#include "shared/crypto/transcript.hpp"

namespace isoloir::proof {

class Generators {
public:
    explicit Generators(const crypto::Digest& election) : prefix_("generator") { prefix_.add(election); }

    /// h_index, from 1 on; h itself is 0. 8 µs
    crypto::Point operator[](std::uint64_t index) const
    {
        crypto::Transcript transcript = prefix_;
        return crypto::Point::from_hash(transcript.add_number(index).digest());
    }

private:
    crypto::Transcript prefix_;
};

}  // namespace isoloir::proof
