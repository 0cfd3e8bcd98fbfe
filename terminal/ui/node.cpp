#include "terminal/ui/node.hpp"

#include <array>

namespace isoloir::ui {
namespace {

constexpr std::array kRoleNames = {"group", "heading", "text", "button", "toggle", "meter", "image", "list", "listitem", "status", "dialog"};

void dump_into(const Node& node, std::size_t depth, std::string& out)
{
    const bool speaks = !node.id.empty() || !node.label.empty() || node.role != Role::group;
    if (speaks) {
        out += std::string(depth * 2, ' ') + kRoleNames[static_cast<std::size_t>(node.role)];
        if (!node.id.empty()) out += " #" + node.id;
        if (!node.label.empty()) out += " \"" + node.label + "\"";
        if (!node.hint.empty()) out += " (" + node.hint + ")";
        if (node.selected) out += " selected";
        if (!node.enabled) out += " disabled";
        if (!node.segments.empty() || node.total != 0) {
            out += " [";
            for (const auto segment : node.segments) out += std::to_string(segment) + " ";
            out += "of " + std::to_string(node.total) + "]";
        }
        if (!node.qr.empty()) out += " qr";
        if (!node.map.empty()) out += " map";
        out += '\n';
    }
    for (const Node& child : node.children) dump_into(child, depth + (speaks ? 1 : 0), out);
}

void collect_focusable(const Node& node, bool last, bool wanted_last, std::vector<const Node*>& order)
{
    last = last || node.last;
    if (node.focusable && node.enabled && last == wanted_last) order.push_back(&node);
    for (const Node& child : node.children) collect_focusable(child, last, wanted_last, order);
}

}  // namespace

Node column(std::vector<Node> children)
{
    Node node;
    node.children = std::move(children);
    return node;
}

Node row(std::vector<Node> children)
{
    Node node = column(std::move(children));
    node.direction = Direction::row;
    node.align = Align::center;
    return node;
}

Node spacer()
{
    Node node;
    node.grow = 1;
    return node;
}

Node text(std::string label, Style style)
{
    Node node;
    node.role = Role::text;
    node.label = std::move(label);
    node.style = style;
    return node;
}

Node marked(std::string label, Style style)
{
    Node node = text(std::move(label), style);
    node.markup = true;
    return node;
}

Node heading(std::string label)
{
    return text(std::move(label), Style::heading).as(Role::heading);
}

Node button(std::string id, std::string label, Look look)
{
    Node node = text(std::move(label), Style::button);
    node.id = std::move(id);
    node.role = Role::button;
    node.look = look;
    node.focusable = true;
    node.justify = Align::center;
    node.padding = 2;
    node.padding_x = 3;
    node.min_width = 20;
    node.min_height = 20;
    return node;
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string dump(const Node& node)
{
    std::string out;
    dump_into(node, 0, out);
    return out;
}

std::vector<const Node*> focus_order(const Node& root)
{
    std::vector<const Node*> order;
    collect_focusable(root, false, false, order);
    collect_focusable(root, false, true, order);
    return order;
}

const Node* find(const Node& root, const std::string& id)
{
    if (root.id == id) return &root;
    for (const Node& child : root.children)
        if (const Node* found = find(child, id)) return found;
    return nullptr;
}

}  // namespace isoloir::ui
