#include "shared/verify/round.hpp"

#include <algorithm>

#include "shared/ballot/encoding.hpp"
#include "shared/proof/bundle_files.hpp"
#include "shared/verify/mix.hpp"
#include "shared/verify/opening.hpp"
#include "shared/verify/round_files.hpp"

namespace isoloir::verify {

election::Trustees holders_of(const election::Package& package)
{
    if (package.keys.trustees) return *package.keys.trustees;
    return {1, {}, {{"authority", package.keys.authority, {package.keys.election}}}};
}

Round::Round(BundleFolder& folder, const election::Package& package, std::uint64_t number, RoundInput input)
    : folder_(folder),
      package_(package),
      number_(number),
      input_(std::move(input)),
      holders_(holders_of(package)),
      blocks_(ballot::block_count(package.definition)),
      current_(std::move(input_.ciphertexts))
{
}

bool Round::has_opening(std::uint64_t trustee) const
{
    return folder_.has(name(proof::opening_name(trustee) + ".jws"));
}

bool Round::has_openings() const
{
    for (std::uint64_t trustee = 1; trustee <= holders_.members.size(); ++trustee)
        if (has_opening(trustee)) return true;
    return false;
}

Status Round::check_mix_at(std::uint64_t position, crypto::Random& random, const Stages& stages)
{
    proof::MixPlace place{package_.id, number_, 0, package_.keys.election, blocks_};
    ISO_TRY(MixFile mix, read_mix(folder_, name(proof::mix_name(position)), holders_, place, input_.ballots));
    if (std::find(mixers_.begin(), mixers_.end(), mix.mixer) != mixers_.end()) return fail(Errc::forged, "the same trustee mixed before", "mixer");
    place.mixer = mix.mixer;
    const Advance advance = stages("Checking mix " + std::to_string(position), input_.ballots);
    ISO_CHECK(check_mix({place, current_, mix.output, mix.proof}, random, advance));
    mixers_.push_back(mix.mixer);
    current_ = std::move(mix.output);
    return {};
}

bool Round::check_mixes(Checks& checks, crypto::Random& random, const Stages& stages, std::size_t least)
{
    const std::string round = "round " + std::to_string(number_);
    for (std::uint64_t position = 1; position <= least || folder_.has(name(proof::mix_name(position) + ".jws")); ++position) {
        const Status status = check_mix_at(position, random, stages);
        const std::string seen = status ? std::to_string(input_.ballots) + " ballots, mixed by " + holders_.members[mixers_.back() - 1].name : "";
        if (!checks.note(round + " mix " + std::to_string(position), status, seen)) return false;
    }
    return true;
}

Status Round::check_opening_of(std::uint64_t trustee, const Stages& stages)
{
    const proof::OpeningPlace place{package_.id, number_, trustee, holders_.public_share(trustee)};
    ISO_TRY(proof::Opening opening, read_opening(folder_, name(proof::opening_name(trustee)), holders_.members[trustee - 1].key, place, current_.size() / 2));
    const Advance advance = stages("Checking opening " + std::to_string(trustee), current_.size() / 2);
    ISO_CHECK(check_opening(place, current_, opening, advance));
    parts_.emplace_back(trustee, std::move(opening.parts));
    return {};
}

bool Round::check_openings(Checks& checks, const Stages& stages)
{
    const std::string round = "round " + std::to_string(number_);
    bool passed = true;
    for (std::uint64_t trustee = 1; trustee <= holders_.members.size(); ++trustee) {
        if (!has_opening(trustee)) continue;
        passed =
            checks.note(round + " opening " + std::to_string(trustee), check_opening_of(trustee, stages), "by " + holders_.members[trustee - 1].name) && passed;
    }
    const auto open = [&]() -> Status {
        if (parts_.size() < holders_.threshold)
            return fail(Errc::forged, std::to_string(holders_.threshold) + " trustees must open together, and " + std::to_string(parts_.size()) + " did");
        std::vector<CheckedPart> parts;
        for (const auto& [trustee, encodings] : parts_) parts.push_back({trustee, &encodings});
        const auto set = std::span(parts);
        const Advance advance = stages("Opening", input_.ballots * blocks_);
        ISO_TRY(opened_, open_together(current_, set.first(holders_.threshold), advance));
        if (set.size() == holders_.threshold) return {};
        ISO_TRY(const auto again, open_together(current_, set.last(holders_.threshold), [](std::uint64_t) {}));
        if (again != opened_) return fail(Errc::forged, "another set of trustees opens something else");
        return {};
    };
    return checks.note(round + " opened", open(), std::to_string(parts_.size()) + " of " + std::to_string(holders_.members.size()) + " trustees") && passed;
}

}  // namespace isoloir::verify
