#include "sync-server/publish/sorry_page.hpp"

#include <algorithm>

#include "sync-server/publish/columns.hpp"
#include "sync-server/publish/html.hpp"
#include "sync-server/publish/page_head.hpp"

namespace isoloir::publish {
namespace {

struct SorryWords {
    const char* heading;
    const char* text;
    const char* way;  // link to the first page
};

constexpr const char* kWayFr = "Vers la page du vote";
constexpr const char* kWayNl = "Naar de pagina van de stemming";
constexpr const char* kWayDe = "Zur Seite der Abstimmung";
constexpr const char* kWayEn = "To the page of the vote";

// In the order of kLanguages.
constexpr std::array<SorryWords, kLanguages.size()> kNoSuchPage{
    SorryWords{"Cette page n’existe pas", "L’adresse est peut-être coupée ou mal recopiée.", kWayFr},
    SorryWords{"Deze pagina bestaat niet", "Het adres is misschien afgebroken of slecht overgeschreven.", kWayNl},
    SorryWords{"Diese Seite gibt es nicht", "Die Adresse ist vielleicht abgeschnitten oder falsch abgeschrieben.", kWayDe},
    SorryWords{"This page does not exist", "The address may be cut or badly copied.", kWayEn},
};
constexpr std::array<SorryWords, kLanguages.size()> kNoVoteYet{
    SorryWords{"Aucun vote n’est encore publié ici", "Revenez plus tard.", nullptr},
    SorryWords{"Hier is nog geen stemming gepubliceerd", "Kom later terug.", nullptr},
    SorryWords{"Hier ist noch keine Abstimmung veröffentlicht", "Kommen Sie später wieder.", nullptr},
    SorryWords{"No vote is published here yet", "Come back later.", nullptr},
};
constexpr std::array<SorryWords, kLanguages.size()> kCannotNow{
    SorryWords{"Le serveur ne peut pas répondre maintenant", "Rien n’est perdu. Réessayez dans quelques minutes.", kWayFr},
    SorryWords{"De server kan nu niet antwoorden", "Er is niets verloren. Probeer het over enkele minuten opnieuw.", kWayNl},
    SorryWords{"Der Server kann gerade nicht antworten", "Es ist nichts verloren. Versuchen Sie es in ein paar Minuten noch einmal.", kWayDe},
    SorryWords{"The server cannot answer now", "Nothing is lost. Try again in a few minutes.", kWayEn},
};

const std::array<SorryWords, kLanguages.size()>& words_of(Sorry sorry)
{
    switch (sorry) {
        case Sorry::no_such_page: return kNoSuchPage;
        case Sorry::no_vote_yet: return kNoVoteYet;
        case Sorry::cannot_now: break;
    }
    return kCannotNow;
}

std::string section(const SorryWords& own, const std::string& language, const std::string& heading)
{
    std::string html = "<section lang=\"" + language + "\">" + element(heading, own.heading) + element("p class=\"note\"", own.text);
    if (own.way != nullptr) html += "<p>" + element("a href=\"/" + language + "\"", own.way) + "</p>";
    return html + "</section>";
}

}  // namespace

std::string sorry_page(Sorry sorry, std::string_view language)
{
    const auto& all = words_of(sorry);
    const bool alone = std::find(kLanguages.begin(), kLanguages.end(), language) != kLanguages.end();
    const Words& words = words_in(language);
    std::string sections;
    for (const char* one : kLanguages)
        if (!alone || one == language) sections += section(in_language(all, words_in(one)), one, sections.empty() ? "h1" : "h2");
    return page_head(in_language(all, words).heading, words) + "<body><main class=\"wrap narrow\">" + sections + "</main></body></html>\n";
}

}  // namespace isoloir::publish
