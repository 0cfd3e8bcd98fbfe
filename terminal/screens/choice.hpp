#pragma once
// Choosing a project, in each kind of ballot: the buttons of a card and of a project's own page, and the envelope.

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

/// Choisir, Choisi (pressing it again takes it back), Trop cher; less and more where points are given.
ui::Node choose_buttons(const booth::State& state, const Context& context, std::size_t project);

/// How a card of this project is dressed.
ui::Look card_look(const booth::State& state, const Context& context, std::size_t project);

/// What is left, in words and as a bar with a segment for each chosen project.
ui::Node envelope(const booth::State& state, const Context& context);

/// How much a project's line in review or swap says of it: "49 548 €", "3 points · 49 548 €", "2 · 49 548 €".
std::string weight_of(const booth::State& state, const Context& context, std::size_t project);

}  // namespace isoloir::screens
