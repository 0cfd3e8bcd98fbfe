#pragma once
// What the centre tells a terminal about voters (PROTOCOL.md 7): who voted elsewhere, and who stands on the electoral roll.
// Tags are cut to 16 bytes: enough to know a voter by, and no more is carried than that.
//
//   page of voted  {"next":cursor,"more":bool,"hall":tags,"online":tags}
//   page of roll   {"anew":bool,"version":n,"next":cursor,"more":bool,"tags":tags}
//   roll file      signed by the authority: {"election":…,"version":n,"next":cursor,"tags":tags}
//
// `tags` are all their bytes one after the other, in base64url.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/crypto/hash.hpp"
#include "shared/crypto/sign.hpp"

namespace isoloir::wire {

using ShortTag = ByteArray<16>;
/// The first 16 bytes of a voter's tag.
ShortTag short_tag(const crypto::Digest& tag);

/// Where a list was left off. Only the server reads what is in it; one that it does not know begins the list anew.
using Cursor = ByteArray<24>;

constexpr std::size_t kMaxPageTags = 1000;
constexpr std::size_t kMaxPageBytes = 64 * 1024;
constexpr std::size_t kMaxRollTags = 2'000'000;
constexpr std::size_t kMaxRollBytes = 64 * 1024 * 1024;

/// Who voted, but at the terminal that asks.
struct VotedPage {
    Cursor next{};
    bool more{false};  // more is there already
    std::vector<ShortTag> hall;
    std::vector<ShortTag> online;
};

std::string write_voted_page(const VotedPage& page);
/// @error malformed, refused  also for more than kMaxPageTags
Result<VotedPage> read_voted_page(std::string_view text);

struct RollPage {
    bool anew{false};         // the list begins here: once it is complete, whoever is not in it is on the roll no more
    std::int64_t version{0};  // rises with each change of the roll
    Cursor next{};
    bool more{false};
    std::vector<ShortTag> tags;
};

std::string write_roll_page(const RollPage& page);
/// @error malformed, refused
Result<RollPage> read_roll_page(std::string_view text);

/// The whole roll as a file, for a hall without a network.
struct Roll {
    crypto::Digest election{};
    std::int64_t version{0};
    Cursor next{};  // from here on the network goes on
    std::vector<ShortTag> tags;
};

/// Writes the tags sorted and each once: the order in which they were put on the roll may be that of a list that others have.
std::string sign_roll(Roll roll, const crypto::Signer& authority);
/// @error forged, malformed, refused
Result<Roll> open_roll(std::string_view jws, const crypto::PublicKey& authority);

}  // namespace isoloir::wire
