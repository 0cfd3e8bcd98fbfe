#include "sync-server/publish/words.hpp"

namespace isoloir::publish {
namespace {

constexpr const char* kThin = "\u202f";
constexpr const char* kHard = "\u00a0";

constexpr std::array kWords{
    Words{"fr", "Français", "Résultat", "Le vote est ouvert", "Le vote est clos, le dépouillement vient", "Dépouillé", "Participation",
          "bulletins acceptés", "Par lieu de vote", "En ligne", "Lieu inconnu", "Enveloppe", "Attribué", "Reste", "Projets financés",
          "Projets non financés", "Fin de l’enveloppe", "voix", "voix", "Dépasse ce qui reste de l’enveloppe", "Aucune voix",
          "Réunion des urnes", "acceptés", "écartés : la personne avait déjà voté", "nuls", "refusés", "falsifié ou abîmé",
          "d’une borne qui n’est pas admise", "d’une borne copiée", "hors de l’élection ou de ses heures", "ligne en ligne non valable",
          "Vérifier", "Ce point de contrôle signé couvre tout ce qui est dans le journal. Gardez-le : rien ne peut en disparaître sans que cela se voie.",
          "enregistrements dans le journal", "Lieu", "Aucun choix n’est connu avant le dépouillement : les bulletins restent scellés."},
    Words{"nl", "Nederlands", "Resultaat", "De stemming is open", "De stemming is gesloten, de telling volgt", "Geteld", "Deelname",
          "aanvaarde stembiljetten", "Per stemplaats", "Online", "Onbekende plaats", "Enveloppe", "Toegekend", "Rest", "Gefinancierde projecten",
          "Niet gefinancierde projecten", "Einde van de enveloppe", "stemmen", "stem", "Past niet in wat overblijft van de enveloppe", "Geen stemmen",
          "Samenvoeging van de stembussen", "aanvaard", "terzijde: deze persoon had al gestemd", "ongeldig", "geweigerd", "vervalst of beschadigd",
          "van een niet toegelaten stemzuil", "van een gekopieerde stemzuil", "buiten de stemming of haar uren", "ongeldige onlineregel",
          "Nagaan", "Dit ondertekende controlepunt dekt alles wat in het logboek staat. Bewaar het: niets kan er ongemerkt uit verdwijnen.",
          "vermeldingen in het logboek", "Plaats", "Geen enkele keuze is bekend vóór de telling: de stembiljetten blijven verzegeld."},
    Words{"de", "Deutsch", "Ergebnis", "Die Abstimmung läuft", "Die Abstimmung ist geschlossen, die Auszählung folgt", "Ausgezählt", "Beteiligung",
          "angenommene Stimmzettel", "Nach Wahlort", "Online", "Unbekannter Ort", "Budget", "Vergeben", "Rest", "Finanzierte Projekte",
          "Nicht finanzierte Projekte", "Ende des Budgets", "Stimmen", "Stimme", "Passt nicht mehr in den Rest des Budgets", "Keine Stimmen",
          "Zusammenführung der Urnen", "angenommen", "beiseitegelegt: diese Person hatte schon abgestimmt", "ungültig", "abgelehnt",
          "gefälscht oder beschädigt", "von einem nicht zugelassenen Gerät", "von einem kopierten Gerät", "außerhalb der Abstimmung oder ihrer Zeiten",
          "ungültige Online-Zeile", "Nachprüfen",
          "Dieser signierte Prüfpunkt deckt alles ab, was im Protokoll steht. Bewahren Sie ihn auf: nichts kann unbemerkt daraus verschwinden.",
          "Einträge im Protokoll", "Ort", "Vor der Auszählung ist keine Wahl bekannt: die Stimmzettel bleiben versiegelt."},
    Words{"en", "English", "Result", "The poll is open", "The poll is closed, the count follows", "Counted", "Participation",
          "ballots accepted", "By polling place", "Online", "Unknown place", "Envelope", "Granted", "Left", "Funded projects",
          "Projects not funded", "The envelope ends here", "votes", "vote", "Costs more than is left of the envelope", "No votes",
          "Merging the urns", "accepted", "set aside: this person had already voted", "invalid", "refused", "forged or damaged",
          "from a terminal that is not admitted", "from a copied terminal", "outside the election or its hours", "online line that is not valid",
          "Check it", "This signed checkpoint covers everything in the log. Keep it: nothing can vanish from the log unseen.",
          "records in the log", "Place", "No choice is known before the count: ballots stay sealed."},
};

std::string grouped(std::uint64_t number, const char* separator)
{
    const std::string digits = std::to_string(number);
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i != 0 && (digits.size() - i) % 3 == 0) text += separator;
        text += digits[i];
    }
    return text;
}

}  // namespace

const Words& words_in(std::string_view language)
{
    for (const Words& words : kWords)
        if (words.language == language) return words;
    return kWords.front();
}

const char* public_reason(const Words& words, store::Reason reason)
{
    using store::Reason;
    switch (reason) {
    case Reason::unknown_terminal:
    case Reason::revoked:
    case Reason::not_yet_valid: return words.stranger;
    case Reason::fork:
    case Reason::after_fork: return words.cloned;
    case Reason::foreign_election:
    case Reason::after_close:
    case Reason::not_open: return words.out_of_time;
    case Reason::online_voter:
    case Reason::online_choice: return words.bad_line;
    case Reason::duplicate: return words.duplicates;
    default: return words.forged;
    }
}

std::string number_in(const Words& words, std::uint64_t number)
{
    const std::string_view language = words.language;
    return grouped(number, language == "fr" ? kThin : language == "en" ? "," : ".");
}

std::string amount_in(const Words& words, Money amount)
{
    const std::string_view language = words.language;
    const auto cents = static_cast<std::uint64_t>(amount.cents);
    std::string text = number_in(words, cents / 100);
    if (cents % 100 != 0) text += (language == "en" ? "." : ",") + std::to_string(cents % 100 / 10) + std::to_string(cents % 10);
    if (language == "en") return "€" + text;
    if (language == "nl") return std::string("€") + kHard + text;
    return text + kHard + "€";
}

}  // namespace isoloir::publish
