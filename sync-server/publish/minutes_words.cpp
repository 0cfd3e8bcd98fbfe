#include "sync-server/publish/minutes_words.hpp"

#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/minutes_sentences.hpp"
#include "sync-server/publish/standing.hpp"

namespace isoloir::publish {

const MinutesWords& minutes_words(const Words& words)
{
    return in_language(kMinutesSentences, words);
}

std::string period_in(const Words& words, const election::Definition& definition)
{
    const election::Phase* vote = vote_phase(definition);
    return vote == nullptr ? "" : date_in(words, vote->from) + " " + minutes_words(words).until + " " + date_in(words, vote->until);
}

std::string line_in(const Words& words, Money spent, Money envelope)
{
    const std::string line = filled(filled(minutes_words(words).line, "{spent}", amount_in(words, spent)), "{envelope}", amount_in(words, envelope));
    return filled(line, "{left}", amount_in(words, envelope - spent));
}

std::string check_in(const Words& words, const std::string& site)
{
    const MinutesWords& own = minutes_words(words);
    return filled(own.check, "{site}", site.empty() ? own.site : "https://" + site);
}

}  // namespace isoloir::publish
