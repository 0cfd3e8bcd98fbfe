#include "terminal/screens/staff/screen.hpp"

#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using isoloir::staff::Screen;

ui::Node screen(const State& state, const Context& context)
{
    switch (state.screen) {
        case Screen::who: return who(state, context);
        case Screen::unlock: return unlock(state, context);
        case Screen::today: return today(state, context);
        case Screen::open_poll: return open_poll(state, context);
        case Screen::opened: return opened(state, context);
        case Screen::close_poll: return close_poll(state, context);
        case Screen::confirm_close: return confirm_close(state, context);
        case Screen::closed: return closed(state, context);
        case Screen::sticks: return sticks(state, context);
        case Screen::transfer: return transfer(state, context);
        case Screen::checks: return checks(state, context);
        case Screen::touch_test: return touch_test(state, context);
        case Screen::ask_check: return ask_check(state, context);
        case Screen::network: return network(state, context);
        case Screen::wifi: return wifi(state, context);
        case Screen::wifi_password: return wifi_password(state, context);
        case Screen::events: return events(state, context);
        case Screen::clean: return clean(state, context);
        case Screen::cleaning: return cleaning(state, context);
        case Screen::practice: return practice(state, context);
        case Screen::shut_down: return shut_down(state, context);
        case Screen::left_behind: return left_behind(state, context);
        case Screen::left: break;
    }
    return ui::column({}).with_look(ui::Look::page);
}

std::string name_of(const State& state)
{
    switch (state.screen) {
        case Screen::who: return "staff-who";
        case Screen::unlock: return "staff-unlock";
        case Screen::today: return "staff-today";
        case Screen::open_poll: return "staff-open-poll";
        case Screen::opened: return "staff-opened";
        case Screen::close_poll: return "staff-close-poll";
        case Screen::confirm_close: return "staff-confirm-close";
        case Screen::closed: return "staff-closed";
        case Screen::sticks: return "staff-sticks";
        case Screen::transfer: return state.progress == isoloir::staff::Progress::due ? "staff-transfer-busy" : "staff-transfer";
        case Screen::checks: return "staff-checks";
        case Screen::touch_test: return "staff-touch-test";
        case Screen::ask_check: return "staff-ask-check-" + std::to_string(static_cast<int>(state.check));
        case Screen::network: return "staff-network";
        case Screen::wifi: return "staff-wifi";
        case Screen::wifi_password: return "staff-wifi-password";
        case Screen::events: return "staff-events";
        case Screen::clean: return "staff-clean";
        case Screen::cleaning: return "staff-cleaning";
        case Screen::practice: return "staff-practice";
        case Screen::shut_down: return "staff-shut-down";
        case Screen::left_behind: return "staff-left-behind";
        case Screen::left: return "staff-left";
    }
    return {};
}

}  // namespace isoloir::screens::staff
