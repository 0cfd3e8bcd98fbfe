#include "terminal/voice/spoken.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "terminal/voice/reading.hpp"

namespace isoloir::voice {
namespace {

using ui::Node;
using ui::Role;
using Words = locales::Catalogue;
using Lines = std::vector<std::string>;
using SpellCode = std::string (*)(std::string_view, const Words&);

std::string joined(const Lines& parts, const char* between)
{
    std::string text;
    for (const std::string& part : parts)
        if (!part.empty()) text += (text.empty() ? "" : between) + part;
    return text;
}

/// Sentences: each ends with a stop, so that the voice falls and pauses.
std::string sentences(Lines lines)
{
    for (std::string& line : lines)
        if (!line.empty() && std::string_view(".?!:").find(line.back()) == std::string_view::npos) line += '.';
    return joined(lines, " ");
}

std::string label_of(const Node& node, const Words& words)
{
    const bool key = node.label.size() == 1 && is_code(node.label);
    return key ? words.text("voice.letter", {{"letter", node.label}}) : read_out(node.label, node.markup, words);
}

void walk(const Node& node, const std::function<bool(const Node&)>& enter)
{
    if (!enter(node)) return;
    for (const Node& child : node.children) walk(child, enter);
}

bool can_be_pressed(const Node& node)
{
    return node.role == Role::button || node.role == Role::toggle;
}

/// From the root to the node; empty when it is not there.
std::vector<const Node*> path_to(const Node& root, const std::string& id)
{
    if (root.id == id) return {&root};
    for (const Node& child : root.children) {
        auto path = path_to(child, id);
        if (path.empty()) continue;
        path.insert(path.begin(), &root);
        return path;
    }
    return {};
}

/// The innermost of a role around the path's last node.
const Node* around(const std::vector<const Node*>& path, Role role)
{
    const auto found = std::find_if(path.rbegin(), path.rend(), [&](const Node* node) { return node->role == role; });
    return found == path.rend() ? nullptr : *found;
}

/// A list's items; where it has none, the buttons that stand for them.
std::vector<const Node*> items_of(const Node& list)
{
    std::vector<const Node*> items;
    const auto collect = [&](const auto& counts) {
        walk(list, [&](const Node& node) {
            if (counts(node)) items.push_back(&node);
            return !counts(node);
        });
    };
    collect([](const Node& node) { return node.role == Role::listitem; });
    if (items.empty()) collect(can_be_pressed);
    return items;
}

bool holds(const Node& root, const Node* wanted)
{
    bool found = false;
    walk(root, [&](const Node& node) { return found = found || &node == wanted, !found; });
    return found;
}

/// Texts in the node, and in the list item around it those that are not small print.
Lines texts_for(const Node& node, const Node* item, const Words& words)
{
    Lines inside;
    Lines outside;
    walk(node, [&](const Node& part) {
        if (part.role == Role::text) inside.push_back(label_of(part, words));
        return true;
    });
    if (item == nullptr) return inside;
    walk(*item, [&](const Node& part) {
        if (&part == &node) return false;
        if (part.role == Role::text && part.style != ui::Style::small) outside.push_back(label_of(part, words));
        return true;
    });
    inside.insert(inside.end(), outside.begin(), outside.end());
    return inside;
}

bool holds_chosen(const Node& root)
{
    bool found = false;
    walk(root, [&](const Node& node) { return found = found || (node.role == Role::toggle && node.selected), !found; });
    return found;
}

/// What a list item shows outside every button. A card whose words are a button is left to that button.
std::string line_of_item(const Node& item, const Words& words)
{
    Lines texts;
    bool in_a_button = false;
    walk(item, [&](const Node& node) {
        if (node.role == Role::text) texts.push_back(label_of(node, words));
        if (!can_be_pressed(node)) return true;
        in_a_button = in_a_button || !node.children.empty();
        return false;
    });
    return in_a_button ? std::string() : joined(texts, ", ");
}

/// What stands on the screen outside its buttons, headings first.
Lines lines_of(const Node& tree, const Words& words, SpellCode spell_code)
{
    Lines headings;
    Lines lines;
    walk(tree, [&](const Node& node) {
        if (can_be_pressed(node)) return false;
        if (node.role == Role::listitem) {
            lines.push_back(line_of_item(node, words));
            return false;
        }
        if (node.role == Role::list && !items_of(node).empty()) lines.push_back(words.text("voice.list", {{"count", items_of(node).size()}}));
        const bool code = node.role == Role::status && is_code(node.label);
        (node.role == Role::heading ? headings : lines).push_back(code ? spell_code(node.label, words) : label_of(node, words));
        return true;
    });
    headings.insert(headings.end(), lines.begin(), lines.end());
    headings.erase(std::remove(headings.begin(), headings.end(), ""), headings.end());
    return headings;
}

}  // namespace

std::string spoken(const Node& tree, const std::string& id, const Words& words)
{
    const auto path = id.empty() ? std::vector<const Node*>{} : path_to(tree, id);
    if (path.empty()) return {};
    const Node& node = *path.back();
    const Node* item = around(path, Role::listitem);

    const std::string name = node.label.empty() ? node.hint : label_of(node, words);
    Lines what{name};
    for (std::string& text : texts_for(node, item, words))
        if (name.find(text) == std::string::npos) what.push_back(std::move(text));
    const bool key = node.label.size() == 1;
    if (can_be_pressed(node) && !key) what.push_back(words.text("voice.button"));
    const bool chosen = node.selected || (item != nullptr && holds_chosen(*item));
    const std::string state = chosen ? words.text("project.chosen") : node.role == Role::toggle ? words.text("voice.not_chosen") : std::string();
    if (state != name) what.push_back(state);

    Lines said{joined(what, ", ")};
    if (const Node* list = around(path, Role::list)) {
        const auto items = items_of(*list);
        const auto at = std::find_if(items.begin(), items.end(), [&](const Node* candidate) { return holds(*candidate, &node); });
        if (at != items.end())
            said.push_back(words.text("voice.position", {{"index", std::to_string(at - items.begin() + 1)}, {"count", std::to_string(items.size())}}));
    }
    if (!node.hint.empty() && !node.label.empty() && node.hint != node.label)
        said.push_back(node.role == Role::toggle && node.selected ? words.text("voice.again", {{"hint", node.hint}}) : node.hint);
    return sentences(std::move(said));
}

std::string spoken_screen(const Node& tree, const Words& words)
{
    Lines lines = lines_of(tree, words, spell);
    lines.push_back(words.text("voice.move", {{"count", ui::focus_order(tree).size()}}));
    return sentences(std::move(lines));
}

std::string spoken_change(const Node& before, const Node& after, const std::string& focused, const Words& words)
{
    Lines said;
    if (std::string now = spoken(after, focused, words); now != spoken(before, focused, words)) said.push_back(std::move(now));
    const Lines known = lines_of(before, words, spell_last);
    for (std::string& line : lines_of(after, words, spell_last))
        if (std::find(known.begin(), known.end(), line) == known.end()) said.push_back(std::move(line));
    return sentences(std::move(said));
}

std::string language_of(const std::string& id, const std::string& otherwise)
{
    for (const std::string_view prefix : {"start.", "language."})
        if (id.rfind(prefix, 0) == 0) return id.substr(prefix.size());
    return otherwise;
}

}  // namespace isoloir::voice
