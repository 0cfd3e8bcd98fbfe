#pragma once
// Online votes as a platform posts them, some at a time, and what it is told of each (openapi.hpp describes both):
//
//   post    {"votes":[{"voter_id" or "voter_tag": text, "projects":[id,…], "points":[n,…]?},…]}
//   answer  {"votes":[{"status":"accepted","tracker":"7K2M-…"} | {"status":"duplicate"} | {"status":"refused","reason":…,"error":…},…],
//            "accepted":n,"duplicate":n,"refused":n}

#include <string>
#include <string_view>
#include <vector>

#include "shared/ballot/sealed_ballot.hpp"
#include "shared/base/result.hpp"
#include "sync-server/online/line.hpp"
#include "sync-server/store/reason.hpp"

namespace isoloir::online {

constexpr std::size_t kMaxPostBytes = 1024 * 1024;
constexpr std::size_t kMaxPostVotes = 1000;

/// @return  a line for each vote, numbered from 1
/// @error malformed  with the place of what does not read: nothing of it is taken
Result<std::vector<OnlineLine>> read_post(std::string_view body);

/// What became of one posted vote.
struct Fate {
    store::Reason reason{};
    std::string error{};             // why it never became a record
    ballot::TrackerBytes tracker{};  // of an accepted one
};

/// Never says who voted; of an accepted vote it gives the tracker, which is the voter's receipt.
std::string write_answer(const std::vector<Fate>& fates);

}  // namespace isoloir::online
