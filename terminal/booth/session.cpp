#include "terminal/booth/session.hpp"

#include <algorithm>

#include "shared/crypto/secret.hpp"

namespace isoloir::booth {
namespace {

auto find_mark(const std::vector<election::Mark>& marks, std::size_t candidate)
{
    return std::find_if(marks.begin(), marks.end(), [&](const election::Mark& mark) { return mark.project == candidate; });
}

std::vector<std::string> each_once(const election::Definition& definition, std::string election::Project::*word)
{
    std::vector<std::string> words;
    for (const auto& project : definition.projects)
        if (!(project.*word).empty() && std::find(words.begin(), words.end(), project.*word) == words.end()) words.push_back(project.*word);
    return words;
}

}  // namespace

Session::~Session()
{
    forget_vote();
    forget_sealed();
}

Session& Session::operator=(Session&& other)
{
    forget_vote();
    forget_sealed();
    language = std::move(other.language);
    comfort = other.comfort;
    identifier = other.identifier;
    typed = std::move(other.typed);
    chosen = std::move(other.chosen);
    browsing = std::move(other.browsing);
    project = other.project;
    tracker = std::move(other.tracker);
    challenge = std::move(other.challenge);
    return *this;
}

void Session::forget_vote()
{
    crypto::wipe(typed);
    chosen.resize(chosen.capacity());  // what was chosen and taken back again lies behind the end
    crypto::wipe({reinterpret_cast<std::uint8_t*>(chosen.data()), chosen.size() * sizeof(election::Mark)});
    chosen.clear();
    crypto::wipe(browsing.search);  // what was looked for says what was liked
    browsing = {};
    project = 0;
}

void Session::forget_sealed()
{
    crypto::wipe(tracker);
    crypto::wipe(challenge);
}

std::uint32_t Session::points_of(std::size_t candidate) const
{
    const auto mark = find_mark(chosen, candidate);
    return mark == chosen.end() ? 0 : mark->points;
}

std::size_t Session::rank_of(std::size_t candidate) const
{
    const auto mark = find_mark(chosen, candidate);
    return mark == chosen.end() ? 0 : static_cast<std::size_t>(mark - chosen.begin()) + 1;
}

std::uint32_t Session::points() const
{
    std::uint32_t sum = 0;
    for (const auto& mark : chosen) sum += mark.points;
    return sum;
}

Money Session::cost(const election::Definition& definition) const
{
    Money sum;
    for (const auto& mark : chosen) sum += definition.projects[mark.project].cost;
    return sum;
}

Money Session::left(const election::Definition& definition) const
{
    return definition.ballot.max_cost.value_or(definition.envelope) - cost(definition);
}

bool Session::has_room_for(const election::Definition& definition, std::size_t candidate) const
{
    const auto& rules = definition.ballot;
    const std::uint32_t given = points_of(candidate);
    if (rules.kind == election::BallotKind::points && (given >= rules.max_points || points() >= rules.max_sum_points)) return false;
    if (given > 0) return rules.kind == election::BallotKind::points;
    if (chosen.size() >= rules.max_projects) return false;
    return !rules.max_cost || definition.projects[candidate].cost <= left(definition);
}

std::vector<std::string> themes_of(const election::Definition& definition)
{
    return each_once(definition, &election::Project::theme);
}

std::vector<std::string> places_of(const election::Definition& definition)
{
    return each_once(definition, &election::Project::place);
}

}  // namespace isoloir::booth
