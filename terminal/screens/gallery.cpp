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
        auto& chosen = state.session.chosen;
        for (std::size_t i = 0; i < definition.projects.size() && chosen.size() < 4; ++i)
            if (state.session.has_room_for(definition, i)) chosen.push_back({i, 1});
        if (!chosen.empty() && state.session.has_room_for(definition, chosen.front().project) && state.session.has_chosen(chosen.front().project))
            ++chosen.front().points;
    };
    // Chosen from the dearest down until the one that is wanted no longer fits.
    const auto overfill = [&](State& state) {
        std::vector<std::size_t> order(definition.projects.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return definition.projects[a].cost > definition.projects[b].cost; });
        for (const std::size_t index : order) {
            state.session.project = index;
            if (!state.session.has_room_for(definition, index)) return;
            state.session.chosen.push_back({index, 1});
        }
    };
    const auto seal = [&](State& state) {
        choose(state);
        state.session.tracker = "7K2M-9QDX-04TZ-B8HC";
    };

    show("01-attract", Screen::attract, plain);
    show("02-language", Screen::language, plain);
    show("02-comfort", Screen::language, [](State& state) {
        state.beneath = Screen::projects;
        state.session.comfort.speech = true;
        state.session.comfort.switches = booth::Switches::one;
    });
    show("03-identify", Screen::identify, [](State& state) { state.session.typed = "850730"; });
    show("04-identify-code", Screen::identify, [](State& state) {
        state.session.identifier = election::IdentifierKind::voter_code;
        state.session.typed = "K7QD2M";
    });
    show("05-checking", Screen::checking, plain);
    show("05-take-card", Screen::take_card, plain);
    show("06-how", Screen::how, plain);
    show("07-projects", Screen::projects, plain);
    show("07-projects-chosen", Screen::projects, choose);
    show("07-projects-none", Screen::projects, [](State& state) { state.session.browsing.search = "piscine"; });
    show("07-filter-order", Screen::filter, [](State& state) { state.session.browsing.facet = booth::Facet::order; });
    show("07-filter-theme", Screen::filter, plain);
    show("07-filter-place", Screen::filter, [](State& state) { state.session.browsing.facet = booth::Facet::place; });
    show("07-search", Screen::search, [](State& state) { state.session.browsing.search = "projet"; });
    show("08-project", Screen::project, [&](State& state) { state.session.project = definition.projects.size() > 1 ? 1 : 0; });
    show("08-project-chosen", Screen::project, [&](State& state) { choose(state); });
    show("09-does-not-fit", Screen::does_not_fit, overfill);
    show("10-review", Screen::review, choose);
    show("11-review-empty", Screen::review, plain);
    show("12-confirm-empty", Screen::confirm_empty, plain);
    show("13-confirm", Screen::confirm, seal);
    show("14-casting", Screen::casting, plain);
    show("14-checked", Screen::checked, [&](State& state) {
        seal(state);
        state.session.challenge = std::string(180, 'A');
    });
    show("15-receipt", Screen::receipt, [](State& state) { state.session.tracker = "7K2M-9QDX-04TZ-B8HC"; });
    show("15-receipt-not-printed", Screen::receipt, [](State& state) {
        state.session.tracker = "7K2M-9QDX-04TZ-B8HC";
        state.printing = booth::Printing::failed;
    });
    show("16-still-there", Screen::projects, [](State& state) { state.warned = true; });
    show("16-leaving", Screen::projects, [](State& state) { state.leaving = true; });
    for (int refusal = 0; refusal <= static_cast<int>(booth::Refusal::not_cast); ++refusal) {
        const std::string number = (refusal < 10 ? "0" : "") + std::to_string(refusal);
        show("17-refused-" + number, Screen::refused, [&](State& state) { state.refusal = static_cast<booth::Refusal>(refusal); });
    }
    show("18-out-of-service", Screen::out_of_service, plain);
    return exhibits;
}

}  // namespace isoloir::screens
