// How a resident says who is voting, and what is told to those who may not: each refusal has its screen and a way on.

#include "tests/support/catch.hpp"
#include "tests/support/marks.hpp"
#include "tests/support/words.hpp"
#include "tests/terminal/app/a_booth_desk.hpp"

using namespace isoloir;
using namespace isoloir::test;
using namespace std::chrono_literals;
using booth::Refusal;
using election::IdentifierKind;

namespace {

const std::string kWrong = "85073003329";
/// 30 July 2020: too young at kNoon, in January 2027.
const std::string kChild = "20073000182";
/// As it is printed on a card, and as a scanner reads it.
const std::string kCard = "7K2M-9QDX-04TZ-B8HC";
const std::string kCardRead = "7K2M9QDX04TZB8HC";

election::VoterIdentifier code(const std::string& text)
{
    return *election::parse_voter_code(text);
}
election::VoterIdentifier number(const std::string& text)
{
    return {IdentifierKind::national_number, text};
}

void type_on_glass(ABoothDesk& booth, const std::string& text)
{
    for (const char key : text) booth.tap("key." + std::string(1, key));
}

/// Chooses the first project and casts.
void choose_and_cast(ABoothDesk& booth)
{
    REQUIRE(booth.screen() == "how");
    booth.tap("go");
    booth.turn_to("toggle.0");
    booth.tap_all({"toggle.0", "go", "go", "go"});
    CHECK(booth.screen() == "receipt");
    CHECK(booth.ballots() == ballots({{0}}));
    booth.tap("finish");
}

bool is_told(const ABoothDesk& booth, const std::string& key)
{
    INFO(booth.glass());
    return booth.screen() == "refused" && booth.glass().find(words("fr").text(key)) != std::string::npos &&
           booth.glass().find("081 00 00 00") != std::string::npos;
}

}  // namespace

TEST_CASE("who scans a voter card votes once, wherever the card is scanned and whatever parts its groups")
{
    const std::string read = GENERATE(as<std::string>{}, kCard, kCardRead);
    ABoothDesk booth(an_election().with_roll().build(), {code(kCardRead)});
    booth.tap("start.fr");
    SECTION("while the language is chosen") {}
    SECTION("where a number would be typed")
    {
        booth.tap("go");
    }
    SECTION("where a code would be typed")
    {
        booth.tap_all({"go", "identify.switch"});
    }
    SECTION("with a number begun")
    {
        booth.tap_all({"go", "key.8", "key.5"});
    }
    booth.scan(read);
    choose_and_cast(booth);

    booth.tap("start.fr");
    booth.scan(kCardRead);
    CHECK(is_told(booth, "refused.voted_here.title"));
}

TEST_CASE("a card that is scanned while somebody chooses changes nothing")
{
    ABoothDesk booth;
    booth.enter(kNumber);
    booth.scan(kCard);
    CHECK(booth.screen() == "projects");
    CHECK(booth.state().session.typed == kNumber);
}

TEST_CASE("who types the code of a voter card votes")
{
    ABoothDesk booth(an_election().with_roll().build(), {code(kCardRead)});
    booth.tap_all({"start.fr", "go", "identify.switch"});
    SECTION("on the glass")
    {
        type_on_glass(booth, kCardRead);
    }
    SECTION("on a keyboard, in small letters, with what parts the groups")
    {
        booth.type("7k2m-9qdx-04tz-b8hc");
    }
    booth.tap("go");
    choose_and_cast(booth);
}

TEST_CASE("who types a letter that looks like what stands on the card is understood, and has voted then")
{
    ABoothDesk booth(an_election().with_roll().build(), {code("01V1")});
    const std::string typed = GENERATE(as<std::string>{}, "OIUL", "oiul", "0LVI");
    booth.tap_all({"start.fr", "go", "identify.switch"});
    booth.type(typed);
    booth.tap("go");
    choose_and_cast(booth);
    booth.tap_all({"start.fr", "go", "identify.switch"});
    booth.type("01V1");
    booth.tap("go");
    CHECK(is_told(booth, "refused.voted_here.title"));
}

