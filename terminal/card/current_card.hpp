#pragma once

#include <optional>
#include <vector>

#include "terminal/card/service.hpp"

namespace isoloir::card {

/// Which card counts, from one look at the slots to the next: the first that comes, until it is out.
class CurrentCard {
public:
    /// Whether the card that counted is out. The slot's count tells a card that was swapped between two looks from one
    /// that stayed.
    bool has_left(const std::vector<Slot>& slots);

    /// The reader of a card that now counts, where none did.
    std::optional<std::string> has_come(const std::vector<Slot>& slots);

private:
    std::optional<Slot> slot_;  // as it was when the card came
};

}  // namespace isoloir::card
