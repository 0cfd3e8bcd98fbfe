#include "shared/ballot/sealed_ballot.hpp"

#include <set>

#include <rapidcheck.h>

#include "tests/shared/ballot/a_ballot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using ballot::check_proofs;
using ballot::SealedBallot;
using crypto::Element;
using crypto::Scalar;
using test::ABallot;

namespace {

/// Gives bytes prepared beforehand.
class Replayed final : public crypto::Random {
public:
    explicit Replayed(Bytes bytes) : bytes_(std::move(bytes)) {}
    void fill(std::span<std::uint8_t> out) override
    {
        if (bytes_.size() - used_ < out.size()) throw std::runtime_error("no more prepared bytes");
        std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(used_), out.size(), out.begin());
        used_ += out.size();
    }
    bool all_used() const { return used_ == bytes_.size(); }

private:
    Bytes bytes_;
    std::size_t used_{0};
};

}  // namespace

TEST_CASE("what was sealed proves itself, opens and reads back as the same choice")
{
    const auto n = GENERATE(std::size_t{1}, std::size_t{9}, std::size_t{232}, std::size_t{233}, election::kMaxProjects);
    for (const auto& chosen : {std::vector<std::size_t>{}, {0}, {n - 1}}) {
        const ABallot sealed(n, chosen);
        CHECK(sealed.check(sealed.sealing.ballot));
        CHECK(ballot::decode(sealed.definition, ballot::open(sealed.sealing.ballot.ciphertexts, sealed.secret)).value() == test::marks(chosen));
        CHECK(sealed.sealing.randomness.size() == ballot::block_count(sealed.definition));
    }
}

TEST_CASE("a ballot sealed with known randomness is the known answer, to the byte")
{
    const auto vectors = test::read_vectors("ballot.json");
    for (const auto& vector : vectors.at("ballots")) {
        INFO(vector.at("meaning").get<std::string>());
        const auto text = [&](const char* name) { return vector.at(name).get<std::string>(); };
        const auto definition = test::an_election().with_projects(vector.at("projects").get<std::size_t>()).without_ceiling().build();
        const auto selection = election::Selection::make(definition, vector.at("chosen").get<std::vector<std::size_t>>()).value();
        const ballot::Context context{test::hex_array<32>(text("election")), test::hex_array<32>(text("voter")), test::hex_array<16>(text("terminal")),
                                      vector.at("sequence").get<std::uint64_t>()};
        const Scalar secret = Scalar::parse(test::hex(text("election_secret"))).value();
        const Element key = crypto::base_times(secret);
        CHECK(to_hex(key.bytes()) == text("election_key"));

        Replayed random(test::hex(text("random")));
        const auto sealing = ballot::seal(definition, selection, key, context, random);
        CHECK(random.all_used());
        REQUIRE(sealing.ballot.ciphertexts.size() == vector.at("c1").size());
        REQUIRE(sealing.ballot.proofs.size() == vector.at("t").size());
        for (std::size_t i = 0; i < sealing.ballot.proofs.size(); ++i) {
            const auto item = [&](const char* name) { return vector.at(name)[i].get<std::string>(); };
            CHECK(to_hex(sealing.ballot.ciphertexts[i].c1.bytes()) == item("c1"));
            CHECK(to_hex(sealing.ballot.ciphertexts[i].c2.bytes()) == item("c2"));
            CHECK(to_hex(sealing.ballot.proofs[i].t.bytes()) == item("t"));
            CHECK(to_hex(sealing.ballot.proofs[i].s.bytes()) == item("s"));
            CHECK(to_hex(sealing.randomness[i].bytes()) == item("randomness"));
        }
        CHECK(ballot::tracker(sealing.ballot.ciphertexts) == text("tracker"));
        CHECK(check_proofs(sealing.ballot, sealing.ballot.proofs.size(), key, context));
    }
}

TEST_CASE("a ballot moved to another election, voter, terminal, number or key does not prove itself")
{
    const ABallot sealed(300, {1, 299});
    const auto refused = [&](const ballot::Context& context) {
        return test::fails_as(check_proofs(sealed.sealing.ballot, 2, sealed.key, context), Errc::forged);
    };
    for (std::size_t i = 0; i < 32; ++i) {
        auto context = sealed.context;
        context.election[i] ^= 1;
        CHECK(refused(context));
        context = sealed.context;
        context.voter[i] ^= 1;
        CHECK(refused(context));
        if (i >= context.terminal.size()) continue;
        context = sealed.context;
        context.terminal[i] ^= 1;
        CHECK(refused(context));
    }
    for (int bit = 0; bit < 64; ++bit) {
        auto context = sealed.context;
        context.sequence ^= 1ULL << bit;
        CHECK(refused(context));
    }
    CHECK_FALSE(check_proofs(sealed.sealing.ballot, 2, sealed.key + sealed.key, sealed.context));
}

