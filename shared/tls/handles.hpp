#pragma once
// OpenSSL's objects, freed when they go. Its headers stay in the .cpp files.

#include <memory>
#include <string_view>

#include "shared/base/result.hpp"

struct evp_pkey_st;
struct x509_st;
struct ssl_ctx_st;

namespace isoloir::tls {

struct FreeHandle {
    void operator()(evp_pkey_st* key) const;
    void operator()(x509_st* certificate) const;
    void operator()(ssl_ctx_st* context) const;
};
using Key = std::unique_ptr<evp_pkey_st, FreeHandle>;
using Certificate = std::unique_ptr<x509_st, FreeHandle>;
using Context = std::unique_ptr<ssl_ctx_st, FreeHandle>;

/// `what` and OpenSSL's own reason; empties the thread's queue of errors.
tl::unexpected<Error> openssl_error(Errc code, std::string_view what);

}  // namespace isoloir::tls
