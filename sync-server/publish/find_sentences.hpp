#pragma once
// The words of find_words.hpp, one language after the other in the order of kLanguages.

#include "sync-server/publish/find_words.hpp"

namespace isoloir::publish {

inline constexpr std::array<FindWords, kLanguages.size()> kFindSentences{
    FindWords{
        .lead = "Votre ticket porte un code de quatre groupes de quatre lettres et chiffres. Tapez-le ici : vous verrez si votre bulletin est arrivé, et s’il "
                "compte.",
        .label = "Code du ticket",
        .hint = "Par exemple 7K2M-9QDX-04TZ-B8HC. Majuscules ou minuscules, avec ou sans tirets.",
        .search = "Chercher mon bulletin",
        .back = "Participation et résultat",
        .no_code = {"Ce code n’est pas complet",
                    "Un code a seize lettres et chiffres, et jamais la lettre U. Vous en avez tapé {typed}. Reprenez-le sur votre ticket, "
                    "groupe par groupe."},
        .unknown = {"Ce bulletin n’est pas encore là",
                    "Relisez d’abord le code : un seul caractère suffit. S’il est juste, votre bulletin attend sans doute dans la "
                    "borne : une salle sans réseau envoie ses bulletins plus tard. Il n’est pas perdu. Revenez demain, et gardez "
                    "votre ticket."},
        .unknown_after_close = {"Ce bulletin n’est pas dans le journal",
                                "Relisez d’abord le code : un seul caractère suffit. S’il est juste, appelez-nous avec votre "
                                "ticket en main : le vote est clos, et votre bulletin devrait être là."},
        .waits = {"Votre bulletin est bien arrivé", "Il est dans le journal, scellé, et il sera compté au dépouillement. Vous n’avez plus rien à faire."},
        .counted = {"Votre bulletin est compté", "Il est dans le journal et fait partie des bulletins dépouillés."},
        .superseded = {"Un autre de vos bulletins compte à sa place",
                       "Vous avez voté plus d’une fois. Selon la règle de ce vote, c’est un autre bulletin de vous qui "
                       "compte. Celui-ci reste dans le journal, et n’est pas compté."},
        .duplicate = {"Un autre de vos bulletins compte déjà",
                      "Vous aviez déjà voté : une personne, un seul bulletin. Celui-ci reste dans le journal, et n’est pas "
                      "compté."},
        .spoilt = {"Ce bulletin a servi à contrôler une borne",
                   "Il a été ouvert pour vous montrer ce que la borne avait scellé : il n’est jamais compté. Le bulletin que "
                   "vous avez déposé ensuite porte un autre code."},
        .not_on_roll = {"Ce bulletin n’est pas compté : il manque un nom sur la liste",
                        "La personne qui a voté n’était pas sur la liste électorale. Si c’est une erreur, "
                        "appelez-nous : une fois la liste corrigée, elle peut voter à nouveau."},
        .not_open = {"Ce bulletin n’est pas compté : la salle n’était pas ouverte",
                     "Il a été déposé en dehors des heures de vote de sa salle. Appelez-nous avec votre "
                     "ticket en main."},
        .caught = {"Ce bulletin n’est pas compté : sa borne a triché",
                   "La borne a montré un autre bulletin que celui qu’elle avait scellé. Elle est mise hors service ; "
                   "appelez-nous avec votre ticket en main."},
        .damaged = {"Ce bulletin n’est pas compté : il est abîmé",
                    "Il est dans le journal, mais il ne peut pas être lu sans doute possible. Ce n’est pas votre faute. "
                    "Appelez-nous avec votre ticket en main."},
        .code = "Code",
        .place = "Lieu de vote",
        .number = "Numéro dans le journal",
        .meaning = {"Ce que cela veut dire",
                    "Votre bulletin est scellé : ni ce code ni cette page ne disent ce que vous avez choisi. Le code montre seulement que votre "
                    "bulletin est là, et que personne ne l’a retiré ni changé."},
        .proof = "Télécharger la preuve",
        .proof_text = "Un petit fichier, pour qu’une personne de votre choix le contrôle sans nous.",
    },
    FindWords{
        .lead =
            "Op uw ticket staat een code van vier groepen van vier letters en cijfers. Typ ze hier: u ziet of uw stembiljet is aangekomen en of het meetelt.",
        .label = "Code op het ticket",
        .hint = "Bijvoorbeeld 7K2M-9QDX-04TZ-B8HC. Hoofdletters of kleine letters, met of zonder streepjes.",
        .search = "Mijn stembiljet zoeken",
        .back = "Deelname en resultaat",
        .no_code = {"Deze code is niet volledig",
                    "Een code heeft zestien letters en cijfers, en nooit de letter U. U hebt er {typed} getypt. Neem ze over van uw ticket, "
                    "groep na groep."},
        .unknown = {"Dit stembiljet is er nog niet",
                    "Lees eerst de code na: één teken is genoeg. Is ze juist, dan wacht uw stembiljet wellicht nog in de stemzuil: een "
                    "zaal zonder netwerk stuurt haar stembiljetten later. Het is niet verloren. Kom morgen terug en bewaar uw ticket."},
        .unknown_after_close = {"Dit stembiljet staat niet in het logboek",
                                "Lees eerst de code na: één teken is genoeg. Is ze juist, bel ons dan met uw ticket in de "
                                "hand: de stemming is gesloten, en uw stembiljet zou er moeten zijn."},
        .waits = {"Uw stembiljet is goed aangekomen", "Het staat verzegeld in het logboek en wordt bij de telling meegeteld. U hoeft niets meer te doen."},
        .counted = {"Uw stembiljet is geteld", "Het staat in het logboek en hoort bij de getelde stembiljetten."},
        .superseded = {"Een ander stembiljet van u telt in de plaats",
                       "U hebt meer dan één keer gestemd. Volgens de regel van deze stemming telt een ander stembiljet van "
                       "u. Dit blijft in het logboek en telt niet mee."},
        .duplicate = {"Een ander stembiljet van u telt al", "U had al gestemd: één persoon, één stembiljet. Dit blijft in het logboek en telt niet mee."},
        .spoilt = {"Dit stembiljet diende om een stemzuil te controleren",
                   "Het werd geopend om u te tonen wat de stemzuil had verzegeld: het telt nooit mee. Het "
                   "stembiljet dat u daarna hebt uitgebracht, heeft een andere code."},
        .not_on_roll = {"Dit stembiljet telt niet mee: er ontbreekt een naam op de lijst",
                        "Wie stemde, stond niet op de kiezerslijst. Is dat een vergissing, bel ons dan: "
                        "zodra de lijst verbeterd is, kan die persoon opnieuw stemmen."},
        .not_open = {"Dit stembiljet telt niet mee: de zaal was niet open",
                     "Het werd uitgebracht buiten de stemuren van zijn zaal. Bel ons met uw ticket in de hand."},
        .caught = {"Dit stembiljet telt niet mee: zijn stemzuil bedroog",
                   "De stemzuil toonde een ander stembiljet dan ze had verzegeld. Ze wordt buiten dienst gesteld; "
                   "bel ons met uw ticket in de hand."},
        .damaged = {"Dit stembiljet telt niet mee: het is beschadigd",
                    "Het staat in het logboek, maar kan niet zonder twijfel gelezen worden. Dat is niet uw schuld. Bel "
                    "ons met uw ticket in de hand."},
        .code = "Code",
        .place = "Stemplaats",
        .number = "Nummer in het logboek",
        .meaning = {"Wat dat betekent",
                    "Uw stembiljet is verzegeld: noch deze code noch deze pagina zegt wat u hebt gekozen. De code toont alleen dat uw stembiljet er "
                    "is, en dat niemand het heeft weggenomen of veranderd."},
        .proof = "Het bewijs downloaden",
        .proof_text = "Een klein bestand, dat iemand van uw keuze zonder ons kan nagaan.",
    },
    FindWords{
        .lead = "Auf Ihrem Beleg steht ein Code aus vier Gruppen von vier Buchstaben und Ziffern. Tippen Sie ihn hier ein: Sie sehen, ob Ihr Stimmzettel "
                "angekommen ist "
                "und ob er zählt.",
        .label = "Code auf dem Beleg",
        .hint = "Zum Beispiel 7K2M-9QDX-04TZ-B8HC. Groß oder klein, mit oder ohne Striche.",
        .search = "Meinen Stimmzettel suchen",
        .back = "Beteiligung und Ergebnis",
        .no_code = {"Dieser Code ist nicht vollständig",
                    "Ein Code hat sechzehn Buchstaben und Ziffern, und nie den Buchstaben U. Sie haben {typed} eingetippt. "
                    "Übernehmen Sie ihn vom Beleg, Gruppe für Gruppe."},
        .unknown = {"Dieser Stimmzettel ist noch nicht da",
                    "Lesen Sie zuerst den Code nach: ein einziges Zeichen genügt. Stimmt er, so wartet Ihr Stimmzettel wohl noch im "
                    "Gerät: ein Saal ohne Netz sendet seine Stimmzettel später. Er ist nicht verloren. Kommen Sie morgen wieder, und "
                    "bewahren Sie Ihren Beleg auf."},
        .unknown_after_close = {"Dieser Stimmzettel steht nicht im Protokoll",
                                "Lesen Sie zuerst den Code nach: ein einziges Zeichen genügt. Stimmt er, so rufen Sie uns "
                                "mit dem Beleg in der Hand an: die Abstimmung ist geschlossen, und Ihr Stimmzettel müsste da "
                                "sein."},
        .waits = {"Ihr Stimmzettel ist gut angekommen",
                  "Er steht versiegelt im Protokoll und wird bei der Auszählung gezählt. Sie brauchen nichts mehr zu tun."},
        .counted = {"Ihr Stimmzettel ist gezählt", "Er steht im Protokoll und gehört zu den ausgezählten Stimmzetteln."},
        .superseded = {"Ein anderer Stimmzettel von Ihnen zählt statt seiner",
                       "Sie haben mehr als einmal abgestimmt. Nach der Regel dieser Abstimmung zählt ein anderer "
                       "Stimmzettel von Ihnen. Dieser bleibt im Protokoll und wird nicht gezählt."},
        .duplicate = {"Ein anderer Stimmzettel von Ihnen zählt schon",
                      "Sie hatten schon abgestimmt: eine Person, ein Stimmzettel. Dieser bleibt im Protokoll und wird nicht "
                      "gezählt."},
        .spoilt = {"Mit diesem Stimmzettel wurde ein Gerät geprüft",
                   "Er wurde geöffnet, um Ihnen zu zeigen, was das Gerät versiegelt hatte: er zählt nie. Der Stimmzettel, "
                   "den Sie danach abgegeben haben, hat einen anderen Code."},
        .not_on_roll = {"Dieser Stimmzettel zählt nicht: im Verzeichnis fehlt ein Name",
                        "Wer abstimmte, stand nicht im Wählerverzeichnis. Ist das ein Irrtum, so rufen Sie "
                        "uns an: sobald das Verzeichnis berichtigt ist, kann diese Person neu abstimmen."},
        .not_open = {"Dieser Stimmzettel zählt nicht: der Saal war nicht offen",
                     "Er wurde außerhalb der Zeiten seines Saals abgegeben. Rufen Sie uns mit dem Beleg in der "
                     "Hand an."},
        .caught = {"Dieser Stimmzettel zählt nicht: sein Gerät hat betrogen",
                   "Das Gerät zeigte einen anderen Stimmzettel, als es versiegelt hatte. Es wird außer Betrieb "
                   "genommen; rufen Sie uns mit dem Beleg in der Hand an."},
        .damaged = {"Dieser Stimmzettel zählt nicht: er ist beschädigt",
                    "Er steht im Protokoll, ist aber nicht zweifelsfrei zu lesen. Das ist nicht Ihre Schuld. Rufen Sie "
                    "uns mit dem Beleg in der Hand an."},
        .code = "Code",
        .place = "Wahlort",
        .number = "Nummer im Protokoll",
        .meaning = {"Was das bedeutet",
                    "Ihr Stimmzettel ist versiegelt: weder dieser Code noch diese Seite sagt, was Sie gewählt haben. Der Code zeigt nur, dass Ihr "
                    "Stimmzettel da ist und dass niemand ihn entfernt oder verändert hat."},
        .proof = "Den Beweis herunterladen",
        .proof_text = "Eine kleine Datei, die jemand Ihrer Wahl ohne uns prüfen kann.",
    },
    FindWords{
        .lead = "Your receipt bears a code of four groups of four letters and digits. Type it here: you will see whether your ballot has arrived, and whether "
                "it counts.",
        .label = "Code on the receipt",
        .hint = "For example 7K2M-9QDX-04TZ-B8HC. Capitals or small letters, with or without dashes.",
        .search = "Find my ballot",
        .back = "Participation and result",
        .no_code = {"This code is not complete",
                    "A code has sixteen letters and digits, and never the letter U. You typed {typed}. Copy it from your receipt, group by group."},
        .unknown = {"This ballot is not here yet",
                    "First read the code again: one character is enough. If it is right, your ballot is probably still in the terminal: a hall "
                    "without a network sends its ballots later. It is not lost. Come back tomorrow, and keep your receipt."},
        .unknown_after_close = {"This ballot is not in the log",
                                "First read the code again: one character is enough. If it is right, call us with the receipt in your hand: "
                                "the poll is closed, and your ballot should be here."},
        .waits = {"Your ballot has arrived", "It is in the log, sealed, and will be counted when the poll is over. There is nothing more for you to do."},
        .counted = {"Your ballot is counted", "It is in the log, and one of the ballots that were counted."},
        .superseded = {"Another ballot of yours counts in its stead",
                       "You voted more than once. By the rule of this vote another ballot of yours counts. This one stays in "
                       "the log, and is not counted."},
        .duplicate = {"Another ballot of yours counts already", "You had voted before: one person, one ballot. This one stays in the log, and is not counted."},
        .spoilt = {"This ballot served to check a terminal",
                   "It was opened to show you what the terminal had sealed: it is never counted. The ballot that you cast afterwards "
                   "has another code."},
        .not_on_roll = {"This ballot is not counted: a name is missing on the roll",
                        "Whoever voted was not on the electoral roll. If that is a mistake, call us: once the "
                        "roll is corrected, this person can vote again."},
        .not_open = {"This ballot is not counted: the hall was not open", "It was cast outside the hours of its hall. Call us with the receipt in your hand."},
        .caught = {"This ballot is not counted: its terminal cheated",
                   "The terminal showed another ballot than the one it had sealed. It is taken out of service; call us "
                   "with the receipt in your hand."},
        .damaged = {"This ballot is not counted: it is damaged",
                    "It is in the log, but cannot be read beyond doubt. That is not your fault. Call us with the receipt in your "
                    "hand."},
        .code = "Code",
        .place = "Polling place",
        .number = "Number in the log",
        .meaning = {"What this means",
                    "Your ballot is sealed: neither this code nor this page tells what you chose. The code shows only that your ballot is there, and that "
                    "nobody took it away or changed it."},
        .proof = "Download the proof",
        .proof_text = "A small file, for somebody of your choice to check without us.",
    },
};

}  // namespace isoloir::publish
