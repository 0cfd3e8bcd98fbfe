#pragma once
// Where people vote in person: what the public pages say of a hall. It is told apart from the roster on purpose: an address
// or opening hours may be corrected at any time, and a hall may be announced before it has a terminal.
//
//   {"name":…,"commune":…,"address":…,"hours":…,"latitude":n,"longitude":n}
//
// The position, in millionths of a degree (WGS 84), may be missing; then the hall is on the list and not on the map.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.hpp"
#include "shared/election/election.hpp"

namespace isoloir::publish {

struct Hall {
    std::string name;  // as terminals are approved for it; one hall a name
    std::string commune;
    std::string address;
    std::string hours;  // as people read them: "lu–ve 9–17 h"
    std::optional<election::Position> position{};
    bool operator==(const Hall&) const = default;
};

constexpr std::size_t kMaxHalls = 500;
constexpr std::size_t kMaxHallText = election::kMaxWord;  // bytes of name, commune, address
constexpr std::size_t kMaxHallHours = 500;                // bytes

/// @error malformed  no name, a name that stands for something else, a text that is too long or no plain text, no place on earth
Status check_hall(const Hall& hall);

std::string write_hall(const Hall& hall);
/// @error malformed  also for a member that is missing;  refused  for one that is unknown
Result<Hall> read_hall(std::string_view json);

/// {"halls":[hall,…]}, in the order given.
std::string write_halls(std::span<const Hall> halls);
/// @error malformed  also for two halls of one name, and for more than kMaxHalls;  refused
Result<std::vector<Hall>> read_halls(std::string_view json);

}  // namespace isoloir::publish
