#pragma once
// Text by Pango and Cairo with a private font configuration: only our fonts are seen, hints and hinted metrics are off,
// so that every machine lays a screen out alike.

#include <filesystem>
#include <memory>
#include <string>

#include "shared/base/result.hpp"
#include "terminal/ui/theme.hpp"

typedef struct _cairo cairo_t;
typedef struct _PangoLayout PangoLayout;

namespace isoloir::ui {

struct Size {
    double width{0}, height{0};
};

struct Measured {
    Size size;
    bool unknown_glyphs{false};
};

/// What layout needs of text.
class TextMeasurer {
public:
    virtual ~TextMeasurer() = default;
    /// @param width  pixels to wrap at; 0: one line as long as it gets
    virtual Measured measure(const Node& node, double width) = 0;
    virtual const Metrics& metrics() const = 0;
};

class TextEngine final : public TextMeasurer {
public:
    /// @param fonts  folder with the TrueType files
    /// @error not_found  there is no font in it
    static Result<std::unique_ptr<TextEngine>> create(const std::filesystem::path& fonts);
    ~TextEngine() override;

    /// Forgets whatever text was measured before.
    void use(const Metrics& metrics);
    const Metrics& metrics() const override { return metrics_; }
    Measured measure(const Node& node, double width) override;
    /// Draws into the rectangle, vertically centred, in the current colour.
    void draw(cairo_t* canvas, const Node& node, const Rect& where);

private:
    struct Pango;
    explicit TextEngine(std::unique_ptr<Pango> pango);
    void prepare(const Node& node, double width);

    std::unique_ptr<Pango> pango_;
    Metrics metrics_;
};

}  // namespace isoloir::ui
