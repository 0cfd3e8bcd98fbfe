// What each check of a bundle says when it holds, in plain words. "{r}" is the round, counted from 1 as people do, "{n}" the place
// of a mix or the number of a trustee.

import type { Language } from "../../page/document.ts";

type Sentences = Record<string, string>;

const fr: Sentences = {
  package: "L’élection est signée par son autorité.",
  roster: "La liste des bornes est signée par l’autorité.",
  checkpoint: "L’état du journal est signé par le journal.",
  log: "Tous les enregistrements sont là, et font exactement ce journal.",
  records: "Chaque enregistrement est signé par sa borne et à sa place : aucun n’a été retiré, doublé ou déplacé.",
  spoilt: "Les bulletins ouverts pour contrôler une borne contenaient ce qu’elle montrait, ou la triche est signalée.",
  counted: "Chaque bulletin est compté une seule fois, ou écarté pour une raison donnée.",
  mix: "Tour {r}, mélange {n} : les mêmes bulletins en sont ressortis dans un autre ordre, sans ajout, perte ni changement.",
  opening: "Tour {r} : le dépositaire {n} a ouvert honnêtement.",
  opened: "Tour {r} : assez de dépositaires l’ont ouvert, et tous trouvent la même chose.",
  plaintexts: "Les bulletins publiés sont ceux qui ont été ouverts.",
  tally: "Selon la règle de l’élection, ces bulletins donnent exactement ces sommes, ces étapes du calcul et ces projets financés.",
  result: "Le résultat signé dit la même chose.",
  files: "Rien d’autre ne se trouve dans le dossier.",
};

const nl: Sentences = {
  package: "De stemming is ondertekend door haar autoriteit.",
  roster: "De lijst van stemzuilen is ondertekend door de autoriteit.",
  checkpoint: "De stand van het logboek is ondertekend door het logboek.",
  log: "Alle records zijn er, en vormen precies dat logboek.",
  records: "Elk record is ondertekend door zijn stemzuil en staat op zijn plaats: geen enkel is verwijderd, verdubbeld of verplaatst.",
  spoilt: "Stembiljetten die werden geopend om een stemzuil te controleren, bevatten wat ze toonde, of het bedrog is gemeld.",
  counted: "Elk stembiljet is precies één keer geteld, of uitgesloten om een reden die vermeld is.",
  mix: "Ronde {r}, menging {n}: dezelfde stembiljetten kwamen er in een andere volgorde uit, zonder toevoeging, verlies of wijziging.",
  opening: "Ronde {r}: beheerder {n} heeft eerlijk geopend.",
  opened: "Ronde {r}: genoeg beheerders hebben geopend, en allen vinden hetzelfde.",
  plaintexts: "De gepubliceerde stembiljetten zijn die welke werden geopend.",
  tally: "Volgens de regel van de stemming geven deze stembiljetten precies deze sommen, deze telstappen en deze gefinancierde projecten.",
  result: "De ondertekende uitslag zegt hetzelfde.",
  files: "Er ligt niets anders in de map.",
};

const de: Sentences = {
  package: "Die Abstimmung ist von ihrer Behörde unterschrieben.",
  roster: "Die Liste der Geräte ist von der Behörde unterschrieben.",
  checkpoint: "Der Stand des Protokolls ist vom Protokoll unterschrieben.",
  log: "Alle Einträge sind da und ergeben genau dieses Protokoll.",
  records: "Jeder Eintrag ist von seinem Gerät unterschrieben und an seinem Platz: keiner wurde entfernt, verdoppelt oder verschoben.",
  spoilt: "Stimmzettel, die geöffnet wurden, um ein Gerät zu prüfen, enthielten, was es zeigte, oder der Betrug ist gemeldet.",
  counted: "Jeder Stimmzettel ist genau einmal gezählt, oder aus einem genannten Grund nicht.",
  mix: "Runde {r}, Mischung {n}: dieselben Stimmzettel kamen in anderer Reihenfolge heraus, keiner dazu, keiner weniger, keiner anders.",
  opening: "Runde {r}: Treuhänder {n} hat ehrlich geöffnet.",
  opened: "Runde {r}: genug Treuhänder haben geöffnet, und alle finden dasselbe.",
  plaintexts: "Die veröffentlichten Stimmzettel sind die geöffneten.",
  tally: "Nach der Regel der Abstimmung ergeben diese Stimmzettel genau diese Summen, diese Zählschritte und diese geförderten Projekte.",
  result: "Das unterschriebene Ergebnis sagt dasselbe.",
  files: "Nichts anderes liegt im Ordner.",
};

const en: Sentences = {
  package: "The election is signed by its authority.",
  roster: "The list of terminals is signed by the authority.",
  checkpoint: "The state of the log is signed by the log.",
  log: "All records are there, and make exactly that log.",
  records: "Every record is signed by its terminal and stands in its place: none was dropped, doubled or moved.",
  spoilt: "Ballots that were opened to check a terminal held what it showed, or the cheat is told.",
  counted: "Every ballot is counted exactly once, or left out for a reason that is told.",
  mix: "Round {r}, mix {n}: the same ballots came out in another order, none added, lost or changed.",
  opening: "Round {r}: trustee {n} opened honestly.",
  opened: "Round {r}: enough trustees opened it, and all find the same.",
  plaintexts: "The published ballots are those that were opened.",
  tally: "Under the election’s rule these ballots give exactly these sums, these steps of the count and these funded projects.",
  result: "The signed result says the same.",
  files: "Nothing else lies in the folder.",
};

export const checkWords: Record<Language, Sentences> = { fr, nl, de, en };

/// @param name  of a check: "tally", "round 0 mix 1"
export function sentenceFor(name: string, language: Language): string {
  const round = /^round (\d+) (\w+)(?: (\d+))?$/.exec(name);
  const sentence = checkWords[language][round?.[2] ?? name] ?? name;
  return round === null ? sentence : sentence.replace("{r}", String(Number(round[1]) + 1)).replace("{n}", round[3] ?? "");
}
