#pragma once
// What a terminal says of itself when it syncs, for whoever looks after it. Nothing is decided by it, and it is not signed:
// the connection tells whose it is.

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/result.hpp"

namespace isoloir::wire {

struct TerminalState {
    std::string version;                  // of its software
    std::uint64_t waiting{0};             // records that no receipt covers yet
    std::optional<std::uint8_t> battery;  // percent; nothing on mains, or where the machine does not say
    bool operator==(const TerminalState&) const = default;
};

/// {"battery":80,"version":"0.1.0","waiting":12}
std::string write_state(const TerminalState& state);
/// @error malformed
Result<TerminalState> read_state(std::string_view text);

}  // namespace isoloir::wire
