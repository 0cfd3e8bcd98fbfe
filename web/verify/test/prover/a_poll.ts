// A day in two halls and online, with everything that may happen to a record, and what becomes of each.

import { Point } from "../../../protocol/group.ts";
import type { AnElection } from "./an_election.ts";
import type { Seeded } from "./random.ts";
import { type SealedBallot, encrypt, payloadsOf, seal } from "./sealing.ts";
import { type Signer, aSigner } from "./signing.ts";
import { ATerminal, type Body } from "./terminal.ts";

export interface Poll {
  leaves: Uint8Array[];
  ballots: Map<number, "halls" | "online">; // which leaves count
  sealed: Map<number, SealedBallot>; // what they hold
  excluded: { leaf: number; reason: string }[];
  spoilt: number[];
  halls: Map<number, string>; // of each leaf
  terminals: { signer: Signer; hall: string }[];
}

/// @param change  what a terminal signs instead; told its hall and the record's number
export type RecordChange = (payload: Body, hall: string, sequence: number) => void;

export function aPoll(at: AnElection, random: Seeded, change: RecordChange): Poll {
  const { election, key, variant } = at;
  const gare = new ATerminal(aSigner("gare"), election.id, key.key, random);
  const mairie = new ATerminal(aSigner("mairie"), election.id, key.key, random);
  const online = new ATerminal(at.online, election.id, key.key, random);
  const poll: Poll = {
    leaves: [], ballots: new Map(), sealed: new Map(), excluded: [], spoilt: [], halls: new Map(),
    terminals: [{ signer: gare.signer, hall: "Gare" }, { signer: mairie.signer, hall: "Mairie" }],
  };
  const payloads = (n: number) => payloadsOf(election.ballot, election.projects.length, variant.choice(n));
  const sealed = (n: number) => seal(payloads(n), key.key, random);
  const log = (hall: string, leaf: Uint8Array): number => {
    poll.halls.set(poll.leaves.length, hall);
    return poll.leaves.push(leaf) - 1;
  };
  const doctored = (hall: string, terminal: ATerminal) => (payload: Body) => change(payload, hall, terminal.next - 1);
  const vote = (hall: string, terminal: ATerminal, ballot: SealedBallot) => {
    const leaf = log(hall, terminal.ballot(ballot, doctored(hall, terminal)));
    poll.ballots.set(leaf, hall === "online" ? "online" : "halls");
    poll.sealed.set(leaf, ballot);
  };
  const event = (hall: string, terminal: ATerminal, name: string) =>
    log(hall, terminal.record("event", { event: name, ballots: 0, staff: "anne" }, doctored(hall, terminal)));
  const excluded = (reason: string, leaf: Uint8Array) => poll.excluded.push({ leaf: log("Mairie", leaf), reason });

  event("Gare", gare, "opened");
  for (const n of [0, 1, 2]) vote("Gare", gare, sealed(n));
  const opened = payloads(3);
  poll.spoilt.push(log("Gare", gare.spoilt(seal(opened, key.key, random), opened, doctored("Gare", gare))));
  poll.excluded.push({ leaf: poll.spoilt[0]!, reason: "spoilt" });
  // A ballot whose element is no choice: somebody has a terminal of their own making.
  vote("Gare", gare, encrypt(opened.map(() => Point.hashToCurve(random.wide())), key.key, random));

  excluded("not-open", mairie.ballot(sealed(1)));
  event("Mairie", mairie, "opened");
  excluded("proof", mairie.ballot(sealed(2), (payload) => (payload.voter = (payload.voter as string).replace(/^./, (sign) => (sign === "A" ? "B" : "A")))));
  excluded("unreadable", mairie.ballot(sealed(0), (payload) => (payload.more = true)));
  excluded("replay", mairie.ballot(poll.sealed.get(1)!));
  excluded("opening", mairie.spoilt(sealed(0), payloads(1)));
  vote("Mairie", mairie, sealed(5));
  excluded("duplicate", mairie.ballot(sealed(4)));
  event("Mairie", mairie, "closed");
  event("Gare", gare, "closed");

  if (!variant.online) return poll;
  event("online", online, "opened");
  for (const n of [6, 7, 8]) vote("online", online, sealed(n));
  event("online", online, "closed");
  return poll;
}
