#include "sync-server/publish/paper.hpp"

#include <algorithm>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace isoloir::publish {
namespace {

constexpr double kTop = 50;
constexpr double kWidth = kPaperWidth - 2 * kMargin;
constexpr double kColumnGap = 8;
constexpr double kNoteGap = 1;
constexpr double kNoteSize = 7.5;
constexpr int kMostLines = 6;  // of a title or a cell: a text without end must not fill a page

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

struct Column {
    double width;  // without the gap behind it; they add up to kWidth with the gaps
    bool right{false};
};

std::vector<Column> columns_of(Grid grid)
{
    switch (grid) {
        case Grid::whole: break;
        case Grid::halves: return {{(kWidth - 24) / 2}, {(kWidth - 24) / 2}};
        case Grid::facts: return {{152}, {kWidth - 152 - kColumnGap}};
        case Grid::channels: {
            constexpr double number = 58;
            return {{kWidth - 5 * (number + kColumnGap)}, {number, true}, {number, true}, {number, true}, {number, true}, {number, true}};
        }
        case Grid::reasons: return {{kWidth - 58 - kColumnGap}, {58, true}};
        case Grid::ranking: {
            constexpr double rest = kWidth - 26 - 68 - 60 - 38 - 66 - 58 - 6 * kColumnGap;
            return {{26, true}, {rest}, {68}, {60, true}, {38, true}, {66, true}, {58}};
        }
        case Grid::rounds: {
            constexpr double rest = kWidth - 30 - 60 - 104 - 72 - 62 - 5 * kColumnGap;
            return {{30, true}, {rest}, {60, true}, {104, true}, {72, true}, {62, true}};
        }
        case Grid::words: {
            constexpr double word = (kWidth - 26 - 5 * kColumnGap) / 5;
            return {{26, true}, {word}, {word}, {word}, {word}, {word}};
        }
    }
    return {{kWidth}};
}

double gap_of(Grid grid)
{
    return grid == Grid::halves ? 24 : kColumnGap;
}

/// What a look means in points.
struct Face {
    double size;
    bool bold{false};
    double gap{0};    // above the line
    double above{0};  // between its upper edge and its text
    double below{0};
    bool with_next{false};
};

Face face_of(Look look)
{
    switch (look) {
        case Look::kind: return {11};
        case Look::title: return {20, true, 4, 0, 6};
        case Look::section: return {13, true, 20, 0, 4, true};
        case Look::text: return {9, false, 4, 0, 2};
        case Look::fact: return {9.5, false, 3, 0, 1};
        case Look::print: return {8.2, false, 3, 0, 1};
        case Look::blank: return {9.5, false, 8, 12, 8};
        case Look::head: return {8, true, 6, 3, 4, true};
        case Look::row: return {9, false, 0, 3.5, 3.5};
        case Look::sum: return {9, true, 0, 4, 6};
        case Look::line: return {9, true, 0, 7, 7};
        case Look::signature: return {8.5, false, 0, 56, 4};
        case Look::words: return {14, false, 2, 2, 2};
    }
    return {};
}

void rule(cairo_t* canvas, double left, double right, double y, double width, double grey)
{
    cairo_set_source_rgb(canvas, grey, grey, grey);
    cairo_set_line_width(canvas, width);
    cairo_move_to(canvas, left, y);
    cairo_line_to(canvas, right, y);
    cairo_stroke(canvas);
}

}  // namespace

struct Paper::Pango {
    FcConfig* config{nullptr};
    std::unique_ptr<PangoFontMap, Unref> map;
    std::unique_ptr<PangoContext, Unref> context;
    std::unique_ptr<PangoLayout, Unref> layout;

    ~Pango()
    {
        layout.reset();
        context.reset();
        map.reset();
        if (config != nullptr) FcConfigDestroy(config);
    }

    /// The text, wrapped into a column.
    PangoLayout* set(const std::string& text, const Column& column, double size, bool bold, bool signs = false) const
    {
        PangoFontDescription* font = pango_font_description_new();
        // The zero of Atkinson bears a slash: it is no O in a fingerprint, but reads as an 8 in amounts.
        pango_font_description_set_family_static(font, signs ? "Atkinson Hyperlegible Next,Inter,sans-serif" : "Inter,Atkinson Hyperlegible Next,sans-serif");
        // Of Inter the share folder has these two weights alone.
        pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_ULTRABOLD : PANGO_WEIGHT_NORMAL);
        pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
        pango_layout_set_font_description(layout.get(), font);
        pango_font_description_free(font);
        pango_layout_set_width(layout.get(), static_cast<int>(column.width * PANGO_SCALE));
        pango_layout_set_alignment(layout.get(), column.right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
        std::string line = text;
        std::replace(line.begin(), line.end(), '\n', ' ');
        pango_layout_set_text(layout.get(), line.data(), static_cast<int>(line.size()));
        return layout.get();
    }
};

namespace {

/// Whether a cell is read sign by sign.
bool signs_in(const Line& line, std::size_t cell)
{
    return line.look == Look::words || (line.look == Look::print && cell == 1);
}

double height_of(PangoLayout* layout)
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    return static_cast<double>(logical.height) / PANGO_SCALE;
}

}  // namespace

