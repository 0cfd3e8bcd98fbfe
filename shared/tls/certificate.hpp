#pragma once

#include <openssl/x509v3.h>

#include "shared/tls/handles.hpp"

namespace isoloir::tls {

/// When a certificate counts, as ASN.1 generalized time: "20260101000000Z".
struct Validity {
    const char* from;
    const char* until;
};

/// A self-signed version 3 certificate for `key`.
/// @param digest  what to sign over: null for Ed25519, which hashes by itself
/// @param names   subjectAltName in OpenSSL's notation, or null
Result<Certificate> self_signed(evp_pkey_st* key, const EVP_MD* digest, Validity validity, const char* names);

}  // namespace isoloir::tls
