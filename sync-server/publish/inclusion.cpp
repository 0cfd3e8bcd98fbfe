#include "sync-server/publish/inclusion.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"

namespace isoloir::publish {

std::string inclusion_json(std::uint64_t leaf, std::string_view record, const log::Proof& proof, std::uint64_t size, std::string_view checkpoint)
{
    nlohmann::ordered_json json = {{"leaf", leaf}, {"size", size}, {"record", record}, {"proof", nlohmann::ordered_json::array()}};
    for (const auto& hash : proof) json["proof"].push_back(to_base64url(hash));
    json["checkpoint"] = checkpoint;
    return json.dump() + "\n";
}

}  // namespace isoloir::publish
