// What the server answers under /admin/api, and what it is asked. JSON both ways unless it says otherwise; every request
// that changes anything bears the header "X-Isoloir-Csrf" with the session's `csrf`. An answer of 4xx or 5xx is a Refusal.
//
// Money is in cents, hours are hours since 1970-01-01T00:00Z, times are seconds since then, days are "2022-03-01". A
// terminal is called by its key, 32 hexadecimal characters.

export interface Refusal {
  error: string; // a sentence in English, for whoever reads logs
  code: string; // what the page has words for: "wrong-login", "locked", "conflict", "malformed", …
  where?: string; // the field, line or file
  retry_after?: number; // seconds
}

export type Role = "admin" | "staff" | "auditor"; // central admin; municipal staff, own halls only; reads all, changes nothing

// --- Who is there -------------------------------------------------------------------------------------------------

/** GET /session (null when nobody is logged in), POST /session {name, password, code} (code: TOTP or a recovery code). */
export interface Session {
  name: string;
  role: Role;
  halls: string[]; // of municipal staff
  csrf: string;
  ends: number; // time at which it ends however busy
  idle_seconds: number; // it ends after so long without a request
  recovery_left: number; // recovery codes that are not used up
}
// DELETE /session → {}

/** POST /invitation {name, invitation}: what somebody who was invited sets up; the same each time until accepted. */
export interface Invitation {
  name: string;
  role: Role;
  halls: string[];
  secret: string; // base32, for an authenticator app (TOTP, SHA-1, 6 digits, 30 s)
  uri: string; // otpauth://…
  qr: string; // the same as an SVG
}
/** POST /invitation/accept {name, invitation, password, code} → logged in. Shown once. */
export interface Accepted {
  session: Session;
  recovery: string[];
}
// POST /password {password, code, new_password} → {}: every other session of the account ends.

// --- The election -------------------------------------------------------------------------------------------------

export type Phase = "none" | "draft" | "open" | "closed" | "counted";

/** What became of records, as the merge report and the lists name it (sync-server/store/reason.cpp). */
export type Reason = string;

export interface Channel {
  name: string; // a hall, or "online"
  accepted: number;
  duplicates: number;
  refused: number;
  spoilt: number;
}
/** Adds up: accepted + duplicates + refused + spoilt are all records that are no events. */
export interface Report {
  accepted: number;
  duplicates: number;
  refused: number;
  spoilt: number;
  reasons: Record<Reason, number>; // of the refused
  channels: Channel[];
}

/** GET /turnout: accepted ballots by when they were cast, in Belgian time; days without any are left out. */
export interface Turnout {
  days: { day: string; ballots: number }[];
  hours: number[]; // of the day, 24, all days together
}

/** GET /overview */
export interface Overview {
  phase: Phase;
  title: Record<string, string>; // by language; {} without an election or a draft
  envelope: number;
  phases: { kind: string; from: string; until: string }[];
  ranking: "live" | "sealed";
  log_size: number;
  accepted: number;
  terminals: { all: number; online: number; open: number; suspended: number; revoked: number };
  alarms: Alarm[];
  now: number; // the server's time
}
export interface Alarm {
  kind: "forked" | "lost" | "cheats" | "silent" | "waiting"; // silent: not heard of for a day while its poll is open
  terminal: string;
  hall: string;
  records: number; // lost, or waiting
}

/** The election file (docs/election-file.md) as it stands: a draft, or what was signed. GET /election */
export interface Election {
  phase: Phase;
  version: number; // of the draft: PUT must name it
  file: ElectionFile | null;
  pictures: string[]; // names of the draft's pictures; GET /election/pictures/{name}
  id: string | null; // once sealed, base64url
}
export interface Project {
  id: string;
  title: Record<string, string>;
  description: Record<string, string>;
  objectives?: Record<string, string>;
  beneficiaries?: Record<string, string>;
  cost: number;
  place: string;
  theme: string;
  proposer: string;
  picture?: string;
  position?: { latitude: number; longitude: number }; // in millionths of a degree
}
export interface ElectionFile {
  version: 1;
  title: Record<string, string>;
  description: Record<string, string>;
  languages: string[];
  phases: { kind: string; from: string; until: string }[];
  envelope: number;
  ballot: { kind?: string; min_projects: number; max_projects: number; max_cost?: number; max_points?: number; max_sum_points?: number };
  rule: "greedy" | "greedy-per-cost" | "mes" | "phragmen";
  satisfaction?: "votes" | "cost" | "points" | "borda"; // left out: the one that suits ballot and rule
  completion?: "none" | "add1" | "add1-greedy" | "greedy"; // of mes
  skip?: boolean; // of the greedy rules; left out: true
  ties: string;
  counting: "live" | "ceremony";
  ranking: "live" | "sealed";
  precedence: "first" | "kiosk" | "last";
  batch_minimum: number;
  eligibility: { minimum_age: number; national_number: boolean; voter_code: boolean; roll?: boolean };
  contacts: { phone: string; mail: string; site?: string };
  projects: Project[];
}
// PUT /election {version, file} → Election; 409 "conflict" when somebody else saved meanwhile. What breaks a rule is
//   saved all the same: POST /election/check → {problems: [{where, error}]} says what must be mended before sealing.
// PUT /election/pictures/{name} with the file as body (image/png, image/jpeg) → {}; DELETE likewise.
// POST /election/import with a Pabulib or JSON file as body → Election (a new draft; none may be there, or ?replace)
// POST /election/seal {version} → Election: signed, and never changed again.

