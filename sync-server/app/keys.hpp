#pragma once
// The centre's secrets, made once and kept under SQLCipher.

#include "shared/crypto/group.hpp"
#include "shared/crypto/sign.hpp"
#include "shared/election/election.hpp"
#include "sync-server/store/store.hpp"

namespace isoloir::app {

struct Keys {
    crypto::Signer authority;
    crypto::Signer log;
    crypto::Signer receipts;
    crypto::Signer tls;
    crypto::Signer online;
    crypto::Scalar election;  // with `counting: live` the centre itself holds it
    crypto::SecretBytes tag;
    crypto::SecretBytes tickets;  // of admins' sessions

    election::Keys public_keys() const;
};

/// Makes all keys when there are none.
/// @return  whether it made them
Result<bool> make_keys(store::Store& store, crypto::Random& random);

/// @error not_found  none were made;  corrupt
Result<Keys> read_keys(store::Store& store);

}  // namespace isoloir::app
