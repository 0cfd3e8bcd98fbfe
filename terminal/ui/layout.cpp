#include "terminal/ui/layout.hpp"

#include <algorithm>

namespace isoloir::ui {
namespace {

constexpr double kIconMm = 7;
constexpr double kIconGapMm = 1.6;
constexpr double kQrMm = 38;
constexpr double kMapMm = 50;
constexpr double kMeterMm = 6;
constexpr double kPictureMm = 24;

double icon_px(const Node& node, const Metrics& metrics)
{
    return std::max(metrics.px(kIconMm * 0.8), metrics.capital_px(node.style) * 1.45);
}

struct Insets {
    double x, y;
};

Insets insets_of(const Node& node, const Metrics& metrics)
{
    return {metrics.px(node.padding + node.padding_x), metrics.px(node.padding)};
}

double icon_room(const Node& node, const Metrics& metrics)
{
    if (node.icon.empty()) return 0;
    return icon_px(node, metrics) + (node.label.empty() ? 0 : metrics.px(kIconGapMm));
}

Size leaf_size(const Node& node, double width, TextMeasurer& text)
{
    const Metrics& metrics = text.metrics();
    if (!node.qr.empty()) return {metrics.px(kQrMm), metrics.px(kQrMm)};
    if (!node.map.empty()) return {metrics.px(kMapMm), metrics.px(kMapMm)};
    if (node.role == Role::meter) return {metrics.px(20), metrics.px(kMeterMm)};
    if (node.role == Role::image) return {metrics.px(kPictureMm), metrics.px(kPictureMm)};
    Size size;
    const double room = icon_room(node, metrics);
    if (!node.label.empty()) size = text.measure(node, width > 0 ? std::max(1.0, width - room) : 0).size;
    size.width += room;
    if (!node.icon.empty()) size.height = std::max(size.height, icon_px(node, metrics));
    return size;
}

double along(const Size& size, Direction direction)
{
    return direction == Direction::row ? size.width : size.height;
}

/// Widths of a row's children: what they want, then the growing ones share the rest.
std::vector<double> row_widths(const Node& node, double inner, TextMeasurer& text)
{
    const Metrics& metrics = text.metrics();
    std::vector<double> widths;
    double used = metrics.px(node.gap) * static_cast<double>(node.children.empty() ? 0 : node.children.size() - 1);
    double shares = 0;
    for (const Node& child : node.children) {
        shares += child.grow;
        widths.push_back(child.grow > 0 && !child.width ? metrics.px(child.min_width) : wanted_size(child, 0, text).width);
        used += widths.back();
    }
    double rest = inner - used;
    if (shares > 0 && rest > 0)
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += rest * node.children[i].grow / shares;
    // Too little room: the texts that may wrap give way in proportion to what they have.
    if (rest < 0 && inner > 0) {
        double soft = 0;
        for (std::size_t i = 0; i < widths.size(); ++i)
            if (!node.children[i].width) soft += widths[i];
        if (soft > 0)
            for (std::size_t i = 0; i < widths.size(); ++i)
                if (!node.children[i].width) widths[i] = std::max(metrics.px(node.children[i].min_width), widths[i] + rest * widths[i] / soft);
    }
    return widths;
}

Size children_size(const Node& node, double inner, TextMeasurer& text)
{
    const double gap = text.metrics().px(node.gap);
    Size size;
    if (node.direction == Direction::row) {
        const auto widths = row_widths(node, inner, text);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            size.width += widths[i] + (i > 0 ? gap : 0);
            size.height = std::max(size.height, wanted_size(node.children[i], widths[i], text).height);
        }
    } else {
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Size child = wanted_size(node.children[i], inner, text);
            size.width = std::max(size.width, child.width);
            size.height += child.height + (i > 0 ? gap : 0);
        }
    }
    return size;
}

void place(Node& node, const Rect& rect, TextMeasurer& text);

/// Growing children of a column become as high as their shares say, so that rows of cards are alike; where one needs
/// more than its share, each keeps what it needs and they share the rest.
void share_heights(const std::vector<Node>& children, std::vector<Size>& sizes, double rest, double shares)
{
    double room = rest;
    for (std::size_t i = 0; i < children.size(); ++i)
        if (children[i].grow > 0) room += sizes[i].height;
    bool alike = true;
    for (std::size_t i = 0; i < children.size(); ++i) alike = alike && (children[i].grow == 0 || sizes[i].height <= room * children[i].grow / shares);
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (children[i].grow == 0) continue;
        if (alike) sizes[i].height = room * children[i].grow / shares;
        else sizes[i].height += rest * children[i].grow / shares;
    }
}

