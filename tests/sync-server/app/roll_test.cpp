// The electoral roll at the centre: put together by admins, asked for by terminals, held against at intake.

#include "tests/support/catch.hpp"

#include <algorithm>
#include <set>

#include "tests/support/a_server_folder.hpp"
#include "tests/support/fails_as.hpp"

using namespace isoloir;
using namespace isoloir::test;
using store::Reason;
using Tags = std::set<wire::ShortTag>;

namespace {

void nobody_told(std::size_t, const std::string&) {}

struct ARoll : AServerFolder {
    ARoll() : AServerFolder(an_election().with_roll().build()) {}

    app::RollChange put(const std::string& text, bool replace = false)
    {
        const auto change = centre->import_roll(text, replace, nobody_told);
        INFO((change ? std::string() : change.error().text()));
        REQUIRE(change);
        return *change;
    }
    election::VoterTag tag(const std::string& code) const { return election::voter_tag(centre->keys().tag, *election::parse_voter_code(code)); }
    Tags tags(std::vector<std::string> codes) const
    {
        Tags short_tags;
        for (const auto& code : codes) short_tags.insert(wire::short_tag(tag(code)));
        return short_tags;
    }
    wire::RollPage page(const std::optional<wire::Cursor>& after = {}) const { return wire::read_roll_page(centre->roll(after).value()).value(); }
};

/// Codes "V1" to "Vn".
std::string many(std::size_t count)
{
    std::string text;
    for (std::size_t i = 1; i <= count; ++i) text += "V" + std::to_string(i) + "\n";
    return text;
}

Tags all_of(const wire::RollPage& page)
{
    return {page.tags.begin(), page.tags.end()};
}

}  // namespace

TEST_CASE("an import adds to the roll, and the same file again changes nothing")
{
    ARoll roll;
    auto change = roll.put("A1\nA2\nA1\n");
    CHECK(change.named == 2);
    CHECK(change.added == 2);
    CHECK(change.size == 2);
    change = roll.put("A2\nA3\n");
    CHECK(change.added == 1);
    CHECK(change.struck == 0);
    CHECK(change.size == 3);
    roll.restart();
    CHECK(roll.put("A1\nA2\nA3\n").added == 0);
    CHECK(all_of(roll.page()) == roll.tags({"A1", "A2", "A3"}));
}

TEST_CASE("a replacing import strikes off whom it does not name, but no voter card")
{
    ARoll roll;
    roll.put("A1\nA2\nA3\n");
    std::string csv;
    REQUIRE(roll.centre->make_cards(2, [&](std::string_view text) {
        csv = text;
        return Status{};
    }));
    const auto change = roll.put("A2\nA4\n", true);
    CHECK(change.added == 1);
    CHECK(change.struck == 2);
    CHECK(change.size == 4);
    const auto there = all_of(roll.page());
    for (const auto& tag : roll.tags({"A2", "A4"})) CHECK(there.count(tag) == 1);
    for (const auto& tag : roll.tags({"A1", "A3"})) CHECK(there.count(tag) == 0);
    const std::string first_card = csv.substr(18, 19);
    CHECK(there.count(*roll.tags({first_card}).begin()) == 1);
}

TEST_CASE("a file with one wrong line leaves the roll as it was")
{
    ARoll roll;
    roll.put("A1\n");
    const auto before = roll.centre->roll({}).value();
    std::size_t told = 0;
    const auto change = roll.centre->import_roll("A2\nA3?\n", true, [&](std::size_t line, const std::string&) { told = line; });
    CHECK(fails_as(change, Errc::malformed));
    CHECK(told == 2);
    CHECK(roll.centre->roll({}).value() == before);
}

TEST_CASE("cards whose file cannot be written are on no roll")
{
    ARoll roll;
    CHECK(fails_as(roll.centre->make_cards(3, [](std::string_view) -> Status { return fail(Errc::io, "no stick"); }), Errc::io));
    CHECK(roll.page().tags.empty());
    CHECK(roll.put("A1\n").size == 1);
}

TEST_CASE("an election without a roll takes none, nor does one that is closed")
{
    AServerFolder without;
    CHECK(fails_as(without.centre->import_roll("A1\n", false, nobody_told), Errc::refused));
    CHECK(fails_as(without.centre->make_cards(1, [](std::string_view) { return Status{}; }), Errc::refused));
    ARoll roll;
    roll.put("A1\n");
    REQUIRE(*roll.centre->close());
    CHECK(fails_as(roll.centre->import_roll("A2\n", false, nobody_told), Errc::refused));
}

