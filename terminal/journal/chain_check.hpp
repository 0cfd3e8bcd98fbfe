#pragma once
// Replays a chain link by link and refuses the first that does not hold.

#include "shared/ballot/record.hpp"

namespace isoloir::journal {

class ChainCheck {
public:
    ChainCheck(const crypto::PublicKey& device, const crypto::Digest& election) : device_(device), election_(election) {}

    /// @error corrupt  with the record's number
    Status add(std::string_view jws);

    const ballot::ChainHead& head() const { return head_; }
    Hour last_hour() const { return last_hour_; }
    std::uint64_t ballots() const { return ballots_; }
    std::uint64_t spoilt() const { return spoilt_; }
    std::optional<ballot::EventKind> last_poll_event() const { return last_poll_event_; }

private:
    crypto::PublicKey device_;
    crypto::Digest election_;
    ballot::ChainHead head_;
    Hour last_hour_{0};
    std::uint64_t ballots_{0};
    std::uint64_t spoilt_{0};
    std::optional<ballot::EventKind> last_poll_event_;
};

}  // namespace isoloir::journal
