#include "sync-server/app/api_tokens.hpp"

#include <algorithm>

#include "shared/base/encoding.hpp"
#include "shared/base/text.hpp"
#include "shared/crypto/hash.hpp"
#include "sync-server/operations/log.hpp"

namespace isoloir::app {
namespace {

constexpr std::string_view kTokenMark = "isoloir_";  // so that a token that leaked is found by searching for it
constexpr std::size_t kMaxName = 100;
constexpr std::size_t kLeastName = 8;  // characters of a token's hash that are enough

crypto::Digest hash_of(std::string_view token)
{
    // A plain hash is enough: nobody guesses 32 random bytes.
    return crypto::blake2b({bytes_of("isoloir/api-token"), bytes_of(token)});
}

}  // namespace

Result<MadeApiToken> ApiTokens::make(const std::string& name, Hour last)
{
    if (name.empty() || name.size() > kMaxName) return fail(Errc::refused, "whom the token is for has 1 to " + std::to_string(kMaxName) + " bytes");
    if (!is_plain_line(name)) return fail(Errc::refused, "whom the token is for is told on one plain line, without control characters");
    if (last < clock_.hour()) return fail(Errc::refused, "it would be over before it began");
    auto bits = random_.bytes<32>();
    std::string token = std::string(kTokenMark) + to_base64url(bits);
    crypto::wipe(bits);
    const store::ApiToken kept{hash_of(token), name, last, false};
    const std::scoped_lock lock(mutex_);
    ISO_CHECK(store_.transact([&] { return store_.put_token(kept); }));
    operations::info("API token made", {{"token", to_hex(kept.hash).substr(0, kLeastName)}, {"for", name}});
    return MadeApiToken{kept, token};
}

Result<std::vector<store::ApiToken>> ApiTokens::all() const
{
    const std::scoped_lock lock(mutex_);
    return store_.tokens();
}

Result<std::size_t> ApiTokens::withdraw(const std::string& name)
{
    const std::scoped_lock lock(mutex_);
    std::size_t withdrawn = 0;
    const auto withdraw = [&]() -> Status {
        ISO_TRY(auto tokens, store_.tokens());
        std::erase_if(tokens, [&](const auto& token) { return token.name != name && (name.size() < kLeastName || !to_hex(token.hash).starts_with(name)); });
        if (tokens.empty())
            return fail(Errc::not_found, "no token is for somebody of this name, or is called so; `isoloir-server api-token list` shows them", name);
        withdrawn = 0;
        for (auto& token : tokens) {
            if (token.withdrawn) continue;
            token.withdrawn = true;
            ++withdrawn;
            ISO_CHECK(store_.put_token(token));
        }
        return {};
    };
    ISO_CHECK(store_.transact(withdraw));
    operations::warning("API tokens withdrawn", {{"tokens", withdrawn}});
    return withdrawn;
}

Result<std::string> ApiTokens::owner_of(std::string_view token) const
{
    const std::scoped_lock lock(mutex_);
    ISO_TRY(const auto known, store_.token(hash_of(token)));
    if (!known) return fail(Errc::forged, "a token that this server gave out is expected (Authorization: Bearer)");
    if (known->withdrawn) return fail(Errc::forged, "this token was withdrawn");
    if (known->last < clock_.hour()) return fail(Errc::forged, "this token is over; ask the central admin for a new one");
    return known->name;
}

}  // namespace isoloir::app
