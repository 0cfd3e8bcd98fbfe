#pragma once

#include <optional>
#include <string_view>

#include "terminal/staff/state.hpp"

namespace isoloir::screens::staff {

/// What pressing the node with this id means; nothing for ids that ask nothing.
std::optional<isoloir::staff::Wish> intent_of(std::string_view id);

}  // namespace isoloir::screens::staff
