#include "terminal/booth/session.hpp"

#include <algorithm>

#include "shared/crypto/secret.hpp"

namespace isoloir::booth {

Session::~Session()
{
    forget_vote();
    crypto::wipe(tracker);
}

Session& Session::operator=(Session&& other)
{
    forget_vote();
    crypto::wipe(tracker);
    language = std::move(other.language);
    comfort = other.comfort;
    identifier = other.identifier;
    typed = std::move(other.typed);
    chosen = std::move(other.chosen);
    page = other.page;
    project = other.project;
    tracker = std::move(other.tracker);
    return *this;
}

void Session::forget_vote()
{
    crypto::wipe(typed);
    chosen.resize(chosen.capacity());  // what was chosen and taken back again lies behind the end
    crypto::wipe({reinterpret_cast<std::uint8_t*>(chosen.data()), chosen.size() * sizeof(std::size_t)});
    chosen.clear();
    page = 0;
    project = 0;
}

bool Session::has_chosen(std::size_t candidate) const
{
    return std::find(chosen.begin(), chosen.end(), candidate) != chosen.end();
}

Money Session::cost(const election::Definition& definition) const
{
    Money sum;
    for (const std::size_t index : chosen) sum += definition.projects[index].cost;
    return sum;
}

Money Session::left(const election::Definition& definition) const
{
    return definition.ballot.max_cost.value_or(definition.envelope) - cost(definition);
}

bool Session::has_room_for(const election::Definition& definition, std::size_t candidate) const
{
    if (chosen.size() >= definition.ballot.max_projects) return false;
    return !definition.ballot.max_cost || definition.projects[candidate].cost <= left(definition);
}

}  // namespace isoloir::booth
