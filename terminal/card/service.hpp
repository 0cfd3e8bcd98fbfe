#pragma once
// The machine's PC/SC service (pcscd). Every call may wait for that other program; only the watching thread makes them.

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "terminal/card/identity_exchange.hpp"

namespace isoloir::card {

/// A place for a card.
struct Slot {
    std::string reader;
    /// As PC/SC last gave it: flags, and above them a count that grows with every card put in or taken out. 0: not asked yet.
    unsigned long state{0};

    bool holds_card() const;
    unsigned long count() const { return state >> 16; }
};

class Service {
public:
    static tl::expected<Service, Missing> connect();
    Service(Service&& other) noexcept;
    Service& operator=(Service&&) = delete;
    ~Service();

    /// The slots that are there now; those in `known` keep their state. Nothing when the service is gone.
    std::optional<std::vector<Slot>> slots(const std::vector<Slot>& known) const;

    /// Waits for a card to come or go, or a reader, and brings the states up to date.
    /// @return false when the service is gone
    bool wait(std::vector<Slot>& slots, std::chrono::milliseconds at_most) const;

    tl::expected<crypto::SecretBytes, Unreadable> read_identity_file(const std::string& reader) const;

private:
    explicit Service(long context) : context_(context) {}
    std::optional<long> context_;  // SCARDCONTEXT
};

}  // namespace isoloir::card
