#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "shared/base/result.hpp"
#include "shared/crypto/sign.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::app {

/// A batch that a terminal sent, as figures and logs have it.
struct BatchSeen {
    crypto::KeyId terminal{};
    std::string hall;
    std::size_t records{0};                          // that were checked
    bool again{false};                               // the same as its last: answered as then
    std::map<store::Reason, std::size_t> reasons{};  // of the fresh records
    std::optional<store::Reason> stopped{};          // why the rest was not looked at
    std::optional<Error> refused{};                  // nothing was taken
    std::chrono::microseconds checked{0};            // signatures and proofs, on all cores
    std::chrono::microseconds written{0};            // until durable
};

}  // namespace isoloir::app