Paper::Paper(std::unique_ptr<Pango> pango) : pango_(std::move(pango)) {}
Paper::~Paper() = default;

Result<std::unique_ptr<Paper>> Paper::create(const std::filesystem::path& fonts, const std::string& language)
{
    auto pango = std::make_unique<Pango>();
    // The system's fonts stand behind ours, for a title in letters that ours do not have.
    pango->config = FcInitLoadConfigAndFonts();
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(fonts, error))
        FcConfigAppFontAddFile(pango->config, reinterpret_cast<const FcChar8*>(entry.path().c_str()));
    const auto count = [&](FcSetName set) {
        const FcFontSet* found = FcConfigGetFonts(pango->config, set);
        return found == nullptr ? 0 : found->nfont;
    };
    if (count(FcSetApplication) + count(FcSetSystem) == 0) return fail(Errc::not_found, "there is no font to write with", fonts.string());

    pango->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango->map.get()), pango->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(pango->map.get()), 72);
    pango->context.reset(pango_font_map_create_context(pango->map.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango->context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(pango->context.get(), FALSE);
    pango_context_set_language(pango->context.get(), pango_language_from_string(language.c_str()));
    pango->layout.reset(pango_layout_new(pango->context.get()));
    pango_layout_set_wrap(pango->layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height(pango->layout.get(), -kMostLines);
    pango_layout_set_ellipsize(pango->layout.get(), PANGO_ELLIPSIZE_END);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(pango->layout.get(), attributes);
    pango_attr_list_unref(attributes);
    return std::unique_ptr<Paper>(new Paper(std::move(pango)));
}

Strip Paper::strip(const Line& line) const
{
    const Face face = face_of(line.look);
    const auto columns = columns_of(line.grid);
    double height = 0;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        double cell = height_of(pango_->set(line.cells[i].text, columns[i], face.size, face.bold, signs_in(line, i)));
        if (!line.cells[i].note.empty()) cell += kNoteGap + height_of(pango_->set(line.cells[i].note, columns[i], kNoteSize, false));
        height = std::max(height, cell);
    }
    return {face.above + height + face.below, face.gap, face.with_next, {}};
}

void Paper::draw(cairo_t* canvas, const Line& line, double top) const
{
    const Face face = face_of(line.look);
    const auto columns = columns_of(line.grid);
    const Strip whole = strip(line);
    const double upper = kTop + top;
    const double lower = upper + whole.height;
    double left = kMargin;
    for (std::size_t i = 0; i < line.cells.size(); ++i) {
        const bool name = i == 0 && (line.look == Look::fact || line.look == Look::print);
        const double right = left + columns[i].width;
        const double grey = name || line.look == Look::kind ? 0.3 : 0;
        cairo_set_source_rgb(canvas, grey, grey, grey);
        PangoLayout* text = pango_->set(line.cells[i].text, columns[i], face.size, face.bold, signs_in(line, i));
        cairo_move_to(canvas, left, upper + face.above);
        pango_cairo_show_layout(canvas, text);
        const double height = height_of(text);
        if (line.look == Look::blank) {
            PangoRectangle logical;
            pango_layout_get_extents(text, nullptr, &logical);
            rule(canvas, left + static_cast<double>(logical.width) / PANGO_SCALE + 5, right, upper + face.above + height - 2, 0.6, 0.3);
        }
        if (line.look == Look::signature) rule(canvas, left, right, upper + face.above - 3, 0.6, 0.3);
        if (!line.cells[i].note.empty()) {
            cairo_set_source_rgb(canvas, 0.3, 0.3, 0.3);
            cairo_move_to(canvas, left, upper + face.above + height + kNoteGap);
            pango_cairo_show_layout(canvas, pango_->set(line.cells[i].note, columns[i], kNoteSize, false));
        }
        left = right + gap_of(line.grid);
    }
    const double end = kMargin + kWidth;
    if (line.look == Look::head) rule(canvas, kMargin, end, lower, 1, 0);
    if (line.look == Look::row) rule(canvas, kMargin, end, lower, 0.4, 0.6);
    if (line.look == Look::sum) rule(canvas, kMargin, end, upper, 0.8, 0);
    if (line.look == Look::line)
        for (const double y : {upper + 1, upper + 3, lower - 3, lower - 1}) rule(canvas, kMargin, end, y, 0.6, 0);
}

void Paper::draw_foot(cairo_t* canvas, const std::string& title, const std::string& number) const
{
    const double y = kPaperHeight - 42;
    rule(canvas, kMargin, kMargin + kWidth, y, 0.4, 0.6);
    cairo_set_source_rgb(canvas, 0.3, 0.3, 0.3);
    pango_layout_set_height(pango_->layout.get(), -1);
    cairo_move_to(canvas, kMargin, y + 6);
    pango_cairo_show_layout(canvas, pango_->set(title, {kWidth - 60}, kNoteSize, false));
    cairo_move_to(canvas, kMargin + kWidth - 50, y + 6);
    pango_cairo_show_layout(canvas, pango_->set(number, {50, true}, kNoteSize, false));
    pango_layout_set_height(pango_->layout.get(), -kMostLines);
}

}  // namespace isoloir::publish
