#pragma once
// The checkpoint of a bundle, and those that somebody kept from other days: the log must have begun with what each of these tells of.

#include <map>

#include "shared/election/package.hpp"
#include "shared/log/checkpoint.hpp"
#include "shared/log/merkle.hpp"
#include "shared/verify/checks.hpp"

namespace isoloir::verify {

class Checkpoints {
public:
    /// @param kept  as the log signed them; one that does not open fails its check
    Checkpoints(const log::Checkpoint& now, const std::vector<std::string>& kept, const election::Package& package);

    const log::Checkpoint& now() const { return now_; }
    /// Shown the tree before its first leaf, and after each.
    void look(const log::MerkleTree& tree);
    /// Notes "kept checkpoint P" of each, P from 1. The log has been read.
    /// @return  whether all passed
    bool note_kept(Checks& checks) const;

private:
    Status holds(const Result<log::Checkpoint>& kept) const;

    log::Checkpoint now_;
    std::vector<Result<log::Checkpoint>> kept_;
    std::map<std::uint64_t, crypto::Digest> roots_;  // that the log had at the sizes which they name
};

}  // namespace isoloir::verify
