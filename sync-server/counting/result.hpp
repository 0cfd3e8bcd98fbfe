#pragma once
// The signed result: what was counted from which log, and what came out.
//
//   {"election":…,"outcome":{"ranking":[{"project":id,"votes":n,"verdict":"funded","left_before":cents},…],"winners":[id,…],
//    "spent":cents,"ballots":n,"invalid":n},"report":{…},"checkpoint":note}
//
// "votes" is what projects are ranked by, points where the ballots are of points or rankings.

#include <nlohmann/json.hpp>

#include "shared/count/outcome.hpp"
#include "shared/election/election.hpp"
#include "sync-server/intake/report.hpp"

namespace isoloir::counting {

struct SignedResult {
    count::Outcome outcome;
    intake::Report report;
    std::string checkpoint;
};

std::string sign_result(const SignedResult& result, const election::Package& package, const crypto::Signer& authority);
/// @error forged, malformed
Result<SignedResult> open_result(std::string_view jws, const election::Package& package);

/// {"accepted":n,"duplicates":n,"refused":n,"spoilt":n,"by_reason":{…},"by_channel":[…]}
nlohmann::ordered_json report_json(const intake::Report& report);
const char* name_of(count::Verdict verdict);

}  // namespace isoloir::counting
