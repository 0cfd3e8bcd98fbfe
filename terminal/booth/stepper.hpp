#pragma once
// One step of the booth; a member function for each intent, so that what an intent does on which screen stands in one
// place. The file that a group of them stands in is named above it.

#include "terminal/booth/step.hpp"

namespace isoloir::booth {

class Stepper {
public:
    Stepper(State state, const election::Definition& definition, Milliseconds now) : state_(std::move(state)), definition_(definition), now_(now) {}

    Step take(const Intent& intent);

private:
    bool on_screen(Screen screen) const { return state_.screen == screen; }
    bool is_a_project(std::size_t project) const { return project < definition_.projects.size(); }

    // step.cpp: from screen to screen
    Milliseconds limit() const;
    void show(Screen screen);
    /// Comfort and help lie over a screen and lead back to it.
    void lay_over(Screen screen);
    bool lift();
    void end();
    void on(const Touch&);
    void on(const Listen&);
    void on(const ChooseLanguage& choice);
    void on(const Change& change);
    void on(const OpenComfort&);
    void on(const OpenHelp&);
    void on(const Go&);
    void on(const Back&);
    void on(const Leave&);
    void on(const Stay&);
    void on(const Tick&);
    void on(const OutOfService&);

    // identifying.cpp: who votes, and whether they may
    void identify();
    /// An identifier that comes at once, by card or scanner, is taken where one would be typed.
    bool takes_identifier() const;
    void take_identifier(election::IdentifierKind kind, const std::string& text);
    void refuse(Refusal why);
    void on(const Type& type);
    void on(const Erase&);
    void on(const SwitchIdentifier&);
    void on(const Scanned& scanned);
    void on(const CardIn& card);
    void on(const CardUnreadable&);
    void on(const CardOut&);
    void on(const VoterAccepted& accepted);
    void on(const VoterRefused& refused);

    // browsing.cpp: what is shown of the projects, in which order
    void on(const ShowPage& turn);
    void on(const OpenFilter&);
    void on(const OpenSearch&);
    void on(const ChooseFacet& choice);
    void on(const ChooseOrder& choice);
    void on(const ChooseTheme& choice);
    void on(const ChoosePlace& choice);
    void on(const ShowAll&);
    void on(const LookAt& look);

    // choosing.cpp: marks on the ballot, never more than its rules have room for
    bool choosing() const;
    /// One more mark or point; where the rules leave no room for it, what to do is said.
    void add(std::size_t project);
    std::vector<election::Mark>::iterator mark_of(std::size_t project);
    void choose(std::size_t project);
    void take_back(std::size_t project);
    void on(const Toggle& toggle);
    void on(const GivePoint& give);
    void on(const TakePoint& take);
    void on(const Prefer& prefer);
    void on(const SwapFor& swap);

    // casting.cpp: sealed, then cast or opened, then the receipt
    void seal();
    void vote_afresh();
    void on(const CheckMachine&);
    void on(const Sealed& sealed);
    void on(const Spoilt& spoilt);
    void on(const CastDone& done);
    void on(const CastFailed& failed);
    void on(const Print&);
    void on(const Printed& printed);

    State state_;
    const election::Definition& definition_;
    Milliseconds now_;
    Effect effect_{Effect::none};
};

}  // namespace isoloir::booth
