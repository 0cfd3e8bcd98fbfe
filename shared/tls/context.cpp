#include "shared/tls/context.hpp"

#include <openssl/evp.h>
#include <openssl/ssl.h>

namespace isoloir::tls {
namespace {

/// The callback lives in the context, and goes with it.
void free_admits(void*, void* admits, CRYPTO_EX_DATA*, int, long, void*)
{
    delete static_cast<Admits*>(admits);
}

int admits_index()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, free_admits);
    return index;
}

std::optional<crypto::PublicKey> ed25519_key(const x509_st* certificate)
{
    if (certificate == nullptr) return std::nullopt;
    const EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (key == nullptr || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519) return std::nullopt;
    crypto::PublicKey raw;
    std::size_t size = raw.size();
    if (EVP_PKEY_get_raw_public_key(key, raw.data(), &size) != 1 || size != raw.size()) return std::nullopt;
    return raw;
}

/// Stands in for OpenSSL's whole check of chains, dates and purposes. That the peer has the private key is checked by
/// TLS itself (CertificateVerify, RFC 8446 section 4.4.3).
int check_pin(X509_STORE_CTX* store, void* argument) noexcept
{
    bool admitted = false;
    try {
        const auto& admits = *static_cast<const Admits*>(argument);
        const auto key = ed25519_key(X509_STORE_CTX_get0_cert(store));
        admitted = key && admits(*key);
    } catch (...) {
        admitted = false;
    }
    X509_STORE_CTX_set_error(store, admitted ? X509_V_OK : X509_V_ERR_CERT_REJECTED);
    return admitted ? 1 : 0;
}

Result<Context> tls13(const SSL_METHOD* method, const Identity& identity)
{
    Context context(SSL_CTX_new(method));
    if (!context) return openssl_error(Errc::internal, "cannot start TLS");
    SSL_CTX* raw = context.get();
    SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(raw, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    bool ready = SSL_CTX_set_min_proto_version(raw, TLS1_3_VERSION) == 1 && SSL_CTX_set_max_proto_version(raw, TLS1_3_VERSION) == 1 &&
                 SSL_CTX_set_num_tickets(raw, 0) == 1 && SSL_CTX_use_certificate(raw, identity.certificate.get()) == 1 &&
                 SSL_CTX_use_PrivateKey(raw, identity.key.get()) == 1;
    for (const Certificate& signer : identity.chain) ready = ready && SSL_CTX_add1_chain_cert(raw, signer.get()) == 1;
    if (!ready) return openssl_error(Errc::internal, "cannot set up TLS");
    return context;
}

Result<Context> pinned(const SSL_METHOD* method, const Identity& identity, Admits admits)
{
    ISO_TRY(Context context, tls13(method, identity));
    auto kept = std::make_unique<Admits>(std::move(admits));
    if (SSL_CTX_set1_sigalgs_list(context.get(), "ed25519") != 1 || SSL_CTX_set1_client_sigalgs_list(context.get(), "ed25519") != 1 ||
        SSL_CTX_set_ex_data(context.get(), admits_index(), kept.get()) != 1)
        return openssl_error(Errc::internal, "cannot set up TLS");
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    SSL_CTX_set_cert_verify_callback(context.get(), check_pin, kept.release());
    return context;
}

}  // namespace

Result<Context> pinned_server(const Identity& identity, Admits admits)
{
    return pinned(TLS_server_method(), identity, std::move(admits));
}
Result<Context> pinned_client(const Identity& identity, Admits admits)
{
    return pinned(TLS_client_method(), identity, std::move(admits));
}
Result<Context> page_server(const Identity& identity)
{
    return tls13(TLS_server_method(), identity);
}

std::optional<crypto::PublicKey> peer_key(const ssl_st* connection)
{
    return ed25519_key(SSL_get0_peer_certificate(connection));
}

}  // namespace isoloir::tls
