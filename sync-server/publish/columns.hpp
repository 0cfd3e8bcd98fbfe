#pragma once
// What stands above the columns of a ranking, in the four languages of kLanguages.

#include <algorithm>

#include "sync-server/publish/words.hpp"

namespace isoloir::publish {

struct Columns {
    const char* rank;
    const char* reference;
    const char* project;
    const char* place;
    const char* theme;
    const char* cost;
    const char* votes;
    const char* points;
    const char* spent;  // what the funded projects cost up to here
    const char* verdict;
    const char* reason;
};

inline constexpr std::array<Columns, kLanguages.size()> kColumns{
    Columns{"Rang", "Référence", "Projet", "Lieu", "Thème", "Coût", "Voix", "Points", "Cumul", "Décision", "Motif"},
    Columns{"Plaats", "Referentie", "Project", "Locatie", "Thema", "Kostprijs", "Stemmen", "Punten", "Cumulatief", "Beslissing", "Reden"},
    Columns{"Rang", "Referenz", "Projekt", "Ort", "Thema", "Kosten", "Stimmen", "Punkte", "Kumuliert", "Entscheidung", "Begründung"},
    Columns{"Rank", "Reference", "Project", "Place", "Theme", "Cost", "Votes", "Points", "Cumulated", "Verdict", "Reason"},
};

/// What belongs to the language of `words`, of something that there is in each.
template <class Each>
const Each& in_language(const std::array<Each, kLanguages.size()>& each, const Words& words)
{
    const auto found = std::find(kLanguages.begin(), kLanguages.end(), std::string_view(words.language));
    return each[static_cast<std::size_t>(found - kLanguages.begin())];
}

}  // namespace isoloir::publish
