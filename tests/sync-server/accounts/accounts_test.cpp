#include "sync-server/accounts/accounts.hpp"

#include "sync-server/accounts/login_gate.hpp"
#include "tests/support/catch.hpp"
#include "tests/sync-server/accounts/an_office.hpp"

using namespace isoloir;
using namespace isoloir::test;
using accounts::Role;

TEST_CASE("an invitation becomes an account once, with a password and a device")
{
    AnOffice office;
    const auto invitation = *office.accounts.invite("anne", Role::staff, {"Jambes"});
    CHECK(office.accounts.invite("anne", Role::admin, {}).error().code == Errc::conflict);
    CHECK(office.accounts.log_in("anne", kPassword, office.code("anne")).error().code == Errc::forged);

    const auto setup = office.accounts.setup("anne", invitation);
    REQUIRE(setup);
    CHECK(setup->secret == office.accounts.setup("anne", " " + invitation + " ")->secret);
    CHECK(setup->halls == std::vector<std::string>{"Jambes"});
    CHECK(office.accounts.setup("anne", "0000-0000-0000-0000").error().code == Errc::forged);
    CHECK(office.accounts.setup("nobody", invitation).error().code == Errc::forged);

    CHECK(office.accounts.accept("anne", invitation, "short", office.code("anne")).error().code == Errc::refused);
    CHECK(office.accounts.accept("anne", invitation, kPassword, "000000").error().code == Errc::malformed);
    const auto entered = office.accounts.accept("anne", invitation, kPassword, office.code("anne"));
    REQUIRE(entered);
    CHECK(entered->recovery.size() == 10);
    CHECK(entered->who.name == "anne");
    CHECK((*office.accounts.who(entered->ticket))->has_hall("Jambes"));
    CHECK_FALSE((*office.accounts.who(entered->ticket))->has_hall("Salzinnes"));
    CHECK(office.accounts.accept("anne", invitation, kPassword, office.code("anne", 1)).error().code == Errc::forged);
}

TEST_CASE("an invitation is over after a week, and a new one takes the old password and sessions away")
{
    AnOffice office;
    const auto late = *office.accounts.invite("anne", Role::admin, {});
    office.later(7 * 24 * 3600);
    CHECK(office.accounts.setup("anne", late).error().code == Errc::forged);

    const auto bert = office.person("bert");
    const auto again = office.accounts.invite_again("bert");
    REQUIRE(again);
    CHECK_FALSE(*office.accounts.who(bert.ticket));
    CHECK(office.log_in("bert").error().code == Errc::forged);
    CHECK(office.accounts.accept("bert", *again, kPassword, office.code("bert")));
    CHECK(office.accounts.invite_again("nobody").error().code == Errc::not_found);
}

TEST_CASE("a login needs name, password and a code that was not used before")
{
    AnOffice office;
    office.person("anne");
    CHECK(office.accounts.log_in("bert", kPassword, office.code("anne")).error().code == Errc::forged);
    CHECK(office.accounts.log_in("anne", "another password", office.code("anne")).error().code == Errc::forged);
    CHECK(office.accounts.log_in("anne", kPassword, "000000").error().code == Errc::forged);
    const auto code = office.code("anne");
    CHECK(office.accounts.log_in("anne", kPassword, code));
    CHECK(office.accounts.log_in("anne", kPassword, code).error().code == Errc::forged);
}

TEST_CASE("a recovery code stands in for the device once, and never for the password")
{
    AnOffice office;
    const auto recovery = office.person("anne").recovery;
    CHECK(office.accounts.log_in("anne", "another password", recovery[3]).error().code == Errc::forged);
    const auto entered = office.accounts.log_in("anne", kPassword, recovery[3]);
    REQUIRE(entered);
    CHECK(entered->who.recovery_left == 9);
    CHECK(office.accounts.log_in("anne", kPassword, recovery[3]).error().code == Errc::forged);
    office.person("bert");
    CHECK(office.accounts.log_in("bert", kPassword, recovery[4]).error().code == Errc::forged);
}

TEST_CASE("after five wrong logins an account waits, longer each time, and a good one clears that")
{
    AnOffice office;
    office.person("anne");
    const auto guess = [&] { return office.accounts.log_in("anne", "not this one either", "123456").error().code; };
    for (int i = 0; i < 5; ++i) CHECK(guess() == Errc::forged);
    CHECK(office.accounts.locked_for("anne") == 30);
    CHECK(office.log_in("anne").error().code == Errc::unavailable);
    office.later(30);
    CHECK(guess() == Errc::forged);
    CHECK(office.accounts.locked_for("anne") == 60);
    office.later(60);
    CHECK(office.log_in("anne"));
    CHECK(guess() == Errc::forged);
    CHECK(office.accounts.locked_for("anne") == 0);
    CHECK(office.accounts.locked_for("nobody") == 0);
}

