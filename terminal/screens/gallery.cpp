#include "terminal/screens/gallery.hpp"

#include <algorithm>
#include <numeric>

#include "terminal/booth/step.hpp"

namespace isoloir::screens {

using booth::Screen;
using booth::State;

std::vector<Exhibit> gallery(const election::Definition& definition, const std::string& language)
{
    std::vector<Exhibit> exhibits;
    const auto show = [&](const std::string& name, Screen screen, const auto& dress) {
        State state = booth::at_rest(definition);
        state.session.language = language;
        state.screen = screen;
        dress(state);
        exhibits.push_back({name, std::move(state)});
    };
    const auto plain = [](State&) {};
    // A choice as voters make it: from the top, as long as there is room.
    const auto choose = [&](State& state) {
        for (std::size_t i = 0; i < definition.projects.size() && state.session.chosen.size() < 4; ++i)
            if (state.session.has_room_for(definition, i)) state.session.chosen.push_back(i);
    };
    // Chosen from the dearest down until the one that is wanted no longer fits.
    const auto overfill = [&](State& state) {
        std::vector<std::size_t> order(definition.projects.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return definition.projects[a].cost > definition.projects[b].cost; });
        for (const std::size_t index : order) {
            state.session.project = index;
            if (!state.session.has_room_for(definition, index)) return;
            state.session.chosen.push_back(index);
        }
    };

    show("01-attract", Screen::attract, plain);
    show("02-language", Screen::language, plain);
    show("03-identify", Screen::identify, [](State& state) { state.session.typed = "850730"; });
    show("04-identify-code", Screen::identify, [](State& state) {
        state.session.identifier = election::IdentifierKind::voter_code;
        state.session.typed = "K7QD2M";
    });
    show("05-checking", Screen::checking, plain);
    show("06-projects", Screen::projects, plain);
    show("07-projects-chosen", Screen::projects, choose);
    show("08-project", Screen::project, [&](State& state) { state.session.project = definition.projects.size() > 1 ? 1 : 0; });
    show("09-does-not-fit", Screen::does_not_fit, overfill);
    show("10-review", Screen::review, choose);
    show("11-review-empty", Screen::review, plain);
    show("12-confirm-empty", Screen::confirm_empty, plain);
    show("13-confirm", Screen::confirm, choose);
    show("14-casting", Screen::casting, plain);
    show("15-receipt", Screen::receipt, [](State& state) { state.session.tracker = "7K2M-9QDX-04TZ-B8HC"; });
    show("16-still-there", Screen::projects, [](State& state) { state.warned = true; });
    for (const auto refusal :
         {booth::Refusal::number_wrong, booth::Refusal::code_wrong, booth::Refusal::too_young, booth::Refusal::voted_here, booth::Refusal::poll_not_open,
          booth::Refusal::poll_closed, booth::Refusal::not_cast, booth::Refusal::not_on_roll, booth::Refusal::voted_elsewhere, booth::Refusal::voted_online})
        show("17-refused-" + std::to_string(static_cast<int>(refusal)), Screen::refused, [&](State& state) { state.refusal = refusal; });
    show("18-out-of-service", Screen::out_of_service, plain);
    return exhibits;
}

}  // namespace isoloir::screens
