#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "terminal/booth/session.hpp"

namespace isoloir::booth {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kIdleLimit{90'000};      // without a touch, until "still there?"
constexpr Milliseconds kPatientLimit{300'000};  // the same, for a voter who asked for more time once, or listens
constexpr Milliseconds kAnswerLimit{30'000};    // to answer it
constexpr Milliseconds kReceiptLimit{45'000};   // the receipt clears itself
constexpr int kFreeFailures = 4;                // identifications that may fail, one after the other, before anyone waits
constexpr Milliseconds kFirstWait{30'000};      // for the next, and twice that for each after it
constexpr Milliseconds kLongestWait{600'000};
constexpr std::size_t kMaxTyped = 40;
constexpr std::size_t kMaxSearch = 60;  // bytes

enum class Screen {
    attract,
    language,  // and comfort
    identify,
    checking,
    take_card,
    how,
    refused,
    projects,
    filter,
    search,
    project,
    does_not_fit,
    review,
    confirm_empty,
    sealing,
    confirm,
    casting,
    checked,
    receipt,
    out_of_service
};

/// Why somebody cannot vote now; each has its calm screen.
enum class Refusal {
    number_wrong,
    code_wrong,
    too_young,
    voted_here,
    voted_elsewhere,
    voted_online,
    not_on_roll,
    card_unreadable,
    too_many,
    poll_not_open,
    poll_closed,
    not_cast
};

enum class Printing { none, asked, done, failed };

struct State {
    Screen screen{Screen::attract};
    Session session;
    Refusal refusal{Refusal::number_wrong};
    Screen before{Screen::projects};  // where "back" leads from a project, or from what does not fit
    std::optional<Screen> beneath;    // the screen to which comfort or help returns
    bool warned{false};               // "still there?" stands over the screen
    bool leaving{false};              // "stop?" stands over the screen
    bool patient{false};              // this voter asked for more time
    bool card_in{false};              // an identity card is in the reader
    Printing printing{Printing::none};
    Milliseconds deadline{0};       // of the idle limit, or of the answer to it
    int failures{0};                // identifications that failed in a row, whoever tried
    Milliseconds blocked_until{0};  // nobody is identified before
};

// clang-format off

// What the voter wants, one wish a line.
struct Touch {};                                       // the attract screen was touched
struct Listen {};                                      // a key was pressed there: somebody who perhaps sees nothing
struct ChooseLanguage { std::string tag; };
struct Change { Setting setting{Setting::text}; int steps{1}; };
struct OpenComfort {};
struct OpenHelp {};
struct Go {};                                          // the screen's affirmative answer
struct Back {};
struct Type { std::string key; };                      // one letter, digit or sign in UTF-8
struct Erase {};
struct SwitchIdentifier {};
struct Scanned { std::string text; };                  // a voter card's code, at once
struct ShowPage { std::size_t page{0}; };
struct OpenFilter {};
struct OpenSearch {};
struct ChooseFacet { Facet facet{Facet::theme}; };
struct ChooseOrder { Order order{Order::shuffled}; };
struct ChooseTheme { std::optional<std::size_t> theme; };
struct ChoosePlace { std::optional<std::size_t> place; };
struct ShowAll {};                                     // no filter, no search
struct LookAt { std::size_t project{0}; };
struct Toggle { std::size_t project{0}; };
struct GivePoint { std::size_t project{0}; };
struct TakePoint { std::size_t project{0}; };
struct Prefer { std::size_t project{0}; };             // one place up in the ranking
struct SwapFor { std::size_t removed{0}; };            // on does_not_fit: put this one back, take the other
struct CheckMachine {};                                // challenge the sealed ballot instead of casting it
struct Print {};
struct Leave {};                                       // end the session
struct Stay {};                                        // still here; or not stopping after all

// What the terminal answers.
struct CardIn { std::string number; };                 // an identity card's national number
struct CardUnreadable {};
struct CardOut {};
struct VoterAccepted { std::vector<std::size_t> shuffle; };
struct VoterRefused { Refusal why{Refusal::number_wrong}; };
struct Sealed { std::string tracker; };
struct Spoilt { std::string challenge; };
struct CastDone { std::string tracker; };
struct CastFailed { Refusal why{Refusal::not_cast}; };
struct Printed { bool well{false}; };
struct OutOfService {};
struct Tick {};

// clang-format on

using Wish = std::variant<Touch, Listen, ChooseLanguage, Change, OpenComfort, OpenHelp, Go, Back, Type, Erase, SwitchIdentifier, Scanned, ShowPage, OpenFilter,
                          OpenSearch, ChooseFacet, ChooseOrder, ChooseTheme, ChoosePlace, ShowAll, LookAt, Toggle, GivePoint, TakePoint, Prefer, SwapFor,
                          CheckMachine, Print, Leave, Stay>;
using Answer = std::variant<CardIn, CardUnreadable, CardOut, VoterAccepted, VoterRefused, Sealed, Spoilt, CastDone, CastFailed, Printed, OutOfService, Tick>;
using Intent = std::variant<Wish, Answer>;

/// What the terminal is asked to do; it reads the session that stands in the state.
enum class Effect { none, check_voter, seal, cast, spoil, print };

struct Step {
    State state;
    Effect effect{Effect::none};
};

}  // namespace isoloir::booth
