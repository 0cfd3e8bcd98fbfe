#pragma once
// A whole bundle, from public files alone (PROTOCOL.md 12), in four stages: who counts stops where its part begins.

#include <filesystem>
#include <memory>
#include <optional>

#include "shared/verify/round.hpp"

namespace isoloir::verify {

/// What a reader knows from elsewhere, which a bundle must agree with.
struct Known {
    std::optional<crypto::PublicKey> authority;  // that must have signed the package; else the one that it names
    std::vector<std::string> checkpoints{};      // that the log signed on other days
};

class Bundle {
public:
    Bundle(std::filesystem::path folder, Known known, crypto::Random& random, Stages stages);

    /// Package, roster, checkpoint, log, records, and what is counted.
    bool check_urn();
    /// Every mix of every round, at least t of each. The urn must have passed.
    bool check_mixes();
    /// Those that a round has so far, while trustees mix.
    bool check_mixes_so_far(Round& round) { return round.check_mixes(checks_, random_, stages_, 0); }
    /// Every opening. The mixes must have passed.
    bool check_openings();
    /// Plaintexts, tally, result, and that no file is left over. The openings must have passed.
    bool check_result();

    const Checks& checks() const { return checks_; }
    /// Files that the checks have read so far.
    const std::set<std::string>& files() const { return folder_.read(); }
    /// Once the urn passed.
    const election::Package& package() const { return package_; }
    std::vector<Round>& rounds() { return rounds_; }

private:
    Status read_package();
    Status read_roster();

    BundleFolder folder_;
    Known known_;
    crypto::Random& random_;
    Stages stages_;
    Checks checks_;
    election::Package package_;
    std::string checkpoint_;
    wire::Roster roster_;
    CountedList counted_;
    std::vector<Round> rounds_;
};

/// What the last check said, where a stage did not pass.
/// @error forged
Status outcome_of(bool passed, const Bundle& bundle);

/// All stages, as far as the first that does not pass.
bool check_all(Bundle& bundle);

/// PASS or FAIL, one line a check, and the verdict.
std::string checks_text(const std::vector<Check>& checks);
/// {"passed":bool,"checks":[{"name":…,"passed":bool,"says":…},…]}
std::string checks_json(const std::vector<Check>& checks);

}  // namespace isoloir::verify
