#include "shared/tls/identity.hpp"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include "shared/tls/certificate.hpp"

namespace isoloir::tls {
namespace {

bool set_serial(x509_st* certificate)
{
    std::uint64_t serial = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial) != 1) return false;
    return ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1 | 1) == 1;
}

bool set_validity(x509_st* certificate, Validity validity)
{
    return ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate), validity.from) == 1 &&
           ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), validity.until) == 1;
}

bool set_name(x509_st* certificate)
{
    X509_NAME* name = X509_get_subject_name(certificate);
    const auto* text = reinterpret_cast<const unsigned char*>("isoloir");
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0) == 1 && X509_set_issuer_name(certificate, name) == 1;
}

bool add_extension(x509_st* certificate, int kind, const char* value)
{
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value);
    if (extension == nullptr) return false;
    const bool added = X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

}  // namespace

Result<Certificate> self_signed(evp_pkey_st* key, const EVP_MD* digest, Validity validity, const char* names)
{
    Certificate certificate(X509_new());
    const bool made = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 && set_serial(certificate.get()) &&
                      set_validity(certificate.get(), validity) && set_name(certificate.get()) && X509_set_pubkey(certificate.get(), key) == 1 &&
                      (names == nullptr || add_extension(certificate.get(), NID_subject_alt_name, names)) && X509_sign(certificate.get(), key, digest) > 0;
    if (!made) return openssl_error(Errc::internal, "cannot make a TLS certificate");
    return certificate;
}

Result<Identity> device_identity(const crypto::Signer& signer)
{
    const crypto::SecretBytes seed = signer.seed();
    Identity identity;
    identity.key.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    if (!identity.key) return openssl_error(Errc::internal, "cannot use the key for TLS");
    // From 1970 to the end of RFC 5280's calendar: a terminal's clock may be anywhere, and the pin alone decides.
    constexpr Validity kAlways{"19700101000000Z", "99991231235959Z"};
    ISO_TRY(identity.certificate, self_signed(identity.key.get(), nullptr, kAlways, nullptr));
    return identity;
}

}  // namespace isoloir::tls
