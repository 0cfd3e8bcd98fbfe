// Everybody at once, by the real client at the real server.

#include <atomic>
#include <thread>

#include "tests/support/a_running_centre.hpp"
#include "tests/support/a_waiting_terminal.hpp"

using namespace isoloir;
using namespace isoloir::test;

TEST_CASE("three hundred terminals come back at once to a server that has no place left, all get in, and every ballot counts once")
{
    constexpr std::size_t kTerminals = 300;
    constexpr std::size_t kBallotsEach = 2;
    constexpr std::size_t kPlaces = 30;
    ARunningCentre centre;
    std::vector<ATerminal> terminals;
    for (std::size_t i = 0; i < kTerminals; ++i) {
        terminals.push_back(centre.terminal("Salle " + std::to_string(i)));
        for (std::size_t ballot = 0; ballot < kBallotsEach; ++ballot) terminals[i].vote(centre.package(), a_voter(i * kBallotsEach + ballot), {0});
    }
    centre.stop();
    centre.limits.connections = kPlaces;
    centre.start();
    const sync::ServerAddress server{"127.0.0.1", centre.port, centre.centre->keys().tls.public_key()};
    std::vector<sync::Client> in_place;
    for (std::size_t i = 0; i < kPlaces; ++i) in_place.push_back(sync::Client::connect(server, terminals[i].device()).value());

    std::vector<AWaitingTerminal::Seen> seen(kTerminals);
    std::atomic_flag somebody_knows;  // how it went: turned away, or else done
    const auto tell = [&] {
        somebody_knows.test_and_set();
        somebody_knows.notify_all();
    };
    {
        std::vector<std::jthread> coming;
        for (std::size_t i = 0; i < kTerminals; ++i)
            coming.emplace_back([&, i] {
                seen[i] = AWaitingTerminal(terminals[i], server, centre.package().keys.receipts).send_all(tell);
                tell();
            });
        somebody_knows.wait(false);
        in_place.clear();
    }
    unsigned turned_away = 0;
    for (const auto& one : seen) {
        if (one.error) FAIL_CHECK(one.error->text());
        turned_away += one.turned_away;
    }
    CHECK(turned_away > 0);
    CHECK(centre.report().accepted == kTerminals * kBallotsEach);
    CHECK(centre.report().duplicates == 0);
    CHECK(centre.report().refused == 0);
    for (const auto& terminal : terminals) CHECK(centre.receipt(*centre.centre->head(terminal.id())).next == terminal.head().next);
    centre.stop();
    centre.restart();
    CHECK(centre.report().accepted == kTerminals * kBallotsEach);
}
