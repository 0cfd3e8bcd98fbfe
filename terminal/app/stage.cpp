#include "terminal/app/stage.hpp"

#include <algorithm>

namespace isoloir::app {
namespace {

/// Where those pictures stand in a laid-out tree.
void find_pictures(const ui::Node& node, const std::vector<ui::Print>& prints, std::vector<ui::Rect>& places)
{
    if (node.role == ui::Role::image && std::find(prints.begin(), prints.end(), ui::print_of(node)) != prints.end()) places.push_back(node.rect);
    for (const ui::Node& child : node.children) find_pictures(child, prints, places);
}

}  // namespace

void Stage::show(const std::string& name, ui::Node tree, double scale, const ui::Theme& theme, std::chrono::milliseconds now, bool forget)
{
    const double px_per_mm = window_.px_per_mm();
    if (forget || px_per_mm != text_.metrics().px_per_mm || scale != text_.metrics().text_scale) text_.use({px_per_mm, scale});
    theme_ = &theme;
    curtain_.reset();
    view_.show(name, std::move(tree), size(), text_, now);
}

void Stage::cover(ui::Node curtain)
{
    ui::layout(curtain, size(), text_);
    curtain_ = std::move(curtain);
}

void Stage::draw(bool anew)
{
    const ui::Node& shown = curtain_ ? *curtain_ : view_.tree();
    const ui::Emphasis emphasis = curtain_ ? ui::Emphasis{} : ui::Emphasis{view_.focused(), view_.pressed()};
    if (surface_.width() != window_.width() || surface_.height() != window_.height()) {
        surface_ = ui::Surface(window_.width(), window_.height());
        anew = true;
    }
    const auto developed = images_.take_developed();
    const ui::Painter painter{text_, images_, *theme_, emphasis};
    std::vector<ui::Rect> changed{{0, 0, size().width, size().height}};
    if (!anew && theme_ == drawn_theme_) {
        changed = ui::damage(drawn_, drawn_emphasis_, shown, emphasis, text_.metrics());
        if (!developed.empty()) find_pictures(shown, developed, changed);
    }
    for (const ui::Rect& rect : changed) ui::paint(shown, painter, surface_, rect);
    if (!changed.empty()) window_.show(surface_, changed);
    drawn_ = shown;
    drawn_emphasis_ = emphasis;
    drawn_theme_ = theme_;
}

}  // namespace isoloir::app
