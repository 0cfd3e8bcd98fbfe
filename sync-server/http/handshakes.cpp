#include "sync-server/http/handshakes.hpp"

#include <algorithm>

namespace isoloir::http {

Handshakes::UnderWay::UnderWay(Handshakes& all, const std::string& network, Open& connection)
    : networks_(all.networks_), network_(networks_.try_emplace(network).first), place_(network_->second.insert(network_->second.end(), &connection))
{
}

Handshakes::UnderWay::~UnderWay()
{
    network_->second.erase(place_);
    if (network_->second.empty()) networks_.erase(network_);
}

Open* Handshakes::who_gives_way(std::string_view newcomer, std::size_t share) const
{
    const auto own = networks_.find(newcomer);
    if (own != networks_.end() && own->second.size() >= share) return nullptr;
    const auto fewer = [](const auto& one, const auto& other) { return one.second.size() < other.second.size(); };
    const auto most = std::max_element(networks_.begin(), networks_.end(), fewer);
    return most != networks_.end() && most->second.size() > share ? most->second.front() : nullptr;
}

}  // namespace isoloir::http
