#pragma once
// What a browser shows to be known again. Whoever never got one from us is told apart without asking the database, so
// that no upload is read for a stranger; whether its session still lasts, the database says.

#include <string>
#include <string_view>

#include "shared/crypto/hash.hpp"
#include "shared/crypto/random.hpp"
#include "shared/crypto/secret.hpp"

namespace isoloir::accounts {

class Tickets {
public:
    /// @param key  32 bytes, the same for all servers of an election
    explicit Tickets(crypto::SecretBytes key) : key_(std::move(key)) {}

    /// 128 random bits, and a MAC over them (BLAKE2b), in base64url.
    std::string make(crypto::Random& random) const;
    bool is_ours(std::string_view ticket) const;
    /// What the page of a session sends with each change; other sites cannot read it.
    std::string csrf(std::string_view ticket) const;
    /// What is kept of a ticket.
    static crypto::Digest hash_of(std::string_view ticket);

private:
    crypto::Digest mac(std::string_view purpose, ByteSpan bytes) const;

    crypto::SecretBytes key_;
};

}  // namespace isoloir::accounts
