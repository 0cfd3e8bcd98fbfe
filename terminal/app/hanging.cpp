#include "terminal/app/hanging.hpp"

#include "terminal/ui/layout.hpp"

namespace isoloir::app {

Status Hanging::write(ui::Node tree, const ui::Painter& painter, const std::filesystem::path& file) const
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error) return fail(Errc::io, error.message(), file.parent_path().string());
    ui::layout(tree, {static_cast<double>(width), static_cast<double>(height)}, painter.text);
    ui::Surface surface(width, height);
    ui::paint(tree, painter, surface);
    return surface.write_png(file);
}

}  // namespace isoloir::app
