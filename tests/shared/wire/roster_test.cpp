#include "shared/wire/roster.hpp"

#include <nlohmann/json.hpp>

#include "shared/base/encoding.hpp"
#include "shared/wire/jws.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fails_as.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::wire;
using Json = nlohmann::json;

namespace {

struct AnAuthority {
    test::SeededRandom random{1};
    crypto::Signer authority{crypto::Signer::generate(random)};
    crypto::Signer device{crypto::Signer::generate(random)};
    crypto::Signer other{crypto::Signer::generate(random)};
    Roster roster{random.bytes<32>(), 3, {{device.public_key(), "Mairie de Jambes", 491'000, std::nullopt}, {other.public_key(), "Nâninne", 0, 492'000}}};
    Provision provision{device.public_key(),   authority.public_key(), "pack.a.ge",           "ros.t.er",
                        random_bytes(80),      other.public_key(),     "serveur.example.org", 8443,
                        authority.public_key()};

    Bytes random_bytes(std::size_t size)
    {
        Bytes bytes(size);
        random.fill(bytes);
        return bytes;
    }
};

Json payload_of(std::string_view jws, Kind kind)
{
    return Json::parse(text_of(from_base64url(split_envelope(jws, kind, 1 << 20).value().payload_part).value()));
}

template <class Open>
void every_alteration_is_refused(const std::string& jws, Open open)
{
    REQUIRE(open(jws));
    for (std::size_t i = 0; i < jws.size(); ++i) {
        std::string altered = jws;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        REQUIRE_FALSE(open(altered));
        REQUIRE_FALSE(open(jws.substr(0, i)));
    }
}

}  // namespace

TEST_CASE("a roster reads back, and finds its terminals by key")
{
    const AnAuthority a;
    const auto roster = open_roster(sign_roster(a.roster, a.authority), a.authority.public_key()).value();
    CHECK(roster.election == a.roster.election);
    CHECK(roster.version == 3);
    REQUIRE(roster.terminals.size() == 2);
    const auto* entry = roster.find(a.device.id());
    REQUIRE(entry != nullptr);
    CHECK(entry->hall == "Mairie de Jambes");
    CHECK(entry->valid_from == 491'000);
    CHECK_FALSE(entry->revoked);
    CHECK(roster.find(a.other.id())->revoked == 492'000);
    CHECK(roster.find(a.authority.id()) == nullptr);
}

TEST_CASE("a roster is the authority's alone, and whole")
{
    const AnAuthority a;
    CHECK(test::fails_as(open_roster(sign_roster(a.roster, a.other), a.authority.public_key()), Errc::forged));
    every_alteration_is_refused(sign_roster(a.roster, a.authority),
                                [&](const std::string& jws) { return open_roster(jws, a.authority.public_key()).has_value(); });
}

TEST_CASE("a roster that says a thing twice, or a thing not known, is refused")
{
    const AnAuthority a;
    const Json json = payload_of(sign_roster(a.roster, a.authority), Kind::roster);
    const auto opens = [&](const Json& altered) {
        return open_roster(sign_envelope(Kind::roster, altered.dump(), a.authority), a.authority.public_key()).has_value();
    };
    CHECK(opens(json));
    Json altered = json;
    altered["terminals"][0]["suspended"] = true;
    CHECK_FALSE(opens(altered));
    altered = json;
    altered["extra"] = 1;
    CHECK_FALSE(opens(altered));
    altered = json;
    altered["version"] = -1;
    CHECK_FALSE(opens(altered));
    // Of two entries for one device, which one would revoke it?
    altered = json;
    altered["terminals"].push_back(altered["terminals"][0]);
    CHECK_FALSE(opens(altered));
}

TEST_CASE("an enrolment is signed by the very key that it asks to enrol")
{
    const AnAuthority a;
    const Enrolment enrolment{a.device.public_key(), "Mairie de Jambes 1"};
    const auto read = open_enrolment(sign_enrolment(enrolment, a.device)).value();
    CHECK(read.key == enrolment.key);
    CHECK(read.name == enrolment.name);
    CHECK(test::fails_as(open_enrolment(sign_enrolment(enrolment, a.other)), Errc::forged));
    every_alteration_is_refused(sign_enrolment(enrolment, a.device), [](const std::string& jws) { return open_enrolment(jws).has_value(); });
    CHECK_FALSE(open_enrolment(sign_enrolment({a.device.public_key(), std::string(201, 'x')}, a.device)));
}

TEST_CASE("a provision bundle reads back with all that a terminal needs")
{
    const AnAuthority a;
    const auto read = open_provision(sign_provision(a.provision, a.authority), a.authority.public_key()).value();
    CHECK(read.terminal == a.provision.terminal);
    CHECK(read.authority == a.provision.authority);
    CHECK(read.package == a.provision.package);
    CHECK(read.roster == a.provision.roster);
    CHECK(read.sealed_tag_key == a.provision.sealed_tag_key);
    CHECK(read.server == a.provision.server);
    CHECK(read.host == a.provision.host);
    CHECK(read.port == 8443);
    CHECK(read.recovery == a.provision.recovery);
    CHECK(open_provision(sign_provision(a.provision, a.authority), std::nullopt));
}

TEST_CASE("a terminal that knows its authority takes no provision of another")
{
    AnAuthority a;
    auto foreign = a.provision;
    foreign.authority = a.other.public_key();
    CHECK(test::fails_as(open_provision(sign_provision(foreign, a.other), a.authority.public_key()), Errc::forged));
    CHECK(test::fails_as(open_provision(sign_provision(a.provision, a.other), std::nullopt), Errc::forged));
    every_alteration_is_refused(sign_provision(a.provision, a.authority), [](const std::string& jws) { return open_provision(jws, std::nullopt).has_value(); });
}

TEST_CASE("a provision with a port, host or member that cannot be is refused, though signed")
{
    const AnAuthority a;
    const Json json = payload_of(sign_provision(a.provision, a.authority), Kind::provision);
    const auto refused = [&](const char* member, const Json& value) {
        Json altered = json;
        altered[member] = value;
        return !open_provision(sign_envelope(Kind::provision, altered.dump(), a.authority), std::nullopt);
    };
    CHECK(refused("port", 0));
    CHECK(refused("port", 65536));
    CHECK(refused("host", std::string(254, 'x')));
    CHECK(refused("tag_key", "not base64url!"));
    CHECK(refused("extra", 1));
}
