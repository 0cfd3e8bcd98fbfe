#include "sync-server/publish/page.hpp"

#include "shared/base/encoding.hpp"
#include "shared/crypto/hash.hpp"
#include "sync-server/publish/account.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/ranking.hpp"
#include "sync-server/publish/style.hpp"
#include "sync-server/publish/take_away.hpp"

namespace isoloir::publish {
namespace {

/// Nothing runs, nothing is fetched, no other style holds: also where the page is saved and opened without its server.
std::string content_policy()
{
    return "default-src 'none'; img-src data:; style-src 'sha256-" + to_base64(crypto::sha256(bytes_of(kStyle))) + "'; base-uri 'none'; form-action 'none'";
}

std::string languages(const Words& words)
{
    std::string items;
    for (const char* language : kLanguages) {
        const bool current = std::string_view(language) == words.language;
        items += std::string("<li><a href=\"/") + language + "\" lang=\"" + language + "\" hreflang=\"" + language + "\"" +
                 (current ? " aria-current=\"page\"" : "") + ">" + words_in(language).own_name + "</a></li>";
    }
    return "<nav aria-label=\"" + std::string(words.choose_language) + "\"><ul role=\"list\">" + items + "</ul></nav>";
}

std::string state(Phase phase, const Words& words)
{
    switch (phase) {
        case Phase::open: return element("p class=\"state open\"", words.open_now);
        case Phase::closed: return element("p class=\"state closed\"", words.closed_now);
        case Phase::counted: return element("p class=\"state counted\"", words.counted_now);
    }
    return {};
}

std::string head(const Standing& standing, const Words& words)
{
    const std::string title = standing.package.definition.title.in(words.language) + " – " + words.results;
    return "<!doctype html>\n<html lang=\"" + std::string(words.language) +
           "\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
           content_policy() +
           "\">"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">" +
           element("title", title) + "<link rel=\"icon\" href=\"" + kIcon + "\"><style>" + kStyle + "</style></head>";
}

std::string contacts(const election::Contacts& contacts, const Words& words)
{
    if (contacts.phone.empty() && contacts.mail.empty()) return {};
    std::string html = escaped(words.contact);
    if (!contacts.phone.empty()) html += " " + element("span", contacts.phone);
    if (!contacts.mail.empty()) html += " " + element("a href=\"mailto:" + escaped(contacts.mail) + "\"", contacts.mail);
    return "<footer><div class=\"wrap\">" + html + "</div></footer>";
}

}  // namespace

std::string result_page(const Standing& standing, std::string_view language)
{
    const Words& words = words_in(language);
    const auto& definition = standing.package.definition;
    std::string html = head(standing, words) + "<body><header><div class=\"wrap\">" + state(standing.phase, words) + languages(words) +
                       "</div></header><main class=\"wrap\">" + element("h1", definition.title, words.language);
    // Most descriptions invite to vote: once the poll is closed, they would mislead.
    if (standing.phase == Phase::open && !definition.description.in(words.language).empty())
        html += element("p class=\"lead\"", definition.description, words.language);
    if (const auto* outcome = public_outcome(standing)) html += envelope_card(definition, *outcome, words) + ranking(definition, *outcome, words);
    else html += participation(standing, words);
    return html + take_away(standing, words) + by_place(standing, words) + merge_report(standing, words) + proof(standing, words) + "</main>" +
           contacts(definition.contacts, words) + "</body></html>\n";
}

}  // namespace isoloir::publish
