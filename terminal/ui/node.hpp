#pragma once
// A screen as a tree of nodes with meaning. The same tree is laid out, drawn, touched, walked by keyboard, dumped as text
// and judged by the audit: what can be seen can be named. Plain values; sizes in millimetres until layout fills `rect`.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace isoloir::ui {

enum class Role { group, heading, text, button, toggle, meter, image, list, listitem, status, dialog };

/// How a node is dressed; colours come from the theme.
enum class Look { none, page, hero, card, chosen_card, dashed_card, panel, chip, primary, secondary, chosen, dashed, danger };

/// Type: size and weight. Nothing is ever smaller than 3.5 mm of capital height.
enum class Style { body, small, button, title, price, heading, amount, display };

enum class Direction { column, row };
enum class Align { start, center, end, stretch };

struct Rect {
    double x{0}, y{0}, width{0}, height{0};
    double right() const { return x + width; }
    double bottom() const { return y + height; }
    bool operator==(const Rect&) const = default;
    bool contains(double px, double py, double slop = 0) const { return px >= x - slop && px < right() + slop && py >= y - slop && py < bottom() + slop; }
};

/// A place on a map, in shares of its width and height.
struct MapPoint {
    double x{0}, y{0};
    bool meant{false};  // the one that the map is about
    bool operator==(const MapPoint&) const = default;
};

/// What a node is and shows by itself, without those inside it.
struct Face {
    std::string id;  // stable over sizes, themes and languages; pressing a button yields it
    Role role{Role::group};
    std::string label;  // what is read; Pango markup when `markup`
    bool markup{false};
    std::string hint;        // said after the label where it helps: "Encore une pression pour retirer"
    std::string icon;        // Tabler outline icon
    bool icon_after{false};  // behind the label: where the way goes on
    std::string picture;     // key of a picture; the illustration of `theme` where there is none
    std::string theme;
    std::string qr;                      // text of a QR code; an image then
    std::vector<MapPoint> map;           // an image then
    std::string scale;                   // what a quarter of the map's width is: "2 km"
    std::vector<std::int64_t> segments;  // of a meter
    std::int64_t total{0};
    bool enabled{true};
    bool selected{false};
    bool focusable{false};
    bool last{false};  // with all inside it, comes after the rest when focus walks and speech reads

    Look look{Look::none};
    Style style{Style::body};
    Direction direction{Direction::column};
    double gap{2.6};
    double padding{0};
    double padding_x{0};          // besides padding
    std::optional<double> width;  // fixed, mm
    std::optional<double> height;
    double min_width{0};
    double min_height{0};
    double grow{0};               // share of what is left along the parent's direction
    Align align{Align::stretch};  // of children across the direction
    Align justify{Align::start};  // of children along it; of a text, its alignment

    Rect rect;  // pixels, filled by layout

    bool operator==(const Face&) const = default;
};

struct Node : Face {
    std::vector<Node> children;

    // One setter a line.
    // clang-format off
    Node& with_id(std::string value) { id = std::move(value); return *this; }
    Node& with_icon(std::string value) { icon = std::move(value); return *this; }
    Node& with_icon_after(std::string value) { icon_after = true; return with_icon(std::move(value)); }
    Node& with_hint(std::string value) { hint = std::move(value); return *this; }
    Node& with_look(Look value) { look = value; return *this; }
    Node& with_style(Style value) { style = value; return *this; }
    Node& with_gap(double value) { gap = value; return *this; }
    Node& with_padding(double value, double more_x = 0) { padding = value; padding_x = more_x; return *this; }
    Node& with_width(double value) { width = value; return *this; }
    Node& with_height(double value) { height = value; return *this; }
    Node& at_least(double w, double h) { min_width = w; min_height = h; return *this; }
    Node& growing(double share = 1) { grow = share; return *this; }
    Node& aligned(Align value) { align = value; return *this; }
    Node& justified(Align value) { justify = value; return *this; }
    Node& as(Role value) { role = value; return *this; }
    Node& select(bool value) { selected = value; return *this; }
    Node& read_last() { last = true; return *this; }
    // clang-format on
};

Node column(std::vector<Node> children);
Node row(std::vector<Node> children);
Node spacer();
Node text(std::string label, Style style = Style::body);
/// @param label  Pango markup; project texts inside must be escaped
Node marked(std::string label, Style style = Style::body);
Node heading(std::string label);
/// A button of at least 20 × 20 mm.
Node button(std::string id, std::string label, Look look = Look::secondary);

/// Escapes text for Pango markup.
std::string escaped(const std::string& text);

/// The tree as text, one node a line: what golden files hold.
std::string dump(const Node& node);

/// Depth first, as focus walks; what is read last comes last.
std::vector<const Node*> focus_order(const Node& root);
const Node* find(const Node& root, const std::string& id);

}  // namespace isoloir::ui
