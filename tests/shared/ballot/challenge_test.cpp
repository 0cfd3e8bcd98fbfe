#include "shared/ballot/challenge.hpp"

#include <rapidcheck.h>

#include "shared/base/encoding.hpp"
#include "shared/election/package.hpp"
#include "tests/shared/ballot/a_ballot.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/vectors.hpp"

using namespace isoloir;
using ballot::check_challenge;
using ballot::check_opening;
using ballot::parse_challenge;
using ballot::Revealed;
using ballot::write_challenge;

namespace {

/// A sealed ballot, laid open as an honest terminal does.
struct AChallenge : test::ABallot {
    explicit AChallenge(std::size_t n_projects = 300, std::vector<std::size_t> chosen = {1, 299})
        : ABallot(n_projects, std::move(chosen)), revealed(ballot::reveal(ciphertexts(), sealing.randomness, key))
    {
    }
    const std::vector<ballot::Ciphertext>& ciphertexts() const { return sealing.ballot.ciphertexts; }
    Status opens(const Revealed& other) const { return check_opening(ciphertexts(), other, definition, key); }
    /// As in a package, which nobody has to sign to be held against a challenge.
    election::Package package() const
    {
        election::Package package;
        package.definition = definition;
        package.keys.election = key;
        package.id = context.election;
        return package;
    }
    ballot::Challenge challenge() const
    {
        ballot::Challenge challenge;
        std::copy_n(context.election.begin(), 16, challenge.election.begin());
        challenge.tracker = ballot::tracker_bytes(ciphertexts());
        challenge.revealed = revealed;
        return challenge;
    }

    Revealed revealed;
};

/// A vector's bytes, one block each.
Revealed revealed_in(const nlohmann::json& vector)
{
    Revealed revealed;
    for (const auto& payload : vector.at("choice")) revealed.choice.push_back(test::hex_array<ballot::kPayloadBytes>(payload.get<std::string>()));
    for (const auto& r : vector.at("randomness")) revealed.randomness.push_back(crypto::Scalar::parse(test::hex(r.get<std::string>())).value());
    return revealed;
}

}  // namespace

TEST_CASE("what a terminal lays open shows the choice that was sealed, and opens it")
{
    const AChallenge sealed;
    CHECK(ballot::decode(sealed.definition, ballot::elements_of(sealed.revealed.choice)).value() == test::marks(sealed.projects));
    CHECK(sealed.opens(sealed.revealed));
    CHECK(ballot::seal_again(sealed.revealed, sealed.key) == sealed.ciphertexts());
}

TEST_CASE("points and rankings are laid open like any choice")
{
    using election::Mark;
    const std::pair<election::Definition, std::vector<Mark>> kinds[]{
        {test::an_election().with_projects(90).without_ceiling().with_points(10, 20).build(), {{0, 10}, {57, 3}, {89, 7}}},
        {test::an_election().with_projects(300).without_ceiling().with_ranking(3).build(), {{299, 3}, {0, 2}, {17, 1}}}};
    test::SeededRandom random(5);
    const auto key = crypto::base_times(crypto::Scalar::random(random));
    for (const auto& [definition, marks] : kinds) {
        const auto sealing = ballot::seal(definition, election::Selection::make(definition, marks).value(), key, {}, random);
        const auto revealed = ballot::reveal(sealing.ballot.ciphertexts, sealing.randomness, key);
        CHECK(check_opening(sealing.ballot.ciphertexts, revealed, definition, key));
        CHECK(ballot::decode(definition, ballot::elements_of(revealed.choice)).value() == marks);
    }
}

