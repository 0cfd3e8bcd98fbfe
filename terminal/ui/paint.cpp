#include "terminal/ui/paint.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include <cairo.h>
#include <qrcodegen/qrcodegen.hpp>

#include "terminal/ui/layout.hpp"

namespace isoloir::ui {
namespace {

constexpr double kQuietModules = 4;

class Brush {
public:
    Brush(cairo_t* canvas, const Painter& painter, const Rect& where) : canvas_(canvas), painter_(painter), metrics_(painter.text.metrics()), where_(where) {}

    void draw(const Node& node, Color ink)
    {
        // No node paints further out than its ring.
        const Rect reach = grown(node.rect, metrics_.px(3));
        if (reach.x > where_.right() || reach.right() < where_.x || reach.y > where_.bottom() || reach.bottom() < where_.y) return;
        // What cannot be pressed now stands back.
        if (!node.enabled) {
            cairo_save(canvas_);
            cairo_rectangle(canvas_, reach.x, reach.y, reach.width, reach.height);
            cairo_clip(canvas_);  // a group is as large as what it may paint
            cairo_push_group(canvas_);
        }
        const Dress& dress = painter_.theme.dress(node.look);
        if (node.look != Look::none) {
            background(node, dress);
            ink = dress.ink;
        }
        if (!node.qr.empty()) qr(node);
        else if (!node.map.empty()) map(node);
        else if (node.role == Role::image) picture(node);
        else if (node.role == Role::meter) meter(node);
        else if (node.children.empty()) content(node, ink);
        for (const Node& child : node.children) draw(child, ink);
        if (node.look == Look::card || node.look == Look::chosen_card || node.look == Look::dashed_card) border(node, dress);
        if (!node.id.empty() && node.id == painter_.emphasis.focused) ring(node);
        if (!node.enabled) {
            cairo_pop_group_to_source(canvas_);
            cairo_paint_with_alpha(canvas_, 0.4);
            cairo_restore(canvas_);
        }
    }

private:
    void set(Color color, double alpha = 1) { cairo_set_source_rgba(canvas_, color.red, color.green, color.blue, alpha); }

    double radius(const Node& node) const
    {
        if (node.look == Look::chip) return node.rect.height / 2;
        return metrics_.px(node.look == Look::hero ? 5 : node.look == Look::page ? 0 : 4);
    }

    void path(const Rect& box, double round)
    {
        round = std::min({round, box.width / 2, box.height / 2});
        if (round <= 0) return cairo_rectangle(canvas_, box.x, box.y, box.width, box.height);
        constexpr double quarter = std::numbers::pi / 2;
        cairo_new_sub_path(canvas_);
        cairo_arc(canvas_, box.right() - round, box.y + round, round, -quarter, 0);
        cairo_arc(canvas_, box.right() - round, box.bottom() - round, round, 0, quarter);
        cairo_arc(canvas_, box.x + round, box.bottom() - round, round, quarter, 2 * quarter);
        cairo_arc(canvas_, box.x + round, box.y + round, round, 2 * quarter, 3 * quarter);
        cairo_close_path(canvas_);
    }

    static Rect grown(const Rect& box, double by) { return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by}; }

    bool is_card(const Node& node) const { return node.look == Look::card || node.look == Look::chosen_card || node.look == Look::dashed_card; }

    void background(const Node& node, const Dress& dress)
    {
        if (painter_.theme.shadows && (is_card(node) || node.look == Look::panel)) {
            cairo_set_fill_rule(canvas_, CAIRO_FILL_RULE_EVEN_ODD);
            for (int layer = 3; layer >= 1; --layer) {
                Rect shade = grown(node.rect, layer * 1.2);
                shade.y += metrics_.px(0.5);
                path(shade, radius(node) + layer);
                path(grown(node.rect, -1), radius(node) - 1);
                set(rgb(0x14203A), 0.05);
                cairo_fill(canvas_);  // what lies beneath the node nobody sees
            }
            cairo_set_fill_rule(canvas_, CAIRO_FILL_RULE_WINDING);
        }
        path(node.rect, radius(node));
        set(dress.fill);
        if (!node.id.empty() && node.id == painter_.emphasis.pressed) {
            cairo_fill_preserve(canvas_);
            set(dress.ink, 0.18);
        }
        cairo_fill(canvas_);
        if (!is_card(node)) border(node, dress);
    }

