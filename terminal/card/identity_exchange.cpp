#include "terminal/card/identity_exchange.hpp"

#include <algorithm>

namespace isoloir::card {
namespace {

/// SELECT by path from the master file, without an answer: 3F00 DF01 4031.
constexpr ByteArray<11> kSelect{0x00, 0xA4, 0x08, 0x0C, 0x06, 0x3F, 0x00, 0xDF, 0x01, 0x40, 0x31};
/// Bytes that one READ BINARY asks for; cards differ in whether they give more than 252.
constexpr std::uint8_t kChunk = 248;

constexpr unsigned kDone = 0x9000;
constexpr unsigned kEndedEarly = 0x6282;  // fewer bytes than asked for, for there are no more
constexpr unsigned kBehindTheEnd = 0x6B00;
constexpr unsigned kAskForFewer = 0x6C;  // high byte; the low one says how many

struct Answer {
    ByteSpan data;  // lies in the buffer that was lent
    unsigned status;
};

tl::expected<Answer, Unreadable> ask(const Exchange& exchange, ByteSpan command, std::span<std::uint8_t> buffer)
{
    const auto size = exchange(command, buffer);
    if (!size) return tl::make_unexpected(size.error());
    if (*size < 2 || *size > buffer.size()) return tl::make_unexpected(Unreadable::interrupted);
    const ByteSpan whole(buffer.data(), *size);
    return Answer{whole.first(*size - 2), static_cast<unsigned>(whole[*size - 2] << 8 | whole[*size - 1])};
}

tl::expected<Answer, Unreadable> read_binary(const Exchange& exchange, std::size_t offset, std::uint8_t count, std::span<std::uint8_t> buffer)
{
    const ByteArray<5> command{0x00, 0xB0, static_cast<std::uint8_t>(offset >> 8), static_cast<std::uint8_t>(offset & 0xFF), count};
    return ask(exchange, command, buffer);
}

}  // namespace

tl::expected<crypto::SecretBytes, Unreadable> read_identity_file(const Exchange& exchange)
{
    crypto::SecretBytes buffer(kMaxAnswer);
    const auto selected = ask(exchange, kSelect, buffer.writable());
    if (!selected) return tl::make_unexpected(selected.error());
    if (selected->status != kDone) return tl::make_unexpected(Unreadable::foreign);

    crypto::SecretBytes file(kMaxIdentityFile);
    for (std::size_t size = 0;;) {
        auto chunk = read_binary(exchange, size, kChunk, buffer.writable());
        if (chunk && chunk->status >> 8 == kAskForFewer)
            chunk = read_binary(exchange, size, static_cast<std::uint8_t>(chunk->status & 0xFF), buffer.writable());
        if (!chunk) return tl::make_unexpected(chunk.error());

        const bool behind_the_end = chunk->status == kBehindTheEnd && chunk->data.empty() && size > 0;
        if (chunk->status != kDone && chunk->status != kEndedEarly && !behind_the_end) return tl::make_unexpected(Unreadable::faulty);
        if (chunk->data.size() > file.size() - size) return tl::make_unexpected(Unreadable::faulty);
        std::copy(chunk->data.begin(), chunk->data.end(), file.data() + size);
        size += chunk->data.size();
        if (chunk->data.size() < kChunk) return crypto::SecretBytes(file.span().first(size));
    }
}

}  // namespace isoloir::card
