// Keeps the result page as it is now. The server tells when something changed; the page then asks for the changed part, which
// is made by the same code as the page, and puts in place what is different. Nothing is calculated or worded here.

const kRest = 5_000; // ms between two looks, so that a busy hour does not make the page flicker
const kSpread = 2_000; // ms over which readers' looks are spread: all of them hear of a change at once
const kSilence = 60_000; // ms between two announcements to those who listen
const kRetry = 60_000; // ms until a server that took no more readers is asked again

const follow = document.getElementById("follow");
const button = follow?.querySelector("button");
const heard = document.getElementById("heard");

let feed: EventSource | undefined;
let paused = false;
let waiting = false;
let lastLook = 0;
let lastAnnouncement = Date.now();
let shownVersion: unknown;

function put(fresh: Element, old: Element): void {
  if (fresh.isEqualNode(old)) return;
  for (const folded of fresh.querySelectorAll("details")) folded.open = document.getElementById(folded.id)?.hasAttribute("open") ?? false;
  if (!fresh.isEqualNode(old)) old.replaceWith(fresh);
}

/** Puts each part in its place; one that somebody has the focus in waits for the next time. */
function takeParts(from: Element, to: Element): void {
  const wanted = new Set([...from.children].map((part) => part.id));
  for (const old of [...to.children]) if (!wanted.has(old.id)) old.remove();
  let before: Element | null = null;
  for (const fresh of [...from.children]) {
    const old = document.getElementById(fresh.id);
    if (!old) before ? before.after(fresh) : to.prepend(fresh);
    else if (!old.contains(document.activeElement)) put(fresh, old);
    before = document.getElementById(fresh.id);
  }
}

function announce(news: string | undefined): void {
  if (!heard || !news || heard.textContent === news || Date.now() - lastAnnouncement < kSilence) return;
  heard.textContent = news;
  lastAnnouncement = Date.now();
}

async function look(): Promise<void> {
  lastLook = Date.now();
  const answer = await fetch(`/parts/standing-${document.documentElement.lang}`);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [state, standing] = [fresh.getElementById("state"), fresh.getElementById("standing")];
  const [oldState, oldStanding] = [document.getElementById("state"), document.getElementById("standing")];
  if (!state || !standing || !oldState || !oldStanding) return;
  put(state, oldState);
  takeParts(standing, oldStanding);
  announce(standing.dataset["news"]);
}

function lookSoon(): void {
  if (waiting) return;
  waiting = true;
  const rest = Math.max(0, lastLook + kRest - Date.now());
  setTimeout(() => {
    waiting = false;
    if (feed) look().catch(() => undefined); // the next event tries again
  }, rest + (rest > 0 ? Math.random() * kSpread : Math.random() * 300));
}

/** Follows while the page is seen and not paused. */
function attend(): void {
  if (paused || document.hidden) {
    feed?.close();
    feed = undefined;
    return;
  }
  if (feed) return;
  feed = new EventSource("/live/events");
  feed.onmessage = (event: MessageEvent<string>) => {
    const { version } = JSON.parse(event.data) as { version: unknown };
    if (version === shownVersion) return;
    shownVersion = version;
    lookSoon();
  };
  feed.onerror = () => {
    // A feed that only lost its line comes again by itself; one that was refused does not.
    if (feed?.readyState !== EventSource.CLOSED) return;
    feed = undefined;
    setTimeout(attend, kRetry);
  };
}

if (follow && button) {
  follow.hidden = false;
  button.addEventListener("click", () => {
    paused = !paused;
    const [pause, resume] = [button.textContent ?? "", button.dataset["resume"] ?? ""];
    button.textContent = resume;
    button.dataset["resume"] = pause;
    shownVersion = undefined;
    attend();
  });
}
document.addEventListener("visibilitychange", attend);
attend();