void place_children(Node& node, TextMeasurer& text)
{
    const Metrics& metrics = text.metrics();
    const auto [inset_x, inset_y] = insets_of(node, metrics);
    const Rect inner{node.rect.x + inset_x, node.rect.y + inset_y, node.rect.width - 2 * inset_x, node.rect.height - 2 * inset_y};
    const double gap = metrics.px(node.gap);
    const bool in_row = node.direction == Direction::row;
    const std::vector<double> widths = in_row ? row_widths(node, inner.width, text) : std::vector<double>{};

    std::vector<Size> sizes;
    double used = gap * static_cast<double>(node.children.size() - 1);
    double shares = 0;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        sizes.push_back(wanted_size(node.children[i], in_row ? widths[i] : inner.width, text));
        if (in_row) sizes.back().width = widths[i];
        used += along(sizes.back(), node.direction);
        shares += node.children[i].grow;
    }
    const double rest = (in_row ? inner.width : inner.height) - used;
    if (!in_row && shares > 0 && rest > 0) share_heights(node.children, sizes, rest, shares);
    double offset = 0;
    if ((in_row || shares == 0) && rest > 0) offset = node.justify == Align::center ? rest / 2 : node.justify == Align::end ? rest : 0;

    for (std::size_t i = 0; i < node.children.size(); ++i) {
        Rect place_at;
        const double across_room = in_row ? inner.height : inner.width;
        const double wanted = in_row ? sizes[i].height : std::min(sizes[i].width, inner.width);
        const double across = node.align == Align::stretch ? across_room : std::min(wanted, across_room);
        const double shift = node.align == Align::center ? (across_room - across) / 2 : node.align == Align::end ? across_room - across : 0;
        if (in_row) place_at = {inner.x + offset, inner.y + shift, sizes[i].width, across};
        else place_at = {inner.x + shift, inner.y + offset, across, sizes[i].height};
        place(node.children[i], place_at, text);
        offset += along(sizes[i], node.direction) + gap;
    }
}

void place(Node& node, const Rect& rect, TextMeasurer& text)
{
    node.rect = rect;
    if (!node.children.empty()) place_children(node, text);
}

}  // namespace

Size wanted_size(const Node& node, double width, TextMeasurer& text)
{
    const Metrics& metrics = text.metrics();
    if (node.width) width = metrics.px(*node.width);
    const auto [inset_x, inset_y] = insets_of(node, metrics);
    const double inner = width > 0 ? std::max(1.0, width - 2 * inset_x) : 0;
    Size size = node.children.empty() ? leaf_size(node, inner, text) : children_size(node, inner, text);
    size.width = std::max(size.width + 2 * inset_x, metrics.px(node.min_width));
    size.height = std::max(size.height + 2 * inset_y, metrics.px(node.min_height));
    if (node.width) size.width = metrics.px(*node.width);
    if (node.height) size.height = metrics.px(*node.height);
    return size;
}

void layout(Node& root, Size size, TextMeasurer& text)
{
    place(root, {0, 0, size.width, size.height}, text);
}

Content content_of(const Node& node, const Metrics& metrics, TextMeasurer& text)
{
    const auto [inset_x, inset_y] = insets_of(node, metrics);
    const Rect inner{node.rect.x + inset_x, node.rect.y + inset_y, node.rect.width - 2 * inset_x, node.rect.height - 2 * inset_y};
    if (node.icon.empty()) return {{}, inner};
    const double side = icon_px(node, metrics);
    const double room = icon_room(node, metrics);
    const double text_width = node.label.empty() ? 0 : std::min(inner.width - room, text.measure(node, inner.width - room).size.width + 1);
    const bool centred = node.justify == Align::center;
    const double start = centred ? inner.x + (inner.width - room - text_width) / 2 : inner.x;
    const double label_width = centred ? text_width : inner.width - room;
    const double icon_x = node.icon_after ? start + label_width + room - side : start;
    const double label_x = node.icon_after ? start : start + room;
    return {{icon_x, inner.y + (inner.height - side) / 2, side, side}, {label_x, inner.y, label_width, inner.height}};
}

}  // namespace isoloir::ui
