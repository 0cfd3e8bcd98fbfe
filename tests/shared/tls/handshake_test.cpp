// Handshakes in memory: two ends joined by OpenSSL's own pipe, no socket.

#include <openssl/ssl.h>

#include "shared/tls/context.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;

namespace {

struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};
using Ssl = std::unique_ptr<SSL, FreeSsl>;

struct Pair {
    Ssl server;
    Ssl client;
    bool shaken{false};
};

/// Lets both ends talk until both are done or one refuses; then the client reads once, since in TLS 1.3 it learns of a
/// refusal only after its own handshake.
Pair shake(SSL_CTX* server, SSL_CTX* client)
{
    Pair pair{Ssl(SSL_new(server)), Ssl(SSL_new(client))};
    BIO* server_end = nullptr;
    BIO* client_end = nullptr;
    BIO_new_bio_pair(&server_end, 0, &client_end, 0);
    SSL_set_bio(pair.server.get(), server_end, server_end);
    SSL_set_bio(pair.client.get(), client_end, client_end);
    SSL_set_accept_state(pair.server.get());
    SSL_set_connect_state(pair.client.get());
    const auto refused = [](const Ssl& ssl, int done) { return done <= 0 && SSL_get_error(ssl.get(), done) != SSL_ERROR_WANT_READ; };
    for (int round = 0; round < 20; ++round) {
        const int client_done = SSL_do_handshake(pair.client.get());
        const int server_done = SSL_do_handshake(pair.server.get());
        if (refused(pair.client, client_done) || refused(pair.server, server_done)) return pair;
        pair.shaken = client_done == 1 && server_done == 1;
        if (pair.shaken) return pair;
    }
    return pair;
}

crypto::Signer a_key(std::uint8_t seed)
{
    test::SeededRandom random(seed);
    return crypto::Signer::generate(random);
}

tls::Admits only(const crypto::PublicKey& pinned)
{
    return [pinned](const crypto::PublicKey& key) { return key == pinned; };
}

tls::Context server_context(const crypto::Signer& key, tls::Admits admits)
{
    return *tls::pinned_server(*tls::device_identity(key), std::move(admits));
}

tls::Context client_context(const crypto::Signer& key, tls::Admits admits)
{
    return *tls::pinned_client(*tls::device_identity(key), std::move(admits));
}

}  // namespace

TEST_CASE("two ends that have pinned each other speak TLS 1.3 and know each other's key")
{
    const auto server = a_key(1);
    const auto device = a_key(2);
    const auto server_side = server_context(server, only(device.public_key()));
    const auto client_side = client_context(device, only(server.public_key()));
    const Pair pair = shake(server_side.get(), client_side.get());
    REQUIRE(pair.shaken);
    CHECK(SSL_version(pair.client.get()) == TLS1_3_VERSION);
    CHECK(tls::peer_key(pair.server.get()) == device.public_key());
    CHECK(tls::peer_key(pair.client.get()) == server.public_key());
}

TEST_CASE("a server with another key than the pinned one is refused by the terminal")
{
    const auto device = a_key(2);
    const auto impostor = server_context(a_key(3), only(device.public_key()));
    const auto client_side = client_context(device, only(a_key(1).public_key()));
    CHECK_FALSE(shake(impostor.get(), client_side.get()).shaken);
}

TEST_CASE("a terminal whose key is not admitted is refused by the server")
{
    const auto server = a_key(1);
    const auto server_side = server_context(server, only(a_key(2).public_key()));
    const auto stranger = client_context(a_key(4), only(server.public_key()));
    CHECK_FALSE(shake(server_side.get(), stranger.get()).shaken);
}

TEST_CASE("a check that throws admits nobody")
{
    const auto server = a_key(1);
    const auto server_side = server_context(server, [](const crypto::PublicKey&) -> bool { throw std::runtime_error("the roster is gone"); });
    const auto client_side = client_context(a_key(2), only(server.public_key()));
    CHECK_FALSE(shake(server_side.get(), client_side.get()).shaken);
}

TEST_CASE("a client without a certificate is refused where terminals speak")
{
    const auto server_side = server_context(a_key(1), [](const crypto::PublicKey&) { return true; });
    const tls::Context bare(SSL_CTX_new(TLS_client_method()));
    CHECK_FALSE(shake(server_side.get(), bare.get()).shaken);
}

TEST_CASE("a certificate that is not Ed25519 is refused whatever the check would say")
{
    const tls::Key key(EVP_EC_gen("P-256"));
    const auto server_side = server_context(a_key(1), [](const crypto::PublicKey&) { return true; });
    const tls::Context client_side(SSL_CTX_new(TLS_client_method()));
    const tls::Certificate certificate(X509_new());
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), EVP_sha256());
    REQUIRE(SSL_CTX_use_certificate(client_side.get(), certificate.get()) == 1);
    REQUIRE(SSL_CTX_use_PrivateKey(client_side.get(), key.get()) == 1);
    CHECK_FALSE(shake(server_side.get(), client_side.get()).shaken);
}

TEST_CASE("TLS 1.2 is refused by either end")
{
    const auto server = a_key(1);
    const auto device = a_key(2);
    auto server_side = server_context(server, only(device.public_key()));
    auto client_side = client_context(device, only(server.public_key()));
    SECTION("an old client")
    {
        SSL_CTX_set_min_proto_version(client_side.get(), TLS1_2_VERSION);
        SSL_CTX_set_max_proto_version(client_side.get(), TLS1_2_VERSION);
    }
    SECTION("an old server")
    {
        SSL_CTX_set_min_proto_version(server_side.get(), TLS1_2_VERSION);
        SSL_CTX_set_max_proto_version(server_side.get(), TLS1_2_VERSION);
    }
    CHECK_FALSE(shake(server_side.get(), client_side.get()).shaken);
}

TEST_CASE("no session is kept: every connection proves its key anew")
{
    const auto server = a_key(1);
    const auto device = a_key(2);
    const auto server_side = server_context(server, only(device.public_key()));
    const auto client_side = client_context(device, only(server.public_key()));
    const Pair first = shake(server_side.get(), client_side.get());
    REQUIRE(first.shaken);
    char nothing = 0;
    CHECK(SSL_read(first.client.get(), &nothing, 1) <= 0);  // where a ticket would have come
    CHECK(SSL_SESSION_is_resumable(SSL_get0_session(first.client.get())) == 0);
}
