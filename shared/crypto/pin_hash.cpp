#include "shared/crypto/pin_hash.hpp"

#include <new>

#include <sodium.h>

namespace isoloir::crypto {

std::string hash_pin(std::string_view pin)
{
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc();  // its only failure
    return hash;
}

bool pin_matches(const std::string& hash, std::string_view pin)
{
    return hash.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace isoloir::crypto
