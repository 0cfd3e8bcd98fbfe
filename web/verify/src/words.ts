// The page's own words, in four languages. "{…}" is filled in.

import type { Language } from "../../page/document.ts";

export interface Words {
  choose: string; // names the list of languages
  title: string;
  lead: string;
  results: string; // link back
  local: string;
  receipt: string; // heading
  receiptLead: string;
  code: string; // label
  codeHint: string;
  kept: string; // label
  keptHint: string;
  check: string; // button
  working: string;
  inLog: string;
  inLogText: string; // "{leaf}", "{size}"
  keptHolds: string; // "{size}"
  findLink: string; // whether it counts
  notInLog: string;
  notTracker: string;
  unreachable: string;
  doesNotHold: string;
  doesNotHoldDo: string;
  terminal: string; // heading
  terminalLead: string;
  terminalLink: string;
  count: string; // heading
  countLead: string;
  published: string; // button
  publishedHint: string;
  take: string; // link
  fetching: string; // "{mb}"
  nonePublished: string;
  nonePublishedText: string;
  notFetched: string;
  tooLarge: string;
  tooLargeText: string;
  ownFolder: string; // heading
  folder: string; // label of the field
  folderHint: string;
  drop: string;
  progress: string; // "{n}"
  allHold: string;
  someFail: string;
  someFailDo: string;
  otherElection: string;
  nothing: string; // no bundle in the folder
  pass: string;
  fail: string;
  skipped: string;
  details: string;
  election: string;
  fingerprint: string;
}

