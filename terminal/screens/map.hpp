#pragma once
// A small map without tiles: where this project lies among the others, north above, with a scale.

#include <optional>

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

/// @return  nothing where the election does not say where the project lies
std::optional<ui::Node> map_of(const Context& context, std::size_t project);

}  // namespace isoloir::screens
