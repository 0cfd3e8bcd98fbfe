#include "terminal/screens/staff/gallery.hpp"

namespace isoloir::screens::staff {

using namespace isoloir::staff;

namespace {

constexpr const char* kHead = "9f2c41d07a3be85516c0f2b7d4a8e93301bb7ce6a25f9d84c3071e6f8a2b5d40";

Figures day(Poll poll)
{
    Figures figures;
    figures.hall = "Maison communale de Jambes";
    figures.terminal = "4ac0913be27d55f0a81c66f2903eb7d1";
    figures.election = "c5d2a0917be3f8416a90cd72e51f38b4c5d2a0917be3f8416a90cd72e51f38b4";
    figures.title = "Budget participatif";
    figures.server = "vote.namur.example:8443";
    figures.day = "2026-11-23";
    figures.time = "18:05";
    figures.poll = poll;
    if (poll != Poll::not_opened) figures.counts = {141, 126, 3, 9};
    figures.records = poll == Poll::not_opened ? 2 : 134;
    figures.waiting = poll == Poll::closed ? 31 : poll == Poll::open ? 4 : 0;
    figures.ballots_waiting = poll == Poll::closed ? 28 : 0;
    figures.chain_head = kHead;
    figures.minutes_since_sync = poll == Poll::closed ? 300 : 12;
    figures.machine.battery_percent = 86;
    figures.machine.disk_free_mb = 48'000;
    figures.machine.clock_synced = true;
    figures.machine.links = {{"eth0", false, true}, {"wlan0", true, false}};
    figures.machine.printer = Part::ready;
    figures.machine.card_reader = Part::ready;
    return figures;
}

/// As bad as it gets.
Figures bad_day()
{
    Figures figures = day(Poll::closed);
    figures.minutes_since_sync.reset();
    figures.machine.battery_percent = 12;
    figures.machine.on_mains = false;
    figures.machine.disk_low = true;
    figures.machine.clock_plausible = false;
    figures.machine.links = {{"eth0", false, false}};
    figures.machine.printer = Part::trouble;
    figures.machine.card_reader = Part::absent;
    return figures;
}

class Hanger {
public:
    explicit Hanger(std::string language) : language_(std::move(language)) {}

    template <class Dress>
    void show(const std::string& name, Screen screen, const Figures& figures, const Dress& dress)
    {
        State state;
        state.language = language_;
        state.screen = screen;
        state.members = {{"Anne Dubois", 0, {}}, {"Bart Janssens", 0, {}}, {"Cem Yıldız", 0, {}}};
        state.figures = figures;
        if (screen != Screen::who && screen != Screen::unlock) state.handle = "Anne Dubois";
        dress(state);
        exhibits.push_back({name, std::move(state)});
    }
    void show(const std::string& name, Screen screen, const Figures& figures)
    {
        show(name, screen, figures, [](State&) {});
    }

