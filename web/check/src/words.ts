// The page's own words, in four languages. "{…}" is filled in.

import type { Language } from "../../page/document.ts";

export interface Words {
  choose: string; // names the list of languages
  title: string;
  lead: string;
  results: string; // link back
  code: string; // label of the field
  hint: string;
  check: string; // button
  again: string; // button
  working: string;
  sealed: string; // all holds
  compare: string;
  compareTracker: string;
  compareChoice: string;
  tracker: string;
  choice: string;
  empty: string;
  points: string; // "{n}"
  onePoint: string;
  differs: string; // what to do when something differs
  broken: string; // something does not hold
  brokenDo: string;
  holds: string;
  fails: string;
  checkElection: string;
  checkEncoding: string;
  checkTracker: string;
  otherElection: string;
  unreadable: string;
  unreachable: string;
  local: string;
  election: string;
  fingerprint: string;
  spoilt: string;
}

export const words: Record<Language, Words> = {
  fr: {
    choose: "Langue",
    title: "Contrôler une borne",
    lead: "Vous avez demandé à une borne d’ouvrir un bulletin. Cette page refait son calcul et vous dit ce qu’elle avait scellé.",
    results: "Page de l’élection",
    code: "Le texte du code QR",
    hint: "Scannez le code affiché par la borne, ou collez son texte ici.",
    check: "Contrôler",
    again: "Contrôler un autre code",
    working: "Calcul en cours…",
    sealed: "Cette borne a scellé exactement ce choix",
    compare: "Il reste deux choses à comparer, que vous seul pouvez voir :",
    compareTracker: "ce numéro de suivi est celui que la borne montrait avant votre demande de contrôle ;",
    compareChoice: "ce choix est celui que vous aviez fait.",
    tracker: "Numéro de suivi",
    choice: "Dans le bulletin scellé",
    empty: "Aucun projet : un bulletin vide.",
    points: "{n} points",
    onePoint: "1 point",
    differs: "Si l’un des deux est différent, la borne a triché : prévenez l’équipe et gardez le code.",
    broken: "Ce code ne tient pas",
    brokenDo: "La borne n’a pas scellé ce qu’elle montre, ou le code a été mal lu. Scannez-le encore une fois ; si rien ne change, prévenez l’équipe et gardez le code.",
    holds: "tient",
    fails: "ne tient pas",
    checkElection: "Le code appartient à cette élection",
    checkEncoding: "Le choix est possible dans cette élection",
    checkTracker: "Scellé à nouveau, ce choix donne ce numéro de suivi",
    otherElection: "Ce code vient d’une autre élection : contrôlez-le sur la page de celle-là.",
    unreadable: "Ce n’est pas un code complet. Scannez-le encore une fois, ou copiez-le en entier.",
    unreachable: "L’élection ne peut pas être lue sur ce serveur. Réessayez plus tard.",
    local: "Tout est calculé dans votre navigateur : votre code n’est envoyé à personne.",
    election: "Élection",
    fingerprint: "Empreinte de l’élection",
    spoilt: "Un bulletin ouvert n’est jamais compté. Vous votez ensuite normalement, et ce vote-là reste secret.",
  },
  nl: {
    choose: "Taal",
    title: "Een stemzuil controleren",
    lead: "U vroeg een stemzuil om een stembiljet te openen. Deze pagina rekent het na en zegt u wat de stemzuil had verzegeld.",
    results: "Pagina van de stemming",
    code: "De tekst van de QR-code",
    hint: "Scan de code op het scherm van de stemzuil, of plak haar tekst hier.",
    check: "Controleren",
    again: "Een andere code controleren",
    working: "Bezig met rekenen…",
    sealed: "Deze stemzuil heeft precies deze keuze verzegeld",
    compare: "Vergelijk nog twee dingen, die alleen u kunt zien:",
    compareTracker: "dit volgnummer is dat wat de stemzuil toonde vóór u de controle vroeg;",
    compareChoice: "deze keuze is die welke u had gemaakt.",
    tracker: "Volgnummer",
    choice: "In het verzegelde stembiljet",
    empty: "Geen enkel project: een leeg stembiljet.",
    points: "{n} punten",
    onePoint: "1 punt",
    differs: "Is een van beide anders, dan heeft de stemzuil bedrogen: verwittig de medewerkers en bewaar de code.",
    broken: "Deze code klopt niet",
    brokenDo: "De stemzuil heeft niet verzegeld wat ze toont, of de code is slecht gelezen. Scan haar nog eens; verandert er niets, verwittig dan de medewerkers en bewaar de code.",
    holds: "klopt",
    fails: "klopt niet",
    checkElection: "De code hoort bij deze stemming",
    checkEncoding: "De keuze is mogelijk in deze stemming",
    checkTracker: "Opnieuw verzegeld geeft deze keuze dit volgnummer",
    otherElection: "Deze code komt van een andere stemming: controleer haar op de pagina daarvan.",
    unreadable: "Dit is geen volledige code. Scan haar nog eens, of kopieer haar helemaal.",
    unreachable: "De stemming kan niet van deze server worden gelezen. Probeer later opnieuw.",
    local: "Alles wordt in uw browser berekend: uw code wordt naar niemand gestuurd.",
    election: "Stemming",
    fingerprint: "Vingerafdruk van de stemming",
    spoilt: "Een geopend stembiljet telt nooit mee. U stemt daarna gewoon, en die stem blijft geheim.",
  },
  de: {
    choose: "Sprache",
    title: "Ein Gerät prüfen",
    lead: "Sie haben ein Gerät einen Stimmzettel öffnen lassen. Diese Seite rechnet nach und sagt Ihnen, was es versiegelt hatte.",
    results: "Seite der Abstimmung",
    code: "Der Text des QR-Codes",
    hint: "Scannen Sie den Code auf dem Bildschirm des Geräts, oder fügen Sie seinen Text hier ein.",
    check: "Prüfen",
    again: "Einen anderen Code prüfen",
    working: "Es wird gerechnet…",
    sealed: "Dieses Gerät hat genau diese Wahl versiegelt",
    compare: "Zwei Dinge bleiben zu vergleichen, die nur Sie sehen können:",
    compareTracker: "diese Verfolgungsnummer ist die, die das Gerät vor Ihrer Bitte um Prüfung zeigte;",
    compareChoice: "diese Wahl ist die, die Sie getroffen hatten.",
    tracker: "Verfolgungsnummer",
    choice: "Im versiegelten Stimmzettel",
    empty: "Kein Projekt: ein leerer Stimmzettel.",
    points: "{n} Punkte",
    onePoint: "1 Punkt",
    differs: "Ist eines von beiden anders, hat das Gerät betrogen: sagen Sie es dem Personal und bewahren Sie den Code auf.",
    broken: "Dieser Code stimmt nicht",
    brokenDo: "Das Gerät hat nicht versiegelt, was es zeigt, oder der Code wurde schlecht gelesen. Scannen Sie ihn noch einmal; ändert sich nichts, sagen Sie es dem Personal und bewahren Sie den Code auf.",
    holds: "stimmt",
    fails: "stimmt nicht",
    checkElection: "Der Code gehört zu dieser Abstimmung",
    checkEncoding: "Die Wahl ist in dieser Abstimmung möglich",
    checkTracker: "Neu versiegelt ergibt diese Wahl diese Verfolgungsnummer",
    otherElection: "Dieser Code stammt aus einer anderen Abstimmung: prüfen Sie ihn auf deren Seite.",
    unreadable: "Das ist kein vollständiger Code. Scannen Sie ihn noch einmal, oder kopieren Sie ihn ganz.",
    unreachable: "Die Abstimmung lässt sich von diesem Server nicht lesen. Versuchen Sie es später noch einmal.",
    local: "Alles wird in Ihrem Browser berechnet: Ihr Code wird niemandem geschickt.",
    election: "Abstimmung",
    fingerprint: "Fingerabdruck der Abstimmung",
    spoilt: "Ein geöffneter Stimmzettel zählt nie. Danach stimmen Sie ganz normal ab, und diese Stimme bleibt geheim.",
  },
  en: {
    choose: "Language",
    title: "Check a terminal",
    lead: "You asked a terminal to open a ballot. This page does its calculation again and tells you what it had sealed.",
    results: "The election’s page",
    code: "The text of the QR code",
    hint: "Scan the code that the terminal shows, or paste its text here.",
    check: "Check",
    again: "Check another code",
    working: "Calculating…",
    sealed: "This terminal sealed exactly this choice",
    compare: "Two things are left to compare, which only you can see:",
    compareTracker: "this tracker is the one that the terminal showed before you asked for the check;",
    compareChoice: "this choice is the one that you had made.",
    tracker: "Tracker",
    choice: "In the sealed ballot",
    empty: "No project: an empty ballot.",
    points: "{n} points",
    onePoint: "1 point",
    differs: "If one of the two differs, the terminal has cheated: tell the staff, and keep the code.",
    broken: "This code does not hold",
    brokenDo: "The terminal did not seal what it shows, or the code was badly read. Scan it once more; if nothing changes, tell the staff, and keep the code.",
    holds: "holds",
    fails: "does not hold",
    checkElection: "The code belongs to this election",
    checkEncoding: "The choice is possible in this election",
    checkTracker: "Sealed again, this choice gives this tracker",
    otherElection: "This code is of another election: check it on that election’s page.",
    unreadable: "This is not a whole code. Scan it once more, or copy all of it.",
    unreachable: "The election cannot be read from this server. Try again later.",
    local: "Everything is calculated in your browser: your code is sent to nobody.",
    election: "Election",
    fingerprint: "Fingerprint of the election",
    spoilt: "An opened ballot is never counted. You then vote as usual, and that vote stays secret.",
  },
};