// --- Terminals and halls ------------------------------------------------------------------------------------------

/** GET /terminals → {terminals: Terminal[]} */
export interface Terminal {
  key: string;
  hall: string;
  state: "approved" | "suspended" | "revoked";
  online: boolean; // heard of within ten minutes
  seen: number | null; // time of its last request
  open: boolean; // its poll
  records: number; // here
  accepted: number;
  spoilt: number;
  waiting: number | null; // records that it has and we have not, as it said last
  version: string | null; // of its software
  battery: number | null; // percent; null: mains, or unknown
  lost: number; // records that we acknowledged and no longer have: a backup was restored
  forked: boolean;
  cheats: boolean; // laid a ballot open that it had not sealed
}
// POST /terminals {request, hall, host?, port?} → {terminal, bundle}: request is the text of the file that the terminal
//   wrote, bundle the text of the file that it takes.
// POST /terminals/{key}/suspend | /resume | /revoke → Terminal

/** GET /halls → {halls: Hall[]}; PUT /halls/{name} (name in percent escapes) with one; DELETE /halls/{name}. */
export interface Hall {
  name: string;
  commune: string;
  address: string;
  hours: string; // when it is open, for the public page
  latitude: number | null; // millionths of a degree
  longitude: number | null;
  terminals: number; // these two are only read
  accepted: number;
}

/** GET /staff-files → {files: StaffFile[]}; POST /staff-files {handle, hall?, terminal?, from?, until} → {file, text}
 *  (days; until is included); POST /staff-files/{id}/withdraw → {} */
export interface StaffFile {
  id: string;
  handle: string;
  hall: string; // "": every hall
  terminal: string; // "": every terminal
  from: number; // hours
  until: number;
  withdrawn: boolean;
}

// --- Ballots that came --------------------------------------------------------------------------------------------

// GET /report → Report

/** GET /records?reason=&terminal=&before= → {records: RecordLine[], next: number | null}: signed records that do not count,
 *  newest first; before=next goes on. */
export interface RecordLine {
  leaf: number | null; // its place in the log; null: evidence beside the log
  reason: Reason;
  terminal: string;
  hall: string; // or "online"
  sequence: number;
  hour: number;
  tracker: string | null; // of a ballot
  instead: { leaf: number; hall: string; hour: number; tracker: string } | null; // which ballot of its voter counts
}

/** GET /imports → {imports: Import[]}, newest first; GET /imports/{id}
 *  POST /imports?kind=votes|bundle|roll&name=FILE.csv[&replace=true] with the file as body → Import, which goes on by itself */
export interface Import {
  id: string;
  kind: "votes" | "bundle" | "roll";
  name: string;
  account: string;
  begun: number;
  state: "running" | "done" | "failed";
  error: string | null;
  lines: number;
  done: number;
  fresh: number; // lines that were not there before
  reasons: Record<Reason, number>; // what became of those
  stopped: Reason | null; // why the rest was not looked at
  refused: { line: number; why: string }[]; // at most 1000
  refused_more: number;
  receipt?: string; // of a bundle: text of the file for its terminal
  roll?: { named: number; added: number; struck: number; size: number };
}

// --- Count --------------------------------------------------------------------------------------------------------

/** GET /count; POST /poll/close {anyway} → Count (409 "records-waiting" unless anyway); POST /count {proof} → Count, goes on by itself */
export interface Count {
  phase: Phase;
  waiting: { terminal: string; hall: string; open: boolean; waiting: number | null }[]; // terminals that have not closed and sent all
  stage: string | null; // of a count under way, as the command line names it: "Mixing the urn"
  done: number;
  of: number;
  error: string | null;
  outcome: Outcome | null;
  ceremony: Ceremony | null;
  provable: boolean; // this server can prove the count to everybody
}
/** Where trustees open the ballots, and not this server. */
export interface Ceremony {
  threshold: number;
  trustees: string[];
  published: boolean; // whether there are enough ballots to show them one by one
}
export interface Outcome {
  ranking: { project: string; title: Record<string, string>; votes: number; cost: number; verdict: string; reason: Record<string, string> }[];
  spent: number;
  ballots: number;
  invalid: number;
  files: string[]; // public paths: "/result-fr.csv", "/result.pb", "/minutes-fr.pdf", …
}

// --- Accounts, tokens, audit --------------------------------------------------------------------------------------

/** GET /accounts → {accounts: Account[]}; POST /accounts {name, role, halls} → {account, invitation} (shown once);
 *  POST /accounts/{name}/invite → {account, invitation}: a new password and code device;
 *  POST /accounts/{name}/disable | /enable → Account; PUT /accounts/{name} {role, halls} → Account */
export interface Account {
  name: string;
  role: Role;
  halls: string[];
  state: "invited" | "active" | "locked" | "disabled";
  seen: number | null;
}

/** GET /tokens → {tokens: Token[]}; POST /tokens {name, until} → {token: Token, secret} (shown once); POST /tokens/{id}/withdraw */
export interface Token {
  id: string;
  name: string;
  until: string; // day, included
  withdrawn: boolean;
}

/** GET /audit?before= → {entries: AuditEntry[], next: number | null}, newest first */
export interface AuditEntry {
  number: number;
  time: number;
  account: string; // "" for the command line
  act: string; // "login", "terminal-approve", "import", …
  subject: string;
  outcome: "done" | "refused";
  detail: string;
}
