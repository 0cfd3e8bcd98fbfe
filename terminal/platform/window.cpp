#include "terminal/platform/window.hpp"

#include <cmath>
#include <optional>

#include <SDL.h>

namespace isoloir::platform {
namespace {

constexpr std::int64_t kMouseFinger = -1;

/// Without these SDL loads an OpenGL renderer in software (24 ms a frame, 110 MB), and every touch counts twice.
void set_hints()
{
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "0");
}

std::optional<ui::Input> key_input(const SDL_KeyboardEvent& event)
{
    if (event.repeat != 0) return std::nullopt;  // a key that is held down asks once
    switch (event.keysym.sym) {
        case SDLK_TAB: return ui::KeyPress{(event.keysym.mod & KMOD_SHIFT) != 0 ? ui::Key::previous : ui::Key::next};
        case SDLK_RIGHT:
        case SDLK_DOWN: return ui::KeyPress{ui::Key::next};
        case SDLK_LEFT:
        case SDLK_UP: return ui::KeyPress{ui::Key::previous};
        case SDLK_RETURN:
        case SDLK_KP_ENTER: return ui::KeyPress{ui::Key::choose};
        case SDLK_SPACE: return ui::KeyPress{ui::Key::space};
        case SDLK_ESCAPE: return ui::KeyPress{ui::Key::back};
        case SDLK_BACKSPACE: return ui::KeyPress{ui::Key::erase};
        case SDLK_F1: return ui::KeyPress{ui::Key::help};
        case SDLK_F2: return ui::KeyPress{ui::Key::repeat};
        case SDLK_F3: return ui::KeyPress{ui::Key::speech};
        case SDLK_F4: return ui::KeyPress{ui::Key::blank};
        case SDLK_F5: return ui::KeyPress{ui::Key::quieter};
        case SDLK_F6: return ui::KeyPress{ui::Key::louder};
        case SDLK_F7: return ui::KeyPress{ui::Key::slower};
        case SDLK_F8: return ui::KeyPress{ui::Key::faster};
        default: return std::nullopt;
    }
}

SDL_Rect whole_pixels(const ui::Rect& rect)
{
    const double left = std::floor(rect.x);
    const double top = std::floor(rect.y);
    return {static_cast<int>(left), static_cast<int>(top), static_cast<int>(std::ceil(rect.right()) - left), static_cast<int>(std::ceil(rect.bottom()) - top)};
}

}  // namespace

void wake()
{
    SDL_Event event{};
    event.type = SDL_USEREVENT;
    SDL_PushEvent(&event);
}

struct Window::Sdl {
    SDL_Window* window{nullptr};

    ~Sdl()
    {
        SDL_DestroyWindow(window);
        SDL_Quit();
    }

    std::optional<ui::Input> translate(const SDL_Event& event) const
    {
        int width = 0;
        int height = 0;
        SDL_GetWindowSize(window, &width, &height);
        const auto finger = [&](const auto make) {
            return make(event.tfinger.x * static_cast<float>(width), event.tfinger.y * static_cast<float>(height), event.tfinger.fingerId);
        };
        switch (event.type) {
            case SDL_QUIT: return ui::Quit{};
            case SDL_FINGERDOWN: return finger([](double x, double y, std::int64_t id) -> ui::Input { return ui::Press{x, y, id}; });
            case SDL_FINGERMOTION: return finger([](double x, double y, std::int64_t id) -> ui::Input { return ui::Move{x, y, id}; });
            case SDL_FINGERUP: return finger([](double x, double y, std::int64_t id) -> ui::Input { return ui::Release{x, y, id}; });
            case SDL_MOUSEBUTTONDOWN: return ui::Press{static_cast<double>(event.button.x), static_cast<double>(event.button.y), kMouseFinger};
            case SDL_MOUSEBUTTONUP: return ui::Release{static_cast<double>(event.button.x), static_cast<double>(event.button.y), kMouseFinger};
            case SDL_KEYDOWN: return key_input(event.key);
            case SDL_TEXTINPUT: {
                // The space bar is a key already.
                const std::string text = event.text.text;
                if (!text.empty() && static_cast<unsigned char>(text[0]) > ' ') return ui::Typed{text};
                return std::nullopt;
            }
            case SDL_WINDOWEVENT:
                if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED || event.window.event == SDL_WINDOWEVENT_EXPOSED) return ui::Resize{width, height};
                return std::nullopt;
            default: return std::nullopt;
        }
    }
};