TEST_CASE("who mistypes is told what is wrong and tries again on the same screen")
{
    ABoothDesk booth;
    SECTION("a number")
    {
        booth.identify(kWrong);
        CHECK(is_told(booth, "refused.number_wrong.title"));
        booth.tap("back");
        CHECK(booth.screen() == "identify");
        CHECK(booth.state().session.typed.empty());
        type_on_glass(booth, kNumber);
    }
    SECTION("a number of ten digits")
    {
        booth.identify(kNumber.substr(1));
        CHECK(is_told(booth, "refused.number_wrong.title"));
        booth.tap("back");
        type_on_glass(booth, kNumber);
    }
    SECTION("a code")
    {
        booth.tap_all({"start.fr", "go", "identify.switch"});
        booth.type(std::string(33, 'A'));
        booth.tap("go");
        CHECK(is_told(booth, "refused.code_wrong.title"));
        booth.tap("back");
        CHECK(booth.screen() == "identify");
        booth.type("A");
    }
    booth.tap("go");
    CHECK(booth.screen() == "how");
}

TEST_CASE("who may not vote is told why before any choice, and whoever comes next may")
{
    ABoothDesk booth(an_election().with_roll().build(), {number(kNumber), code("ELSEWHERE"), code("ONLINE"), code("NEXTONE")});
    const auto tag = [&](const std::string& text) { return wire::short_tag(election::voter_tag(booth.centre.tag_key, code(text))); };
    REQUIRE(booth.journal.voters().take(wire::VotedPage{wire::Cursor{1}, false, {tag("ELSEWHERE")}, {tag("ONLINE")}}));
    booth.tap("start.fr");
    bool again = false;
    SECTION("too young")
    {
        booth.tap("go");
        type_on_glass(booth, kChild);
        booth.tap("go");
        CHECK(is_told(booth, "refused.too_young.title"));
    }
    SECTION("voted here")
    {
        REQUIRE(cast(booth.journal, number(kNumber), choice(booth.centre)));
        booth.tap("go");
        type_on_glass(booth, kNumber);
        booth.tap("go");
        CHECK(is_told(booth, "refused.voted_here.title"));
    }
    SECTION("voted elsewhere")
    {
        booth.scan("ELSEWHERE");
        CHECK(is_told(booth, "refused.voted_elsewhere.title"));
    }
    SECTION("voted online")
    {
        booth.scan("ONLINE");
        CHECK(is_told(booth, "refused.voted_online.title"));
    }
    SECTION("not on the roll")
    {
        booth.scan("STRANGER");
        CHECK(is_told(booth, "refused.not_on_roll.title"));
        again = true;
    }
    SECTION("the poll is closed")
    {
        REQUIRE(booth.journal.close_poll(kNoon));
        booth.scan("NEXTONE");
        CHECK(is_told(booth, "refused.poll_closed.title"));
    }
    CHECK(booth.state().session.typed.empty());
    CHECK(booth.shows("back") == again);
    booth.tap("finish");
    CHECK(booth.screen() == "attract");
    booth.tap("start.fr");
    booth.scan("NEXTONE");
    CHECK(booth.screen() == (booth.journal.poll() == journal::Poll::open ? "how" : "refused"));
}

TEST_CASE("a refusal that nobody reads to its end clears itself")
{
    ABoothDesk booth;
    booth.identify(kChild);
    booth.pass(booth::kIdleLimit);
    CHECK(booth.screen() == "attract");
}

TEST_CASE("guessing numbers is slowed down, longer each time, for whoever tries; who waits may vote")
{
    ABoothDesk booth;
    booth.identify(kWrong);
    const auto guess = [&](const std::string& number_typed) {
        booth.tap("back");
        type_on_glass(booth, number_typed);
        booth.tap("go");
    };
    for (int failures = 1; failures < booth::kFreeFailures; ++failures) guess(kWrong);
    CHECK(is_told(booth, "refused.number_wrong.title"));
    guess(kWrong);  // one too many
    guess(kNumber);
    CHECK(is_told(booth, "refused.too_many.title"));
    booth.tap("finish");
    booth.identify(kNumber);  // somebody else
    CHECK(is_told(booth, "refused.too_many.title"));

    booth.pass(booth::kFirstWait);
    guess(kWrong);
    CHECK(is_told(booth, "refused.number_wrong.title"));
    booth.pass(booth::kFirstWait);
    guess(kNumber);
    CHECK(is_told(booth, "refused.too_many.title"));  // twice as long
    booth.pass(booth::kFirstWait);
    guess(kNumber);
    CHECK(booth.screen() == "how");
}