    void border(const Node& node, const Dress& dress)
    {
        if (dress.border_mm <= 0) return;
        const double width = std::max(1.5, metrics_.px(dress.border_mm));
        path(grown(node.rect, -width / 2), radius(node) - width / 2);
        set(dress.border);
        cairo_set_line_width(canvas_, width);
        if (dress.dashed) {
            const double dashes[] = {metrics_.px(2.4), metrics_.px(1.4)};
            cairo_set_dash(canvas_, dashes, 2, 0);
        }
        cairo_stroke(canvas_);
        cairo_set_dash(canvas_, nullptr, 0, 0);
    }

    void ring(const Node& node)
    {
        const double thick = metrics_.px(1.5);
        const double halo = metrics_.px(1);
        path(grown(node.rect, halo / 2), radius(node) + halo / 2);
        set(painter_.theme.focus_halo);
        cairo_set_line_width(canvas_, halo);
        cairo_stroke(canvas_);
        path(grown(node.rect, halo + thick / 2), radius(node) + halo + thick / 2);
        set(painter_.theme.focus);
        cairo_set_line_width(canvas_, thick);
        cairo_stroke(canvas_);
    }

    void content(const Node& node, Color ink)
    {
        if (node.label.empty() && node.icon.empty()) return;
        const Content where = content_of(node, metrics_, painter_.text);
        set(ink);
        if (where.icon.width > 0) {
            if (cairo_surface_t* mask = painter_.images.icon(node.icon, static_cast<int>(std::lround(where.icon.width))))
                cairo_mask_surface(canvas_, mask, std::round(where.icon.x), std::round(where.icon.y));
        }
        if (!node.label.empty()) painter_.text.draw(canvas_, node, where.text);
    }

    void picture(const Node& node)
    {
        cairo_surface_t* image = painter_.images.picture(print_of(node));
        if (image != nullptr) cairo_set_source_surface(canvas_, image, std::floor(node.rect.x), std::floor(node.rect.y));  // pixel on pixel
        else set(painter_.theme.ink, 0.08);
        // Rounded above, straight below, as the top of a card; all around when it stands alone.
        path(node.rect, metrics_.px(3.6));
        if (node.selected) cairo_rectangle(canvas_, node.rect.x, node.rect.y + node.rect.height / 2, node.rect.width, node.rect.height / 2);
        cairo_fill(canvas_);
    }

    void meter(const Node& node)
    {
        const double round = node.rect.height / 2;
        path(node.rect, round);
        set(painter_.theme.meter_ground);
        cairo_fill(canvas_);
        cairo_save(canvas_);
        path(node.rect, round);
        cairo_clip(canvas_);
        double x = node.rect.x;
        const double gap = metrics_.px(0.8);
        for (const auto segment : node.segments) {
            const double width = node.total > 0 ? node.rect.width * static_cast<double>(segment) / static_cast<double>(node.total) : 0;
            set(painter_.theme.meter);
            cairo_rectangle(canvas_, x, node.rect.y, std::max(1.0, width - gap), node.rect.height);
            cairo_fill(canvas_);
            x += width;
        }
        cairo_restore(canvas_);
        path(grown(node.rect, -1), round);
        set(painter_.theme.dress(Look::hero).ink, 0.55);
        cairo_set_line_width(canvas_, 2);
        cairo_stroke(canvas_);
    }

    /// The places of all projects, north above; the one that is meant as a pin. Below, how far a quarter of it is.
    void map(const Node& node)
    {
        const Rect& box = node.rect;
        const Color ink = painter_.theme.dress(Look::panel).ink;
        const double dot = metrics_.px(1.1);
        const MapPoint* meant = nullptr;
        for (const MapPoint& point : node.map) {
            if (point.meant) meant = &point;
            cairo_arc(canvas_, box.x + point.x * box.width, box.y + point.y * box.height, dot, 0, 2 * std::numbers::pi);
            set(ink, 0.45);
            cairo_fill(canvas_);
        }
        if (meant != nullptr) {
            const double side = metrics_.px(12);
            const double x = box.x + meant->x * box.width;
            const double y = box.y + meant->y * box.height;
            set(painter_.theme.focus);
            if (cairo_surface_t* pin = painter_.images.icon("map-pin", static_cast<int>(std::lround(side))))
                cairo_mask_surface(canvas_, pin, std::round(x - side / 2), std::round(y - side * 0.9));
        }
        const double bar = box.width / 4;
        const double foot = box.bottom() - metrics_.px(3);
        set(ink);
        cairo_set_line_width(canvas_, metrics_.px(0.6));
        cairo_move_to(canvas_, box.x + metrics_.px(3), foot);
        cairo_line_to(canvas_, box.x + metrics_.px(3) + bar, foot);
        cairo_stroke(canvas_);
        const double north = metrics_.px(9);
        if (cairo_surface_t* arrow = painter_.images.icon("north-star", static_cast<int>(std::lround(north))))
            cairo_mask_surface(canvas_, arrow, std::round(box.right() - north - metrics_.px(2)), std::round(box.y + metrics_.px(2)));
        Node label = text(node.scale, Style::small);
        painter_.text.draw(canvas_, label, {box.x + metrics_.px(5) + bar, foot - metrics_.px(5), box.width / 2, metrics_.px(8)});
    }

