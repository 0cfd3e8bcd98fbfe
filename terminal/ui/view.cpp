#include "terminal/ui/view.hpp"

#include <algorithm>

namespace isoloir::ui {
namespace {

/// The topmost focusable node under the point: later siblings lie over earlier ones.
const Node* hit(const Node& node, double x, double y)
{
    for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
        if (const Node* found = hit(*child, x, y)) return found;
    return node.focusable && node.enabled && node.rect.contains(x, y) ? &node : nullptr;
}

}  // namespace

void View::show(const std::string& screen, Node tree, Size size, TextMeasurer& text, Milliseconds now)
{
    tree_ = std::move(tree);
    layout(tree_, size, text);
    slop_ = text.metrics().px(kSlopMm);
    if (screen != screen_) {
        screen_ = screen;
        focused_.clear();
        pressed_.reset();
        counts_from_ = now + kGuard;
        stale_fingers_ = !fingers_.empty();
    } else {
        if (!focused_.empty() && find(tree_, focused_) == nullptr) focused_.clear();
        if (pressed_ && find(tree_, pressed_->id) == nullptr) pressed_.reset();
    }
}

std::optional<std::string> View::take(const Input& input, Milliseconds now)
{
    if (const auto* down = std::get_if<Press>(&input)) return press(*down, now);
    if (const auto* up = std::get_if<Release>(&input)) {
        fingers_.erase(up->finger);
        if (stale_fingers_ && fingers_.empty()) {
            stale_fingers_ = false;
            counts_from_ = std::max(counts_from_, now + kGuard);
        }
        return release(*up);
    }
    if (const auto* pushed = std::get_if<KeyPress>(&input)) return key(pushed->key, now);
    return std::nullopt;
}

std::optional<std::string> View::press(const Press& press, Milliseconds now)
{
    const bool counts = !guarded(now);  // a second finger finds the first one on the glass
    fingers_.insert(press.finger);
    if (!counts) return std::nullopt;
    focused_.clear();
    if (const Node* node = hit(tree_, press.x, press.y)) pressed_ = Held{node->id, press.finger};
    return std::nullopt;
}

std::optional<std::string> View::release(const Release& release)
{
    if (!pressed_ || pressed_->finger != release.finger) return std::nullopt;
    const std::string id = pressed_->id;
    pressed_.reset();
    const Node* node = find(tree_, id);
    if (node == nullptr || !node->enabled || !node->rect.contains(release.x, release.y, slop_)) return std::nullopt;
    return id;
}

std::optional<std::string> View::key(Key key, Milliseconds now)
{
    switch (key) {
        case Key::next: move_focus(1); return std::nullopt;
        case Key::previous: move_focus(-1); return std::nullopt;
        case Key::choose:
        case Key::space: break;
        default: return std::nullopt;
    }
    const Node* node = focused_.empty() || guarded(now) ? nullptr : find(tree_, focused_);
    return node != nullptr && node->enabled ? std::optional(focused_) : std::nullopt;
}

void View::move_focus(int steps)
{
    const auto order = focus_order(tree_);
    if (order.empty()) return;
    const auto at = std::find_if(order.begin(), order.end(), [&](const Node* node) { return node->id == focused_; });
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    const std::ptrdiff_t index = at == order.end() ? (steps > 0 ? 0 : count - 1) : ((at - order.begin()) + steps + count) % count;
    focused_ = order[static_cast<std::size_t>(index)]->id;
}

}  // namespace isoloir::ui
