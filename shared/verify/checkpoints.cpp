#include "shared/verify/checkpoints.hpp"

namespace isoloir::verify {

Checkpoints::Checkpoints(const log::Checkpoint& now, const std::vector<std::string>& kept, const election::Package& package) : now_(now)
{
    for (const std::string& note : kept) {
        kept_.push_back(log::open_checkpoint(note, package.id, package.keys.log));
        if (kept_.back()) roots_.emplace(kept_.back()->size, crypto::Digest{});
    }
}

void Checkpoints::look(const log::MerkleTree& tree)
{
    const auto wanted = roots_.find(tree.size());
    if (wanted != roots_.end()) wanted->second = tree.root();
}

Status Checkpoints::holds(const Result<log::Checkpoint>& kept) const
{
    if (!kept) return tl::make_unexpected(kept.error());
    if (kept->epoch != now_.epoch) return fail(Errc::refused, "the centre was restored from a backup between the two: its log has another name");
    if (kept->size > now_.size)
        return fail(Errc::forged, "the log has " + std::to_string(now_.size) + " records, and had " + std::to_string(kept->size) + " when that was signed");
    if (roots_.at(kept->size) != kept->root)
        return fail(Errc::forged, "the log's first " + std::to_string(kept->size) + " records are not those that it had when that was signed");
    return {};
}

bool Checkpoints::note_kept(Checks& checks) const
{
    bool passed = true;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        const std::string began = kept_[i] ? "the log began with its " + std::to_string(kept_[i]->size) + " records" : "";
        passed = checks.note("kept checkpoint " + std::to_string(i + 1), holds(kept_[i]), began) && passed;
    }
    return passed;
}

}  // namespace isoloir::verify