    void qr(const Node& node)
    {
        // Black on white in every theme, whole pixels, with its quiet zone: scanners expect nothing else.
        const auto code = qrcodegen::QrCode::encodeText(node.qr.c_str(), qrcodegen::QrCode::Ecc::QUARTILE);
        const double modules = code.getSize() + 2 * kQuietModules;
        const double module = std::floor(std::min(node.rect.width, node.rect.height) / modules);
        const double side = module * modules;
        const double left = std::round(node.rect.x + (node.rect.width - side) / 2);
        const double top = std::round(node.rect.y + (node.rect.height - side) / 2);
        cairo_save(canvas_);
        cairo_set_antialias(canvas_, CAIRO_ANTIALIAS_NONE);
        set(rgb(0xFFFFFF));
        cairo_rectangle(canvas_, left, top, side, side);
        cairo_fill(canvas_);
        set(rgb(0x000000));
        for (int y = 0; y < code.getSize(); ++y)
            for (int x = 0; x < code.getSize(); ++x)
                if (code.getModule(x, y)) cairo_rectangle(canvas_, left + (x + kQuietModules) * module, top + (y + kQuietModules) * module, module, module);
        cairo_fill(canvas_);
        cairo_restore(canvas_);
    }

    cairo_t* canvas_;
    const Painter& painter_;
    const Metrics& metrics_;
    Rect where_;
};

}  // namespace

Surface::Surface(int width, int height) : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)) {}
Surface::~Surface()
{
    if (surface_ != nullptr) cairo_surface_destroy(surface_);
}
Surface::Surface(Surface&& other) noexcept : surface_(std::exchange(other.surface_, nullptr)) {}
Surface& Surface::operator=(Surface&& other) noexcept
{
    std::swap(surface_, other.surface_);
    return *this;
}
int Surface::width() const
{
    return cairo_image_surface_get_width(surface_);
}
int Surface::height() const
{
    return cairo_image_surface_get_height(surface_);
}
int Surface::stride() const
{
    return cairo_image_surface_get_stride(surface_);
}
const unsigned char* Surface::pixels() const
{
    return cairo_image_surface_get_data(surface_);
}

Status Surface::write_png(const std::filesystem::path& file) const
{
    if (cairo_surface_write_to_png(surface_, file.c_str()) != CAIRO_STATUS_SUCCESS) return fail(Errc::io, "the picture cannot be written", file.string());
    return {};
}

Print print_of(const Node& image)
{
    const Rect& box = image.rect;
    return {image.picture, image.theme, static_cast<int>(std::ceil(box.right()) - std::floor(box.x)),
            static_cast<int>(std::ceil(box.bottom()) - std::floor(box.y))};
}

void paint(const Node& root, const Painter& painter, Surface& surface)
{
    paint(root, painter, surface, {0, 0, static_cast<double>(surface.width()), static_cast<double>(surface.height())});
}

void paint(const Node& root, const Painter& painter, Surface& surface, const Rect& where)
{
    cairo_t* canvas = cairo_create(surface.cairo());
    cairo_rectangle(canvas, std::floor(where.x), std::floor(where.y), std::ceil(where.width) + 1, std::ceil(where.height) + 1);
    cairo_clip(canvas);
    cairo_set_source_rgb(canvas, painter.theme.canvas.red, painter.theme.canvas.green, painter.theme.canvas.blue);
    cairo_paint(canvas);
    Brush(canvas, painter, where).draw(root, painter.theme.ink);
    cairo_destroy(canvas);
    cairo_surface_flush(surface.cairo());
}

}  // namespace isoloir::ui
