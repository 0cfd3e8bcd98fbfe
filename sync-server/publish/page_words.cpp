#include "sync-server/publish/page_words.hpp"

#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/page_sentences.hpp"

namespace isoloir::publish {

const PageWords& page_words(const Words& words)
{
    return in_language(kPageSentences, words);
}

Words provisional(const Words& words)
{
    const PageWords& own = page_words(words);
    Words changed = words;
    changed.results = own.so_far;
    changed.spent = own.would_be_spent;
    changed.left = own.would_be_left;
    changed.counted_ballots = own.opened_ballots;
    changed.funded = own.would_be_funded;
    changed.not_funded = own.would_not_be_funded;
    changed.none_funded = own.none_would_be_funded;
    changed.is_funded = own.would_be;
    changed.is_not_funded = own.would_not_be;
    return changed;
}

const char* phase_name(const PageWords& words, election::PhaseKind kind)
{
    switch (kind) {
        case election::PhaseKind::deposit: return words.deposit;
        case election::PhaseKind::completion: return words.completion;
        case election::PhaseKind::analysis: return words.analysis;
        case election::PhaseKind::vote: return words.vote;
        case election::PhaseKind::results: break;
    }
    return words.results;
}

}  // namespace isoloir::publish
