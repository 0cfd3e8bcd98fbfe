#pragma once
// Icons, illustrations and project pictures, rendered once for each size and kept.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/result.hpp"

typedef struct _cairo_surface cairo_surface_t;

namespace isoloir::ui {

/// A decoded picture: rows of 4 bytes, red green blue alpha.
struct Picture {
    int width{0};
    int height{0};
    std::vector<std::uint8_t> rgba;
};

constexpr std::size_t kMaxPixels = 40'000'000;

class Images {
public:
    /// Finds and decodes a picture by its key; nothing when there is none or it is broken.
    using Loader = std::function<std::optional<Picture>(const std::string& key)>;

    /// @param share  folder with icons/ and illustrations/ (with themes.txt, which gives each drawing its words)
    Images(std::filesystem::path share, Loader loader);
    ~Images();

    /// An icon as an alpha mask of `side` pixels; null when there is no such icon.
    cairo_surface_t* icon(const std::string& name, int side);
    /// A project's picture filling width × height, cropped around a point below its centre; an illustration of the theme where there is none.
    cairo_surface_t* picture(const std::string& key, const std::string& theme, int width, int height);
    /// The drawing that stands for a theme, which is the election's own word in its own language.
    std::filesystem::path illustration(const std::string& theme) const;

private:
    struct Destroy {
        void operator()(cairo_surface_t* surface) const;
    };
    using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
    Surface render_svg(const std::filesystem::path& file, int width, int height, bool cover) const;
    Surface scaled(const Picture& picture, int width, int height) const;

    struct Drawing {
        std::string name;
        std::vector<std::string> words;
    };

    std::filesystem::path share_;
    Loader loader_;
    std::vector<Drawing> drawings_;
    std::map<std::string, Surface> kept_;
};

}  // namespace isoloir::ui
