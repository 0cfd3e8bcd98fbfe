#include "terminal/ui/text.hpp"

#include <array>
#include <cmath>
#include <unordered_map>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace isoloir::ui {
namespace {

// Atkinson Hyperlegible Next: height of a capital in em, from its OS/2 table.
constexpr double kCapitalEm = 0.668;
constexpr std::array<int, 8> kWeights = {400, 500, 600, 700, 800, 800, 800, 800};

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

}  // namespace

struct TextEngine::Pango {
    FcConfig* config{nullptr};
    std::unique_ptr<PangoFontMap, Unref> map;
    std::unique_ptr<PangoContext, Unref> context;
    std::unique_ptr<PangoLayout, Unref> layout;
    std::string family;
    std::unordered_map<std::string, Measured> measured;  // by text, style and width: a screen is measured many times

    ~Pango()
    {
        layout.reset();
        context.reset();
        map.reset();
        if (config != nullptr) FcConfigDestroy(config);
    }
};

TextEngine::TextEngine(std::unique_ptr<Pango> pango) : pango_(std::move(pango)) {}
TextEngine::~TextEngine() = default;

Result<std::unique_ptr<TextEngine>> TextEngine::create(const std::filesystem::path& fonts)
{
    auto pango = std::make_unique<Pango>();
    pango->config = FcConfigCreate();
    std::error_code error;
    bool atkinson = false;
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(fonts, error)) {
        if (FcConfigAppFontAddFile(pango->config, reinterpret_cast<const FcChar8*>(entry.path().c_str())) == FcTrue) ++count;
        if (entry.path().filename().string().rfind("Atkinson", 0) == 0) atkinson = true;
    }
    if (count == 0) return fail(Errc::not_found, "no fonts are there; run `./isoloir setup`", fonts.string());
    pango->family = atkinson ? "Atkinson Hyperlegible Next, Inter" : "Inter";

    pango->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(pango->map.get()), pango->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(pango->map.get()), 72);
    pango->context.reset(pango_font_map_create_context(pango->map.get()));
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango->context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(pango->context.get(), FALSE);
    pango->layout.reset(pango_layout_new(pango->context.get()));
    return std::unique_ptr<TextEngine>(new TextEngine(std::move(pango)));
}

void TextEngine::use(const Metrics& metrics)
{
    metrics_ = metrics;
    pango_->measured.clear();
}

void TextEngine::prepare(const Node& node, double width)
{
    PangoLayout* layout = pango_->layout.get();
    PangoFontDescription* font = pango_font_description_new();
    // The zero of Atkinson bears a slash, which reads as an 8 in amounts: figures of money are set in Inter.
    const bool money = node.style == Style::amount || node.style == Style::price;
    pango_font_description_set_family(font, money ? "Inter, Atkinson Hyperlegible Next" : pango_->family.c_str());
    pango_font_description_set_weight(font, static_cast<PangoWeight>(kWeights[static_cast<std::size_t>(node.style)]));
    pango_font_description_set_absolute_size(font, metrics_.capital_px(node.style) / (money ? 0.727 : kCapitalEm) * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_line_spacing(layout, 1.12F);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, width > 0 ? static_cast<int>(std::ceil(width * PANGO_SCALE)) : -1);
    pango_layout_set_alignment(layout, node.justify == Align::center ? PANGO_ALIGN_CENTER : node.justify == Align::end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_attributes(layout, nullptr);
    if (node.markup) pango_layout_set_markup(layout, node.label.data(), static_cast<int>(node.label.size()));
    else pango_layout_set_text(layout, node.label.data(), static_cast<int>(node.label.size()));
}

Measured TextEngine::measure(const Node& node, double width)
{
    const std::string key = std::to_string(static_cast<int>(node.style)) + "/" + std::to_string(static_cast<int>(width * 4)) + "/" + node.label;
    if (const auto known = pango_->measured.find(key); known != pango_->measured.end()) return known->second;
    prepare(node, width);
    PangoRectangle logical;
    pango_layout_get_extents(pango_->layout.get(), nullptr, &logical);
    const Measured measured{{static_cast<double>(logical.width) / PANGO_SCALE, static_cast<double>(logical.height) / PANGO_SCALE},
                            pango_layout_get_unknown_glyphs_count(pango_->layout.get()) > 0};
    if (pango_->measured.size() > 20'000) pango_->measured.clear();
    return pango_->measured[key] = measured;
}

void TextEngine::draw(cairo_t* canvas, const Node& node, const Rect& where)
{
    prepare(node, where.width);
    PangoRectangle logical;
    pango_layout_get_extents(pango_->layout.get(), nullptr, &logical);
    const double height = static_cast<double>(logical.height) / PANGO_SCALE;
    cairo_move_to(canvas, where.x, where.y + (where.height - height) / 2);
    pango_cairo_show_layout(canvas, pango_->layout.get());
}

}  // namespace isoloir::ui
