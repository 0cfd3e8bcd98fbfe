#include "terminal/screens/screen.hpp"

#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using booth::Screen;

namespace {

/// A state of a moment: nothing to do but wait.
ui::Node moment(const booth::State& state, const Context& context, const char* icon, const char* key)
{
    return page(state, context, {""}, message(icon, context.words.text(key), ""), {});
}

ui::Node bare_screen(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    if (state.warned) return still_there(context);
    if (state.leaving) return leaving(context);
    switch (state.screen) {
        case Screen::attract: return attract(state, context);
        case Screen::language: return language(state, context);
        case Screen::identify: return identify(state, context);
        case Screen::checking: return moment(state, context, "clock", "checking.title");
        case Screen::take_card: return take_card(state, context);
        case Screen::how: return how(state, context);
        case Screen::refused: return refused(state, context);
        case Screen::projects: return projects(state, context);
        case Screen::filter: return filter(state, context);
        case Screen::search: return search(state, context);
        case Screen::project: return project(state, context);
        case Screen::does_not_fit: return does_not_fit(state, context);
        case Screen::review: return review(state, context);
        case Screen::confirm_empty: return confirm_empty(state, context);
        case Screen::confirm: return confirm(state, context);
        case Screen::sealing:
        case Screen::casting: return moment(state, context, "lock", "casting.title");
        case Screen::checked: return checked(state, context);
        case Screen::receipt: return receipt(state, context);
        case Screen::out_of_service: {
            ui::Node body = message("alert-circle", words.text("service.title"), words.text("service.text"));
            body.children.push_back(contact_line(context));
            return ui::column({std::move(body).growing()}).with_padding(4, 4).with_look(ui::Look::page);
        }
    }
    return {};
}

}  // namespace

ui::Node screen(const booth::State& state, const Context& context)
{
    if (!context.around.practice) return bare_screen(state, context);
    // Over every screen, so that nobody takes an exercise for a vote.
    constexpr double kBandMm = 11;
    ui::Node band =
        ui::text(context.words.text("practice.band"), ui::Style::small).with_look(ui::Look::danger).justified(ui::Align::center).with_height(kBandMm);
    Context below{context.definition, context.words, context.width_mm, context.height_mm - kBandMm, context.text_scale, context.around};
    return ui::column({std::move(band), bare_screen(state, below).growing()}).with_gap(0).with_look(ui::Look::page);
}

std::string name_of(const booth::State& state)
{
    if (state.warned) return "still-there";
    if (state.leaving) return "leaving";
    switch (state.screen) {
        case Screen::attract: return "attract";
        case Screen::language: return "language";
        case Screen::identify: return "identify";
        case Screen::checking: return "checking";
        case Screen::take_card: return "take-card";
        case Screen::how: return "how";
        case Screen::refused: return "refused";
        case Screen::projects: return "projects";
        case Screen::filter: return "filter";
        case Screen::search: return "search";
        case Screen::project: return "project";
        case Screen::does_not_fit: return "does-not-fit";
        case Screen::review: return "review";
        case Screen::confirm_empty: return "confirm-empty";
        case Screen::sealing: return "sealing";
        case Screen::confirm: return "confirm";
        case Screen::casting: return "casting";
        case Screen::checked: return "checked";
        case Screen::receipt: return "receipt";
        case Screen::out_of_service: return "out-of-service";
    }
    return {};
}

const ui::Theme& theme_of(booth::Contrast contrast)
{
    switch (contrast) {
        case booth::Contrast::black: return ui::black_theme();
        case booth::Contrast::white: return ui::white_theme();
        case booth::Contrast::soft: return ui::soft_theme();
        case booth::Contrast::clear: break;
    }
    return ui::clear_theme();
}

double scale_of(const booth::Comfort& comfort, double width_mm, double height_mm)
{
    // 270 mm, a 21.5" screen's height, hold the largest text, 200 mm the medium one; the tests walk all screens at both.
    constexpr double kSideOfMedium = 200;
    constexpr double kSideOfLargest = 270;
    constexpr double kLowShare = 0.85;  // where the controls leave half of the screen
    const double side = std::min(width_mm, height_mm) * (comfort.low_reach ? kLowShare : 1.0);
    const double share = (side - kSideOfMedium) / (kSideOfLargest - kSideOfMedium);
    const double most = 1 + share * (ui::kTextScales.back() - 1);
    return std::clamp(most, ui::kTextScales.front(), ui::kTextScales[static_cast<std::size_t>(comfort.text)]);
}

}  // namespace isoloir::screens