TEST_CASE("a ballot of somebody who is not on the roll is kept as evidence and does not count, whatever way it came")
{
    ARoll roll;
    roll.put("A1\nA2\n");
    auto terminal = roll.terminal();
    terminal.vote(roll.package(), roll.tag("A1"), {0}).vote(roll.package(), roll.tag("STRANGER"), {1}).vote(roll.package(), roll.tag("A1"), {1});
    const auto receipt = roll.receipt(*roll.send(terminal));
    CHECK(receipt.next == 4);  // the chain goes on over it
    using enum wire::RecordState;
    CHECK(receipt.states == std::vector{accepted, accepted, refused, refused});
    CHECK(roll.report().accepted == 1);
    CHECK(roll.report().duplicates == 1);
    CHECK(roll.report().reasons.at(Reason::not_on_roll) == 1);
    CHECK(std::string(store::words_for(Reason::not_on_roll)).find("not on the roll") != std::string::npos);

    const auto imported = roll.centre->import_online("voter_id;projects\nA2;p1\nA9;p1\n", nobody_told, nobody_watches);
    REQUIRE(imported);
    CHECK(imported->reasons.at(Reason::accepted) == 1);
    CHECK(imported->reasons.at(Reason::not_on_roll) == 1);
    roll.restart();
    CHECK(roll.report().accepted == 2);
    CHECK(roll.report().reasons.at(Reason::not_on_roll) == 2);
}

TEST_CASE("who was refused for want of the roll has not voted, and may once on it")
{
    ARoll roll;
    auto terminal = roll.terminal();
    terminal.vote(roll.package(), roll.tag("A1"), {0});
    REQUIRE(roll.send(terminal));
    roll.put("A1\n");
    auto other = roll.terminal("Salzinnes");
    other.vote(roll.package(), roll.tag("A1"), {1});
    REQUIRE(roll.send(other));
    CHECK(roll.report().accepted == 1);
}

TEST_CASE("a long roll comes in pages, each voter once, and what is added later comes alone")
{
    ARoll roll;
    roll.put(many(2500));
    Tags all;
    std::optional<wire::Cursor> cursor;
    std::size_t pages = 0;
    for (;;) {
        const auto page = roll.page(cursor);
        CHECK(page.anew == (pages == 0));
        CHECK(page.tags.size() <= wire::kMaxPageTags);
        for (const auto& tag : page.tags) CHECK(all.insert(tag).second);
        cursor = page.next;
        ++pages;
        if (!page.more) break;
    }
    CHECK(pages == 3);
    CHECK(all.size() == 2500);

    CHECK(roll.page(cursor).tags.empty());
    CHECK(roll.page(cursor).next == *cursor);
    roll.put("LATE1\n");
    const auto late = roll.page(cursor);
    CHECK_FALSE(late.anew);
    CHECK(all_of(late) == roll.tags({"LATE1"}));
}

TEST_CASE("once somebody was struck off, every terminal gets the whole roll anew")
{
    ARoll roll;
    roll.put("A1\nA2\nA3\n");
    const auto before = roll.page().next;
    roll.put("A1\nA3\n", true);
    const auto page = roll.page(before);
    CHECK(page.anew);
    CHECK(all_of(page) == roll.tags({"A1", "A3"}));
    CHECK_FALSE(roll.page(page.next).anew);
    // A file that names all who are there strikes off nobody, and sends nothing anew.
    roll.put("A1\nA3\n", true);
    CHECK_FALSE(roll.page(page.next).anew);
}

TEST_CASE("a cursor that this centre never gave begins the roll anew")
{
    ARoll roll;
    roll.put("A1\nA2\n");
    auto cursor = roll.page().next;
    cursor[20] ^= 1;
    CHECK(roll.page(cursor).anew);
    CHECK(roll.page(cursor).tags.size() == 2);
    CHECK(roll.page(wire::Cursor{9, 9, 9}).anew);
    wire::Cursor full;
    full.fill(255);
    CHECK(roll.page(full).anew);
}

TEST_CASE("the roll as a file is what the pages say, and the pages go on behind it")
{
    ARoll roll;
    roll.put("A1\nA2\n");
    auto file = roll.centre->whole_roll().value();
    CHECK(file.election == roll.package().id);
    CHECK(file.version == roll.page().version);
    CHECK(Tags(file.tags.begin(), file.tags.end()) == roll.tags({"A1", "A2"}));
    roll.put("A3\n");
    CHECK(all_of(roll.page(file.next)) == roll.tags({"A3"}));
    CHECK_FALSE(roll.page(file.next).anew);
}
