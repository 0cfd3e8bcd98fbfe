#include "terminal/screens/screen.hpp"

#include <algorithm>

#include "terminal/screens/frame.hpp"
#include "terminal/screens/parts.hpp"

namespace isoloir::screens {

using booth::Screen;

ui::Node screen(const booth::State& state, const Context& context)
{
    const auto& words = context.words;
    if (state.warned) return still_there(context);
    switch (state.screen) {
        case Screen::attract: return attract(state, context);
        case Screen::language: return language(state, context);
        case Screen::identify: return identify(state, context);
        case Screen::checking: return page(header(state, context, "", 0), message("clock", words.text("checking.title"), ""), ui::spacer());
        case Screen::refused: return refused(state, context);
        case Screen::projects: return projects(state, context);
        case Screen::project: return project(state, context);
        case Screen::does_not_fit: return does_not_fit(state, context);
        case Screen::review: return review(state, context);
        case Screen::confirm_empty: return confirm_empty(state, context);
        case Screen::confirm: return confirm(state, context);
        case Screen::casting: return page(header(state, context, "", 0), message("lock", words.text("casting.title"), ""), ui::spacer());
        case Screen::receipt: return receipt(state, context);
        case Screen::out_of_service:
            return page(ui::column({}), message("alert-circle", words.text("service.title"), words.text("service.text")), ui::row({contacts(context)}));
    }
    return {};
}

std::string name_of(const booth::State& state)
{
    if (state.warned) return "still-there";
    switch (state.screen) {
        case Screen::attract: return "attract";
        case Screen::language: return "language";
        case Screen::identify: return "identify";
        case Screen::checking: return "checking";
        case Screen::refused: return "refused";
        case Screen::projects: return "projects";
        case Screen::project: return "project";
        case Screen::does_not_fit: return "does-not-fit";
        case Screen::review: return "review";
        case Screen::confirm_empty: return "confirm-empty";
        case Screen::confirm: return "confirm";
        case Screen::casting: return "casting";
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

double scale_of(booth::TextSize size, double width_mm, double height_mm)
{
    // 270 mm, a 21.5" screen's height, hold the largest text, 200 mm the medium one; the tests walk all screens at both.
    constexpr double kSideOfMedium = 200;
    constexpr double kSideOfLargest = 270;
    const double share = (std::min(width_mm, height_mm) - kSideOfMedium) / (kSideOfLargest - kSideOfMedium);
    const double most = 1 + share * (ui::kTextScales.back() - 1);
    return std::clamp(most, ui::kTextScales.front(), ui::kTextScales[static_cast<std::size_t>(size)]);
}

}  // namespace isoloir::screens
