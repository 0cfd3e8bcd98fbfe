#include "shared/tls/handles.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace isoloir::tls {

void FreeHandle::operator()(evp_pkey_st* key) const
{
    EVP_PKEY_free(key);
}
void FreeHandle::operator()(x509_st* certificate) const
{
    X509_free(certificate);
}
void FreeHandle::operator()(ssl_ctx_st* context) const
{
    SSL_CTX_free(context);
}

tl::unexpected<Error> openssl_error(Errc code, std::string_view what)
{
    std::string message(what);
    if (const char* reason = ERR_reason_error_string(ERR_peek_last_error())) message += std::string(": ") + reason;
    ERR_clear_error();
    return fail(code, std::move(message));
}

}  // namespace isoloir::tls
