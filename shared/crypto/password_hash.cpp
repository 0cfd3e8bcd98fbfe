#include "shared/crypto/password_hash.hpp"

#include <new>

#include <sodium.h>

namespace isoloir::crypto {

std::string hash_password(std::string_view password)
{
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc();  // its only failure
    return hash;
}

bool password_matches(const std::string& hash, std::string_view password)
{
    return hash.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace isoloir::crypto
