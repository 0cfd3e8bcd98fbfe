#pragma once

#include <string>
#include <vector>

namespace isoloir::test {

/// What the booth said, in order; the voice of these tests only writes it down.
struct Heard {
    std::string text;
    std::string language;
};
std::vector<Heard>& heard();

}  // namespace isoloir::test
