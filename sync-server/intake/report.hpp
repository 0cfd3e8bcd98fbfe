#pragma once
// The merge report: what came from where, what counts, what does not and why. Numbers only.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "shared/crypto/sign.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::intake {

/// Records by terminal and by what became of them.
using Tallies = std::map<crypto::KeyId, std::map<store::Reason, std::uint64_t>>;

struct ChannelReport {
    std::string name;  // the hall, or "online"
    std::uint64_t accepted{0};
    std::uint64_t duplicates{0};  // another ballot of the same voter counts, whichever came first
    std::uint64_t refused{0};
    std::uint64_t spoilt{0};
    std::uint64_t false_openings{0};  // of the refused: its terminal is shown to cheat
    bool operator==(const ChannelReport&) const = default;
};

struct Report {
    std::uint64_t accepted{0};
    std::uint64_t duplicates{0};
    std::uint64_t refused{0};                        // everything else but events
    std::uint64_t spoilt{0};                         // to check a terminal; never counted
    std::map<store::Reason, std::uint64_t> reasons;  // of the refused
    std::vector<ChannelReport> channels;             // by name; halls with several terminals add up
    bool operator==(const Report&) const = default;
};

Report make_report(const Tallies& tallies, const std::function<std::string(const crypto::KeyId&)>& channel_of);

}  // namespace isoloir::intake
