// What the journal keeps of what the centre told about voters.

#include "terminal/journal/voters.hpp"

#include "tests/support/fails_as.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/terminal/journal/a_journal.hpp"

using namespace isoloir;
using namespace isoloir::test;
using journal::Standing;

namespace {

const wire::Cursor kFirst{1};
const wire::Cursor kSecond{2};

struct AHallWithRoll {
    ACentre centre{an_election().with_roll().build()};
    TemporaryFolder folder;
    journal::Journal journal{[&] {
        auto made = journal::Journal::create(folder.path(), kPassphrase, "Jambes 1", centre.random).value();
        REQUIRE(made.provision(centre.approve(made.device().public_key())));
        return made;
    }()};

    wire::ShortTag tag(int number) const { return wire::short_tag(election::voter_tag(centre.tag_key, voter(number))); }
    std::vector<wire::ShortTag> tags(std::vector<int> numbers) const
    {
        std::vector<wire::ShortTag> all;
        for (const int number : numbers) all.push_back(tag(number));
        return all;
    }
    Standing standing(int number) { return journal.standing(voter(number)).value(); }
    std::string roll_file(std::int64_t version, std::vector<int> numbers) const
    {
        return wire::sign_roll({centre.package.id, version, kFirst, tags(std::move(numbers))}, centre.authority);
    }
    void restart()
    {
        {
            const auto closed = std::move(journal);
        }
        journal = reopened(centre, folder.path());
    }
};

}  // namespace

TEST_CASE("whom the election's rule lets vote once more is let in, but not twice here")
{
    const auto [rule, elsewhere, online] = GENERATE(table<election::Precedence, Standing, Standing>({
        {election::Precedence::first, Standing::voted_elsewhere, Standing::voted_online},
        {election::Precedence::kiosk, Standing::voted_elsewhere, Standing::may_vote},
        {election::Precedence::last, Standing::may_vote, Standing::may_vote},
    }));
    ACentre centre(test::an_election().with_precedence(rule).build());
    const TemporaryFolder folder;
    const auto tag = [&](int number) { return wire::short_tag(election::voter_tag(centre.tag_key, voter(number))); };
    auto journal = an_open_journal(centre, folder.path());
    REQUIRE(cast(journal, voter(1), choice(centre), kNoon));
    REQUIRE(journal.voters().take(wire::VotedPage{kFirst, false, {tag(1), tag(2)}, {tag(3)}}));
    CHECK(journal.standing(voter(1)).value() == Standing::voted_here);
    CHECK(journal.standing(voter(2)).value() == elsewhere);
    CHECK(journal.standing(voter(3)).value() == online);
}

TEST_CASE("without a roll whoever has not voted may vote; who voted elsewhere or online is known as such, also after a restart")
{
    ACentre centre;
    const TemporaryFolder folder;
    const auto tag = [&](int number) { return wire::short_tag(election::voter_tag(centre.tag_key, voter(number))); };
    {
        auto journal = an_open_journal(centre, folder.path());
        REQUIRE(cast(journal, voter(1), choice(centre), kNoon));
        REQUIRE(journal.voters().take(wire::VotedPage{kFirst, false, {tag(2)}, {tag(3)}}));
        REQUIRE(journal.voters().take(wire::VotedPage{kFirst, false, {tag(2)}, {tag(3)}}));  // twice does no harm
    }
    auto journal = reopened(centre, folder.path());
    CHECK(journal.standing(voter(1)).value() == Standing::voted_here);
    CHECK(journal.standing(voter(2)).value() == Standing::voted_elsewhere);
    CHECK(journal.standing(voter(3)).value() == Standing::voted_online);
    CHECK(journal.standing(voter(4)).value() == Standing::may_vote);
    CHECK(journal.voters().voted_cursor().value() == kFirst);
    CHECK_FALSE(journal.voters().roll_cursor().value());
}

