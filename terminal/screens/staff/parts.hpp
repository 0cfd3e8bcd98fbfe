#pragma once
// The screens themselves; screen() chooses among them.

#include "terminal/screens/staff/screen.hpp"

namespace isoloir::screens::staff {

ui::Node who(const State& state, const Context& context);
ui::Node unlock(const State& state, const Context& context);
ui::Node today(const State& state, const Context& context);
ui::Node open_poll(const State& state, const Context& context);
ui::Node opened(const State& state, const Context& context);
ui::Node close_poll(const State& state, const Context& context);
ui::Node confirm_close(const State& state, const Context& context);
ui::Node closed(const State& state, const Context& context);
ui::Node sticks(const State& state, const Context& context);
ui::Node transfer(const State& state, const Context& context);
ui::Node checks(const State& state, const Context& context);
ui::Node touch_test(const State& state, const Context& context);
ui::Node ask_check(const State& state, const Context& context);
ui::Node network(const State& state, const Context& context);
ui::Node wifi(const State& state, const Context& context);
ui::Node wifi_password(const State& state, const Context& context);
ui::Node events(const State& state, const Context& context);
ui::Node clean(const State& state, const Context& context);
ui::Node cleaning(const State& state, const Context& context);
ui::Node practice(const State& state, const Context& context);
ui::Node shut_down(const State& state, const Context& context);
ui::Node left_behind(const State& state, const Context& context);

}  // namespace isoloir::screens::staff
