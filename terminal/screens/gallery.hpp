#pragma once
// Every screen in the states that it is seen in: for pictures to look at, and for the tests that walk all of them.

#include <string>
#include <vector>

#include "terminal/booth/state.hpp"

namespace isoloir::screens {

struct Exhibit {
    std::string name;
    booth::State state;
};

/// @param language  of the session shown
std::vector<Exhibit> gallery(const election::Definition& definition, const std::string& language);

}  // namespace isoloir::screens
