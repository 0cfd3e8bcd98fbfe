#include "shared/wire/staff_token.hpp"

#include <nlohmann/json.hpp>

#include "shared/wire/jws.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seeded_random.hpp"

using namespace isoloir;
using namespace isoloir::wire;

namespace {

struct AToken {
    test::SeededRandom random{1};
    crypto::Signer authority{crypto::Signer::generate(random)};
    crypto::Signer device{crypto::Signer::generate(random)};
    Roster roster{random.bytes<32>(), 3, {{device.public_key(), "Jambes", 0, std::nullopt}}, {}};
    StaffToken token{random.bytes<16>(), roster.election, "Bart", std::nullopt, std::nullopt, 100, 110};

    TokenVerdict verdict(Hour now) const { return judge(token, roster, device.id(), now); }
};

}  // namespace

TEST_CASE("a staff file reads back as it was signed, with and without its scope")
{
    AToken a;
    SECTION("everywhere") {}
    SECTION("in a hall")
    {
        a.token.hall = "Liège";
    }
    SECTION("at a terminal")
    {
        a.token.terminal = a.device.id();
    }
    const auto read = open_staff_token(sign_staff_token(a.token, a.authority), a.authority.public_key());
    REQUIRE(read);
    CHECK(read->id == a.token.id);
    CHECK(read->election == a.token.election);
    CHECK(read->handle == "Bart");
    CHECK(read->hall == a.token.hall);
    CHECK(read->terminal == a.token.terminal);
    CHECK(read->not_before == 100);
    CHECK(read->not_after == 110);
}

TEST_CASE("a staff file of another signer, of another kind, with a member too many or without its name is refused")
{
    AToken a;
    const auto jws = sign_staff_token(a.token, a.authority);
    CHECK_FALSE(open_staff_token(jws, a.device.public_key()));
    CHECK_FALSE(open_staff_token(sign_roster(a.roster, a.authority), a.authority.public_key()));
    CHECK_FALSE(open_staff_token(jws + std::string(kMaxStaffTokenBytes, 'A'), a.authority.public_key()));
    a.token.handle.clear();
    CHECK_FALSE(open_staff_token(sign_staff_token(a.token, a.authority), a.authority.public_key()));
    a.token.handle = "Bart";
    a.token.not_after = 99;
    CHECK_FALSE(open_staff_token(sign_staff_token(a.token, a.authority), a.authority.public_key()));
    const auto more = sign_envelope(Kind::staff, R"({"id":"AAAAAAAAAAAAAAAAAAAAAA","master":true})", a.authority);
    CHECK_FALSE(open_staff_token(more, a.authority.public_key()));
}

TEST_CASE("a staff file is good from its first hour to its last, in its place, until it is withdrawn")
{
    AToken a;
    CHECK(a.verdict(99) == TokenVerdict::early);
    CHECK(a.verdict(100) == TokenVerdict::good);
    CHECK(a.verdict(110) == TokenVerdict::good);
    CHECK(a.verdict(111) == TokenVerdict::late);
    a.token.hall = "Jambes";
    a.token.terminal = a.device.id();
    CHECK(a.verdict(100) == TokenVerdict::good);
    a.roster.withdrawn.push_back(a.token.id);
    for (const Hour hour : {99, 100, 111}) CHECK(a.verdict(hour) == TokenVerdict::withdrawn);
    a.token.hall = "Namur";
    CHECK(a.verdict(100) == TokenVerdict::elsewhere);
    a.token.hall.reset();
    a.token.election[0] ^= 1;
    CHECK(a.verdict(100) == TokenVerdict::elsewhere);
}

TEST_CASE("a roster carries which staff files were withdrawn; a name that is none is refused")
{
    AToken a;
    a.roster.withdrawn = {a.token.id, a.random.bytes<16>()};
    const auto read = open_roster(sign_roster(a.roster, a.authority), a.authority.public_key());
    REQUIRE(read);
    CHECK(read->withdrawn == a.roster.withdrawn);
    const auto payload = open_envelope(sign_roster(a.roster, a.authority), Kind::roster, 1 << 20, a.authority.public_key()).value();
    for (const nlohmann::json& wrong : {nlohmann::json("AAAA"), nlohmann::json(7), nlohmann::json::array()}) {
        auto json = nlohmann::json::parse(payload);
        json["withdrawn"][1] = wrong;
        CHECK_FALSE(open_roster(sign_envelope(Kind::roster, json.dump(), a.authority), a.authority.public_key()));
    }
}
