#pragma once
// What stands between a tree and its user: which node a finger holds, where the keyboard's focus is, and when a press
// counts. A press is captured where it begins, may wander 5 mm, has no time limit, and acts on release over the same
// node. After a screen has changed nothing counts until every finger has left and 250 ms have passed, so that no press
// falls through to what now stands there.

#include <chrono>
#include <optional>
#include <set>
#include <string>

#include "terminal/ui/input.hpp"
#include "terminal/ui/layout.hpp"

namespace isoloir::ui {

using Milliseconds = std::chrono::milliseconds;

constexpr double kSlopMm = 5;
constexpr Milliseconds kGuard{250};

class View {
public:
    /// Shows a tree, laid out at `size`. Another `screen` name begins the guard and drops press and focus.
    void show(const std::string& screen, Node tree, Size size, TextMeasurer& text, Milliseconds now);

    /// @return  the id of a node that was activated
    std::optional<std::string> take(const Input& input, Milliseconds now);

    const Node& tree() const { return tree_; }
    const std::string& focused() const { return focused_; }
    std::string pressed() const { return pressed_ ? pressed_->id : std::string{}; }

private:
    struct Held {
        std::string id;
        std::int64_t finger;
    };
    std::optional<std::string> press(const Press& press, Milliseconds now);
    std::optional<std::string> release(const Release& release);
    std::optional<std::string> key(Key key, Milliseconds now);
    bool guarded(Milliseconds now) const { return !fingers_.empty() || now < counts_from_; }
    void move_focus(int steps);

    std::string screen_;
    Node tree_;
    double slop_{0};
    std::string focused_;
    std::optional<Held> pressed_;
    std::set<std::int64_t> fingers_;  // on the glass
    Milliseconds counts_from_{0};
    bool stale_fingers_{false};  // were down when the screen changed
};

}  // namespace isoloir::ui
