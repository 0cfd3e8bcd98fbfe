#pragma once

#include <cstdint>
#include <string>
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

/// Five keys do everything (next, choose, back, help, repeat); the others make it more comfortable. `space` is a choice,
/// or the next of two switches.
enum class Key { next, previous, choose, space, back, erase, help, repeat, speech, blank, louder, quieter, faster, slower };
struct KeyPress {
    Key key{Key::next};
};
/// A letter, digit or sign of a keyboard or scanner, in UTF-8.
struct Typed {
    std::string character;
};
struct Resize {
    int width{0}, height{0};
};
struct Quit {};
struct TimePassed {};

using Input = std::variant<Press, Move, Release, KeyPress, Typed, Resize, Quit, TimePassed>;

}  // namespace isoloir::ui
