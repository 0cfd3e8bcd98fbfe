#include "sync-server/publish/page_head.hpp"

#include "sync-server/publish/html.hpp"
#include "sync-server/publish/style.hpp"

namespace isoloir::publish {
namespace {

/// Nothing runs and no style holds but what this server has as files of their own; nothing comes from elsewhere.
constexpr const char* kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'self'";

}  // namespace

std::string page_head(const std::string& title, const Words& words, const std::string& scripts)
{
    return "<!doctype html>\n<html lang=\"" + std::string(words.language) +
           "\"><head><meta charset=\"utf-8\">"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
           kContentPolicy +
           "\">"
           "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">" +
           element("title", title) + "<link rel=\"icon\" href=\"" + kIcon + "\"><link rel=\"stylesheet\" href=\"/style.css\">" + scripts + "</head>";
}

std::string page_header(const std::string& first, const std::string& page, const Words& words)
{
    std::string items;
    for (const char* language : kLanguages) {
        const bool current = std::string_view(language) == words.language;
        items += std::string("<li><a href=\"/") + language + escaped(page) + "\" lang=\"" + language + "\" hreflang=\"" + language + "\"" +
                 (current ? " aria-current=\"page\"" : "") + ">" + words_in(language).own_name + "</a></li>";
    }
    return "<header><div class=\"wrap\">" + first + "<nav aria-label=\"" + std::string(words.choose_language) + "\"><ul role=\"list\">" + items +
           "</ul></nav></div></header>";
}

std::string page_footer(const election::Contacts& contacts, const Words& words)
{
    if (contacts.phone.empty() && contacts.mail.empty()) return {};
    std::string html = escaped(words.contact);
    if (!contacts.phone.empty()) html += " " + element("span", contacts.phone);
    if (!contacts.mail.empty()) html += " " + element("a href=\"mailto:" + escaped(contacts.mail) + "\"", contacts.mail);
    return "<footer><div class=\"wrap\">" + html + "</div></footer>";
}

}  // namespace isoloir::publish
