#pragma once
// The signed result: what was counted from which log, and what came out.
//
//   {"election":…,"outcome":verify::outcome_json,
//    "channels":{"in_halls":{"ballots":n,"invalid":n,"votes":{id:n,…}},"online":{…}},"report":{…},"checkpoint":note,
//    "files":{"counted.json":hash,"ballots.pb":hash,"invalid.json":hash}}
//
// "votes" is what projects are ranked by, points where the ballots are of points or rankings. "channels" is there where halls and
// online were counted apart; together they are the outcome. "files" is there where the count was made into a bundle.

#include <nlohmann/json.hpp>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/counting/rounds.hpp"
#include "sync-server/intake/report.hpp"

namespace isoloir::counting {

/// SHA-256 of those files of a bundle that nobody else signs for.
struct BundleHashes {
    crypto::Digest counted{};
    crypto::Digest ballots{};
    crypto::Digest invalid{};
};

struct SignedResult {
    count::Outcome outcome;
    std::optional<ChannelSums> channels;
    intake::Report report;
    std::string checkpoint;
    std::optional<BundleHashes> files{};
};

std::string sign_result(const SignedResult& result, const election::Package& package, const crypto::Signer& authority);
/// @error forged, malformed  also where the channels do not add up to the outcome
Result<SignedResult> open_result(std::string_view jws, const election::Package& package);

/// {"accepted":n,"duplicates":n,"refused":n,"spoilt":n,"by_reason":{…},"by_channel":[…]}
nlohmann::ordered_json report_json(const intake::Report& report);
/// {"in_halls":{"ballots":n,"invalid":n,"votes":{…}},"online":{…}}, projects in the package's order.
nlohmann::ordered_json channels_json(const election::Definition& definition, const ChannelSums& channels);

}  // namespace isoloir::counting
