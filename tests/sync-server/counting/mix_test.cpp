#include "tests/support/catch.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "shared/ballot/encoding.hpp"
#include "sync-server/counting/open.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/marks.hpp"

using namespace isoloir;
using namespace isoloir::counting;

namespace {

struct AnUrn {
    crypto::SystemRandom random;
    crypto::Scalar secret{crypto::Scalar::random(random)};
    crypto::Element key{crypto::base_times(secret)};
    election::Definition definition;

    explicit AnUrn(std::size_t projects = 9) : definition(test::an_election().with_projects(projects).without_ceiling().build()) {}

    Urn filled(std::size_t ballots)
    {
        Urn urn;
        for (std::size_t i = 0; i < ballots; ++i) {
            std::vector<std::size_t> chosen;
            for (std::size_t project = 0; project < definition.projects.size(); ++project)
                if (random.below(2) == 0) chosen.push_back(project);
            const auto selection = election::Selection::make(definition, chosen);
            urn.push_back(ballot::seal(definition, *selection, key, {}, random).ballot.ciphertexts);
        }
        return urn;
    }
    /// How often each choice is in the urn.
    std::map<std::vector<std::size_t>, int> choices(const Urn& urn) const
    {
        std::map<std::vector<std::size_t>, int> found;
        for (const auto& sealed : urn) ++found[test::projects_of(*ballot::decode(definition, ballot::open(sealed, secret)))];
        return found;
    }
};

void nobody_watches(std::uint64_t) {}

}  // namespace

TEST_CASE("a mix holds the same choices as often as before, and not one ciphertext of before")
{
    const std::size_t projects = GENERATE(std::size_t{9}, std::size_t{240});  // one block, two blocks
    AnUrn urn(projects);
    const Urn input = urn.filled(60);
    const Mix mixed = mix(input, urn.key, urn.random, nobody_watches);
    CHECK(mixed.input == input);
    CHECK(urn.choices(mixed.output) == urn.choices(input));
    std::set<ballot::Ciphertext> before;
    for (const auto& sealed : input) before.insert(sealed.begin(), sealed.end());
    std::set<crypto::Element> halves;
    for (const auto& [c1, c2] : before) halves.insert({c1, c2});
    for (const auto& sealed : mixed.output)
        for (const auto& [c1, c2] : sealed) CHECK((!halves.contains(c1) && !halves.contains(c2)));
}

TEST_CASE("a mix puts every ballot in every place")
{
    AnUrn urn(2);
    struct Counted {
        std::array<std::array<int, 4>, 4> places{};
    } counted;
    Urn input;
    for (const std::vector<std::size_t>& chosen : {std::vector<std::size_t>{}, {0}, {1}, {0, 1}})
        input.push_back(ballot::seal(urn.definition, *election::Selection::make(urn.definition, chosen), urn.key, {}, urn.random).ballot.ciphertexts);
    for (int round = 0; round < 200; ++round) {
        const Mix mixed = mix(input, urn.key, urn.random, nobody_watches);
        const auto opened = open_urn(mixed, urn.secret, nobody_watches);
        for (std::size_t place = 0; place < 4; ++place) {
            const auto chosen = test::projects_of(*ballot::decode(urn.definition, opened[place]));
            std::size_t ballot = 0;
            for (const std::size_t project : chosen) ballot |= std::size_t{1} << project;
            ++counted.places[ballot][place];
        }
    }
    // 200 rounds, 50 expected: fewer than 15 or more than 100 happens to no honest shuffle in a lifetime.
    for (const auto& places : counted.places)
        for (const int times : places) CHECK((times > 15 && times < 100));
}

TEST_CASE("what does not decode is invalid and does not stop the count")
{
    AnUrn urn;
    const auto selection = *election::Selection::make(urn.definition, {3});
    const Opened opened{ballot::encode(urn.definition, selection), {crypto::base_times(crypto::Scalar::of(5))}, {}};
    const auto outcome = count::rank(urn.definition, sum_up(urn.definition, decode_opened(urn.definition, opened)));
    CHECK(outcome.ballots == 1);
    CHECK(outcome.invalid == 2);
    CHECK(outcome.winners == std::vector<std::size_t>{3});
}

TEST_CASE("opened ballots are told in the order of what they say, whatever order the mix left them in")
{
    AnUrn urn;
    Opened opened;
    for (const std::vector<std::size_t>& chosen : {std::vector<std::size_t>{3}, {0, 2}, {}, {0, 1}, {3}})
        opened.push_back(ballot::encode(urn.definition, *election::Selection::make(urn.definition, chosen)));
    const auto ballots = decode_opened(urn.definition, opened).ballots;
    CHECK(ballots == test::ballots({{}, {0, 1}, {0, 2}, {3}, {3}}));
    std::reverse(opened.begin(), opened.end());
    CHECK(decode_opened(urn.definition, opened).ballots == ballots);
}

TEST_CASE("an urn of nothing, and of one ballot, can be mixed")
{
    AnUrn urn;
    CHECK(mix({}, urn.key, urn.random, nobody_watches).output.empty());
    const Urn one = urn.filled(1);
    CHECK(urn.choices(mix(one, urn.key, urn.random, nobody_watches).output) == urn.choices(one));
}
