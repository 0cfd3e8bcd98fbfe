#include "terminal/card/current_card.hpp"

#include <algorithm>

namespace isoloir::card {

bool CurrentCard::has_left(const std::vector<Slot>& slots)
{
    if (!slot_) return false;
    const bool stays = std::any_of(slots.begin(), slots.end(),
                                   [this](const Slot& slot) { return slot.reader == slot_->reader && slot.holds_card() && slot.count() == slot_->count(); });
    if (!stays) slot_.reset();
    return !stays;
}

std::optional<std::string> CurrentCard::has_come(const std::vector<Slot>& slots)
{
    if (slot_) return std::nullopt;
    const auto slot = std::find_if(slots.begin(), slots.end(), [](const Slot& each) { return each.holds_card(); });
    if (slot == slots.end()) return std::nullopt;
    slot_ = *slot;
    return slot->reader;
}

}  // namespace isoloir::card