export const words: Record<Language, Words> = {
  fr: {
    choose: "Langue",
    title: "Vérifier le vote",
    lead: "Cette page refait les calculs dans votre navigateur, avec un programme écrit à part de celui du serveur. Vous n’avez à croire personne.",
    results: "Page de l’élection",
    local: "Tout est calculé sur votre appareil. Seuls un numéro de suivi et des fichiers publics sont demandés à ce serveur ; un dossier ne quitte jamais votre appareil.",
    receipt: "Mon bulletin est-il dans l’urne ?",
    receiptLead: "Le serveur montre une preuve que votre bulletin scellé est dans son journal ; cette page la contrôle.",
    code: "Numéro de suivi, ou preuve téléchargée",
    codeHint: "Les seize signes de votre reçu, par exemple 7K2M-9QDX-04TZ-B8HC, ou le texte de la preuve.",
    kept: "État du journal que vous avez gardé (facultatif)",
    keptHint: "Si vous aviez copié l’état signé du journal un autre jour, collez-le : rien de ce qui y était ne doit avoir changé.",
    check: "Vérifier",
    working: "Calcul en cours…",
    inLog: "Ce bulletin est dans le journal",
    inLogText: "Il y porte le numéro {leaf}, parmi {size} enregistrements. La signature du journal et la preuve tiennent.",
    keptHolds: "Le journal commence exactement par les {size} enregistrements de l’état que vous aviez gardé.",
    findLink: "Savoir s’il compte",
    notInLog: "Le serveur ne trouve pas ce bulletin. Si la borne n’a pas encore envoyé ses votes, réessayez plus tard.",
    notTracker: "Ce n’est ni un numéro de suivi ni une preuve. Vérifiez les seize signes.",
    unreachable: "Ce serveur ne répond pas, ou n’a pas d’élection. Réessayez plus tard.",
    doesNotHold: "Cela ne tient pas",
    doesNotHoldDo: "Gardez ce texte et prévenez l’autorité de l’élection ainsi que des observateurs.",
    terminal: "La borne a-t-elle scellé mon choix ?",
    terminalLead: "Si vous avez demandé à une borne d’ouvrir un bulletin, une autre page contrôle son code QR.",
    terminalLink: "Contrôler une borne",
    count: "Le dépouillement est-il juste ?",
    countLead: "Chaque bulletin, chaque mélange et chaque ouverture sont recalculés à partir des fichiers publiés avec le résultat, puis les bulletins sont comptés à nouveau selon la règle de l’élection.",
    published: "Vérifier le dépouillement publié ici",
    publishedHint: "Votre navigateur va chercher les fichiers sur ce serveur, puis refait tous les calculs.",
    take: "Télécharger ces fichiers (zip)",
    fetching: "Réception des fichiers : {mb} Mo…",
    nonePublished: "Rien n’est encore publié ici",
    nonePublishedText: "Les fichiers paraissent avec le résultat, s’il y a assez de bulletins pour les montrer un à un.",
    notFetched: "Les fichiers ne sont pas arrivés entiers. Réessayez plus tard.",
    tooLarge: "Ces fichiers sont trop grands pour un navigateur",
    tooLargeText: "Téléchargez-les et vérifiez-les avec le programme isoloir-verify.",
    ownFolder: "Vérifier un dossier que vous avez",
    folder: "Dossier du dépouillement",
    folderHint: "Choisissez le dossier décompressé, celui qui contient package.jws.",
    drop: "Ou déposez le dossier ici.",
    progress: "Contrôle {n} : {name}",
    allHold: "Tout tient : ce résultat est celui des bulletins de l’urne",
    someFail: "Ce dépouillement ne tient pas",
    someFailDo: "Gardez ces fichiers et prévenez l’autorité de l’élection ainsi que des observateurs.",
    otherElection: "Attention : ce dossier est d’une autre élection que celle de ce serveur.",
    nothing: "Ce dossier n’est pas celui d’un dépouillement : il n’y a pas de package.jws.",
    pass: "tient",
    fail: "ne tient pas",
    skipped: "non contrôlé",
    details: "Détails techniques",
    election: "Élection",
    fingerprint: "Empreinte de l’élection",
  },
  nl: {
    choose: "Taal",
    title: "De stemming verifiëren",
    lead: "Deze pagina rekent alles na in uw browser, met een programma dat los van dat van de server is geschreven. U hoeft niemand te geloven.",
    results: "Pagina van de stemming",
    local: "Alles wordt op uw toestel berekend. Alleen een volgnummer en openbare bestanden worden aan deze server gevraagd; een map verlaat uw toestel nooit.",
    receipt: "Zit mijn stembiljet in de stembus?",
    receiptLead: "De server toont een bewijs dat uw verzegelde stembiljet in zijn logboek staat; deze pagina controleert het.",
    code: "Volgnummer, of gedownload bewijs",
    codeHint: "De zestien tekens van uw ontvangstbewijs, bijvoorbeeld 7K2M-9QDX-04TZ-B8HC, of de tekst van het bewijs.",
    kept: "Stand van het logboek die u bewaarde (niet verplicht)",
    keptHint: "Kopieerde u op een andere dag de ondertekende stand van het logboek, plak ze dan: niets van toen mag veranderd zijn.",
    check: "Verifiëren",
    working: "Bezig met rekenen…",
    inLog: "Dit stembiljet staat in het logboek",
    inLogText: "Het heeft daar nummer {leaf}, van {size} records. De handtekening van het logboek en het bewijs kloppen.",
    keptHolds: "Het logboek begint precies met de {size} records van de stand die u bewaarde.",
    findLink: "Nagaan of het meetelt",
    notInLog: "De server vindt dit stembiljet niet. Heeft de stemzuil haar stemmen nog niet verstuurd, probeer dan later opnieuw.",
    notTracker: "Dit is geen volgnummer en geen bewijs. Kijk de zestien tekens na.",
    unreachable: "Deze server antwoordt niet, of heeft geen stemming. Probeer later opnieuw.",
    doesNotHold: "Dit klopt niet",
    doesNotHoldDo: "Bewaar deze tekst en verwittig de autoriteit van de stemming en waarnemers.",
    terminal: "Heeft de stemzuil mijn keuze verzegeld?",
    terminalLead: "Vroeg u een stemzuil om een stembiljet te openen, dan controleert een andere pagina haar QR-code.",
    terminalLink: "Een stemzuil controleren",
    count: "Klopt de telling?",
    countLead: "Elk stembiljet, elke menging en elke opening wordt nagerekend uit de bestanden die met de uitslag zijn gepubliceerd, en de stembiljetten worden opnieuw geteld volgens de regel van de stemming.",
    published: "Gepubliceerde telling controleren",
    publishedHint: "Uw browser haalt de bestanden van deze server en rekent dan alles na.",
    take: "Deze bestanden downloaden (zip)",
    fetching: "Bestanden ophalen: {mb} MB…",
    nonePublished: "Hier is nog niets gepubliceerd",
    nonePublishedText: "De bestanden verschijnen met de uitslag, als er genoeg stembiljetten zijn om ze één voor één te tonen.",
    notFetched: "De bestanden zijn niet volledig aangekomen. Probeer later opnieuw.",
    tooLarge: "Deze bestanden zijn te groot voor een browser",
    tooLargeText: "Download ze en controleer ze met het programma isoloir-verify.",
    ownFolder: "Een map controleren die u hebt",
    folder: "Map van de telling",
    folderHint: "Kies de uitgepakte map, die waarin package.jws staat.",
    drop: "Of sleep de map hierheen.",
    progress: "Controle {n}: {name}",
    allHold: "Alles klopt: deze uitslag is die van de stembiljetten in de stembus",
    someFail: "Deze telling klopt niet",
    someFailDo: "Bewaar deze bestanden en verwittig de autoriteit van de stemming en waarnemers.",
    otherElection: "Let op: deze map hoort bij een andere stemming dan die van deze server.",
    nothing: "Dit is geen map van een telling: er staat geen package.jws in.",
    pass: "klopt",
    fail: "klopt niet",
    skipped: "niet gecontroleerd",
    details: "Technische details",
    election: "Stemming",
    fingerprint: "Vingerafdruk van de stemming",
  },
  de: {
    choose: "Sprache",
    title: "Die Abstimmung nachprüfen",
    lead: "Diese Seite rechnet alles in Ihrem Browser nach, mit einem Programm, das getrennt von dem des Servers geschrieben ist. Sie müssen niemandem glauben.",
    results: "Seite der Abstimmung",
    local: "Alles wird auf Ihrem Gerät berechnet. Nur eine Verfolgungsnummer und öffentliche Dateien werden bei diesem Server erfragt; ein Ordner verlässt Ihr Gerät nie.",
    receipt: "Liegt mein Stimmzettel in der Urne?",
    receiptLead: "Der Server zeigt einen Beweis, dass Ihr versiegelter Stimmzettel in seinem Protokoll steht; diese Seite prüft ihn.",
    code: "Verfolgungsnummer, oder heruntergeladener Beweis",
    codeHint: "Die sechzehn Zeichen Ihres Belegs, zum Beispiel 7K2M-9QDX-04TZ-B8HC, oder der Text des Beweises.",
    kept: "Stand des Protokolls, den Sie aufbewahrt haben (freiwillig)",
    keptHint: "Haben Sie an einem anderen Tag den unterschriebenen Stand des Protokolls kopiert, fügen Sie ihn ein: nichts von damals darf anders sein.",
    check: "Nachprüfen",
    working: "Es wird gerechnet…",
    inLog: "Dieser Stimmzettel steht im Protokoll",
    inLogText: "Er hat dort die Nummer {leaf}, von {size} Einträgen. Die Unterschrift des Protokolls und der Beweis stimmen.",
    keptHolds: "Das Protokoll beginnt genau mit den {size} Einträgen des Standes, den Sie aufbewahrt haben.",
    findLink: "Nachsehen, ob er zählt",
    notInLog: "Der Server findet diesen Stimmzettel nicht. Hat das Gerät seine Stimmen noch nicht gesendet, versuchen Sie es später noch einmal.",
    notTracker: "Das ist weder eine Verfolgungsnummer noch ein Beweis. Sehen Sie die sechzehn Zeichen nach.",
    unreachable: "Dieser Server antwortet nicht, oder hat keine Abstimmung. Versuchen Sie es später noch einmal.",
    doesNotHold: "Das stimmt nicht",
    doesNotHoldDo: "Bewahren Sie diesen Text auf und sagen Sie es der Behörde der Abstimmung und Beobachtern.",
    terminal: "Hat das Gerät meine Wahl versiegelt?",
    terminalLead: "Haben Sie ein Gerät einen Stimmzettel öffnen lassen, prüft eine andere Seite seinen QR-Code.",
    terminalLink: "Ein Gerät prüfen",
    count: "Stimmt die Auszählung?",
    countLead: "Jeder Stimmzettel, jede Mischung und jede Öffnung wird aus den Dateien nachgerechnet, die mit dem Ergebnis veröffentlicht sind, und die Stimmzettel werden nach der Regel der Abstimmung neu ausgezählt.",
    published: "Veröffentlichte Auszählung prüfen",
    publishedHint: "Ihr Browser holt die Dateien von diesem Server und rechnet dann alles nach.",
    take: "Diese Dateien herunterladen (zip)",
    fetching: "Dateien werden geholt: {mb} MB…",
    nonePublished: "Hier ist noch nichts veröffentlicht",
    nonePublishedText: "Die Dateien erscheinen mit dem Ergebnis, wenn es genug Stimmzettel sind, um sie einzeln zu zeigen.",
    notFetched: "Die Dateien sind nicht vollständig angekommen. Versuchen Sie es später noch einmal.",
    tooLarge: "Diese Dateien sind zu groß für einen Browser",
    tooLargeText: "Laden Sie sie herunter und prüfen Sie sie mit dem Programm isoloir-verify.",
    ownFolder: "Einen Ordner prüfen, den Sie haben",
    folder: "Ordner der Auszählung",
    folderHint: "Wählen Sie den entpackten Ordner, in dem package.jws liegt.",
    drop: "Oder ziehen Sie den Ordner hierher.",
    progress: "Prüfung {n}: {name}",
    allHold: "Alles stimmt: dieses Ergebnis ist das der Stimmzettel in der Urne",
    someFail: "Diese Auszählung stimmt nicht",
    someFailDo: "Bewahren Sie diese Dateien auf und sagen Sie es der Behörde der Abstimmung und Beobachtern.",
    otherElection: "Achtung: dieser Ordner gehört zu einer anderen Abstimmung als der dieses Servers.",
    nothing: "Das ist kein Ordner einer Auszählung: package.jws fehlt darin.",
    pass: "stimmt",
    fail: "stimmt nicht",
    skipped: "nicht geprüft",
    details: "Technische Einzelheiten",
    election: "Abstimmung",
    fingerprint: "Fingerabdruck der Abstimmung",
  },
  en: {
    choose: "Language",
    title: "Verify the vote",
    lead: "This page does all calculations again in your browser, with a program written apart from the server’s. You need to believe nobody.",
    results: "The election’s page",
    local: "Everything is calculated on your device. Only a tracker and public files are asked of this server; a folder never leaves your device.",
    receipt: "Is my ballot in the urn?",
    receiptLead: "The server shows a proof that your sealed ballot stands in its log; this page checks it.",
    code: "Tracker, or downloaded proof",
    codeHint: "The sixteen signs on your receipt, for example 7K2M-9QDX-04TZ-B8HC, or the text of the proof.",
    kept: "State of the log that you kept (optional)",
    keptHint: "If you copied the signed state of the log on another day, paste it: nothing of it may have changed.",
    check: "Verify",
    working: "Calculating…",
    inLog: "This ballot stands in the log",
    inLogText: "It has the number {leaf} there, of {size} records. The log’s signature and the proof hold.",
    keptHolds: "The log begins exactly with the {size} records of the state that you kept.",
    findLink: "See whether it counts",
    notInLog: "The server does not find this ballot. If the terminal has not sent its votes yet, try again later.",
    notTracker: "This is neither a tracker nor a proof. Look at the sixteen signs again.",
    unreachable: "This server does not answer, or has no election. Try again later.",
    doesNotHold: "This does not hold",
    doesNotHoldDo: "Keep this text, and tell the election’s authority and observers.",
    terminal: "Did the terminal seal my choice?",
    terminalLead: "If you asked a terminal to open a ballot, another page checks its QR code.",
    terminalLink: "Check a terminal",
    count: "Is the count right?",
    countLead: "Every ballot, every mix and every opening is calculated again from the files that are published with the result, and the ballots are counted anew under the election’s rule.",
    published: "Check the count published here",
    publishedHint: "Your browser fetches the files from this server, then does every calculation again.",
    take: "Download these files (zip)",
    fetching: "Fetching the files: {mb} MB…",
    nonePublished: "Nothing is published here yet",
    nonePublishedText: "The files come with the result, where there are enough ballots to show them one by one.",
    notFetched: "The files did not come whole. Try again later.",
    tooLarge: "These files are too large for a browser",
    tooLargeText: "Download them and check them with the program isoloir-verify.",
    ownFolder: "Check a folder that you have",
    folder: "Folder of the count",
    folderHint: "Choose the unpacked folder, the one that holds package.jws.",
    drop: "Or drop the folder here.",
    progress: "Check {n}: {name}",
    allHold: "All of it holds: this result is that of the ballots in the urn",
    someFail: "This count does not hold",
    someFailDo: "Keep these files, and tell the election’s authority and observers.",
    otherElection: "Take care: this folder is of another election than this server’s.",
    nothing: "This is no folder of a count: there is no package.jws in it.",
    pass: "holds",
    fail: "does not hold",
    skipped: "not checked",
    details: "Technical details",
    election: "Election",
    fingerprint: "Fingerprint of the election",
  },
};
