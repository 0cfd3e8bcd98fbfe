#pragma once
// Lines of the minutes on A4, measured and drawn by Pango and Cairo. All lengths are points, 72 to the inch.

#include <filesystem>
#include <memory>
#include <string>

#include "sync-server/publish/minutes_content.hpp"
#include "sync-server/publish/pages.hpp"

typedef struct _cairo cairo_t;

namespace isoloir::publish {

inline constexpr double kPaperWidth = 595.28;
inline constexpr double kPaperHeight = 841.89;
inline constexpr double kMargin = 48;
inline constexpr double kPrintHeight = kPaperHeight - 50 - 66;  // the foot lies below

class Paper {
public:
    /// @param fonts  folder with the TrueType files; where it has none, those of the system do
    /// @error not_found  there is no font at all
    static Result<std::unique_ptr<Paper>> create(const std::filesystem::path& fonts, const std::string& language);
    ~Paper();

    /// How high a line is, and what it keeps to; its table's head is not known here.
    Strip strip(const Line& line) const;
    /// @param top  below the upper margin
    void draw(cairo_t* canvas, const Line& line, double top) const;
    void draw_foot(cairo_t* canvas, const std::string& title, const std::string& number) const;

private:
    struct Pango;
    explicit Paper(std::unique_ptr<Pango> pango);
    std::unique_ptr<Pango> pango_;
};

}  // namespace isoloir::publish
