#include "sync-server/publish/find_page.hpp"

#include <algorithm>
#include <cctype>

#include "shared/base/crockford.hpp"
#include "shared/base/text.hpp"
#include "sync-server/publish/account.hpp"
#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/find_sentences.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_head.hpp"
#include "sync-server/publish/page_words.hpp"

namespace isoloir::publish {
namespace {

constexpr std::size_t kMaxEcho = 60;  // bytes that are said back in the field

const Finding& finding_of(store::Reason reason, Phase phase, const FindWords& own)
{
    using store::Reason;
    switch (reason) {
        case Reason::accepted: return phase == Phase::counted ? own.counted : own.waits;
        case Reason::superseded: return own.superseded;
        case Reason::duplicate: return own.duplicate;
        case Reason::spoilt: return own.spoilt;
        case Reason::not_on_roll: return own.not_on_roll;
        case Reason::not_open: return own.not_open;
        case Reason::opening: return own.caught;
        default: return own.damaged;
    }
}

std::string card(const char* look, const std::string& heading, const std::string& text, const std::string& more = {})
{
    return "<section id=\"found\" class=\"card " + std::string(look) + "\">" + element("h2", heading) + element("p", text) + more + "</section>";
}

std::string field(const Search& search, const FindWords& own)
{
    const bool wrong = !search.typed.empty() && !search.tracker;
    const std::string echo = search.tracker ? to_crockford(*search.tracker) : search.typed.size() <= kMaxEcho && is_utf8(search.typed) ? search.typed : "";
    return "<form method=\"get\" role=\"search\">" + element("label for=\"tracker\"", own.label) + element("p id=\"hint\" class=\"note\"", own.hint) +
           "<input id=\"tracker\" name=\"tracker\" type=\"text\" value=\"" + escaped(echo) +
           "\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" maxlength=\"40\" required=\"\" aria-describedby=\"" +
           (wrong ? "found hint\" aria-invalid=\"true\"" : "hint\"") + "><button type=\"submit\" class=\"main\">" + escaped(own.search) + "</button></form>";
}

std::string facts(const Search& search, const Words& words, const FindWords& own)
{
    const std::string tracker = to_crockford(*search.tracker);
    return "<dl class=\"phases\"><div>" + element("dt", own.code) + element("dd class=\"code\"", tracker) + "</div><div>" + element("dt", own.place) +
           element("dd", channel_name({search.found->channel}, words)) + "</div><div>" + element("dt", own.number) +
           element("dd", number_in(words, search.found->leaf)) + "</div></dl>";
}

std::string answer(const Search& search, Phase phase, const Words& words, const FindWords& own)
{
    if (search.typed.empty()) return {};
    if (!search.tracker) {
        const auto typed = std::count_if(search.typed.begin(), search.typed.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; });
        return card("bad", own.no_code.heading, filled(own.no_code.text, "{typed}", std::to_string(typed)));
    }
    if (!search.found) {
        const Finding& unknown = phase == Phase::open ? own.unknown : own.unknown_after_close;
        return card("bad", unknown.heading, unknown.text);
    }
    const Finding& finding = finding_of(search.found->reason, phase, own);
    const bool counts = search.found->reason == store::Reason::accepted;
    const std::string address = "/inclusion/" + to_crockford(*search.tracker);
    return card(counts ? "good" : "other", finding.heading, finding.text, facts(search, words, own)) + "<section>" + element("h2", own.meaning.heading) +
           element("p class=\"note\"", own.meaning.text) + "<p>" +
           element("a class=\"button\" href=\"" + address + "\" download=\"" + to_crockford(*search.tracker) + ".json\"", own.proof) + "</p>" +
           element("p class=\"note\"", own.proof_text) + "</section>";
}

}  // namespace

const FindWords& find_words(const Words& words)
{
    return in_language(kFindSentences, words);
}

std::string find_page(const election::Definition& definition, Phase phase, std::string_view language, const Search& search)
{
    const Words& words = words_in(language);
    const FindWords& own = find_words(words);
    const std::string title = page_words(words).find;
    const std::string elsewhere = search.tracker ? "/find?tracker=" + to_crockford(*search.tracker) : "/find";
    const std::string back = "<p class=\"back\">" + element("a href=\"/" + std::string(words.language) + "\"", own.back) + "</p>";
    return page_head(title + " – " + definition.title.in(words.language), words) + "<body>" + page_header(back, elsewhere, words) +
           "<main class=\"wrap narrow\">" + element("h1", title) + answer(search, phase, words, own) + element("p class=\"note before\"", own.lead) +
           field(search, own) + "</main>" + page_footer(definition.contacts, words) + "</body></html>\n";
}

}  // namespace isoloir::publish
