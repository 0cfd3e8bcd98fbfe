#pragma once
// Bytes from outside are taken twice: for a whole envelope as received, and for the payload that a rightful signer with a
// faulty program signed, since behind a signature the parsers are no less exposed.

#include <cstdlib>
#include <string>

#include "shared/crypto/sodium.hpp"
#include "shared/wire/jws.hpp"

namespace isoloir::fuzz {

inline void require(bool holds)
{
    if (!holds) std::abort();
}

inline const crypto::Signer& signer()
{
    require(crypto::start());
    static const auto signer = crypto::Signer::from_seed(ByteArray<32>{1});
    return *signer;
}

}  // namespace isoloir::fuzz
