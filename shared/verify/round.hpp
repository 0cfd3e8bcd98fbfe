#pragma once
// The mixes and openings of one round (PROTOCOL.md 11.3, 11.4).

#include <functional>

#include "shared/crypto/random.hpp"
#include "shared/election/package.hpp"
#include "shared/verify/bundle_folder.hpp"
#include "shared/verify/checks.hpp"
#include "shared/verify/counted.hpp"

namespace isoloir::verify {

/// Who may mix and open: the trustees of the package, or where the server holds the key, the authority as trustee 1.
election::Trustees holders_of(const election::Package& package);

/// Makes an Advance for a stage with that much to do.
using Stages = std::function<Advance(const std::string& stage, std::size_t steps)>;

class Round {
public:
    Round(BundleFolder& folder, const election::Package& package, std::uint64_t number, RoundInput input);

    /// Notes "round R mix P" for each mix there is, in their turn.
    /// @param least  so many are needed
    /// @return  whether there are as many and all hold
    bool check_mixes(Checks& checks, crypto::Random& random, const Stages& stages, std::size_t least);
    /// Of mixes and of openings: the threshold.
    std::size_t needed() const { return holders_.threshold; }
    /// Notes "round R opening J" for each opening there is, and "round R opened": at least t, and a second set that agrees where more
    /// took part. The mixes must hold.
    bool check_openings(Checks& checks, const Stages& stages);

    /// Whether a trustee, or anybody, opened.
    bool has_opening(std::uint64_t trustee) const;
    bool has_openings() const;

    std::uint64_t number() const { return number_; }
    RoundOf of() const { return input_.of; }
    std::size_t ballots() const { return input_.ballots; }
    /// Trustees who mixed, in their turn.
    const std::vector<std::uint64_t>& mixers() const { return mixers_; }
    /// What the last mix gave; what went in, before the first.
    const proof::Encodings& mixed() const { return current_; }
    /// M, blocks after blocks, once the openings hold.
    const std::vector<crypto::Element>& opened() const { return opened_; }

private:
    std::string name(const std::string& file) const { return "round-" + std::to_string(number_) + "/" + file; }
    Status check_mix_at(std::uint64_t position, crypto::Random& random, const Stages& stages);
    Status check_opening_of(std::uint64_t trustee, const Stages& stages);

    BundleFolder& folder_;
    const election::Package& package_;
    const std::uint64_t number_;
    RoundInput input_;
    const election::Trustees holders_;
    const std::size_t blocks_;
    proof::Encodings current_;
    std::vector<std::uint64_t> mixers_;
    std::vector<std::pair<std::uint64_t, proof::Encodings>> parts_;
    std::vector<crypto::Element> opened_;
};

}  // namespace isoloir::verify
