#pragma once
// Pictures are decoded and scaled on a thread of their own, so that no finger waits for them.

#include <compare>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

typedef struct _cairo_surface cairo_surface_t;

namespace isoloir::ui {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const;
};
using SurfaceHandle = std::unique_ptr<cairo_surface_t, DestroySurface>;

/// A picture as it is wanted: whose, and how large in pixels.
struct Print {
    std::string key;  // of a project's picture; the illustration of `theme` where there is none
    std::string theme;
    int width{0};
    int height{0};
    auto operator<=>(const Print&) const = default;
};

class Darkroom {
public:
    using Developed = std::pair<Print, SurfaceHandle>;  // null where it could not be made

    /// @param make   makes one; called on the thread of its own
    /// @param ready  called there after each
    Darkroom(std::function<SurfaceHandle(const Print&)> make, std::function<void()> ready);

    /// The one that was asked for last comes first; to ask again does no harm.
    void want(const Print& print);
    /// What has been made since the last call.
    std::vector<Developed> take();

private:
    void work(const std::stop_token& stop);

    std::function<SurfaceHandle(const Print&)> make_;
    std::function<void()> ready_;
    std::mutex mutex_;
    std::condition_variable_any wanted_more_;
    std::vector<Print> wanted_;  // the last first
    Print in_hand_;
    std::vector<Developed> developed_;
    std::jthread thread_;  // goes first
};

}  // namespace isoloir::ui
