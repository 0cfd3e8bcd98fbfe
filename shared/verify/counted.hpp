#pragma once
// Which ballots are counted (PROTOCOL.md 11.1), held against the log.

#include <map>

#include "shared/election/package.hpp"
#include "shared/verify/public_log.hpp"

namespace isoloir::verify {

enum class RoundOf { all, halls, online };

/// A round and what goes into its first mix: ciphertexts sorted by their bytes, without voter, terminal or number.
struct RoundInput {
    RoundOf of{RoundOf::all};
    std::size_t ballots{0};
    proof::Encodings ciphertexts;
};

/// What became of the records of a channel.
struct ChannelTally {
    std::uint64_t accepted{0};
    std::uint64_t duplicates{0};  // also superseded
    std::uint64_t spoilt{0};
    std::uint64_t false_openings{0};
};

struct CountedList {
    std::vector<RoundInput> rounds;
    std::map<std::string, std::uint64_t> excluded;  // by reason
    std::map<std::string, ChannelTally> channels;   // halls by name, "online"
};

/// Reads counted.json and notes the check "counted".
/// @return  nothing where it did not pass
std::optional<CountedList> read_counted(BundleFolder& folder, const election::Package& package, const PublicLog& log, Checks& checks);

}  // namespace isoloir::verify
