#pragma once
// Every staff screen in the states that it is seen in: for pictures to look at, and for the tests that walk all of them.

#include <string>
#include <vector>

#include "terminal/staff/state.hpp"

namespace isoloir::screens::staff {

struct Exhibit {
    std::string name;
    isoloir::staff::State state;
};

std::vector<Exhibit> gallery(const std::string& language);

}  // namespace isoloir::screens::staff
