#pragma once
// Staff mode as plain values: where it stands, what a member of staff wants, what the terminal answers.

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "terminal/staff/figures.hpp"
#include "terminal/staff/lockout.hpp"
#include "terminal/staff/secret_text.hpp"

namespace isoloir::staff {

constexpr Milliseconds kIdleLimit{120'000};      // without a touch, until staff mode ends by itself
constexpr Milliseconds kCleaningTime{60'000};    // the screen takes no touch
constexpr Milliseconds kTouchTestLimit{30'000};  // without a touch: what is left cannot be touched
constexpr Milliseconds kRefresh{5'000};
constexpr std::size_t kMaxMembers = 12;
constexpr std::size_t kCells = 24;  // of the touch test
constexpr std::size_t kMinPin = 6;
constexpr std::size_t kMaxPin = 12;

enum class Screen {
    who,
    unlock,
    today,
    open_poll,
    opened,
    close_poll,
    confirm_close,
    closed,
    sticks,
    transfer,
    checks,
    touch_test,
    ask_check,
    network,
    wifi,
    wifi_password,
    events,
    clean,
    cleaning,
    practice,
    shut_down,
    left_behind,  // votes that wait, when somebody goes
    left
};

/// What is said on the screen where something did not work.
enum class Trouble {
    none,
    pin_wrong,
    locked,
    no_stick,
    no_token,
    token_wrong,
    token_early,
    token_late,
    token_withdrawn,
    stick_full,
    not_written,
    nothing_to_take,
    not_ours,
    roll_missing,
    not_done,
    no_printer,
    not_printed,
    no_sound,
    not_connected,
    poll_open
};

enum class Check { touch, display, sound, printer };
enum class Verdict { untested, good, bad };

struct Member {
    std::string name;
    unsigned failures{0};  // wrong PINs in a row
    Milliseconds locked_until{0};
};

struct Stick {
    std::string name;  // what the clerk reads
    std::string path;
    std::uint64_t free_mb{0};
    bool operator==(const Stick&) const = default;
};

enum class Way { out, in };

/// What an import found and took.
struct Taken {
    bool receipt{false};
    bool configuration{false};
    std::optional<std::uint64_t> voters;  // of a roll
};

enum class Progress { idle, due, done, failed };

struct WifiNetwork {
    std::string name;
    int strength{0};  // percent
    bool secured{true};
    bool known{false};  // joined before
    bool operator==(const WifiNetwork&) const = default;
};

struct EventLine {
    std::string day;   // 2026-11-23
    std::string hour;  // 18 h: no finer time is kept
    std::string who;   // empty where the terminal itself did it
    std::string what;  // the event's name in the chain
};

enum class Layer { small, capitals, signs };

struct State {
    Screen screen{Screen::who};
    std::string language;
    std::vector<Member> members;
    std::size_t member{0};
    std::string handle;  // who unlocked
    SecretText typed;
    Trouble trouble{Trouble::none};
    Figures figures;

    Way way{Way::out};
    std::vector<Stick> sticks;
    std::size_t stick{0};
    Progress progress{Progress::idle};
    std::uint64_t exported{0};  // records
    Taken taken;

    std::array<Verdict, 4> verdicts{};  // by Check
    Check check{Check::touch};
    std::set<std::size_t> touched;  // cells

    bool can_set_network{false};
    std::vector<WifiNetwork> wifi;
    std::size_t network{0};
    Layer layer{Layer::small};

    std::vector<EventLine> events;
    std::size_t page{0};
    bool more{false};

    bool printed{false};
    Milliseconds now{0};
    Milliseconds deadline{0};
    Milliseconds refresh_at{0};

    const Member* chosen_member() const { return member < members.size() ? &members[member] : nullptr; }
    Verdict verdict(Check of) const { return verdicts[static_cast<std::size_t>(of)]; }
    /// How long the PIN pad stays shut, or the cleaning lasts.
    Milliseconds time_left() const;
};

// clang-format off

// What a member of staff wants, one wish a line.
struct ChooseLanguage { std::string tag; };
struct ChooseMember { std::size_t member{0}; };
struct UseToken {};                                    // the stick with a staff file
struct Type { std::string key; };
struct Erase {};
struct SwitchLayer { Layer layer{Layer::small}; };
struct Visit { Screen screen{Screen::today}; };        // from the menu
struct VisitSticks { Way way{Way::out}; };
struct Go {};                                          // the screen's affirmative answer
struct Back {};
struct Print {};
struct ChooseStick { std::size_t stick{0}; };
struct LookAgain {};
struct Try { Check check{Check::touch}; };
struct TouchCell { std::size_t cell{0}; };
struct Judge { bool good{false}; };
struct ShowPage { std::size_t page{0}; };
struct ChooseNetwork { std::size_t network{0}; };
struct SendNow {};
struct Leave {};

// What the terminal answers.
struct Unlocked { std::string handle; };
struct PinWrong {};
struct Counted { Figures figures; };
struct SticksFound { std::vector<Stick> sticks; };
struct Exported { std::uint64_t records{0}; };
struct Imported { Taken taken; };
struct EventsRead { std::vector<EventLine> events; bool more{false}; };
struct NetworksFound { bool can_set{false}; std::vector<WifiNetwork> wifi; };
struct PollOpened {};
struct PollClosed {};
struct Printed {};
struct Joined {};
struct Ended {};                                       // staff mode: the terminal goes on with something else
struct Failed { Trouble why{Trouble::not_done}; };
struct Tick {};

// clang-format on

using Wish = std::variant<ChooseLanguage, ChooseMember, UseToken, Type, Erase, SwitchLayer, Visit, VisitSticks, Go, Back, Print, ChooseStick, LookAgain, Try,
                          TouchCell, Judge, ShowPage, ChooseNetwork, SendNow, Leave>;
using Answer = std::variant<Unlocked, PinWrong, Counted, SticksFound, Exported, Imported, EventsRead, NetworksFound, PollOpened, PollClosed, Printed, Joined,
                            Ended, Failed, Tick>;
using Intent = std::variant<Wish, Answer>;

/// What the terminal is asked to do; it reads the rest in the state.
enum class Effect {
    none,
    check_pin,
    check_token,
    refresh,
    open_poll,
    close_poll,
    print_report,
    try_printer,
    play_tone,
    find_sticks,
    bring_out,
    bring_in,
    note_checks,
    read_events,
    find_networks,
    join_network,
    send_now,
    note_cleaning,
    begin_practice,
    end_practice,
    shut_down
};

struct Step {
    State state;
    Effect effect{Effect::none};
};

}  // namespace isoloir::staff