TEST_CASE("every choice can be challenged, and its text reads back")
{
    CHECK(rc::check([] {
        const auto n = *rc::gen::inRange<std::size_t>(1, 500);
        const std::set<std::size_t> chosen = *rc::gen::container<std::set<std::size_t>>(rc::gen::inRange<std::size_t>(0, n));
        const AChallenge sealed(n, {chosen.begin(), chosen.end()});
        const std::string text = write_challenge(sealed.challenge());
        const auto read = parse_challenge(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(write_challenge(*read) == text);
        RC_ASSERT(check_challenge(*read, sealed.package()).passed());
    }));
}

TEST_CASE("a terminal that sealed another choice cannot lay open the one it was told")
{
    const AChallenge sealed;
    for (std::size_t block = 0; block < 2; ++block) {
        for (std::size_t byte = 0; byte < ballot::kPayloadBytes; ++byte) {
            auto other = sealed.revealed;
            other.choice[block][byte] ^= 1;
            CHECK(test::fails_as(sealed.opens(other), Errc::forged));
            auto challenge = sealed.challenge();
            challenge.revealed = other;
            CHECK_FALSE(check_challenge(challenge, sealed.package()).tracker);
        }
        auto other = sealed.revealed;
        other.randomness[block] = other.randomness[block] + crypto::Scalar::of(1);
        CHECK(test::fails_as(sealed.opens(other), Errc::forged));
    }
    auto exchanged = sealed.revealed;
    std::swap(exchanged.choice[0], exchanged.choice[1]);
    std::swap(exchanged.randomness[0], exchanged.randomness[1]);
    CHECK(test::fails_as(sealed.opens(exchanged), Errc::forged));
}

TEST_CASE("an opening of fewer or more blocks than the ballot is none")
{
    const AChallenge sealed;
    auto choice_short = sealed.revealed;
    choice_short.choice.pop_back();
    auto both_short = choice_short;
    both_short.randomness.pop_back();
    auto long_one = sealed.revealed;
    long_one.choice.emplace_back();
    long_one.randomness.push_back(crypto::Scalar::of(1));
    for (const Revealed& other : {choice_short, both_short, long_one, Revealed{}}) CHECK(test::fails_as(sealed.opens(other), Errc::forged));
    CHECK(test::fails_as(check_opening({}, {}, sealed.definition, sealed.key), Errc::forged));
}

TEST_CASE("a ballot that holds what the election does not have is told, although it opens")
{
    AChallenge sealed(9, {0});
    sealed.revealed.choice[0][1] = 0x02;  // a tenth project
    const auto ciphertexts = ballot::seal_again(sealed.revealed, sealed.key);
    CHECK(test::fails_as(check_opening(ciphertexts, sealed.revealed, sealed.definition, sealed.key), Errc::forged));
    auto challenge = sealed.challenge();
    challenge.revealed = sealed.revealed;
    challenge.tracker = ballot::tracker_bytes(ciphertexts);
    const auto check = check_challenge(challenge, sealed.package());
    CHECK(check.election);
    CHECK(check.tracker);
    CHECK_FALSE(check.encoding);
}

TEST_CASE("a ballot sealed without randomness is no sealed ballot")
{
    AChallenge sealed(9, {0});
    sealed.revealed.randomness[0] = crypto::Scalar();
    auto challenge = sealed.challenge();
    challenge.revealed = sealed.revealed;
    challenge.tracker = ballot::tracker_bytes(ballot::seal_again(sealed.revealed, sealed.key));
    CHECK_FALSE(check_challenge(challenge, sealed.package()).tracker);
}

TEST_CASE("a challenge of another election, or under another key, is told apart from a cheat")
{
    const AChallenge sealed;
    auto package = sealed.package();
    package.id[3] ^= 1;
    CHECK_FALSE(check_challenge(sealed.challenge(), package).election);
    package = sealed.package();
    package.keys.election = crypto::base_times(crypto::Scalar::of(5));
    CHECK(check_challenge(sealed.challenge(), package).election);
    CHECK_FALSE(check_challenge(sealed.challenge(), package).tracker);
}

TEST_CASE("the code leads to the server's page where there is one, and keeps the challenge from the server")
{
    const AChallenge sealed;
    const std::string text = write_challenge(sealed.challenge());
    CHECK(ballot::challenge_link(sealed.challenge(), "vote.example.org") == "https://vote.example.org/check#" + text);
    CHECK(ballot::challenge_link(sealed.challenge(), "") == text);
}

TEST_CASE("the widest challenge fits in one QR code")
{
    const AChallenge sealed(election::kMaxProjects, {0, 3711});
    const std::string text = write_challenge(sealed.challenge());
    CHECK(text.size() <= ballot::kMaxChallengeText);
    CHECK(ballot::kMaxChallengeText + 100 < 2953);  // version 40, low error correction
    CHECK(parse_challenge(text));
}

TEST_CASE("a challenge has one form, and what is cut, longer, altered in version or not reduced is none")
{
    const AChallenge sealed(9, {0, 2});
    const std::string text = write_challenge(sealed.challenge());
    for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(parse_challenge(std::string_view(text).substr(0, size)));
    for (const char* more : {"A", "AA", "AAAA", "=", "\n", " ", "#"}) {
        CHECK_FALSE(parse_challenge(text + more));
        CHECK_FALSE(parse_challenge(more + text));
    }
    Bytes bytes = from_base64url(text).value();
    bytes[0] = 2;
    CHECK(test::fails_as(parse_challenge(to_base64url(bytes)), Errc::refused));
    bytes[0] = 1;
    std::fill(bytes.end() - 32, bytes.end(), std::uint8_t{0xff});
    CHECK(test::fails_as(parse_challenge(to_base64url(bytes)), Errc::malformed));
    bytes.resize(27);
    CHECK(test::fails_as(parse_challenge(to_base64url(bytes)), Errc::malformed));
    bytes.resize(27 + 17 * 61);
    CHECK(test::fails_as(parse_challenge(to_base64url(bytes)), Errc::malformed));
}

TEST_CASE("known answers: choice and randomness give ciphertext, tracker and text")
{
    const auto vectors = test::read_vectors("challenge.json");
    for (const auto& vector : vectors.at("sealed")) {
        INFO(vector.at("meaning"));
        const Revealed revealed = revealed_in(vector);
        const auto key = crypto::Element::parse(test::hex(vector.at("election_key").get<std::string>())).value();
        const auto ciphertexts = ballot::seal_again(revealed, key);
        REQUIRE(ciphertexts.size() == vector.at("c1").size());
        for (std::size_t i = 0; i < ciphertexts.size(); ++i) {
            CHECK(to_hex(ciphertexts[i].c1.bytes()) == vector.at("c1")[i].get<std::string>());
            CHECK(to_hex(ciphertexts[i].c2.bytes()) == vector.at("c2")[i].get<std::string>());
        }
        CHECK(ballot::tracker(ciphertexts) == vector.at("tracker").get<std::string>());
        const auto challenge = parse_challenge(vector.at("text").get<std::string>()).value();
        CHECK(to_hex(challenge.election) == vector.at("election").get<std::string>().substr(0, 32));
        CHECK(challenge.tracker == ballot::tracker_bytes(ciphertexts));
        CHECK(challenge.revealed.choice == revealed.choice);
        CHECK(challenge.revealed.randomness == revealed.randomness);
        CHECK(write_challenge(challenge) == vector.at("text").get<std::string>());
    }
}

TEST_CASE("known answers: a signed election and what becomes of challenges held against it")
{
    const auto vectors = test::read_vectors("challenge.json");
    const auto package =
        election::open_package(vectors.at("package").get<std::string>(), test::hex_array<32>(vectors.at("authority").get<std::string>())).value();
    for (const auto& vector : vectors.at("challenges")) {
        INFO(vector.at("meaning"));
        const auto challenge = parse_challenge(vector.at("text").get<std::string>()).value();
        const auto check = check_challenge(challenge, package);
        CHECK(check.election == vector.at("election").get<bool>());
        CHECK(check.encoding == vector.at("encoding").get<bool>());
        CHECK(check.tracker == vector.at("tracker").get<bool>());
        CHECK(ballot::tracker_text(challenge.tracker) == vector.at("shows").get<std::string>());
    }
    for (const auto& vector : vectors.at("malformed")) {
        INFO(vector.at("meaning"));
        CHECK_FALSE(parse_challenge(vector.at("text").get<std::string>()));
    }
}
