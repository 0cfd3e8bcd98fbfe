// The signed package of the server that a page came from.

import { type Election, openPackage } from "../protocol/package.ts";

let election: Promise<Election | null> | null = null;

/// null where there is none, or the server does not answer: it is asked again the next time.
export function fetchElection(): Promise<Election | null> {
  election ??= fetch("/package.jws")
    .then((response) => (response.ok ? response.text() : ""))
    .then(openPackage)
    .catch(() => null)
    .then((read) => {
      if (read === null) election = null;
      return read;
    });
  return election;
}
