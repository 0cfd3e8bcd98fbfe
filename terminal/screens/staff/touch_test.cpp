// Cells over the whole glass, to its edges: no header and no foot, since fingers must be found there, too. Who cannot touch
// a cell stops, and the check ends by itself.

#include "terminal/screens/staff/parts.hpp"

namespace isoloir::screens::staff {

using namespace ui;

ui::Node touch_test(const State& state, const Context& context)
{
    const auto& words = context.words;
    const std::size_t columns = context.is_portrait() ? 4 : 6;
    Node rows = column({}).with_gap(0);
    for (std::size_t i = 0; i < isoloir::staff::kCells; i += columns) {
        Node line = row({}).with_gap(0).growing().aligned(Align::stretch);
        for (std::size_t cell = i; cell < i + columns; ++cell) {
            const bool touched = state.touched.count(cell) != 0;
            Node square =
                button("cell." + std::to_string(cell), words.text(touched ? "staff.touch.done" : "staff.touch.here"), touched ? Look::chosen : Look::secondary);
            line.children.push_back(square.select(touched).with_style(Style::small).growing().with_padding(1));
        }
        rows.children.push_back(std::move(line));
    }
    return rows.with_look(Look::page);
}

}  // namespace isoloir::screens::staff
