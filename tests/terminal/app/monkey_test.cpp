#include "tests/support/catch.hpp"

#include <cstdlib>

#include <sodium.h>

#include "tests/terminal/app/a_booth_desk.hpp"

using namespace isoloir;
using namespace std::chrono_literals;

namespace {

/// Random numbers that a seed repeats: ISOLOIR_SEED=n plays a failed run again.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
    {
        unsigned char key[randombytes_SEEDBYTES] = {};
        for (std::size_t i = 0; i < sizeof seed; ++i) key[i] = static_cast<unsigned char>(seed >> (8 * i));
        randombytes_buf_deterministic(throws_.data(), throws_.size() * sizeof throws_[0], key);
    }
    std::size_t below(std::size_t sides) { return throws_[next_++ % throws_.size()] % sides; }

private:
    std::vector<std::uint32_t> throws_ = std::vector<std::uint32_t>(1 << 20);
    std::size_t next_{0};
};

std::uint64_t the_seed()
{
    const char* wanted = std::getenv("ISOLOIR_SEED");
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 20'220'815;
}

/// What a child, a fall, a cat on the keyboard or a broken touch panel may send.
class Monkey {
public:
    Monkey(test::ABoothDesk& booth, Dice& dice) : booth_(booth), dice_(dice) {}

    void act()
    {
        booth_.clock.running += std::chrono::milliseconds(dice_.below(5) == 0 ? 1'000 : 40);
        switch (dice_.below(12)) {
            case 0: return touch(static_cast<double>(dice_.below(1400)) - 60, static_cast<double>(dice_.below(920)) - 60);
            case 1: return key();
            case 2: return booth_.type(std::string(1, static_cast<char>(' ' + dice_.below(95))));
            case 3: return identify();
            case 4: return plug();
            case 5: return wait();
            default: return touch_a_button();
        }
    }

private:
    void touch(double x, double y)
    {
        const auto finger = static_cast<std::int64_t>(dice_.below(3));
        booth_.desk.take(ui::Press{x, y, finger});
        if (dice_.below(10) == 0) booth_.desk.take(ui::Move{x + 30, y, finger});
        if (dice_.below(10) != 0) booth_.desk.take(ui::Release{x, y, finger});
    }

    void touch_a_button()
    {
        const auto buttons = ui::focus_order(booth_.view().tree());
        if (buttons.empty()) return wait();
        const ui::Node* node = buttons[dice_.below(buttons.size())];
        // Going on more often than chance would: else few arrive at the last question.
        if (const ui::Node* go = ui::find(booth_.view().tree(), "go"); go != nullptr && dice_.below(4) == 0) node = go;
        touch(node->rect.x + node->rect.width / 2, node->rect.y + node->rect.height / 2);
    }

    void key()
    {
        constexpr int kKeys = static_cast<int>(ui::Key::faster) + 1;
        booth_.key(static_cast<ui::Key>(dice_.below(kKeys)));
    }

    void identify()
    {
        if (dice_.below(3) != 0) return;
        booth_.scan("CARD" + std::to_string(dice_.below(400)));
    }

    void plug()
    {
        const booth::Answer answers[] = {booth::CardIn{"85073003328"}, booth::CardOut{}, booth::CardUnreadable{}, booth::Printed{dice_.below(2) == 0}};
        booth_.desk.take(answers[dice_.below(std::size(answers))]);
        booth_.desk.show();
    }

    void wait() { booth_.pass(dice_.below(40) == 0 ? 200'000ms : 500ms); }

    test::ABoothDesk& booth_;
    Dice& dice_;
};

/// What must hold whatever was done.
void check_rules(const booth::State& state, const election::Definition& definition)
{
    const auto& session = state.session;
    const auto& rules = definition.ballot;
    REQUIRE(session.chosen.size() <= rules.max_projects);
    if (rules.max_cost) REQUIRE(session.cost(definition) <= *rules.max_cost);
    if (rules.kind == election::BallotKind::points) REQUIRE(session.points() <= rules.max_sum_points);
    if (state.screen != booth::Screen::attract) return;
    REQUIRE(session.typed.empty());
    REQUIRE(session.chosen.empty());
    REQUIRE(session.tracker.empty());
    REQUIRE(session.challenge.empty());
    REQUIRE(session.browsing.search.empty());
}

}  // namespace

TEST_CASE("100 000 random inputs cast nothing that was not confirmed, break no rule of the ballot, and leave nothing of a voter behind")
{
    const std::uint64_t seed = the_seed();
    Dice dice(seed);
    const election::Definition definitions[] = {test::an_election().with_projects(9).with_limits(0, 5).build(),
                                                test::an_election().with_projects(9).without_ceiling().with_limits(0, 5).with_points(3, 10).build(),
                                                test::an_election().with_projects(9).without_ceiling().with_ranking(5).build()};
    std::size_t all = 0;
    for (const auto& definition : definitions) {
        test::ABoothDesk booth(definition);
        Monkey monkey(booth, dice);
        std::uint64_t cast = 0;
        for (int i = 0; i < 33'334; ++i) {
            CAPTURE(seed, i);
            const auto before = booth.state().screen;
            monkey.act();
            const std::uint64_t now = booth.journal.ballots();
            if (now != cast) {
                REQUIRE(now == cast + 1);
                REQUIRE(before == booth::Screen::confirm);
                cast = now;
            }
            check_rules(booth.state(), definition);
        }
        const auto ballots = booth.ballots();
        REQUIRE(ballots.size() == cast);
        for (const auto& marks : ballots) REQUIRE(election::Selection::make(definition, marks));
        CHECK(cast > 20);
        all += cast;
    }
    INFO("ballots cast: " << all);
    CHECK(all > 100);
}
