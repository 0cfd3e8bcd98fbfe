// Sentences of the server, which speaks English, in the page's words: what is wrong with what somebody typed or loaded. A
// test looks each of them up in the server's sources, so that none changes there alone.

import { fill } from "./format.ts";
import type { Words } from "./words/words.ts";

type Key = keyof Words["said"];

/// Where a sentence has a number or a name, "#" stands for it, and our words have it at "{n}".
export const sentences: Record<Key, readonly string[]> = {
  checkDigits: ["the check digits do not fit the number"],
  nationalNumber: ["a national number has digits only", "a national number has eleven digits"],
  voterCode: ["a voter code has 1 to 32 letters and digits"],
  tooYoung: ["the voter is younger than #"],
  noVoter: ["the voter is missing", "the voter has no id"],
  noProject: ["a chosen project does not exist in this election"],
  projectTwice: ["a project is chosen twice"],
  tooFew: ["fewer projects than the least allowed"],
  tooMany: ["more projects than allowed"],
  tooDear: ["the choice costs more than the envelope"],
  noPoints: ["a chosen project has no points", "as many points as projects are expected"],
  tooManyPoints: ["more points for one project than allowed", "more points than a ballot has"],
  noText: [
    "neither UTF-8 nor Windows-1252; export it as \"CSV UTF-8\"",
    "not valid UTF-8; export it as \"CSV UTF-8\"",
    "the file is not UTF-8; export it as \"CSV UTF-8\"",
    "holds a NUL character: this is no text, or UTF-16 without a byte order mark",
  ],
  columns: [
    "the first line must name the columns \"voter_id\" (or \"voter_tag\") and \"projects\", and \"points\" where ballots have points, with ';' or ',' between",
  ],
  rollColumn: ["the first line must name the column with the identifiers (\"voter_id\"), or be an identifier alone, with a digit in it"],
  nobody: ["there is nobody in this file"],
  noRoll: ["this election has no electoral roll; a signed election never changes: its file must say \"roll\": true under \"eligibility\""],
  closed: ["the election is closed; online votes are no longer taken", "the election is closed; its roll stays as it is"],
  noElection: ["there is no election here yet", "there is no election here yet; run `isoloir-server election import FILE` first"],
  notBundle: ["not a bundle file: it has no header line"],
  otherElection: ["this file is of another election"],
  notEnrolment: ["not a signed envelope: two dots expected"],
  standsElsewhere: ['this terminal stands in the hall "#" already'],
  wasRevoked: ["this terminal was revoked; it must be enrolled anew with a fresh key"],
  nameTaken: ["this name stands for what came from no hall"],
  tooLong: ["longer than # bytes"],
  handle: ["a staff member's name has 1 to 40 bytes"],
  accountName: ["a name has 1 to 64 small letters, digits and . _ - @, and begins with a letter or digit"],
  overAlready: ["it would be over before it began"],
  notPabulib: ["a Pabulib file begins with META"],
  notJson: ["not valid JSON"],
  cutShort: ["the server stopped meanwhile; load the same file again: what was taken stays, and is not taken twice"],
};

const known = Object.entries(sentences).flatMap(([key, all]) =>
  all.map((sentence): [RegExp, Key] => [new RegExp(`^(?:line (\\d+): )?${sentence.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace("#", "(?<n>.+)")}$`), key as Key]),
);

/// @return  null where we have no words for it
export function translated(sentence: string, words: Words): string | null {
  for (const [pattern, key] of known) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const text = fill(words.said[key], { n: found.groups?.n ?? "" });
    return found[1] === undefined ? text : fill(words.pair, { name: `${words.imports.line} ${found[1]}`, value: text });
  }
  return null;
}
