#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <thread>

#include "shared/base/clock.hpp"
#include "terminal/card/event.hpp"

namespace isoloir::card {

/// Watches this machine's card readers in a thread of its own, and reads the national number off a Belgian identity card.
/// Opening never fails: the first event says whether there is a reader, and one that comes later, or a service that comes
/// back, is found. One card at a time counts; a second reader's waits until the first is out. Nothing of a card is stored
/// or logged; of the identity file only the voter stays, until the event is wiped.
class CardReader {
public:
    /// @param clock  lent; must outlive the reader. It is asked in the reader's thread.
    /// @param wake   called in the reader's thread when an event has come, to end the wait for input; must not call back
    explicit CardReader(
        const Clock& clock, std::function<void()> wake = [] {});
    CardReader(const CardReader&) = delete;
    CardReader& operator=(const CardReader&) = delete;
    /// Returns within two seconds, even when the service hangs.
    ~CardReader();

    /// The next event, in order; does not wait. To be asked for in every turn of the loop, whichever screen shows.
    std::optional<Event> poll();

private:
    class Watch;
    std::shared_ptr<Watch> watch_;  // with the thread, which outlives this object if the service hangs
    std::thread thread_;
};

}  // namespace isoloir::card
