#include "sync-server/app/keys.hpp"

namespace isoloir::app {
namespace {

Result<crypto::SecretBytes> needed(store::Store& store, std::string_view name)
{
    ISO_TRY(auto secret, store.secret(name));
    if (!secret) return fail(Errc::not_found, "this folder has no keys yet; run `isoloir-server --data DIR init` first");
    return *std::move(secret);
}

Result<crypto::Signer> signer(store::Store& store, std::string_view name)
{
    ISO_TRY(const auto seed, needed(store, name));
    return crypto::Signer::from_seed(seed.span());
}

}  // namespace

election::Keys Keys::public_keys() const
{
    return {crypto::base_times(election), authority.public_key(), log.public_key(), receipts.public_key(), online.public_key()};
}

Result<bool> make_keys(store::Store& store, crypto::Random& random)
{
    bool made = false;
    const auto make = [&]() -> Status {
        // Of several servers that are set up at once, one makes them.
        ISO_TRY(const auto known, store.secret("authority"));
        made = !known;
        if (known) return {};
        for (const char* name : {"authority", "log", "receipts", "tls", "online"}) ISO_CHECK(store.put_secret(name, crypto::Signer::generate(random).seed()));
        ISO_CHECK(store.put_secret("election", crypto::SecretBytes(crypto::Scalar::random(random).bytes())));
        for (const char* name : {"tag", "tickets"}) {
            crypto::SecretBytes secret(32);
            random.fill(secret.writable());
            ISO_CHECK(store.put_secret(name, secret));
        }
        return {};
    };
    ISO_CHECK(store.transact(make));
    return made;
}

Result<Keys> read_keys(store::Store& store)
{
    Keys keys;
    ISO_TRY(keys.authority, signer(store, "authority"));
    ISO_TRY(keys.log, signer(store, "log"));
    ISO_TRY(keys.receipts, signer(store, "receipts"));
    ISO_TRY(keys.tls, signer(store, "tls"));
    ISO_TRY(keys.online, signer(store, "online"));
    ISO_TRY(const auto election, needed(store, "election"));
    ISO_TRY(keys.election, crypto::Scalar::parse(election.span()));
    ISO_TRY(keys.tag, needed(store, "tag"));
    ISO_TRY(keys.tickets, needed(store, "tickets"));
    return keys;
}

}  // namespace isoloir::app
