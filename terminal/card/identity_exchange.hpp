#pragma once
// The few commands that bring a Belgian identity card's identity file out. No PIN, and no other file is asked for.

#include <functional>

#include <tl/expected.hpp>

#include "shared/crypto/secret.hpp"
#include "terminal/card/event.hpp"

namespace isoloir::card {

/// Longest answer to a short command: 256 bytes and the status word.
constexpr std::size_t kMaxAnswer = 258;
/// No card's identity file comes near; one that never ends is stopped here.
constexpr std::size_t kMaxIdentityFile = 4096;

/// Sends a command to the card and writes what it answers, status word and all, at most kMaxAnswer bytes.
/// @return the answer's size in bytes
using Exchange = std::function<tl::expected<std::size_t, Unreadable>(ByteSpan command, std::span<std::uint8_t> answer)>;

/// @return  the whole file, at most kMaxIdentityFile bytes
/// @error   foreign      the card has no such file
/// @error   faulty       the file cannot be read, or does not end
/// @error   interrupted  an answer without a status word; and what `exchange` fails with
/// Source: ISO/IEC 7816-4 (SELECT, READ BINARY, status words)
tl::expected<crypto::SecretBytes, Unreadable> read_identity_file(const Exchange& exchange);

}  // namespace isoloir::card
