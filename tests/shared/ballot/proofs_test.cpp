#include "shared/ballot/proofs.hpp"

#include <rapidcheck.h>

#include "tests/shared/ballot/a_ballot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using ballot::SealedBallot;
using crypto::Element;
using crypto::Scalar;

namespace {

/// Ballots of one election, each in its place, as a batch brings them.
struct ABatch {
    explicit ABatch(std::size_t n_ballots, std::size_t n_projects = 9) : definition(test::an_election().with_projects(n_projects).without_ceiling().build())
    {
        const auto selection = election::Selection::make(definition, {0}).value();
        for (std::size_t i = 0; i < n_ballots; ++i) {
            contexts.push_back({election, random.bytes<32>(), terminal, i});
            ballots.push_back(ballot::seal(definition, selection, key, contexts[i], random).ballot);
        }
    }
    std::size_t blocks() const { return ballot::block_count(definition); }
    std::vector<ballot::Claim> claims() const
    {
        std::vector<ballot::Claim> claims;
        for (std::size_t i = 0; i < ballots.size(); ++i) claims.push_back({&ballots[i], contexts[i]});
        return claims;
    }
    std::vector<bool> together() { return ballot::check_together(claims(), blocks(), key, random); }
    std::vector<bool> one_by_one() const
    {
        std::vector<bool> hold;
        for (std::size_t i = 0; i < ballots.size(); ++i) hold.push_back(ballot::check_proofs(ballots[i], blocks(), key, contexts[i]).has_value());
        return hold;
    }

    test::SeededRandom random{1};
    election::Definition definition;
    Element key{crypto::base_times(Scalar::random(random))};
    crypto::Digest election{random.bytes<32>()};
    crypto::KeyId terminal{random.bytes<16>()};
    std::vector<ballot::Context> contexts;
    std::vector<SealedBallot> ballots;
};

std::vector<bool> all_but(std::size_t count, std::size_t culprit)
{
    std::vector<bool> hold(count, true);
    hold[culprit] = false;
    return hold;
}

}  // namespace

TEST_CASE("honest ballots prove themselves together, one, many and none of them")
{
    const auto projects = GENERATE(std::size_t{9}, std::size_t{300});
    for (const std::size_t count : {0U, 1U, 2U, 50U}) {
        ABatch batch(count, projects);
        CHECK(batch.together() == std::vector<bool>(count, true));
    }
}

TEST_CASE("one equation holds for all honest ballots, and for none with a false one among them")
{
    const auto projects = GENERATE(std::size_t{9}, std::size_t{300});
    ABatch batch(20, projects);
    CHECK(ballot::hold_together(batch.claims(), batch.blocks(), batch.key, batch.random));
    batch.ballots[7].proofs[0].s = batch.ballots[7].proofs[0].s + Scalar::of(1);
    CHECK_FALSE(ballot::hold_together(batch.claims(), batch.blocks(), batch.key, batch.random));
}

TEST_CASE("of many ballots the one with anything replaced is named, and no other")
{
    const std::size_t projects = 300;
    constexpr std::size_t kCount = 4;
    const Element other = crypto::base_times(Scalar::of(12345));
    const std::vector<std::function<void(SealedBallot&)>> changes{
        [&](auto& b) { b.ciphertexts[1].c1 = other; },
        [&](auto& b) { b.ciphertexts[1].c2 = other; },
        [&](auto& b) { b.proofs[1].t = other; },
        [&](auto& b) { b.proofs[1].s = b.proofs[1].s + Scalar::of(1); },
        [&](auto& b) { b.proofs[1].s = Scalar{}; },
        [&](auto& b) { b.ciphertexts[1].c1 = Element{}; },
        [&](auto& b) { b.proofs[1].t = Element{}; },
        [&](auto& b) { std::swap(b.ciphertexts[0], b.ciphertexts[1]); },
        [&](auto& b) { std::swap(b.proofs[0], b.proofs[1]); },
        [&](auto& b) { std::swap(b.ciphertexts[1].c1, b.ciphertexts[1].c2); },
        [&](auto& b) { std::swap(b.ciphertexts[1].c1, b.proofs[1].t); },
        [&](auto& b) { b.proofs.pop_back(); },
        [&](auto& b) { b.ciphertexts.pop_back(); },
        [&](auto& b) { b = SealedBallot{}; },
        [&](auto& b) {
            b.ciphertexts.push_back(b.ciphertexts[0]);
            b.proofs.push_back(b.proofs[0]);
        },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        CAPTURE(i);
        ABatch batch(kCount, projects);
        const std::size_t culprit = i % kCount;
        changes[i](batch.ballots[culprit]);
        CHECK(batch.together() == all_but(kCount, culprit));
        CHECK(batch.together() == batch.one_by_one());
    }
}

