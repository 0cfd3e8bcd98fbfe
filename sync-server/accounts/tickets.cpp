#include "sync-server/accounts/tickets.hpp"

#include "shared/base/encoding.hpp"

namespace isoloir::accounts {
namespace {

constexpr std::size_t kHalf = 16;

}  // namespace

crypto::Digest Tickets::mac(std::string_view purpose, ByteSpan bytes) const
{
    return crypto::blake2b({bytes_of(purpose), bytes}, key_.span());
}

std::string Tickets::make(crypto::Random& random) const
{
    const auto id = random.bytes<kHalf>();
    const auto tag = mac("isoloir/ticket", id);
    Bytes ticket(id.begin(), id.end());
    ticket.insert(ticket.end(), tag.begin(), tag.begin() + kHalf);
    return to_base64url(ticket);
}

bool Tickets::is_ours(std::string_view ticket) const
{
    const auto bytes = array_from_base64url<2 * kHalf>(ticket);
    if (!bytes) return false;
    const ByteSpan all(*bytes);
    const auto tag = mac("isoloir/ticket", all.first(kHalf));
    return crypto::equal_secrets(ByteSpan(tag).first(kHalf), all.last(kHalf));
}

std::string Tickets::csrf(std::string_view ticket) const
{
    return to_base64url(mac("isoloir/csrf", bytes_of(ticket)));
}

crypto::Digest Tickets::hash_of(std::string_view ticket)
{
    return crypto::blake2b({bytes_of("isoloir/session"), bytes_of(ticket)});
}

}  // namespace isoloir::accounts
