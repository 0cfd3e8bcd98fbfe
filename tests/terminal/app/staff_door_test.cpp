// Who opens staff mode: by PIN, or by a staff file on a stick.

#include "shared/base/encoding.hpp"
#include "shared/wire/staff_token.hpp"
#include "tests/terminal/app/an_office.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("wrong PINs make wait; neither leaving, nor a restart, nor the clock clears that, and the right PIN is not tried meanwhile")
{
    AnOffice hall;
    for (int i = 0; i < 4; ++i) hall.type("000001");
    REQUIRE(hall.trouble() == Trouble::locked);
    CHECK(hall.events(2) == Told{{EventKind::locked_out, "Anne"}, {EventKind::unlock_failed, "Anne"}});
    const auto records = hall.journal->head().next;

    SECTION("leaving and coming back")
    {
        hall.take(staff::Back{});
        hall.office->open("fr");
    }
    SECTION("a restart")
    {
        hall.restart();
    }
    SECTION("a clock set a day ahead")
    {
        hall.clock.wall += 24h;
    }
    CHECK(hall.office->state().time_left() > 10s);
    hall.type(kPin);
    CHECK(hall.screen() == Screen::unlock);
    CHECK(hall.journal->head().next == records);

    hall.clock.running += 16s;
    hall.take(staff::Tick{});
    hall.unlock();
}

TEST_CASE("a fifth wrong PIN after a restart makes wait twice as long")
{
    AnOffice hall;
    for (int i = 0; i < 4; ++i) hall.type("000001");
    hall.restart();
    hall.clock.running += 15s;
    hall.take(staff::Tick{});
    hall.type("000002");
    CHECK(hall.office->state().time_left() == 30s);
}

TEST_CASE("a staff file on a stick opens staff mode in its bearer's name")
{
    AnOffice hall;
    auto scope = hall.today();
    SECTION("everywhere") {}
    SECTION("in this hall")
    {
        scope.hall = "Jambes";
    }
    SECTION("at this terminal")
    {
        scope.terminal = to_hex(hall.journal->device().id()).substr(0, 8);
    }
    hall.use_token(hall.token(scope).jws);
    CHECK(hall.screen() == Screen::today);
    CHECK(hall.office->state().handle == "Bart");
    CHECK(hall.events(1) == Told{{EventKind::unlocked, "Bart"}});
}

TEST_CASE("a staff file that is early, late, elsewhere, withdrawn, forged or not there opens nothing, and says which it is")
{
    AnOffice hall;
    auto token = hall.token(hall.today()).token;
    const auto& authority = hall.centre.centre->keys().authority;
    const auto records = hall.journal->head().next;
    const auto expect = [&](const std::string& jws, Trouble trouble) {
        hall.use_token(jws);
        CHECK(hall.screen() == Screen::unlock);
        CHECK(hall.trouble() == trouble);
        CHECK(hall.journal->head().next == records);
    };
    SECTION("early")
    {
        token.not_before = hall.clock.hour() + 1;
        expect(wire::sign_staff_token(token, authority), Trouble::token_early);
    }
    SECTION("late")
    {
        token.not_before = token.not_after = hall.clock.hour() - 1;
        expect(wire::sign_staff_token(token, authority), Trouble::token_late);
    }
    SECTION("late, with the clock set back")
    {
        token.not_before = token.not_after = hall.clock.hour() - 1;
        hall.clock.wall -= 1h;
        expect(wire::sign_staff_token(token, authority), Trouble::token_late);
    }
    SECTION("of another election")
    {
        token.election[0] ^= 1;
        expect(wire::sign_staff_token(token, authority), Trouble::token_wrong);
    }
    SECTION("of another hall")
    {
        token.hall = "Namur";
        expect(wire::sign_staff_token(token, authority), Trouble::token_wrong);
    }
    SECTION("of another terminal")
    {
        token.terminal.emplace();
        expect(wire::sign_staff_token(token, authority), Trouble::token_wrong);
    }
    SECTION("forged")
    {
        expect(wire::sign_staff_token(token, crypto::Signer::generate(hall.centre.random)), Trouble::token_wrong);
        auto altered = wire::sign_staff_token(token, authority);
        altered[altered.size() / 2] = altered[altered.size() / 2] == 'A' ? 'B' : 'A';
        expect(altered, Trouble::token_wrong);
    }
    SECTION("withdrawn, as the roster on the same stick says")
    {
        CHECK(hall.centre.centre->withdraw_staff_tokens("Bart").value() == 1);
        CHECK(hall.centre.centre->withdraw_staff_tokens(to_hex(token.id).substr(0, 8)).value() == 0);
        hall.unlock();
        REQUIRE(write_file(hall.a_stick() / "roster", hall.centre.centre->roster()));
        hall.use_stick(staff::Way::in);
        CHECK(hall.office->state().taken.configuration);
        CHECK(hall.reconfigured == 1);
        hall.restart();
        hall.use_token(wire::sign_staff_token(token, authority));
        CHECK(hall.trouble() == Trouble::token_withdrawn);
        CHECK(hall.screen() == Screen::unlock);
    }
    SECTION("no file")
    {
        hall.a_stick();
        hall.take(staff::UseToken{});
        CHECK(hall.trouble() == Trouble::no_token);
    }
}

TEST_CASE("an older roster, or one of another authority, does not bring a withdrawn staff file back")
{
    AnOffice hall;
    const auto token = hall.token(hall.today());
    const auto old = hall.centre.centre->roster();
    REQUIRE(hall.centre.centre->withdraw_staff_tokens("Bart"));
    REQUIRE(hall.journal->take_roster(hall.centre.centre->roster()));
    CHECK_FALSE(hall.journal->take_roster(old));
    auto forged = hall.journal->roster();
    forged.withdrawn.clear();
    ++forged.version;
    CHECK_FALSE(hall.journal->take_roster(wire::sign_roster(forged, crypto::Signer::generate(hall.centre.random))));
    hall.use_token(token.jws);
    CHECK(hall.trouble() == Trouble::token_withdrawn);
}