TEST_CASE("a name that is nobody's waits as one that is somebody's, whichever server is asked, and keeps out nobody who was invited")
{
    AnOffice office;
    office.person("anne");
    office.person("bert");
    REQUIRE(office.accounts.set_disabled("bert", true));
    const auto invitation = *office.accounts.invite("chloe", Role::auditor, {});
    accounts::Accounts elsewhere{*office.folder.store, office.mutex, crypto::SecretBytes(bytes_of("thirty-two bytes for the tickets")), office.clock,
                                 office.random};
    for (const std::string name : {"anne", "bert", "chloe", "nobody", "Not a name"}) {
        CAPTURE(name);
        const auto guess = [&](accounts::Accounts& server) { return server.log_in(name, "not this one either", "123456").error().code; };
        for (int i = 0; i < 5; ++i) CHECK(guess(i % 2 == 0 ? office.accounts : elsewhere) == Errc::forged);
        CHECK(office.accounts.locked_for(name) == 30);
        CHECK(guess(elsewhere) == Errc::unavailable);
        office.later(30);
        CHECK(guess(office.accounts) == Errc::forged);
        CHECK(elsewhere.locked_for(name) == 60);
    }
    CHECK(office.accounts.accept("chloe", invitation, kPassword, office.code("chloe")));
    CHECK(office.accounts.locked_for("chloe") == 0);
    CHECK(office.accounts.locked_for("dora") == 0);
}

TEST_CASE("waits double up to a quarter of an hour, and an address has so many attempts in a while")
{
    CHECK(accounts::wait_after(4) == 0);
    CHECK(accounts::wait_after(5) == 30);
    CHECK(accounts::wait_after(7) == 120);
    CHECK(accounts::wait_after(1'000'000) == 900);

    accounts::LoginGate gate;
    for (int i = 0; i < accounts::LoginGate::kAttempts; ++i) CHECK(gate.attempt("2001:db8:1:2::" + std::to_string(i), 1000 + i) == 0);
    CHECK(gate.attempt("2001:db8:1:2::ffff", 1100) == 200);
    CHECK(gate.attempt("2001:db8:1:3::1", 1100) == 0);
    CHECK(gate.attempt("192.0.2.1", 1100) == 0);
    CHECK(gate.attempt("2001:db8:1:2::ffff", 1300) == 0);
    // A network with zeros in it is written shorter, and is one all the same; IPv4 within IPv6 is each for itself.
    for (int i = 0; i < accounts::LoginGate::kAttempts; ++i)
        CHECK(gate.attempt(i % 2 == 0 ? "2001:db8::" + std::to_string(i) : "2001:db8:0:0:1:2:3:" + std::to_string(i), 2000) == 0);
    CHECK(gate.attempt("2001:db8::ffff", 2000) == 300);
    CHECK(gate.attempt("2001:db8::1:2:3:4:5", 2000) == 0);
    for (int i = 0; i < accounts::LoginGate::kAttempts; ++i) CHECK(gate.attempt("::ffff:192.0.2.7", 2000) == 0);
    CHECK(gate.attempt("::ffff:192.0.2.7", 2000) == 300);
    CHECK(gate.attempt("::ffff:192.0.2.8", 2000) == 0);
    CHECK(gate.attempt("::1", 2000) == 0);
}

TEST_CASE("a session ends after half an hour without a request, after twelve hours in any case, and when it is told to")
{
    AnOffice office;
    auto ticket = office.person("anne").ticket;
    CHECK(office.accounts.who(ticket)->has_value());
    office.later(accounts::kIdleSeconds);
    CHECK_FALSE(*office.accounts.who(ticket));

    ticket = office.log_in("anne")->ticket;
    for (int i = 0; i < 24 * 3 - 1; ++i) {
        office.later(600);
        CHECK(office.accounts.who(ticket)->has_value());
    }
    office.later(600);
    CHECK_FALSE(*office.accounts.who(ticket));

    ticket = office.log_in("anne")->ticket;
    REQUIRE(office.accounts.log_out(ticket));
    CHECK_FALSE(*office.accounts.who(ticket));
}

TEST_CASE("a ticket that was not made here is told apart without asking the database")
{
    AnOffice office;
    const auto ticket = office.person("anne").ticket;
    CHECK(office.accounts.is_ours(ticket));
    for (std::size_t i = 0; i < ticket.size(); ++i) {
        auto forged = ticket;
        forged[i] = forged[i] == 'A' ? 'Q' : 'A';
        CHECK_FALSE(office.accounts.is_ours(forged));
    }
    CHECK_FALSE(office.accounts.is_ours(""));
    CHECK_FALSE(*office.accounts.who("nonsense"));
    CHECK(office.accounts.csrf(ticket) == office.accounts.csrf(ticket));
    office.later(30);
    CHECK(office.accounts.csrf(ticket) != office.accounts.csrf(office.log_in("anne")->ticket));
}

