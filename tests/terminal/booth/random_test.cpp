#include "tests/support/catch.hpp"

#include <algorithm>

#include <sodium.h>

#include "tests/terminal/booth/a_voter.hpp"

using namespace isoloir;
using namespace isoloir::booth;
using namespace std::chrono_literals;
using test::AVoter;
using test::is_clean;

TEST_CASE("100 000 random wishes never exceed the envelope, never cast unconfirmed, and leave nothing behind")
{
    AVoter voter(test::an_election().with_projects(9).with_limits(0, 5).build());
    const unsigned char seed[randombytes_SEEDBYTES] = {42};
    std::vector<std::uint32_t> dice(200'000);
    randombytes_buf_deterministic(dice.data(), dice.size() * sizeof dice[0], seed);
    int casts = 0;
    for (std::size_t i = 0; i + 1 < dice.size(); i += 2) {
        const auto project = static_cast<std::size_t>(dice[i + 1] % 11);
        const int sign = dice[i + 1] % 2 == 0 ? 1 : -1;
        const Intent wishes[] = {Touch{},
                                 Listen{},
                                 ChooseLanguage{"nl"},
                                 Change{static_cast<Setting>(dice[i + 1] % 9), sign},
                                 Go{},
                                 Go{},
                                 Go{},
                                 Go{},
                                 Back{},
                                 Type{"7"},
                                 Erase{},
                                 SwitchIdentifier{},
                                 ShowPage{project},
                                 OpenFilter{},
                                 OpenSearch{},
                                 ChooseTheme{0},
                                 ShowAll{},
                                 OpenComfort{},
                                 OpenHelp{},
                                 GivePoint{project},
                                 TakePoint{project},
                                 Prefer{project},
                                 CheckMachine{},
                                 Scanned{"CARD7"},
                                 CardIn{"85073003328"},
                                 CardOut{},
                                 Print{},
                                 LookAt{project},
                                 Toggle{project},
                                 Toggle{project},
                                 Toggle{project},
                                 SwapFor{project},
                                 Leave{},
                                 Stay{},
                                 VoterAccepted{},
                                 VoterAccepted{},
                                 Sealed{"T"},
                                 Sealed{"T"},
                                 Spoilt{"C"},
                                 CastDone{"T"},
                                 CastFailed{},
                                 Printed{true},
                                 Tick{}};
        const auto before = voter.state().screen;
        voter.wants(wishes[dice[i] % std::size(wishes)]);
        const auto& state = voter.state();
        if (voter.casts() != casts) {
            REQUIRE(before == Screen::confirm);
            REQUIRE(election::Selection::make(voter.definition(), state.session.chosen));
            casts = voter.casts();
        }
        REQUIRE(state.session.cost(voter.definition()) <= *voter.definition().ballot.max_cost);
        REQUIRE(state.session.chosen.size() <= voter.definition().ballot.max_projects);
        if (state.screen == Screen::attract && before != Screen::attract) REQUIRE(is_clean(state, voter.definition()));
    }
    CHECK(casts > 100);
}
