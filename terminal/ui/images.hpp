#pragma once
// Icons, illustrations and project pictures, rendered once for each size and kept while there is room.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.hpp"
#include "terminal/ui/darkroom.hpp"

namespace isoloir::ui {

/// A decoded picture: rows of 4 bytes, red green blue alpha.
struct Picture {
    int width{0};
    int height{0};
    std::vector<std::uint8_t> rgba;
};

class Images {
public:
    /// Finds and decodes a picture by its key; nothing when there is none or it is broken.
    using Loader = std::function<std::optional<Picture>(const std::string& key)>;

    /// @param share  folder with icons/ and illustrations/ (with themes.txt, which gives each drawing its words)
    Images(std::filesystem::path share, Loader loader);

    /// From now on pictures are made on a thread of their own, and what draws is not kept waiting.
    /// @param ready  called on that thread when one can be drawn
    void develop_aside(std::function<void()> ready);
    /// What came from there since the last call: it can be drawn now.
    std::vector<Print> take_developed();

    /// An icon as an alpha mask of `side` pixels; null when there is no such icon.
    cairo_surface_t* icon(const std::string& name, int side);
    /// A project's picture filling the print, cropped around a point below its centre; an illustration of the theme where
    /// there is none. Null when it cannot be made, or not yet: it is being made then.
    cairo_surface_t* picture(const Print& print);
    /// The drawing that stands for a theme, which is the election's own word in its own language.
    std::filesystem::path illustration(const std::string& theme) const;

private:
    struct Kept {
        SurfaceHandle surface;
        std::uint64_t used{0};  // when, counted in uses
    };
    SurfaceHandle made(const Print& print) const;
    Kept& keep(const Print& print, SurfaceHandle surface);

    struct Drawing {
        std::string name;
        std::vector<std::string> words;
    };

    std::filesystem::path share_;
    Loader loader_;
    std::vector<Drawing> drawings_;
    std::map<std::pair<std::string, int>, SurfaceHandle> icons_;
    std::map<Print, Kept> kept_;
    std::size_t kept_bytes_{0};
    std::uint64_t uses_{0};
    std::optional<Darkroom> darkroom_;  // goes first
};

}  // namespace isoloir::ui
