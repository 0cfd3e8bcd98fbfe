#include "shared/election/package.hpp"

#include <set>

#include "shared/base/encoding.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/a_shared_key.hpp"
#include "tests/support/an_election.hpp"
#include "tests/support/catch.hpp"

namespace {

using namespace isoloir;
using election::Definition;
using test::an_election;
using wire::Json;

struct Authority {
    crypto::SystemRandom random;
    crypto::Signer signer{crypto::Signer::generate(random)};
    election::Keys keys{crypto::base_times(crypto::Scalar::random(random)), signer.public_key(), random.bytes<32>(), random.bytes<32>(), random.bytes<32>()};

    election::Package sign(const Definition& definition) const { return election::sign_package(definition, keys, signer); }
    std::string payload(const election::Package& package) const
    {
        return *wire::open_envelope(package.jws, wire::Kind::package, election::kMaxPackageBytes, signer.public_key());
    }
    Result<election::Package> open(const election::Package& package) const { return election::open_package(package.jws, signer.public_key()); }
    /// Signs any payload, as an authority with a faulty program would.
    Result<election::Package> reopen(const Json& payload) const
    {
        return election::open_package(wire::sign_envelope(wire::Kind::package, payload.dump(), signer), signer.public_key());
    }
};

Definition full_definition()
{
    auto definition = an_election().with_projects(2).build();
    definition.projects[0].picture = crypto::sha256(bytes_of("picture"));
    definition.projects[0].objectives.by_language["fr"] = "Se retrouver";
    definition.projects[0].beneficiaries.by_language["fr"] = "Le quartier";
    definition.projects[0].position = election::Position{50'466'900, -4'867'500};
    definition.eligibility.roll = true;
    return definition;
}

Definition with_points()
{
    return an_election().with_projects(2).with_points(3, 5).build();
}

/// Every place in the object: pointers to all values, objects and lists included.
void collect(const Json& json, const Json::json_pointer& at, std::vector<Json::json_pointer>& all)
{
    if (!at.empty()) all.push_back(at);
    if (json.is_object())
        for (const auto& [name, value] : json.items()) collect(value, at / name, all);
    if (json.is_array())
        for (std::size_t i = 0; i < json.size(); ++i) collect(json[i], at / i, all);
}

std::vector<Json::json_pointer> places(const Json& json)
{
    std::vector<Json::json_pointer> all;
    collect(json, Json::json_pointer(), all);
    return all;
}

}  // namespace

TEST_CASE("a signed package reads back as what was signed")
{
    const Authority authority;
    const auto definition = GENERATE(full_definition(), an_election().without_ceiling().with_limits(1, 3).with_ties(election::TieBreak::lowest_cost).build(),
                                     an_election().with_projects(232).with_minimum_age(12).build(), with_points(), an_election().with_ranking(4).build());
    const auto signed_package = authority.sign(definition);
    const auto opened = election::open_package(signed_package.jws, authority.signer.public_key());
    REQUIRE(opened.has_value());
    CHECK(opened->definition == definition);
    CHECK(opened->keys == authority.keys);
    CHECK(opened->id == signed_package.id);
    CHECK(opened->jws == signed_package.jws);
    CHECK(opened->id == crypto::sha256(bytes_of(authority.payload(*opened))));
}

TEST_CASE("an election of trustees names them, and reads back as what was signed")
{
    Authority authority;
    const test::ASharedKey key(2, 3, authority.random);
    auto definition = full_definition();
    definition.counting = election::Counting::ceremony;
    authority.keys.trustees = key.trustees;
    CHECK(authority.open(authority.sign(definition)).error().code == Errc::forged);  // another key than the sum of theirs
    authority.keys.election = key.key();
    const auto opened = authority.open(authority.sign(definition));
    REQUIRE(opened);
    CHECK(opened->definition == definition);
    CHECK(opened->keys == authority.keys);
    CHECK(opened->keys.trustees->public_share(2) == crypto::base_times(key.shares[1]));
}

TEST_CASE("trustees who are missing, too few, doubled, or there where the server holds the key, are refused")
{
    Authority authority;
    const test::ASharedKey key(2, 2, authority.random);
    authority.keys.trustees = key.trustees;
    authority.keys.election = key.key();
    const auto refused = [&](const election::Keys& keys, election::Counting counting) {
        auto definition = full_definition();
        definition.counting = counting;
        const auto opened = authority.open(election::sign_package(definition, keys, authority.signer));
        CHECK(opened.error().where.starts_with("keys.trustees"));
        return opened.error().code == Errc::malformed;
    };
    const auto doctored = [&](const auto& change) {
        election::Keys keys = authority.keys;
        change(*keys.trustees);
        return refused(keys, election::Counting::ceremony);
    };
    CHECK(refused(authority.keys, election::Counting::live));
    auto without = authority.keys;
    without.trustees.reset();
    CHECK(refused(without, election::Counting::ceremony));
    CHECK(doctored([](election::Trustees& trustees) { trustees.members.pop_back(); }));
    CHECK(doctored([](election::Trustees& trustees) { trustees.members[1].key = trustees.members[0].key; }));
    CHECK(doctored([](election::Trustees& trustees) { trustees.members[1].name.clear(); }));
    CHECK(doctored([](election::Trustees& trustees) { trustees.members[0].polynomial.pop_back(); }));
    CHECK(doctored([](election::Trustees& trustees) { trustees.threshold = 3; }));
    CHECK(doctored([](election::Trustees& trustees) { trustees.threshold = 0; }));
    CHECK(doctored([](election::Trustees& trustees) { trustees.members[1].polynomial[1] = crypto::Element{}; }));
}

