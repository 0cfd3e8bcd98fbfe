// counted.json as somebody published it: whatever it says, no ballot goes into two rounds, and none that is not sound into any.

#include <fstream>

#include "shared/verify/counted.hpp"
#include "tests/fuzz/wire_target.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace isoloir;

namespace {

const std::string kHall = "Jambes";

/// A log of eight records, one of each kind that the public sees.
verify::PublicLog a_log()
{
    verify::PublicLog log;
    for (std::uint8_t leaf = 0; leaf < 8; ++leaf) {
        log.records.push_back({static_cast<verify::Seen>(leaf), leaf == 7, &kHall, log.ciphertexts.size()});
        for (int half = 0; half < 2; ++half) log.ciphertexts.push_back({leaf});
    }
    return log;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const test::TemporaryFolder folder;
    static const election::Package package{test::an_election().build(), {}, {}, {}};
    static const verify::PublicLog log = a_log();
    std::ofstream(folder / "counted.json", std::ios::binary) << text_of({data, size});
    verify::BundleFolder bundle(folder.path());
    verify::Checks checks;
    const auto counted = verify::read_counted(bundle, package, log, checks);
    if (!counted) return 0;
    std::size_t ballots = 0;
    for (const auto& round : counted->rounds) ballots += round.ballots;
    fuzz::require(ballots <= 1);  // the only sound one
    return 0;
}
