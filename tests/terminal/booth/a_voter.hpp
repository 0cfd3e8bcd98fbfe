#pragma once
// A voter at the booth without a screen, with the terminal's answers played by hand.

#include "shared/election/selection.hpp"
#include "terminal/booth/step.hpp"
#include "tests/support/an_election.hpp"

namespace isoloir::test {

using namespace isoloir::booth;

class AVoter {
public:
    explicit AVoter(election::Definition definition = an_election().with_projects(9).build()) : definition_(std::move(definition)), state_(at_rest(definition_))
    {
    }

    AVoter& wants(const Intent& intent)
    {
        auto step = booth::step(std::move(state_), intent, definition_, now_);
        state_ = std::move(step.state);
        if (step.effect == Effect::cast) ++casts_;
        return *this;
    }
    AVoter& waits(Milliseconds time)
    {
        now_ += time;
        return wants(Tick{});
    }
    AVoter& types(const std::string& keys)
    {
        for (const char key : keys) wants(Type{std::string(1, key)});
        return *this;
    }
    /// Up to the project list.
    AVoter& identified() { return wants(Touch{}).wants(Go{}).types("85073003328").wants(Go{}).wants(VoterAccepted{}).wants(Go{}); }
    /// From the project list to the question whether to cast.
    AVoter& sealed() { return wants(Go{}).wants(Go{}).wants(Sealed{"7K2M-9QDX-04TZ-B8HC"}); }

    const State& state() const { return state_; }
    const election::Definition& definition() const { return definition_; }
    int casts() const { return casts_; }

private:
    election::Definition definition_;
    State state_;
    Milliseconds now_{1'000'000};
    int casts_{0};
};

inline bool is_clean(const State& state, const election::Definition& definition)
{
    const auto& session = state.session;
    return session.typed.empty() && session.chosen.empty() && session.tracker.empty() && session.challenge.empty() && session.browsing.search.empty() &&
           session.browsing.shuffle.empty() && session.browsing.page == 0 && session.comfort == Comfort{} && session.language == definition.languages.front();
}

}  // namespace isoloir::test
