#include "terminal/booth/stepper.hpp"

#include "shared/crypto/secret.hpp"

namespace isoloir::booth {

void Stepper::on(const ShowPage& turn)
{
    constexpr std::size_t kMostPages = 10'000;  // of the longest text in the largest letters
    if (turn.page >= kMostPages) return;
    if (on_screen(Screen::projects)) state_.session.browsing.page = turn.page;
    if (on_screen(Screen::filter) || on_screen(Screen::review) || on_screen(Screen::project)) state_.session.browsing.list_page = turn.page;
}

void Stepper::on(const OpenFilter&)
{
    if (on_screen(Screen::projects)) show(Screen::filter);
}

void Stepper::on(const OpenSearch&)
{
    if (on_screen(Screen::projects)) show(Screen::search);
}

void Stepper::on(const ChooseFacet& choice)
{
    if (!on_screen(Screen::filter)) return;
    state_.session.browsing.facet = choice.facet;
    state_.session.browsing.list_page = 0;
}

void Stepper::on(const ChooseOrder& choice)
{
    if (!on_screen(Screen::filter)) return;
    state_.session.browsing.order = choice.order;
    state_.session.browsing.page = 0;
}

void Stepper::on(const ChooseTheme& choice)
{
    if (!on_screen(Screen::filter) || (choice.theme && *choice.theme >= themes_of(definition_).size())) return;
    state_.session.browsing.theme = choice.theme;
    state_.session.browsing.page = 0;
}

void Stepper::on(const ChoosePlace& choice)
{
    if (!on_screen(Screen::filter) || (choice.place && *choice.place >= places_of(definition_).size())) return;
    state_.session.browsing.place = choice.place;
    state_.session.browsing.page = 0;
}

void Stepper::on(const ShowAll&)
{
    auto& browsing = state_.session.browsing;
    if (!on_screen(Screen::projects) && !on_screen(Screen::filter) && !on_screen(Screen::search)) return;
    crypto::wipe(browsing.search);
    browsing.theme.reset();
    browsing.place.reset();
    browsing.page = 0;
}

void Stepper::on(const LookAt& look)
{
    if (!is_a_project(look.project) || !(on_screen(Screen::projects) || on_screen(Screen::review))) return;
    state_.session.project = look.project;
    state_.before = state_.screen;
    show(Screen::project);
}

}  // namespace isoloir::booth
