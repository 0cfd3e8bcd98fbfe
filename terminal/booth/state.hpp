#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "terminal/booth/session.hpp"

namespace isoloir::booth {

using Milliseconds = std::chrono::milliseconds;

constexpr Milliseconds kIdleLimit{90'000};     // without a touch, until "still there?"
constexpr Milliseconds kAnswerLimit{30'000};   // to answer it
constexpr Milliseconds kReceiptLimit{45'000};  // the receipt clears itself
constexpr std::size_t kMaxTyped = 40;

enum class Screen {
    attract,
    language,
    identify,
    checking,
    refused,
    projects,
    project,
    does_not_fit,
    review,
    confirm_empty,
    confirm,
    casting,
    receipt,
    out_of_service
};

/// Why somebody cannot vote now; each has its calm screen.
enum class Refusal { number_wrong, code_wrong, too_young, voted_here, poll_not_open, poll_closed, not_cast, not_on_roll, voted_elsewhere, voted_online };

struct State {
    Screen screen{Screen::attract};
    Session session;
    Refusal refusal{Refusal::number_wrong};
    Screen before{Screen::projects};  // where "back" leads from a project, or from what does not fit
    bool warned{false};               // "still there?" stands over the screen
    Milliseconds deadline{0};         // of the idle limit, or of the answer to it
};

// clang-format off

// What the voter wants, one wish a line.
struct Touch {};                                       // the attract screen was touched
struct ChooseLanguage { std::string tag; };
struct ResizeText { int steps{0}; };                   // +1 larger, -1 smaller
struct ChangeContrast {};
struct Go { };                                         // the screen's affirmative answer
struct Back {};
struct Type { char key{0}; };
struct Erase {};
struct SwitchIdentifier {};
struct TurnPage { int steps{0}; };
struct LookAt { std::size_t project{0}; };
struct Toggle { std::size_t project{0}; };
struct SwapFor { std::size_t removed{0}; };            // on does_not_fit: put this one back, take the other
struct Leave {};                                       // end the session
struct StillHere {};

// What the terminal answers.
struct VoterAccepted {};
struct VoterRefused { Refusal why{Refusal::number_wrong}; };
struct CastDone { std::string tracker; };
struct CastFailed { Refusal why{Refusal::not_cast}; };
struct OutOfService {};
struct Tick {};

// clang-format on

using Intent = std::variant<Touch, ChooseLanguage, ResizeText, ChangeContrast, Go, Back, Type, Erase, SwitchIdentifier, TurnPage, LookAt, Toggle, SwapFor,
                            Leave, StillHere, VoterAccepted, VoterRefused, CastDone, CastFailed, OutOfService, Tick>;

/// What the terminal is asked to do; it reads the session that stands in the state.
enum class Effect { none, check_voter, cast };

struct Step {
    State state;
    Effect effect{Effect::none};
};

}  // namespace isoloir::booth
