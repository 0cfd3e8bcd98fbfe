#pragma once
// The window with what stands in it: a tree is laid out, drawn where it differs from the one before, and asked which of
// its nodes an input means.

#include "terminal/platform/window.hpp"
#include "terminal/ui/images.hpp"
#include "terminal/ui/view.hpp"

namespace isoloir::app {

class Stage {
public:
    /// @param text, images  lent; must outlive the stage
    Stage(platform::Window window, ui::TextEngine& text, ui::Images& images) : window_(std::move(window)), text_(text), images_(images) {}

    ui::Input wait(std::chrono::milliseconds at_most) { return window_.wait(at_most); }

    double width_mm() const { return window_.width() / window_.px_per_mm(); }
    double height_mm() const { return window_.height() / window_.px_per_mm(); }

    /// @param name    of the screen: another one begins anew
    /// @param scale   of text
    /// @param theme   lent; must outlive the next show
    /// @param forget  nothing that was measured before is kept: of the last voter's words nothing stays
    void show(const std::string& name, ui::Node tree, double scale, const ui::Theme& theme, std::chrono::milliseconds now, bool forget);
    /// Lays a curtain over it: what is drawn is this instead; keys go on to work beneath.
    void cover(ui::Node curtain);

    /// @return  the id of a node that was activated
    std::optional<std::string> take(const ui::Input& input, std::chrono::milliseconds now) { return view_.take(input, now); }
    const ui::View& view() const { return view_; }

    /// Draws what has changed since it was drawn last; all of it where `anew`.
    void draw(bool anew = false);

private:
    ui::Size size() const { return {static_cast<double>(window_.width()), static_cast<double>(window_.height())}; }

    platform::Window window_;
    ui::TextEngine& text_;
    ui::Images& images_;
    ui::View view_;
    const ui::Theme* theme_{&ui::clear_theme()};
    std::optional<ui::Node> curtain_;
    ui::Surface surface_{1, 1};
    // As it was drawn last.
    ui::Node drawn_;
    ui::Emphasis drawn_emphasis_;
    const ui::Theme* drawn_theme_{nullptr};
};

}  // namespace isoloir::app
