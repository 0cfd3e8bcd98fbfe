#include "terminal/ui/audit.hpp"

#include "terminal/ui/layout.hpp"

namespace isoloir::ui {
namespace {

constexpr double kTargetMm = 12.7;  // VVSG 2.0 7.2-I
constexpr double kTolerance = 1.0;  // pixel

class Auditor {
public:
    Auditor(const Theme& theme, TextMeasurer& text) : theme_(theme), text_(text) {}

    void judge(const Node& node, Color ground, Color ink)
    {
        if (node.look != Look::none) {
            ground = theme_.dress(node.look).fill;
            ink = theme_.dress(node.look).ink;
        }
        if (node.children.empty() && !node.label.empty()) judge_text(node, ground, ink);
        if (node.focusable) judge_target(node);
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Node& child = node.children[i];
            if (child.rect.x < node.rect.x - kTolerance || child.rect.y < node.rect.y - kTolerance || child.rect.right() > node.rect.right() + kTolerance ||
                child.rect.bottom() > node.rect.bottom() + kTolerance)
                fault(child, "stands out of its parent");
            judge(child, ground, ink);
        }
    }

    std::vector<std::string> faults;

private:
    static std::string name(const Node& node) { return node.id.empty() ? "\"" + node.label + "\"" : "#" + node.id; }
    void fault(const Node& node, const std::string& what) { faults.push_back(name(node) + " " + what); }

    void judge_text(const Node& node, Color ground, Color ink)
    {
        const Rect box = content_of(node, text_.metrics(), text_).text;
        const Measured measured = text_.measure(node, box.width);
        if (measured.size.width > box.width + kTolerance || measured.size.height > box.height + kTolerance)
            fault(node, "is cut: its text needs " + std::to_string(static_cast<int>(measured.size.width)) + "x" +
                            std::to_string(static_cast<int>(measured.size.height)) + " pixels of " + std::to_string(static_cast<int>(box.width)) + "x" +
                            std::to_string(static_cast<int>(box.height)));
        if (measured.unknown_glyphs) fault(node, "has characters that the font lacks");
        const double least = theme_.name == "soft" ? 4.5 : 10.0;
        if (contrast(ground, ink) < least) fault(node, "has too little contrast");
    }

    void judge_target(const Node& node)
    {
        const double least = text_.metrics().px(kTargetMm) - kTolerance;
        if (node.rect.width < least || node.rect.height < least) fault(node, "is too small to touch");
    }

    const Theme& theme_;
    TextMeasurer& text_;
};

}  // namespace

std::vector<std::string> audit(const Node& root, const Theme& theme, TextMeasurer& text)
{
    Auditor auditor(theme, text);
    auditor.judge(root, theme.canvas, theme.ink);
    return auditor.faults;
}

}  // namespace isoloir::ui
