#pragma once

#include <optional>
#include <string_view>

#include "terminal/booth/state.hpp"

namespace isoloir::screens {

/// What pressing the node with this id means; nothing for ids that ask nothing.
std::optional<booth::Wish> intent_of(std::string_view id);

}  // namespace isoloir::screens