TEST_CASE("the same definition and keys give the same identifier, byte for byte")
{
    const Authority authority;
    CHECK(authority.sign(full_definition()).jws == authority.sign(full_definition()).jws);
}

TEST_CASE("an approval's package is written as before there were other kinds, rolls and positions")
{
    const Authority authority;
    const Json payload = Json::parse(authority.payload(authority.sign(an_election().with_projects(2).build())));
    CHECK(payload["ballot"].dump() == R"({"max_cost":20000000,"max_projects":2,"min_projects":0})");
    CHECK(payload["eligibility"].dump() == R"({"minimum_age":16,"national_number":true,"voter_code":true})");
    CHECK(payload["projects"][0].size() == 7);
}

TEST_CASE("a package of another authority, an altered one or one of another kind is forged or refused")
{
    const Authority authority;
    const Authority other;
    const auto package = authority.sign(full_definition());
    CHECK(election::open_package(package.jws, other.signer.public_key()).error().code == Errc::forged);
    auto altered = package.jws;
    auto& letter = altered[altered.find('.') + 20];
    letter = letter == 'A' ? 'B' : 'A';
    CHECK_FALSE(election::open_package(altered, authority.signer.public_key()).has_value());
    CHECK_FALSE(election::open_package(package.jws.substr(0, package.jws.size() - 1), authority.signer.public_key()).has_value());
    const auto roster = wire::sign_envelope(wire::Kind::roster, authority.payload(package), authority.signer);
    CHECK(election::open_package(roster, authority.signer.public_key()).error().code == Errc::refused);
}

TEST_CASE("a package that names another authority than its signer is forged")
{
    const Authority authority;
    auto keys = authority.keys;
    keys.authority = keys.log;
    const auto package = election::sign_package(full_definition(), keys, authority.signer);
    CHECK(election::open_package(package.jws, authority.signer.public_key()).error().code == Errc::forged);
}

TEST_CASE("every member of a package is needed, has its type, and changes the identifier")
{
    const Authority authority;
    const auto package = authority.sign(GENERATE(full_definition(), with_points()));
    const Json whole = Json::parse(authority.payload(package));
    for (const auto& place : places(whole)) {
        CAPTURE(place.to_string());
        for (const Json& other :
             {Json(nullptr), Json(-1), Json(1.5), Json("\x01"), Json::array({Json::array()}), Json{{"no", 1}}, Json(true), Json(7), Json("x")}) {
            Json changed = whole;
            changed[place] = other;
            if (changed == whole) continue;
            CAPTURE(other.dump());
            const auto opened = authority.reopen(changed);
            if (opened) CHECK(opened->id != package.id);
            // What is accepted must have been understood: it reads back as something else, never as the same election.
            if (opened) CHECK((opened->definition != package.definition || opened->keys != package.keys));
        }
        const auto& parent = whole[place.parent_pointer()];
        if (!parent.is_object()) continue;
        Json without = whole;
        without[place.parent_pointer()].erase(place.back());
        const auto opened = authority.reopen(without);
        if (!opened) continue;
        const std::set<std::string> optional{"max_cost", "picture", "objectives", "beneficiaries", "position", "roll", "site"};
        CHECK((optional.contains(place.back()) || place.parent_pointer().back() == "title"));
        CHECK(opened->definition != package.definition);
    }
}

TEST_CASE("a member that version 1 does not know is refused wherever it stands")
{
    const Authority authority;
    const Json whole = Json::parse(authority.payload(authority.sign(full_definition())));
    auto objects = places(whole);
    objects.emplace_back();
    for (const auto& place : objects) {
        if (!whole[place].is_object()) continue;
        Json changed = whole;
        changed[place]["surprise"] = 1;
        CAPTURE(place.to_string());
        CHECK_FALSE(authority.reopen(changed).has_value());
    }
}

TEST_CASE("a version, rule or word of a later program is refused with its name")
{
    const Authority authority;
    const Json whole = Json::parse(authority.payload(authority.sign(full_definition())));
    const auto [member, value] = GENERATE(table<std::string, Json>(
        {{"version", 2}, {"rule", "by-lot"}, {"counting", "oracle"}, {"ranking", "secret"}, {"precedence", "best"}, {"ties", "lot"}}));
    Json changed = whole;
    changed[member] = value;
    const auto opened = authority.reopen(changed);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().where == member);
}

TEST_CASE("a key that is no group element is refused")
{
    const Authority authority;
    Json changed = Json::parse(authority.payload(authority.sign(full_definition())));
    const ByteArray<32> identity{};
    changed["keys"]["election"] = to_base64url(identity);
    CHECK_FALSE(authority.reopen(changed).has_value());
}
