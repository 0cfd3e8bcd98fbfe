#include <ctime>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include "shared/base/file.hpp"
#include "shared/tls/certificate.hpp"
#include "shared/tls/identity.hpp"

namespace isoloir::tls {
namespace {

constexpr std::size_t kMaxPemBytes = 64 * 1024;
constexpr int kYears = 10;

struct FreeBio {
    void operator()(BIO* bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

std::string content_of(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

/// No prompt on the console for an encrypted key: it is refused.
int no_passphrase(char*, int, int, void*)
{
    return -1;
}

std::string generalized_time(int years_from_now)
{
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    utc.tm_year += years_from_now;
    if (utc.tm_mon == 1 && utc.tm_mday == 29) utc.tm_mday = 28;
    char text[sizeof "20260101000000Z"];
    return {text, std::strftime(text, sizeof text, "%Y%m%d%H%M%SZ", &utc)};
}

Result<Identity> make_page_identity()
{
    Identity identity;
    identity.key.reset(EVP_EC_gen("P-256"));
    if (!identity.key) return openssl_error(Errc::internal, "cannot make a key for the public pages");
    const std::string from = generalized_time(-1);  // a year of grace for browsers whose clock is behind
    const std::string until = generalized_time(kYears);
    constexpr const char* kNames = "DNS:localhost,IP:127.0.0.1,IP:::1";
    ISO_TRY(identity.certificate, self_signed(identity.key.get(), EVP_sha256(), Validity{from.c_str(), until.c_str()}, kNames));
    return identity;
}

Status keep(const Identity& identity, const std::filesystem::path& certificate, const std::filesystem::path& key)
{
    const Bio key_text(BIO_new(BIO_s_secmem()));
    const Bio certificate_text(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_PKCS8PrivateKey(key_text.get(), identity.key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1 ||
        PEM_write_bio_X509(certificate_text.get(), identity.certificate.get()) != 1)
        return openssl_error(Errc::internal, "cannot write the certificate of the public pages");
    std::string secret = content_of(key_text.get());
    const Status kept = write_file(key, secret, FileMode::secret);
    crypto::wipe(secret);
    ISO_CHECK(kept);
    // The certificate last: when it is there, its key is.
    return write_file(certificate, content_of(certificate_text.get()));
}

}  // namespace

Result<Identity> read_identity(const std::filesystem::path& certificate, const std::filesystem::path& key)
{
    ISO_TRY(const std::string certificate_text, read_file(certificate, kMaxPemBytes));
    ISO_TRY(std::string key_text, read_file(key, kMaxPemBytes));
    const Bio certificate_bio(BIO_new_mem_buf(certificate_text.data(), static_cast<int>(certificate_text.size())));
    const Bio key_bio(BIO_new_mem_buf(key_text.data(), static_cast<int>(key_text.size())));
    Identity identity;
    identity.key.reset(PEM_read_bio_PrivateKey(key_bio.get(), nullptr, no_passphrase, nullptr));
    crypto::wipe(key_text);
    if (!identity.key) return openssl_error(Errc::malformed, key.string() + " is no PEM file with an unencrypted private key");
    identity.certificate.reset(PEM_read_bio_X509(certificate_bio.get(), nullptr, no_passphrase, nullptr));
    if (!identity.certificate) return openssl_error(Errc::malformed, certificate.string() + " is no PEM file with a certificate");
    while (X509* next = PEM_read_bio_X509(certificate_bio.get(), nullptr, no_passphrase, nullptr)) identity.chain.emplace_back(next);
    ERR_clear_error();  // that there is no other
    if (X509_check_private_key(identity.certificate.get(), identity.key.get()) != 1)
        return openssl_error(Errc::refused, key.string() + " is not the key of " + certificate.string());
    return identity;
}

Result<Identity> page_identity(const std::filesystem::path& folder)
{
    const auto certificate = folder / "page-certificate.pem";
    const auto key = folder / "page-key.pem";
    std::error_code ignored;
    if (std::filesystem::exists(certificate, ignored)) return read_identity(certificate, key);
    ISO_TRY(Identity identity, make_page_identity());
    ISO_CHECK(keep(identity, certificate, key));
    return identity;
}

}  // namespace isoloir::tls
