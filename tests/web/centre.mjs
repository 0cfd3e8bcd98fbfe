// A centre in a throwaway folder with a server that runs, each command typed as its admin types it.

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, existsSync, rmSync, writeFileSync } from "node:fs";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { blake2b } from "@noble/hashes/blake2b";

const kBin = process.env.ISOLOIR_BIN;
const kSource = process.env.ISOLOIR_SOURCE;
const kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A national number that reads as one; always the same for the same n. */
function nationalNumber(n) {
  const nine = 850101000 + (n % 997) + 1;
  const number = nine + Math.floor(n / 997) * 100000;
  return String(number) + String(97 - (number % 97)).padStart(2, "0");
}

/** A key that so many make together, and any two of them use. @return  trustees.json */
function trusteesIn(folder, names) {
  const trustee = (...words) => execFileSync(join(kBin, "isoloir-trustee"), words, { env: { ...process.env, ISOLOIR_PASSPHRASE: "quatre mots au hasard" }, stdio: "pipe" });
  for (const name of names) trustee("init", join(folder, name), "--name", name);
  trustee("convene", join(folder, "exchange"), "--threshold", "2", ...names.map((name) => join(folder, name, `card-${name}.jws`)));
  for (let round = 1; round <= 3; ++round) for (const name of names) trustee("ceremony", join(folder, name), join(folder, "exchange"), "--yes");
  return join(folder, "exchange", "trustees.json");
}

/** @param change    edits the definition of tests/journeys/village.json; null: no election yet
 *  @param trustees  names of those who hold the key, where the definition says that it is counted by a ceremony */
export async function startCentre(change = () => {}, trustees = []) {
  const folder = mkdtempSync(join(tmpdir(), "isoloir-web-"));
  const definition = JSON.parse(readFileSync(join(kSource, "tests/journeys/village.json"), "utf8"));
  change?.(definition);
  writeFileSync(join(folder, "election.json"), JSON.stringify(definition));
  const data = join(folder, "centre");
  const run = (...words) => execFileSync(join(kBin, "isoloir-server"), ["--data", data, ...words], { encoding: "utf8", stdio: "pipe" });
  const invitationIn = (said) => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(said)[0];
  const invitation = invitationIn(run("init"));
  const holders = trustees.length === 0 ? [] : ["--trustees", trusteesIn(folder, trustees)];
  if (change !== null) run("election", "import", join(folder, "election.json"), ...holders);
  const server = spawn(join(kBin, "isoloir-server"), ["--data", data, "serve", "--bind", "127.0.0.1", "--port", "0", "--public-port", "0"], { stdio: "ignore" });
  const addresses = join(data, "addresses.json");
  for (let i = 0; i < 200 && !existsSync(addresses); ++i) await sleep(50);
  const { public: page, port } = JSON.parse(readFileSync(addresses, "utf8"));

  const get = (path) =>
    new Promise((resolve, reject) => {
      https
        .get(new URL(path, page), { rejectUnauthorized: false }, (answer) => {
          const parts = [];
          answer.on("data", (part) => parts.push(part));
          answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
        })
        .on("error", reject);
    });
  let files = 0;
  const centre = {
    page,
    port,
    folder,
    definition,
    run,
    get,
    /** Of the first central admin, whose name is "admin". */
    invitation,
    /** What a trustee does, with the passphrase that all have. */
    trustee: (command, name, ...words) => execFileSync(join(kBin, "isoloir-trustee"), [command, join(folder, name), ...words], { env: { ...process.env, ISOLOIR_PASSPHRASE: "quatre mots au hasard" }, stdio: "pipe" }),
    /** Makes an account. @return  its invitation */
    invite: (name, role, ...halls) => invitationIn(run("account", "invite", name, "--role", role, ...halls.flatMap((hall) => ["--hall", hall]))),
    /** Votes from online, by so many people from the n-th on. */
    vote(count, first = 0) {
      const lines = ["voter_id;projects"];
      for (let n = first; n < first + count; ++n) lines.push(`${nationalNumber(n)};${definition.projects[n % 4].id},${definition.projects[4 + (n % 3)].id}`);
      const file = join(folder, `votes-${++files}.csv`);
      writeFileSync(file, lines.join("\n") + "\n");
      return run("online", "import", file);
    },
    /** A hall with a terminal at which so many residents voted, and which sent what it holds. */
    hall(name, voters) {
      const of = join(folder, name);
      const env = { ...process.env, ISOLOIR_PASSPHRASE: "quatre mots au hasard" };
      const terminal = (...words) => execFileSync(join(kBin, "isoloir-terminal"), ["--data", of, ...words], { env, stdio: "pipe" });
      terminal("enrol", "--name", name, "--out", `${of}.request`);
      run("terminal", "approve", `${of}.request`, "--hall", name, "--host", "127.0.0.1", "--port", String(port), "--out", `${of}.bundle`);
      terminal("provision", `${of}.bundle`);
      terminal("open");
      execFileSync(join(kBin, "isoloir-hall"), ["vote", "--data", of, "--voters", String(voters), "--json"], { env, stdio: "pipe" });
      terminal("close");
      terminal("sync");
    },
    /** The trackers of all ballots in the log, computed from its records alone. */
    async trackers() {
      const size = Number((await get("/checkpoint")).body.toString().split("\n")[1]);
      const bytes = (await get(`/tile/entries/000.p/${size}`)).body;
      const trackers = [];
      for (let at = 0; at < bytes.length; ) {
        const length = bytes.readUInt16BE(at);
        const record = JSON.parse(Buffer.from(bytes.toString("latin1", at + 2, at + 2 + length).split(".")[1], "base64url").toString());
        at += 2 + length;
        if (record.kind === "ballot") trackers.push(trackerOf(Buffer.concat([record.ciphertext].flat().map((text) => Buffer.from(text, "base64url")))));
      }
      return trackers;
    },
    async stop() {
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
      rmSync(folder, { recursive: true });
    },
  };
  return centre;
}

function trackerOf(ciphertexts) {
  const hash = blake2b(ciphertexts, { dkLen: 32 }).subarray(0, 10);
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const signs = bits.match(/.{5}/g).map((five) => kCrockford[parseInt(five, 2)]);
  return signs.join("").match(/.{4}/g).join("-");
}
