#pragma once
// One mix (PROTOCOL.md 11.3): the same ballots in a secret order, each with fresh randomness, so that no output can be
// told to be an input.

#include "sync-server/counting/urn.hpp"

namespace isoloir::counting {

struct Mix {
    Urn input;
    Urn output;
};

/// Permutes (Fisher–Yates) and re-encrypts every block; permutation and randomness are forgotten.
/// 0.1 ms for each block and core.
Mix mix(Urn input, const crypto::Element& election_key, crypto::Random& random, const Advance& advance);

}  // namespace isoloir::counting
