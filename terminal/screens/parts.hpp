#pragma once
// The screens themselves; screen() chooses among them.

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

ui::Node attract(const booth::State& state, const Context& context);
ui::Node language(const booth::State& state, const Context& context);
ui::Node identify(const booth::State& state, const Context& context);
ui::Node projects(const booth::State& state, const Context& context);
ui::Node project(const booth::State& state, const Context& context);
ui::Node does_not_fit(const booth::State& state, const Context& context);
ui::Node review(const booth::State& state, const Context& context);
ui::Node confirm_empty(const booth::State& state, const Context& context);
ui::Node confirm(const booth::State& state, const Context& context);
ui::Node receipt(const booth::State& state, const Context& context);
ui::Node refused(const booth::State& state, const Context& context);
ui::Node still_there(const Context& context);

/// The envelope: what is left, in words and as a bar with a segment for each chosen project.
ui::Node envelope(const booth::State& state, const Context& context);

}  // namespace isoloir::screens
