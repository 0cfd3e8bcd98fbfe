#pragma once

#include <cstdint>
#include <variant>

namespace isoloir::ui {

/// A finger or the mouse, in pixels of the surface.
struct Press {
    double x{0}, y{0};
    std::int64_t finger{0};
};
struct Move {
    double x{0}, y{0};
    std::int64_t finger{0};
};
struct Release {
    double x{0}, y{0};
    std::int64_t finger{0};
};

enum class Key { next, previous, activate, back, erase };
struct KeyPress {
    Key key{Key::next};
};
struct Typed {
    char character{0};
};  // a digit or letter of a keyboard or scanner
struct Resize {
    int width{0}, height{0};
};
struct Quit {};
struct TimePassed {};

using Input = std::variant<Press, Move, Release, KeyPress, Typed, Resize, Quit, TimePassed>;

}  // namespace isoloir::ui