Window::Window(std::unique_ptr<Sdl> sdl) : sdl_(std::move(sdl)) {}
Window::Window(Window&&) noexcept = default;
Window::~Window() = default;

Result<Window> Window::open(const std::string& title, int width, int height, Display display)
{
    set_hints();
    if (display == Display::offscreen) SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    const auto failed = [] { return fail(Errc::unavailable, std::string("no window can be opened here: ") + SDL_GetError()); };
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return failed();
    auto sdl = std::make_unique<Sdl>();
    // SDL falls back on memory unasked: a booth that nobody can see would seem to run.
    if (SDL_GetHint(SDL_HINT_VIDEODRIVER) == nullptr && std::string_view(SDL_GetCurrentVideoDriver()) == "offscreen")
        return fail(Errc::unavailable, "there is no display here; --offscreen runs the booth without one");
    const bool fullscreen = display == Display::fullscreen;
    const Uint32 flags = SDL_WINDOW_HIDDEN | (fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP : SDL_WINDOW_RESIZABLE);
    sdl->window = SDL_CreateWindow(title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (sdl->window == nullptr) return failed();
    SDL_SetWindowMinimumSize(sdl->window, 1024, 600);
    SDL_DisableScreenSaver();
    if (fullscreen) SDL_ShowCursor(SDL_DISABLE);
    SDL_StartTextInput();
    return Window(std::move(sdl));
}

int Window::width() const
{
    int width = 0;
    SDL_GetWindowSize(sdl_->window, &width, nullptr);
    return width;
}

int Window::height() const
{
    int height = 0;
    SDL_GetWindowSize(sdl_->window, nullptr, &height);
    return height;
}

double Window::px_per_mm() const
{
    float dpi = 0;
    const bool known = SDL_GetDisplayDPI(SDL_GetWindowDisplayIndex(sdl_->window), nullptr, &dpi, nullptr) == 0;
    const double px = static_cast<double>(dpi) / 25.4;
    return known && px > 2.0 && px < 12.0 ? px : 4.0;
}

ui::Input Window::wait(std::chrono::milliseconds at_most)
{
    SDL_Event event;
    if (SDL_WaitEventTimeout(&event, static_cast<int>(at_most.count())) != 0)
        if (const auto input = sdl_->translate(event)) return *input;
    return ui::TimePassed{};
}

void Window::show(const ui::Surface& surface, const std::vector<ui::Rect>& where)
{
    SDL_ShowWindow(sdl_->window);
    SDL_Surface* glass = SDL_GetWindowSurface(sdl_->window);
    if (glass == nullptr) return;
    const auto* pixels = surface.pixels();
    SDL_Surface* painted =
        SDL_CreateRGBSurfaceWithFormatFrom(const_cast<unsigned char*>(pixels), surface.width(), surface.height(), 32, surface.stride(), SDL_PIXELFORMAT_RGB888);
    std::vector<SDL_Rect> updated;
    for (const ui::Rect& rect : where) {
        SDL_Rect part = whole_pixels(rect);
        if (SDL_BlitSurface(painted, &part, glass, &part) == 0 && !SDL_RectEmpty(&part)) updated.push_back(part);
    }
    SDL_FreeSurface(painted);
    SDL_UpdateWindowSurfaceRects(sdl_->window, updated.data(), static_cast<int>(updated.size()));
}

}  // namespace isoloir::platform
