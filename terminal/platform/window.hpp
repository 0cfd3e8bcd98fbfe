#pragma once
// The window, by SDL: the only place that knows it. Events come out as ui::Input, a painted surface goes in.

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "terminal/ui/input.hpp"
#include "terminal/ui/paint.hpp"

namespace isoloir::platform {

/// A window; the whole display, without pointer or screen saver, as in a hall; or memory alone, where no display is.
enum class Display { window, fullscreen, offscreen };

/// Ends the wait for input: something else has to be looked at. From any thread, once a window is open.
void wake();

class Window {
public:
    /// Unseen until the first surface.
    /// @error unavailable  there is no such display
    static Result<Window> open(const std::string& title, int width, int height, Display display);
    Window(Window&&) noexcept;
    ~Window();

    int width() const;
    int height() const;
    /// Pixels a millimetre as the display says, or 4.0 where it does not.
    double px_per_mm() const;

    /// The next input; TimePassed when none came in time.
    ui::Input wait(std::chrono::milliseconds at_most);
    /// Puts these parts of a painted surface, as large as the window, on the glass.
    void show(const ui::Surface& surface, const std::vector<ui::Rect>& where);

private:
    struct Sdl;
    explicit Window(std::unique_ptr<Sdl> sdl);
    std::unique_ptr<Sdl> sdl_;
};

}  // namespace isoloir::platform