TEST_CASE("a new password ends the other sessions, and needs the old one and a code")
{
    AnOffice office;
    const auto here = office.person("anne");
    const auto elsewhere = office.log_in("anne")->ticket;
    office.later(30);
    constexpr const char* kFresh = "two horses read the minutes";
    CHECK(office.accounts.change_password(here.ticket, here.who, "a wrong password", office.code("anne"), kFresh).error().code == Errc::forged);
    CHECK(office.accounts.change_password(here.ticket, here.who, kPassword, office.code("anne"), "anneanneanne").error().code == Errc::refused);
    REQUIRE(office.accounts.change_password(here.ticket, here.who, kPassword, office.code("anne"), kFresh));
    CHECK(office.accounts.who(here.ticket)->has_value());
    CHECK_FALSE(*office.accounts.who(elsewhere));
    office.later(30);
    CHECK(office.log_in("anne").error().code == Errc::forged);
    CHECK(office.accounts.log_in("anne", kFresh, office.code("anne")));
}

TEST_CASE("another role or a disabled account ends its sessions, and the last central admin stays")
{
    AnOffice office;
    office.person("anne");
    const auto bert = office.person("bert");
    CHECK(office.accounts.change("bert", Role::staff, {}).error().code == Errc::refused);
    CHECK(office.accounts.change("bert", Role::staff, {"Jambes\nSalzinnes"}).error().code == Errc::refused);
    REQUIRE(office.accounts.change("bert", Role::staff, {"Jambes"}));
    CHECK_FALSE(*office.accounts.who(bert.ticket));
    CHECK(office.log_in("bert")->who.role == Role::staff);
    CHECK(office.accounts.set_disabled("anne", true).error().code == Errc::refused);
    CHECK(office.accounts.change("anne", Role::auditor, {}).error().code == Errc::refused);
    REQUIRE(office.accounts.set_disabled("bert", true));
    office.later(30);
    CHECK(office.log_in("bert").error().code == Errc::forged);
    CHECK(office.accounts.set_disabled("nobody", true).error().code == Errc::not_found);
}

TEST_CASE("names and halls are plain")
{
    AnOffice office;
    for (const std::string& name : {std::string(), std::string("Anne"), std::string("a b"), std::string("a/b"), std::string("_a"), std::string(65, 'a')})
        CHECK(office.accounts.invite(name, Role::admin, {}).error().code == Errc::refused);
    CHECK(office.accounts.invite("anne", Role::staff, {}).error().code == Errc::refused);
    CHECK(office.accounts.invite("anne", Role::admin, {"Jambes"}).error().code == Errc::refused);
    CHECK(office.accounts.invite("anne", Role::staff, {"Jam\nbes"}).error().code == Errc::refused);
    CHECK(office.accounts.invite("anne", Role::staff, {"\xE2\x80\xAEsebmaJ"}).error().code == Errc::refused);
    CHECK(office.accounts.invite("anne.dupont@namur.be", Role::auditor, {}));
}

TEST_CASE("the audit log numbers its entries and shows the newest first")
{
    AnOffice office;
    for (int i = 1; i <= 5; ++i) REQUIRE(office.accounts.audit({0, 0, "anne", "terminal-approve", "hall " + std::to_string(i), true, ""}));
    const auto newest = *office.accounts.audit_before(1000, 2);
    REQUIRE(newest.size() == 2);
    CHECK(newest[0].number == 5);
    CHECK(newest[1].subject == "hall 4");
    CHECK(newest[0].time == office.now());
    CHECK(office.accounts.audit_before(newest[1].number, 10)->size() == 3);
}

TEST_CASE("an entry of the audit log is plain lines, whatever a stranger typed")
{
    AnOffice office;
    REQUIRE(office.accounts.audit({0, 0, "", "login", std::string("a\0b\nc\x1b", 6), false,
                                   "\xE2\x80\xAE"
                                   "d"}));
    const auto entry = office.accounts.audit_before(1000, 1)->front();
    CHECK(entry.subject ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD"
          "c\xEF\xBF\xBD");
    CHECK(entry.detail ==
          "\xEF\xBF\xBD"
          "d");
    CHECK(office.accounts.log_in(std::string("a\0b", 3), kPassword, "123456").error().code == Errc::forged);
}

TEST_CASE("each role may do its own")
{
    using accounts::Right;
    const auto rights = [](Role role) {
        std::string text;
        for (const auto right : {Right::own, Right::read, Right::halls, Right::change}) text += accounts::may(role, right) ? '1' : '0';
        return text;
    };
    CHECK(rights(Role::admin) == "1111");
    CHECK(rights(Role::staff) == "1010");
    CHECK(rights(Role::auditor) == "1100");
    for (const Role role : {Role::admin, Role::staff, Role::auditor}) CHECK(accounts::role_of(accounts::name_of(role)) == role);
    CHECK_FALSE(accounts::role_of("root"));
}
