#pragma once
// How we speak TLS: version 1.3 and nothing older, no session tickets (every connection proves its key anew), and
// between terminal and server both ends pinned by their raw Ed25519 key (PROTOCOL.md 7): no authority, no host names,
// no dates, since a terminal may be without a right clock for weeks.

#include <functional>
#include <optional>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/tls/handles.hpp"
#include "shared/tls/identity.hpp"

struct ssl_st;

namespace isoloir::tls {

/// Whether to speak with who proved to have this key. Called during a handshake, in its thread; a throw counts as no.
using Admits = std::function<bool(const crypto::PublicKey&)>;

/// For the side that waits for calls, and the one that calls. The peer must show an Ed25519 certificate that `admits` takes.
Result<Context> pinned_server(const Identity& identity, Admits admits);
Result<Context> pinned_client(const Identity& identity, Admits admits);

/// For the public pages: asks for no client certificate.
Result<Context> page_server(const Identity& identity);

/// The key that the peer proved to have; none before the handshake or without an Ed25519 certificate.
std::optional<crypto::PublicKey> peer_key(const ssl_st* connection);

}  // namespace isoloir::tls
