#pragma once
// The rounds of a count as they are told: rounded and with words; exact numbers stand in the files.

#include <optional>

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

/// What made a project the best of its round.
struct Decided {
    std::string text;    // "12,40 € par personne"
    std::string note{};  // "0,2004 € par 1 000 € de coût", where that is what was compared
};
Decided decided_in(const Words& words, const election::Definition& definition, const count::Round& round);

/// That the rounds are not told, where that is so: of few ballots they would say too much.
std::string kept_back_in(const Words& words, const election::Definition& definition, const count::Outcome& outcome);

/// Whether supporters say more than what decided.
bool tells_supporters(const election::Definition& definition);
/// Whether it is known of a round who gave all they had left.
bool tells_who_gave_all(const election::Definition& definition);

/// What there was for a project whose cost was too much for that; nothing where money did not decide, or it is kept back.
std::optional<Money> there_was(const election::Definition& definition, const count::RankedProject& ranked);

}  // namespace isoloir::publish