    std::vector<Exhibit> exhibits;

private:
    std::string language_;
};

void show_the_door(Hanger& hanger)
{
    Figures nothing;
    hanger.show("01-who", Screen::who, nothing);
    hanger.show("02-who-none", Screen::who, nothing, [](State& state) {
        state.members.clear();
        state.trouble = Trouble::no_token;
    });
    hanger.show("03-who-twelve", Screen::who, nothing, [](State& state) {
        while (state.members.size() < kMaxMembers) state.members.push_back({"Marie-Christine Vandenberghe", 0, {}});
        state.trouble = Trouble::token_late;
    });
    hanger.show("04-unlock", Screen::unlock, nothing, [](State& state) { state.typed.append("1234"); });
    hanger.show("05-unlock-wrong", Screen::unlock, nothing, [](State& state) { state.trouble = Trouble::pin_wrong; });
    hanger.show("06-unlock-locked", Screen::unlock, nothing, [](State& state) {
        state.trouble = Trouble::locked;
        state.members[0].locked_until = Milliseconds{45'000};
    });
    hanger.show("07-unlock-locked-long", Screen::unlock, nothing, [](State& state) { state.members[0].locked_until = Milliseconds{480'000}; });
}

void show_the_day(Hanger& hanger)
{
    Figures practice = day(Poll::not_opened);
    practice.practice = true;
    hanger.show("10-today-before", Screen::today, day(Poll::not_opened));
    hanger.show("11-today-open", Screen::today, day(Poll::open));
    hanger.show("12-today-closed", Screen::today, day(Poll::closed));
    hanger.show("13-today-bad", Screen::today, bad_day());
    hanger.show("14-today-practice", Screen::today, practice);
    hanger.show("15-open-poll", Screen::open_poll, day(Poll::not_opened));
    hanger.show("16-open-poll-no-roll", Screen::open_poll, day(Poll::not_opened), [](State& state) { state.trouble = Trouble::roll_missing; });
    hanger.show("17-opened", Screen::opened, day(Poll::open));
    hanger.show("18-close-poll", Screen::close_poll, day(Poll::open), [](State& state) { state.printed = true; });
    hanger.show("19-close-poll-not-printed", Screen::close_poll, day(Poll::open), [](State& state) { state.trouble = Trouble::not_printed; });
    hanger.show("20-confirm-close", Screen::confirm_close, day(Poll::open), [](State& state) { state.trouble = Trouble::not_done; });
    hanger.show("21-closed", Screen::closed, day(Poll::closed));
    hanger.show("22-closed-all-there", Screen::closed, day(Poll::closed), [](State& state) {
        state.figures.ballots_waiting = state.figures.waiting = 0;
        state.trouble = Trouble::no_printer;
    });
}

void show_the_sticks(Hanger& hanger)
{
    const auto with_sticks = [](State& state) { state.sticks = {{"KINGSTON", "/media/KINGSTON", 29'800}, {"Mairie", "/media/Mairie", 7'400}}; };
    hanger.show("30-sticks", Screen::sticks, day(Poll::closed), with_sticks);
    hanger.show("31-sticks-none", Screen::sticks, day(Poll::closed));
    hanger.show("32-sticks-in", Screen::sticks, day(Poll::closed), [&](State& state) {
        with_sticks(state);
        state.way = Way::in;
    });
    hanger.show("33-transfer-busy", Screen::transfer, day(Poll::closed), [](State& state) { state.progress = Progress::due; });
    hanger.show("34-transfer-reading", Screen::transfer, day(Poll::closed), [](State& state) {
        state.progress = Progress::due;
        state.way = Way::in;
    });
    hanger.show("35-transfer-done", Screen::transfer, day(Poll::closed), [](State& state) {
        state.progress = Progress::done;
        state.exported = 135;
    });
    hanger.show("36-transfer-taken", Screen::transfer, day(Poll::closed), [](State& state) {
        state.progress = Progress::done;
        state.way = Way::in;
        state.taken = {true, true, 4'210};
    });
    for (const auto why : {Trouble::no_stick, Trouble::stick_full, Trouble::not_written, Trouble::nothing_to_take, Trouble::not_ours})
        hanger.show("37-transfer-failed-" + std::to_string(static_cast<int>(why)), Screen::transfer, day(Poll::closed), [&](State& state) {
            state.progress = Progress::failed;
            state.trouble = why;
        });
}

void show_the_checks(Hanger& hanger)
{
    hanger.show("40-checks", Screen::checks, day(Poll::open), [](State& state) { state.verdicts = {Verdict::good, Verdict::bad}; });
    hanger.show("41-checks-bad", Screen::checks, bad_day());
    hanger.show("42-touch-test", Screen::touch_test, day(Poll::open), [](State& state) { state.touched = {0, 1, 2, 7}; });
    for (const auto check : {Check::display, Check::sound, Check::printer})
        hanger.show("43-ask-check-" + std::to_string(static_cast<int>(check)), Screen::ask_check, day(Poll::open), [&](State& state) {
            state.check = check;
            if (check == Check::sound) state.trouble = Trouble::no_sound;
        });
    hanger.show("44-network", Screen::network, day(Poll::open), [](State& state) { state.can_set_network = true; });
    hanger.show("45-network-no-tool", Screen::network, bad_day());
    const auto networks = [](State& state) {
        state.can_set_network = true;
        state.wifi = {{"Mairie-Jambes", 88, true, true}, {"Ville de Namur invités", 61, false, false}, {"Proximus-Home-8841", 40, true, false}};
    };
    hanger.show("46-wifi", Screen::wifi, day(Poll::open), networks);
    hanger.show("47-wifi-eight", Screen::wifi, day(Poll::open), [&](State& state) {
        while (state.wifi.size() < 8) state.wifi.push_back({"Réseau-communal-de-la-salle-2", 40, true, false});
        state.trouble = Trouble::not_connected;
    });
    hanger.show("48-wifi-password", Screen::wifi_password, day(Poll::open), [&](State& state) {
        networks(state);
        state.network = 2;
        state.typed.append("Bonjour2026");
    });
    hanger.show("49-wifi-joining", Screen::wifi_password, day(Poll::open), [&](State& state) {
        networks(state);
        state.layer = Layer::signs;
        state.progress = Progress::due;
    });
}

void show_the_rest(Hanger& hanger)
{
    hanger.show("50-events", Screen::events, day(Poll::open), [](State& state) {
        state.events = {{"2026-11-23", "17", "Anne Dubois", "unlocked"},        {"2026-11-23", "17", "Bart Janssens", "locked_out"},
                        {"2026-11-23", "16", "Bart Janssens", "unlock_failed"}, {"2026-11-23", "9", "", "started"},
                        {"2026-11-23", "8", "Anne Dubois", "exported"},         {"2026-11-23", "8", "Anne Dubois", "opened"},
                        {"2026-11-23", "8", "Anne Dubois", "diagnostics_run"},  {"2026-11-22", "15", "", "staff_added"}};
        state.page = 1;
        state.more = true;
    });
    hanger.show("51-clean", Screen::clean, day(Poll::open));
    hanger.show("52-cleaning", Screen::cleaning, day(Poll::open), [](State& state) { state.deadline = Milliseconds{47'000}; });
    Figures practising = day(Poll::not_opened);
    practising.practice = true;
    hanger.show("53-practice", Screen::practice, day(Poll::not_opened));
    hanger.show("54-practice-poll-open", Screen::practice, day(Poll::open), [](State& state) { state.trouble = Trouble::poll_open; });
    hanger.show("55-practice-end", Screen::practice, practising);
    hanger.show("56-shut-down", Screen::shut_down, day(Poll::not_opened));
    hanger.show("57-shut-down-open", Screen::shut_down, day(Poll::open));
    hanger.show("58-shut-down-waiting", Screen::shut_down, day(Poll::closed));
    hanger.show("59-left-behind", Screen::left_behind, day(Poll::closed));
}

}  // namespace

std::vector<Exhibit> gallery(const std::string& language)
{
    Hanger hanger(language);
    show_the_door(hanger);
    show_the_day(hanger);
    show_the_sticks(hanger);
    show_the_checks(hanger);
    show_the_rest(hanger);
    return std::move(hanger.exhibits);
}

}  // namespace isoloir::screens::staff
