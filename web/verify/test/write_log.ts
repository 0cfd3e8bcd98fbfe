// node write_log.mjs DIR: writes what a server answers of a good election's log, for the page's test: package.jws, checkpoint, the
// tile of hashes, and the inclusion of one ballot under its tracker; names.json tells which.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { joined, toBase64url } from "../../protocol/bytes.ts";
import { trackerOf, trackerText } from "../../protocol/challenge.ts";
import { leafHash, proveInclusion, rootOf } from "../../protocol/merkle.ts";
import { aBundle } from "./prover/a_bundle.ts";
import { kVariants } from "./prover/an_election.ts";
import { signCheckpoint } from "./prover/signing.ts";

const target = process.argv[2]!;
const { at, poll } = await aBundle(kVariants[0]!);
const hashes = poll.leaves.map(leafHash);
const noteOf = (size: number) => signCheckpoint({ size, root: rootOf(hashes.slice(0, size)), epoch: 0 }, at.election.id, at.log);
const leaf = 2;
const tracker = trackerText(trackerOf(poll.sealed.get(leaf)!.ciphertexts));
const inclusion = {
  leaf, size: hashes.length, record: new TextDecoder().decode(poll.leaves[leaf]!), proof: proveInclusion(hashes, leaf).map(toBase64url), checkpoint: noteOf(hashes.length),
};

const files: Record<string, string | Uint8Array> = {
  "package.jws": at.packageJws,
  checkpoint: noteOf(hashes.length),
  [`tile/0/000.p/${hashes.length}`]: joined(hashes),
  [`inclusion/${tracker}`]: JSON.stringify(inclusion),
  "names.json": JSON.stringify({ tracker, earlier: noteOf(9), forked: signCheckpoint({ size: 9, root: rootOf(hashes.slice(1, 10)), epoch: 0 }, at.election.id, at.log) }),
};
for (const [path, content] of Object.entries(files)) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), content);
}