TEST_CASE("a ballot in another's place is named among many")
{
    ABatch batch(5);
    batch.contexts[3].sequence = 99;
    CHECK(batch.together() == all_but(5, 3));
    std::swap(batch.ballots[0], batch.ballots[1]);
    CHECK(batch.together() == std::vector<bool>{false, false, true, false, true});
}

TEST_CASE("errors that cancel each other out do not pass together")
{
    ABatch batch(6);
    const Scalar error = Scalar::random(batch.random);
    batch.ballots[1].proofs[0].s = batch.ballots[1].proofs[0].s + error;
    batch.ballots[4].proofs[0].s = batch.ballots[4].proofs[0].s - error;
    CHECK(batch.together() == std::vector<bool>{true, false, true, true, false, true});

    ABatch blocks(3, 300);
    blocks.ballots[2].proofs[0].s = blocks.ballots[2].proofs[0].s + error;
    blocks.ballots[2].proofs[1].s = blocks.ballots[2].proofs[1].s - error;
    CHECK(blocks.together() == all_but(3, 2));
}

TEST_CASE("ballots with known randomness prove themselves together, as the known answers say")
{
    const auto vectors = test::read_vectors("ballot.json");
    for (const auto& vector : vectors.at("ballots")) {
        INFO(vector.at("meaning").get<std::string>());
        const auto text = [&](const char* name) { return vector.at(name).get<std::string>(); };
        SealedBallot sealed;
        for (std::size_t i = 0; i < vector.at("c1").size(); ++i) {
            const auto element = [&](const char* name) { return Element::parse(test::hex(vector.at(name)[i].get<std::string>())).value(); };
            sealed.ciphertexts.push_back({element("c1"), element("c2")});
            sealed.proofs.push_back({element("t"), Scalar::parse(test::hex(vector.at("s")[i].get<std::string>())).value()});
        }
        const ballot::Context context{test::hex_array<32>(text("election")), test::hex_array<32>(text("voter")), test::hex_array<16>(text("terminal")),
                                      vector.at("sequence").get<std::uint64_t>()};
        auto elsewhere = context;
        ++elsewhere.sequence;
        const Element key = Element::parse(test::hex(text("election_key"))).value();
        test::SeededRandom random(1);
        const std::vector<ballot::Claim> both{{&sealed, context}, {&sealed, context}};
        CHECK(ballot::check_together(both, sealed.proofs.size(), key, random) == std::vector<bool>{true, true});
        const std::vector<ballot::Claim> one{{&sealed, context}, {&sealed, elsewhere}};
        CHECK(ballot::check_together(one, sealed.proofs.size(), key, random) == std::vector<bool>{true, false});
    }
}

TEST_CASE("together or one by one, whatever is done to ballots gets the same verdict")
{
    const ABatch honest(8);
    CHECK(rc::check([&] {
        ABatch batch = honest;
        const auto strikes =
            *rc::gen::container<std::vector<std::pair<std::size_t, int>>>(rc::gen::pair(rc::gen::inRange<std::size_t>(0, 8), rc::gen::inRange(0, 7)));
        for (const auto& [which, how] : strikes) {
            SealedBallot& ballot = batch.ballots[which];
            if (ballot.proofs.empty()) continue;
            const Element other = batch.ballots[(which + 1) % 8].ciphertexts[0].c1;
            switch (how) {
                case 0: ballot.ciphertexts[0].c1 = other; break;
                case 1: ballot.proofs[0].t = other; break;
                case 2: ballot.proofs[0].s = ballot.proofs[0].s + Scalar::of(1); break;
                case 3: ballot.proofs[0].s = Scalar{} - ballot.proofs[0].s; break;
                case 4: ballot.proofs[0].t = Element{}; break;
                case 5: batch.contexts[which].voter[0] ^= 1; break;
                default: ballot.proofs.clear(); break;
            }
        }
        RC_ASSERT(batch.together() == batch.one_by_one());
    }));
}