TEST_CASE("a ballot with one element or scalar replaced does not prove itself")
{
    const ABallot sealed(300, {1, 299});
    const Element other = crypto::base_times(Scalar::of(12345));
    for (std::size_t block = 0; block < 2; ++block) {
        const auto altered = [&](auto change) {
            SealedBallot ballot = sealed.sealing.ballot;
            change(ballot.ciphertexts[block], ballot.proofs[block]);
            return sealed.check(ballot);
        };
        CHECK(altered([](auto&, auto&) {}));
        CHECK_FALSE(altered([&](auto& c, auto&) { c.c1 = other; }));
        CHECK_FALSE(altered([&](auto& c, auto&) { c.c2 = other; }));
        CHECK_FALSE(altered([&](auto&, auto& p) { p.t = other; }));
        CHECK_FALSE(altered([&](auto&, auto& p) { p.s = p.s + Scalar::of(1); }));
        CHECK_FALSE(altered([&](auto&, auto& p) { p.s = Scalar{}; }));
        CHECK_FALSE(altered([&](auto& c, auto&) { std::swap(c.c1, c.c2); }));
        CHECK_FALSE(altered([&](auto& c, auto& p) { std::swap(c.c1, p.t); }));
        CHECK_FALSE(altered([&](auto& c, auto&) { c.c1 = Element{}; }));
        CHECK_FALSE(altered([&](auto&, auto& p) { p.t = Element{}; }));
    }
}

TEST_CASE("a ballot re-encrypted by somebody else does not prove itself")
{
    ABallot sealed(9, {1});
    SealedBallot copy = sealed.sealing.ballot;
    copy.ciphertexts[0] = ballot::reencrypt(copy.ciphertexts[0], sealed.key, Scalar::random(sealed.random));
    CHECK_FALSE(sealed.check(copy));
}

TEST_CASE("blocks swapped, repeated, dropped or added do not prove themselves")
{
    const ABallot sealed(300, {1, 299});
    const SealedBallot& whole = sealed.sealing.ballot;

    SealedBallot ballot = whole;
    std::swap(ballot.ciphertexts[0], ballot.ciphertexts[1]);
    CHECK_FALSE(sealed.check(ballot));
    std::swap(ballot.proofs[0], ballot.proofs[1]);
    CHECK_FALSE(sealed.check(ballot));

    ballot = whole;
    ballot.ciphertexts[1] = ballot.ciphertexts[0];
    ballot.proofs[1] = ballot.proofs[0];
    CHECK_FALSE(sealed.check(ballot));

    ballot = whole;
    ballot.proofs.pop_back();
    CHECK_FALSE(sealed.check(ballot));
    ballot.ciphertexts.pop_back();
    CHECK_FALSE(sealed.check(ballot));
    CHECK_FALSE(sealed.check(SealedBallot{}));

    ballot = whole;
    ballot.ciphertexts.push_back(ballot.ciphertexts[0]);
    ballot.proofs.push_back(ballot.proofs[0]);
    CHECK_FALSE(sealed.check(ballot));
}

TEST_CASE("one choice sealed twice shows nothing in common")
{
    ABallot sealed(300, {1, 299});
    const auto again =
        ballot::seal(sealed.definition, election::Selection::make(sealed.definition, sealed.projects).value(), sealed.key, sealed.context, sealed.random);
    for (const auto& one : sealed.sealing.ballot.ciphertexts)
        for (const auto& two : again.ballot.ciphertexts) CHECK((one.c1 != two.c1 && one.c2 != two.c2));
    CHECK(ballot::tracker(again.ballot.ciphertexts) != ballot::tracker(sealed.sealing.ballot.ciphertexts));
}

TEST_CASE("a mix step keeps the choice and changes both parts of the ciphertext")
{
    ABallot sealed(9, {0, 8});
    const auto& before = sealed.sealing.ballot.ciphertexts[0];
    const auto after = ballot::reencrypt(before, sealed.key, Scalar::random(sealed.random));
    CHECK(after.c1 != before.c1);
    CHECK(after.c2 != before.c2);
    CHECK(ballot::decode(sealed.definition, ballot::open({after}, sealed.secret)).value() == test::marks(sealed.projects));
    CHECK(ballot::reencrypt(before, sealed.key, Scalar{}) == before);
}

TEST_CASE("another key opens nothing that reads as a choice")
{
    ABallot sealed(9, {0, 8});
    CHECK_FALSE(ballot::decode(sealed.definition, ballot::open(sealed.sealing.ballot.ciphertexts, Scalar::random(sealed.random))));
}

TEST_CASE("a tracker is four groups of four signs that cannot be mistaken for one another")
{
    std::set<std::string> seen;
    for (std::uint8_t seed = 0; seed < 40; ++seed) {
        const std::string tracker = ballot::tracker(ABallot(9, {1}, seed).sealing.ballot.ciphertexts);
        CAPTURE(tracker);
        REQUIRE(tracker.size() == 19);
        for (std::size_t i = 0; i < tracker.size(); ++i) {
            if (i % 5 == 4) CHECK(tracker[i] == '-');
            else CHECK(std::string("0123456789ABCDEFGHJKMNPQRSTVWXYZ").find(tracker[i]) != std::string::npos);
        }
        CHECK(seen.insert(tracker).second);
    }
}

TEST_CASE("a tracker covers every block, in order")
{
    const ABallot sealed(300, {1, 299});
    auto ciphertexts = sealed.sealing.ballot.ciphertexts;
    const std::string tracker = ballot::tracker(ciphertexts);
    std::swap(ciphertexts[0], ciphertexts[1]);
    CHECK(ballot::tracker(ciphertexts) != tracker);
    ciphertexts.pop_back();
    CHECK(ballot::tracker(ciphertexts) != tracker);
}