TEST_CASE("a poll with a roll is not opened before the roll is there, and then for those on it")
{
    AHallWithRoll hall;
    CHECK(hall.standing(1) == Standing::roll_unknown);
    CHECK(fails_as(hall.journal.open_poll(kNoon), Errc::refused));
    REQUIRE(hall.journal.voters().take(wire::RollPage{true, 1, kFirst, false, {}}));  // nobody on it yet
    CHECK(fails_as(hall.journal.open_poll(kNoon), Errc::refused));

    REQUIRE(hall.journal.take_roll(hall.roll_file(2, {1, 2})));
    REQUIRE(hall.journal.open_poll(kNoon));
    hall.restart();
    CHECK(hall.standing(1) == Standing::may_vote);
    CHECK(hall.standing(3) == Standing::not_on_roll);
    CHECK(hall.journal.voters().roll_cursor().value() == kFirst);
    REQUIRE(cast(hall.journal, voter(1), choice(hall.centre), kNoon));
    CHECK(hall.standing(1) == Standing::voted_here);
}

TEST_CASE("who voted is told so before whether they stand on the roll")
{
    AHallWithRoll hall;
    REQUIRE(hall.journal.take_roll(hall.roll_file(1, {1})));
    REQUIRE(hall.journal.voters().take(wire::VotedPage{kFirst, false, hall.tags({1, 5}), {}}));
    CHECK(hall.standing(1) == Standing::voted_elsewhere);
    CHECK(hall.standing(5) == Standing::voted_elsewhere);
}

TEST_CASE("a roll that comes in pages is unknown until the last, and one that comes anew replaces it only when it is whole")
{
    AHallWithRoll hall;
    auto voters = hall.journal.voters();
    REQUIRE(voters.take(wire::RollPage{true, 1, kFirst, true, hall.tags({1})}));
    CHECK(hall.standing(1) == Standing::roll_unknown);
    REQUIRE(voters.take(wire::RollPage{false, 1, kSecond, false, hall.tags({2})}));
    CHECK(hall.standing(1) == Standing::may_vote);
    CHECK(hall.standing(3) == Standing::not_on_roll);

    // 1 was struck off, 3 is new.
    REQUIRE(voters.take(wire::RollPage{true, 2, kFirst, true, hall.tags({3})}));
    hall.restart();  // cut in the middle
    for (const int number : {1, 2, 3}) CHECK(hall.standing(number) == Standing::may_vote);
    REQUIRE(hall.journal.voters().take(wire::RollPage{false, 2, kSecond, false, hall.tags({2})}));
    CHECK(hall.standing(1) == Standing::not_on_roll);
    CHECK(hall.standing(2) == Standing::may_vote);
    CHECK(hall.standing(3) == Standing::may_vote);

    // Whoever is added later strikes off nobody.
    REQUIRE(hall.journal.voters().take(wire::RollPage{false, 3, kFirst, false, hall.tags({4})}));
    for (const int number : {2, 3, 4}) CHECK(hall.standing(number) == Standing::may_vote);
}

TEST_CASE("a page that goes on where nothing began is refused")
{
    AHallWithRoll hall;
    CHECK(fails_as(hall.journal.voters().take(wire::RollPage{false, 1, kFirst, false, hall.tags({1})}), Errc::malformed));
    CHECK(hall.standing(1) == Standing::roll_unknown);
}

TEST_CASE("a newer roll file replaces the roll, an older one is refused, the same does no harm")
{
    AHallWithRoll hall;
    const std::string first = hall.roll_file(1, {1, 2});
    const std::string second = hall.roll_file(2, {2, 3});
    CHECK(hall.journal.take_roll(first).value() == 2);
    REQUIRE(hall.journal.take_roll(second));
    REQUIRE(hall.journal.take_roll(second));
    CHECK(fails_as(hall.journal.take_roll(first), Errc::conflict));
    CHECK(hall.standing(1) == Standing::not_on_roll);
    CHECK(hall.standing(3) == Standing::may_vote);
}

TEST_CASE("a roll file of another authority or election, or for an election without a roll, is refused")
{
    AHallWithRoll hall;
    const wire::Roll roll{hall.centre.package.id, 1, kFirst, hall.tags({1})};
    CHECK(fails_as(hall.journal.take_roll(wire::sign_roll(roll, hall.centre.receipts)), Errc::forged));
    auto foreign = roll;
    foreign.election[0] ^= 1;
    CHECK(fails_as(hall.journal.take_roll(wire::sign_roll(foreign, hall.centre.authority)), Errc::refused));
    CHECK(hall.standing(1) == Standing::roll_unknown);

    ACentre without;
    const TemporaryFolder folder;
    auto journal = an_open_journal(without, folder.path());
    CHECK(fails_as(journal.take_roll(wire::sign_roll({without.package.id, 1, kFirst, {}}, without.authority)), Errc::refused));
}
