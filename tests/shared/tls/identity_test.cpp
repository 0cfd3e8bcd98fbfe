#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include "shared/base/file.hpp"
#include "shared/tls/context.hpp"
#include "shared/tls/identity.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

TEST_CASE("a device's certificate wraps its own key, signs itself, and counts in any year")
{
    test::SeededRandom random(1);
    const auto signer = crypto::Signer::generate(random);
    const auto identity = tls::device_identity(signer);
    REQUIRE(identity);
    crypto::PublicKey inside{};
    std::size_t size = inside.size();
    REQUIRE(EVP_PKEY_get_raw_public_key(X509_get0_pubkey(identity->certificate.get()), inside.data(), &size) == 1);
    CHECK(inside == signer.public_key());
    CHECK(X509_verify(identity->certificate.get(), X509_get0_pubkey(identity->certificate.get())) == 1);
    std::time_t in_1971 = 31'600'000;
    std::time_t in_2200 = 7'260'000'000;
    CHECK(X509_cmp_time(X509_get0_notBefore(identity->certificate.get()), &in_1971) < 0);
    CHECK(X509_cmp_time(X509_get0_notAfter(identity->certificate.get()), &in_2200) > 0);
}

TEST_CASE("the pages' certificate is made once and kept, its key for this user alone")
{
    const test::TemporaryFolder folder;
    const auto first = tls::page_identity(folder.path());
    REQUIRE(first);
    const auto again = tls::page_identity(folder.path());
    REQUIRE(again);
    CHECK(X509_cmp(first->certificate.get(), again->certificate.get()) == 0);
    CHECK(X509_check_host(first->certificate.get(), "localhost", 0, 0, nullptr) == 1);
    CHECK(X509_check_ip_asc(first->certificate.get(), "127.0.0.1", 0) == 1);
    CHECK(tls::page_server(*again));
    const auto mode = std::filesystem::status(folder / "page-key.pem").permissions();
    CHECK(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("the chain behind a certificate is read with it, and shown to whoever connects")
{
    const test::TemporaryFolder one;
    const test::TemporaryFolder signer;
    REQUIRE(tls::page_identity(one.path()));
    const auto above = tls::page_identity(signer.path());
    REQUIRE(above);
    CHECK(tls::read_identity(one / "page-certificate.pem", one / "page-key.pem")->chain.empty());
    const auto text = [](const test::TemporaryFolder& folder) { return *read_file(folder / "page-certificate.pem", 64 * 1024); };
    REQUIRE(write_file(one / "fullchain.pem", text(one) + text(signer)));

    const auto whole = tls::read_identity(one / "fullchain.pem", one / "page-key.pem");
    REQUIRE(whole);
    REQUIRE(whole->chain.size() == 1);
    CHECK(X509_cmp(whole->chain.front().get(), above->certificate.get()) == 0);
    const auto context = tls::page_server(*whole);
    REQUIRE(context);
    STACK_OF(X509)* shown = nullptr;
    REQUIRE(SSL_CTX_get0_chain_certs(context->get(), &shown) == 1);
    CHECK(sk_X509_num(shown) == 1);
}

TEST_CASE("certificate files that are missing, garbled or not of one pair are refused")
{
    const test::TemporaryFolder one;
    const test::TemporaryFolder other;
    REQUIRE(tls::page_identity(one.path()));
    REQUIRE(tls::page_identity(other.path()));
    CHECK(test::fails_as(tls::read_identity(one / "page-certificate.pem", other / "page-key.pem"), Errc::refused));
    CHECK(test::fails_as(tls::read_identity(one / "page-certificate.pem", one / "page-certificate.pem"), Errc::malformed));
    CHECK(test::fails_as(tls::read_identity(one / "page-key.pem", one / "page-key.pem"), Errc::malformed));
    CHECK(test::fails_as(tls::read_identity(one / "page-certificate.pem", one / "nothing.pem"), Errc::not_found));
    REQUIRE(write_file(one / "page-certificate.pem", ""));
    CHECK(test::fails_as(tls::page_identity(one.path()), Errc::malformed));
}
