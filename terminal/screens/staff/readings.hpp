#pragma once
// What the machine says of itself, in words: each with a sign for whether it is well.

#include "terminal/screens/staff/screen.hpp"

namespace isoloir::screens::staff {

enum class Health { fine, look, unknown };

struct Reading {
    std::string name;
    std::string value;
    Health health{Health::fine};
};

Reading sync_reading(const State& state, const Context& context);
Reading waiting_reading(const State& state, const Context& context);
Reading battery_reading(const State& state, const Context& context);
Reading printer_reading(const State& state, const Context& context);
Reading disk_reading(const State& state, const Context& context);
Reading clock_reading(const State& state, const Context& context);
Reading network_reading(const State& state, const Context& context);
Reading reader_reading(const State& state, const Context& context);

/// A line: sign, name, value.
ui::Node line_of(const Reading& reading);

}  // namespace isoloir::screens::staff
