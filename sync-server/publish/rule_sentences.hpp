#pragma once
// The words of rule_words.hpp, one language after the other in the order of kLanguages.

#include "sync-server/publish/rule_words.hpp"

namespace isoloir::publish {

inline constexpr std::array<RuleWords, kLanguages.size()> kRuleSentences{
    RuleWords{
        .heading = "Comment les projets ont été choisis",
        .named = "Chaque bulletin qui nomme un projet lui donne une voix.",
        .places = "Sur chaque bulletin, le projet préféré reçoit {most} points, le suivant un de moins, et ainsi de suite.",
        .borda = "Sur chaque bulletin, un projet reçoit un point de Borda pour chaque projet placé après lui.",
        .in_order = "Les projets passent dans l’ordre de leurs {measure}, du plus grand nombre au plus petit.",
        .per_cost = "Pour chaque projet, on regarde combien il a de {measure} par {amount} de coût\u00a0: le plus grand nombre passe d’abord.",
        .fits_or_next = "Chacun est financé s’il tient dans ce qui reste de l’enveloppe\u00a0; sinon, le suivant passe.",
        .fits_or_end = "Chacun est financé s’il tient dans ce qui reste de l’enveloppe\u00a0; le premier qui n’y tient pas met fin au compte.",
        .shared = "L’enveloppe est partagée à parts égales entre toutes les personnes qui ont voté\u00a0; la part de chacune ne paie que des projets qu’elle a "
                  "choisis.",
        .pays_least = "Les personnes qui ont choisi un projet se partagent son coût. À chaque tour, on finance celui pour lequel chacune a le moins à payer.",
        .pays_least_of_cost = "Les personnes qui ont choisi un projet se partagent son coût. À chaque tour, on finance celui pour lequel chacune a le moins à "
                              "payer par {amount} de coût.",
        .pays_least_for_each = "Les personnes qui ont choisi un projet se partagent son coût\u00a0; qui lui a donné plus de {many} paie plus. À chaque tour, "
                               "on finance celui pour lequel un {one} revient le moins cher.",
        .gives_all = "Qui n’a plus assez donne tout ce qui lui reste, et les autres paient un peu plus. On continue tant qu’un projet peut être payé ainsi.",
        .each_had = "Chaque personne disposait de {share}.",
        .add1 = "S’il reste de quoi financer d’autres projets, tout est refait avec {unit} de plus par personne, encore et encore, tant que l’ensemble tient "
                "dans l’enveloppe.",
        .each_had_at_last = "La dernière fois, chaque personne disposait de {share}.",
        .then_in_order = "Ce qui reste à la fin va aux autres projets, dans l’ordre de leurs {measure}, à chacun qui y tient encore.",
        .then_per_cost = "Ce qui reste à la fin va aux autres projets, dans l’ordre de leurs {measure} par {amount} de coût, à chacun qui y tient encore.",
        .phragmen =
            "Le coût de chaque projet financé est une charge pour les personnes qui l’ont choisi\u00a0: il s’ajoute à ce qu’elles portent déjà, et le tout est "
            "réparti pour que chacune porte autant. À chaque tour, on finance le projet après lequel ces personnes portent le moins. Le compte s’arrête "
            "quand ce projet ne tient plus dans l’enveloppe.",
        .equal_shares = "C’est la méthode des parts égales (en anglais\u00a0: Method of Equal Shares).",
        .phragmens = "C’est la règle de Phragmén.",
        .tie_by_id = "À égalité, les projets passent dans l’ordre alphabétique de leur référence.",
        .tie_by_order = "À égalité, les projets passent dans l’ordre du bulletin.",
        .tie_by_lowest = "À égalité, le projet le moins cher passe d’abord.",
        .tie_by_highest = "À égalité, le projet le plus cher passe d’abord.",
    },
    RuleWords{
        .heading = "Hoe de projecten gekozen zijn",
        .named = "Elk stembiljet dat een project noemt, geeft het één stem.",
        .places = "Op elk stembiljet krijgt het project van eerste voorkeur {most} punten, het volgende één minder, enzovoort.",
        .borda = "Op elk stembiljet krijgt een project één Borda-punt voor elk project dat erna staat.",
        .in_order = "De projecten komen aan de beurt in volgorde van hun {measure}, het grootste aantal eerst.",
        .per_cost = "Voor elk project wordt gekeken hoeveel {measure} het heeft per {amount} die het kost: het grootste aantal komt eerst aan de beurt.",
        .fits_or_next = "Elk wordt gefinancierd als het past in wat overblijft van de enveloppe; zo niet, dan is het volgende aan de beurt.",
        .fits_or_end = "Elk wordt gefinancierd als het past in wat overblijft van de enveloppe; het eerste dat niet past, maakt een einde aan de telling.",
        .shared = "De enveloppe wordt gelijk verdeeld onder iedereen die gestemd heeft; ieders deel betaalt alleen voor projecten die deze persoon koos.",
        .pays_least = "Wie een project koos, deelt de kosten ervan. In elke ronde wordt het project gefinancierd waarvoor ieder het minst moet betalen.",
        .pays_least_of_cost = "Wie een project koos, deelt de kosten ervan. In elke ronde wordt het project gefinancierd waarvoor ieder het minst moet betalen "
                              "per {amount} kostprijs.",
        .pays_least_for_each = "Wie een project koos, deelt de kosten ervan; wie er meer {many} aan gaf, betaalt meer. In elke ronde wordt het project "
                               "gefinancierd waarvoor een {one} het minst kost.",
        .gives_all =
            "Wie niet genoeg meer heeft, geeft alles wat overblijft, en de anderen betalen wat meer. Dat gaat door zolang een project zo betaald kan worden.",
        .each_had = "Ieder beschikte over {share}.",
        .add1 = "Als er geld overblijft voor andere projecten, begint alles opnieuw met {unit} meer per persoon, telkens weer, zolang het geheel in de "
                "enveloppe past.",
        .each_had_at_last = "De laatste keer beschikte ieder over {share}.",
        .then_in_order = "Wat aan het einde overblijft, gaat naar de andere projecten, in volgorde van hun {measure}, telkens als het er nog in past.",
        .then_per_cost = "Wat aan het einde overblijft, gaat naar de andere projecten, in volgorde van hun {measure} per {amount} die ze kosten, telkens als "
                         "het er nog in past.",
        .phragmen =
            "De kostprijs van elk gefinancierd project is een last voor wie het koos: hij komt bij wat zij al dragen, en het geheel wordt zo verdeeld dat "
            "ieder "
            "van hen evenveel draagt. In elke ronde wordt het project gefinancierd waarna zij het minst dragen. De telling eindigt als dat project niet "
            "meer in de enveloppe past.",
        .equal_shares = "Dit is de methode van de gelijke delen (in het Engels: Method of Equal Shares).",
        .phragmens = "Dit is de regel van Phragmén.",
        .tie_by_id = "Bij gelijke stand komen de projecten aan de beurt in alfabetische volgorde van hun referentie.",
        .tie_by_order = "Bij gelijke stand komen de projecten aan de beurt in de volgorde van het stembiljet.",
        .tie_by_lowest = "Bij gelijke stand komt het goedkoopste project eerst.",
        .tie_by_highest = "Bij gelijke stand komt het duurste project eerst.",
    },
    RuleWords{
        .heading = "Wie die Projekte ausgewählt wurden",
        .named = "Jeder Stimmzettel, der ein Projekt nennt, gibt ihm eine Stimme.",
        .places = "Auf jedem Stimmzettel erhält das bevorzugte Projekt {most} Punkte, das nächste einen weniger, und so weiter.",
        .borda = "Auf jedem Stimmzettel erhält ein Projekt einen Borda-Punkt für jedes Projekt, das nach ihm steht.",
        .in_order = "Die Projekte sind in der Reihenfolge ihrer {measure} dran, die größte Zahl zuerst.",
        .per_cost = "Für jedes Projekt wird geprüft, wie viele {measure} es je {amount} seiner Kosten hat: die größte Zahl ist zuerst dran.",
        .fits_or_next = "Jedes wird finanziert, wenn es in den Rest des Budgets passt; wenn nicht, ist das nächste dran.",
        .fits_or_end = "Jedes wird finanziert, wenn es in den Rest des Budgets passt; das erste, das nicht passt, beendet die Auszählung.",
        .shared =
            "Das Budget wird zu gleichen Teilen auf alle verteilt, die abgestimmt haben; jeder Teil zahlt nur für Projekte, die diese Person gewählt hat.",
        .pays_least = "Alle, die ein Projekt gewählt haben, teilen sich seine Kosten. In jeder Runde wird das Projekt finanziert, für das jede Person am "
                      "wenigsten zahlen muss.",
        .pays_least_of_cost = "Alle, die ein Projekt gewählt haben, teilen sich seine Kosten. In jeder Runde wird das Projekt finanziert, für das jede Person "
                              "je {amount} Kosten am wenigsten zahlen muss.",
        .pays_least_for_each = "Alle, die ein Projekt gewählt haben, teilen sich seine Kosten: wer ihm mehr {many} gab, zahlt mehr. In jeder Runde wird das "
                               "Projekt finanziert, bei dem ein {one} am wenigsten kostet.",
        .gives_all = "Wer nicht mehr genug hat, gibt alles, was übrig ist, und die anderen zahlen etwas mehr. Das geht weiter, solange ein Projekt so bezahlt "
                     "werden kann.",
        .each_had = "Jede Person verfügte über {share}.",
        .add1 = "Bleibt Geld für andere Projekte, beginnt alles von vorn mit {unit} mehr je Person, immer wieder, solange das Ganze ins Budget passt.",
        .each_had_at_last = "Beim letzten Mal verfügte jede Person über {share}.",
        .then_in_order = "Was am Ende übrig ist, geht an die anderen Projekte, in der Reihenfolge ihrer {measure}, an jedes, das noch hineinpasst.",
        .then_per_cost =
            "Was am Ende übrig ist, geht an die anderen Projekte, in der Reihenfolge ihrer {measure} je {amount} Kosten, an jedes, das noch hineinpasst.",
        .phragmen =
            "Die Kosten jedes finanzierten Projekts sind eine Last für alle, die es gewählt haben: sie kommt zu dem, was sie schon tragen, und das Ganze wird "
            "so "
            "verteilt, dass alle von ihnen gleich viel tragen. In jeder Runde wird das Projekt finanziert, nach dem sie am wenigsten tragen. Die Auszählung "
            "endet, wenn dieses Projekt nicht mehr ins Budget passt.",
        .equal_shares = "Das ist die Methode der gleichen Anteile (englisch: Method of Equal Shares).",
        .phragmens = "Das ist die Regel von Phragmén.",
        .tie_by_id = "Bei Gleichstand gilt die alphabetische Reihenfolge der Referenzen.",
        .tie_by_order = "Bei Gleichstand gilt die Reihenfolge des Stimmzettels.",
        .tie_by_lowest = "Bei Gleichstand kommt das günstigere Projekt zuerst.",
        .tie_by_highest = "Bei Gleichstand kommt das teurere Projekt zuerst.",
    },
    RuleWords{
        .heading = "How the projects were chosen",
        .named = "Each ballot that names a project gives it one vote.",
        .places = "On each ballot, the preferred project receives {most} points, the next one point fewer, and so on.",
        .borda = "On each ballot, a project receives one Borda point for each project that stands after it.",
        .in_order = "Projects take their turn in the order of their {measure}, the greatest number first.",
        .per_cost = "For each project we look at how many {measure} it has for each {amount} of its cost: the greatest number goes first.",
        .fits_or_next = "Each is funded if it fits what is left of the envelope; if not, the next has its turn.",
        .fits_or_end = "Each is funded if it fits what is left of the envelope; the first that does not fit ends the count.",
        .shared = "The envelope is shared equally among everybody who voted; each person’s share pays only for projects which that person chose.",
        .pays_least = "Those who chose a project share its cost. In each round the project is funded for which each of them has the least to pay.",
        .pays_least_of_cost =
            "Those who chose a project share its cost. In each round the project is funded for which each of them has the least to pay per {amount} of cost.",
        .pays_least_for_each =
            "Those who chose a project share its cost: who gave it more {many} pays more. In each round the project is funded for which one {one} costs least.",
        .gives_all =
            "Whoever has too little left gives all of it, and the others pay a little more. This goes on as long as a project can be paid for in this way.",
        .each_had = "Each person had {share}.",
        .add1 = "Where money is left for other projects, all begins again with {unit} more for each person, again and again, as long as the whole fits the "
                "envelope.",
        .each_had_at_last = "The last time, each person had {share}.",
        .then_in_order = "What is left in the end goes to the other projects, in the order of their {measure}, to each that still fits.",
        .then_per_cost =
            "What is left in the end goes to the other projects, in the order of their {measure} for each {amount} of cost, to each that still fits.",
        .phragmen =
            "The cost of each funded project is a burden on those who chose it: it is added to what they carry already, and all of it is spread so that each "
            "of them carries the same. In each round the project is funded after which they carry the least. The count ends when that project no longer fits "
            "the envelope.",
        .equal_shares = "This is the Method of Equal Shares.",
        .phragmens = "This is Phragmén’s rule.",
        .tie_by_id = "Between equals, projects take their turn in the alphabetical order of their references.",
        .tie_by_order = "Between equals, projects take their turn in the order of the ballot.",
        .tie_by_lowest = "Between equals, the cheaper project goes first.",
        .tie_by_highest = "Between equals, the more expensive project goes first.",
    },
};

}  // namespace isoloir::publish
