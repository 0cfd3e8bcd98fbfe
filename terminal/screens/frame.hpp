#pragma once
// What most screens share: heading and comfort buttons above, back at the bottom left and the affirmative answer at the
// bottom right, always in the same place. In low reach the comfort buttons stand at the bottom, too.

#include <optional>

#include "terminal/screens/screen.hpp"

namespace isoloir::screens {

struct Title {
    std::string text;
    std::size_t step{0};     // 1 to 4, or 0 for screens outside the count
    bool is_comfort{false};  // the screen itself is what the comfort buttons lead to
};

/// What stands at the foot of a screen. `middle` is left out where it would be too narrow for it; `pager` never is.
struct Foot {
    std::optional<ui::Node> back{};
    std::optional<ui::Node> middle{};
    std::optional<ui::Node> pager{};
    std::optional<ui::Node> go{};
};

/// Header, body and foot over the whole screen; the body takes what is left. Focus reads the body before the comfort
/// buttons.
ui::Node page(const booth::State& state, const Context& context, const Title& title, ui::Node body, Foot foot);

/// A question that lies over whatever stood there: nothing else can be reached.
ui::Node question(ui::Node body, ui::Node no, ui::Node yes, const Context& context);

ui::Node back_button(const Context& context);
ui::Node go_button(const std::string& label);

/// A calm text in the middle of the screen: icon, title and one paragraph.
ui::Node message(const std::string& icon, const std::string& title, const std::string& text);

/// Phone and mail of those who can help; nothing where the election names none.
ui::Node contact_line(const Context& context);

/// A place for the picture of a project.
ui::Node picture_of(const election::Project& project);

/// "Previous, page 2 of 6, next": ids page.N with the page they lead to. Nothing for a single page.
std::optional<ui::Node> pager(const booth::State& state, const Context& context, std::size_t page, std::size_t pages);

/// How many columns and rows a list has, and what stands on one page of it.
struct Grid {
    std::size_t columns{1};
    std::size_t rows{1};
    std::size_t per_page() const { return columns * rows; }
    std::size_t pages(std::size_t count) const { return count == 0 ? 1 : (count + per_page() - 1) / per_page(); }
};

/// @param item  the node of each index from 0 to count − 1
ui::Node grid_of(Grid grid, std::size_t count, std::size_t page, double gap, const std::function<ui::Node(std::size_t)>& item);

/// Whether all controls are to stand low.
inline bool is_low(const booth::State& state)
{
    return state.session.comfort.low_reach;
}

/// What is left for a body, in mm, under a header of one line and above the foot; in low reach, of the reachable part.
double body_height(const booth::State& state, const Context& context);

}  // namespace isoloir::screens
