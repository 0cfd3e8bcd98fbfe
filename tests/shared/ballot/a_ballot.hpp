#pragma once
// A sealed ballot and all that it takes to check, open and alter it.

#include "shared/ballot/encoding.hpp"
#include "shared/ballot/sealed_ballot.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/seeded_random.hpp"

namespace isoloir::test {

struct ABallot {
    explicit ABallot(std::size_t n_projects, std::vector<std::size_t> chosen, std::uint8_t seed = 1)
        : random(seed), definition(an_election().with_projects(n_projects).without_ceiling().build()), projects(std::move(chosen))
    {
        context = {random.bytes<32>(), random.bytes<32>(), random.bytes<16>(), 7};
        sealing = ballot::seal(definition, election::Selection::make(definition, projects).value(), key, context, random);
    }
    Status check(const ballot::SealedBallot& ballot) const { return ballot::check_proofs(ballot, ballot::block_count(definition), key, context); }

    SeededRandom random;
    election::Definition definition;
    std::vector<std::size_t> projects;
    crypto::Scalar secret{crypto::Scalar::random(random)};
    crypto::Element key{crypto::base_times(secret)};
    ballot::Context context;
    ballot::Sealing sealing;
};

}  // namespace isoloir::test
