#pragma once
// The screens themselves; screen() chooses among them.

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

ui::Node attract(const booth::State& state, const Context& context);
ui::Node language(const booth::State& state, const Context& context);
ui::Node identify(const booth::State& state, const Context& context);
ui::Node take_card(const booth::State& state, const Context& context);
ui::Node how(const booth::State& state, const Context& context);
ui::Node projects(const booth::State& state, const Context& context);
ui::Node filter(const booth::State& state, const Context& context);
ui::Node search(const booth::State& state, const Context& context);
ui::Node project(const booth::State& state, const Context& context);
ui::Node does_not_fit(const booth::State& state, const Context& context);
ui::Node review(const booth::State& state, const Context& context);
ui::Node confirm_empty(const booth::State& state, const Context& context);
ui::Node confirm(const booth::State& state, const Context& context);
ui::Node checked(const booth::State& state, const Context& context);
ui::Node receipt(const booth::State& state, const Context& context);
ui::Node refused(const booth::State& state, const Context& context);
ui::Node still_there(const Context& context);
ui::Node leaving(const Context& context);

}  // namespace isoloir::screens
