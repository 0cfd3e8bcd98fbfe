// Everybody at once, by the real client at the real server.

#include <latch>
#include <thread>

#include "tests/support/a_running_centre.hpp"
#include "tests/support/a_waiting_terminal.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("three hundred terminals come back at once to a server with room for a hundred: all get in, and every ballot counts once")
{
    constexpr std::size_t kTerminals = 300;
    constexpr std::size_t kBallotsEach = 2;
    ARunningCentre centre;
    std::vector<ATerminal> terminals;
    for (std::size_t i = 0; i < kTerminals; ++i) {
        terminals.push_back(centre.terminal("Salle " + std::to_string(i)));
        for (std::size_t ballot = 0; ballot < kBallotsEach; ++ballot) terminals[i].vote(centre.package(), a_voter(i * kBallotsEach + ballot), {0});
    }
    centre.stop();
    centre.limits.connections = 100;
    centre.start();

    std::vector<AWaitingTerminal::Seen> seen(kTerminals);
    std::latch all_there(kTerminals);
    {
        std::vector<std::jthread> coming;
        for (std::size_t i = 0; i < kTerminals; ++i)
            coming.emplace_back([&, i] {
                all_there.arrive_and_wait();
                const sync::ServerAddress server{"127.0.0.1", centre.port, centre.centre->keys().tls.public_key()};
                seen[i] = AWaitingTerminal(terminals[i], server, centre.package().keys.receipts).send_all();
            });
    }
    unsigned turned_away = 0;
    for (const auto& one : seen) {
        if (one.error) FAIL_CHECK(one.error->text());
        turned_away += one.turned_away;
    }
    CHECK(turned_away > 0);  // else this tested no crowd
    CHECK(centre.report().accepted == kTerminals * kBallotsEach);
    CHECK(centre.report().duplicates == 0);
    CHECK(centre.report().refused == 0);
    for (const auto& terminal : terminals) CHECK(centre.receipt(*centre.centre->head(terminal.id())).next == terminal.head().next);
    centre.stop();
    centre.restart();
    CHECK(centre.report().accepted == kTerminals * kBallotsEach);
}
