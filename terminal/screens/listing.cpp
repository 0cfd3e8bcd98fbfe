#include "terminal/screens/listing.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>

namespace isoloir::screens {
namespace {

using locales::Catalogue;

std::vector<std::string> words_of(const std::string& search)
{
    std::istringstream in(Catalogue::folded(search));
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

bool holds(const election::Project& project, const std::vector<std::string>& words, const std::string& language)
{
    if (words.empty()) return true;
    const std::string all = Catalogue::folded(project.title.in(language) + '\n' + project.description.in(language) + '\n' + project.place + '\n' +
                                              project.theme + '\n' + project.proposer);
    return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

}  // namespace

std::vector<std::size_t> listed(const booth::State& state, const election::Definition& definition)
{
    const auto& browsing = state.session.browsing;
    const auto& projects = definition.projects;
    std::vector<std::size_t> order = browsing.shuffle;
    if (order.size() != projects.size()) {
        order.resize(projects.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
    }
    if (browsing.order == booth::Order::by_cost)
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return projects[a].cost < projects[b].cost; });
    if (browsing.order == booth::Order::by_place) {
        std::vector<std::string> names;
        for (const auto& project : projects) names.push_back(Catalogue::folded(project.place));
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    }

    const auto themes = booth::themes_of(definition);
    const auto places = booth::places_of(definition);
    const auto words = words_of(browsing.search);
    std::vector<std::size_t> shown;
    for (const std::size_t index : order) {
        const auto& project = projects[index];
        if (browsing.theme && project.theme != themes[*browsing.theme]) continue;
        if (browsing.place && project.place != places[*browsing.place]) continue;
        if (holds(project, words, state.session.language)) shown.push_back(index);
    }
    return shown;
}

}  // namespace isoloir::screens
