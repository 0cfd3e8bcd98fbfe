#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/election/election.hpp"

namespace isoloir::test {

/// Builds a definition that every check passes: an_election().with_projects(9).build().
class AnElection {
public:
    /// n projects of 10 000, 20 000, … euros, ids "p1" to "pn".
    AnElection& with_projects(std::size_t n)
    {
        definition_.projects.clear();
        for (std::size_t i = 1; i <= n; ++i) {
            const std::string number = std::to_string(i);
            definition_.projects.push_back({"p" + number,
                                            {{{"fr", "Projet " + number}}},
                                            {{{"fr", "Le projet numéro " + number + "."}}},
                                            Money{static_cast<std::int64_t>(i) * 1'000'000},
                                            "Namur",
                                            "nature",
                                            "Comité " + number,
                                            std::nullopt});
        }
        definition_.ballot.max_projects = static_cast<std::uint32_t>(n);
        return *this;
    }
    /// One project for each cost, in euros.
    AnElection& with_costs(const std::vector<std::int64_t>& euros)
    {
        with_projects(euros.size());
        for (std::size_t i = 0; i < euros.size(); ++i) with_cost(i, Money{euros[i] * 100});
        return *this;
    }
    AnElection& with_envelope(Money envelope)
    {
        definition_.envelope = envelope;
        definition_.ballot.max_cost = envelope;
        return *this;
    }
    AnElection& without_ceiling()
    {
        definition_.ballot.max_cost.reset();
        return *this;
    }
    AnElection& with_limits(std::uint32_t least, std::uint32_t most)
    {
        definition_.ballot.min_projects = least;
        definition_.ballot.max_projects = most;
        return *this;
    }
    /// Ballots of points; their limits on the number of projects stay.
    AnElection& with_points(std::uint32_t for_one, std::uint32_t for_all)
    {
        definition_.ballot.kind = election::BallotKind::points;
        definition_.ballot.max_points = for_one;
        definition_.ballot.max_sum_points = for_all;
        return *this;
    }
    AnElection& with_ranking(std::uint32_t places)
    {
        definition_.ballot.kind = election::BallotKind::ranking;
        definition_.ballot.max_projects = places;
        return *this;
    }
    AnElection& with_cost(std::size_t project, Money cost)
    {
        definition_.projects.at(project).cost = cost;
        return *this;
    }
    AnElection& with_rule(election::Rule rule)
    {
        definition_.rule = rule;
        return *this;
    }
    AnElection& with_ties(election::TieBreak ties)
    {
        definition_.ties = ties;
        return *this;
    }
    AnElection& with_minimum_age(std::uint32_t years)
    {
        definition_.eligibility.minimum_age = years;
        return *this;
    }
    /// Only who stands on the electoral roll votes.
    AnElection& with_roll()
    {
        definition_.eligibility.roll = true;
        return *this;
    }
    AnElection& with_precedence(election::Precedence precedence)
    {
        definition_.precedence = precedence;
        return *this;
    }
    /// The ranking shows while the vote goes on. @param least  ballots that are opened together
    AnElection& with_live_ranking(std::uint32_t least)
    {
        definition_.ranking = election::Ranking::live;
        definition_.batch_minimum = least;
        return *this;
    }
    election::Definition build() const { return definition_; }

private:
    election::Definition definition_ = [] {
        election::Definition definition;
        definition.title.by_language = {{"fr", "Budget participatif"}, {"nl", "Burgerbegroting"}, {"de", "Bürgerhaushalt"}, {"en", "Participatory budget"}};
        definition.description.by_language = {{"fr", "Vous décidez."}};
        definition.languages = {"fr", "nl", "de", "en"};
        definition.phases = {{election::PhaseKind::vote, "2026-01-01", "2026-12-31"}};
        definition.envelope = Money{20'000'000};
        definition.ballot.max_cost = definition.envelope;
        definition.eligibility = {16, true, true};
        definition.contacts = {"081 00 00 00", "budget@example.org", "vote.example.org"};
        return definition;
    }();
};

inline AnElection an_election()
{
    return AnElection().with_projects(9);
}

}  // namespace isoloir::test
