#pragma once
// Who speaks: a private key with its certificate. The certificate is only the wrapping that TLS asks for; whoever
// checks it looks at the raw public key inside (context.hpp), so it bears no name that matters and never ends.

#include <filesystem>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/tls/handles.hpp"

namespace isoloir::tls {

struct Identity {
    Key key;
    Certificate certificate;
    std::vector<Certificate> chain{};  // of who signed it, for those who know only the last of them
};

/// A self-signed certificate around the signer's own Ed25519 key (RFC 8410).
/// @error internal  OpenSSL refused
Result<Identity> device_identity(const crypto::Signer& signer);

/// Certificate (the first one, and behind it the chain of who signed it) and key from PEM files, for the public pages.
/// @error io, not_found, malformed; refused when the key is not the certificate's
Result<Identity> read_identity(const std::filesystem::path& certificate, const std::filesystem::path& key);

/// The identity kept in `folder` as page-key.pem and page-certificate.pem; made there when absent. P-256, since
/// browsers know no Ed25519; valid for ten years, for localhost: for trials, and for whoever puts a proxy before it.
Result<Identity> page_identity(const std::filesystem::path& folder);

}  // namespace isoloir::tls
