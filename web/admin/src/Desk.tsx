// The frame around every page: what one may go to, and the page itself, which gets the focus when it changes.

import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { counted } from "./format.ts";
import { language, words } from "./language.ts";
import { Accounts } from "./pages/Accounts.tsx";
import { Audit } from "./pages/Audit.tsx";
import { Ballots } from "./pages/Ballots.tsx";
import { Count } from "./pages/Count.tsx";
import { ElectionPage } from "./pages/ElectionPage.tsx";
import { Halls } from "./pages/Halls.tsx";
import { Imports } from "./pages/Imports.tsx";
import { OverviewPage } from "./pages/OverviewPage.tsx";
import { Password } from "./pages/Password.tsx";
import { Terminals } from "./pages/Terminals.tsx";
import { Tokens } from "./pages/Tokens.tsx";
import { LanguageChoice } from "./parts/LanguageChoice.tsx";
import { request } from "./request.ts";
import { type Page, sees } from "./rights.ts";
import { href, route } from "./route.ts";
import { session } from "./session.ts";

const pages: Record<Page, ComponentType> = {
  overview: OverviewPage,
  terminals: Terminals,
  ballots: Ballots,
  election: ElectionPage,
  halls: Halls,
  imports: Imports,
  count: Count,
  accounts: Accounts,
  tokens: Tokens,
  audit: Audit,
  password: Password,
};

const groups: { name: "follow" | "prepare" | "finish" | "office"; pages: Page[] }[] = [
  { name: "follow", pages: ["overview", "terminals", "ballots"] },
  { name: "prepare", pages: ["election", "halls", "imports"] },
  { name: "finish", pages: ["count"] },
  { name: "office", pages: ["accounts", "tokens", "audit"] },
];

function Nowhere() {
  const { nav } = words.value;
  return (
    <>
      <p>{nav.nowhereText}</p>
      <a class="button" href={href([])}>{nav.toOverview}</a>
    </>
  );
}

export function Desk() {
  const who = session.value!;
  const w = words.value;
  const name = (route.value.path[0] ?? "overview") as Page;
  const known = name in pages && sees(who.role, name);
  const title = known ? w.nav[name] : w.nav.nowhere;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const [unfolded, unfold] = useState(false); // the menu, where there is no room for it beside the page
  const place = route.value.path.join("/");
  useEffect(() => {
    document.title = `${title} · Isoloir`;
  }, [title]);
  useEffect(() => {
    unfold(false);
    if (!first.current) heading.current?.focus();
    first.current = false;
    scrollTo(0, 0);
  }, [place]);

  const logOut = async () => {
    await request("DELETE", "/session").catch(() => {});
    session.value = null;
  };
  const Shown = known ? pages[name] : Nowhere;
  return (
    <div class={unfolded ? "desk unfolded" : "desk"}>
      <a class="skip" href="#content" onClick={(event) => (event.preventDefault(), heading.current?.focus())}>{w.skip}</a>
      <header class="top">
        <a class="brand" href={href([])}>Isoloir</a>
        <span class="who">{who.name} · {w.role[who.role]}</span>
        <LanguageChoice />
        <button type="button" class="quiet menu" aria-expanded={unfolded} aria-controls="menu" onClick={() => unfold(!unfolded)}>{w.nav.menu}</button>
        <a href={href(["password"])}>{w.nav.password}</a>
        <button type="button" class="quiet" onClick={logOut}>{w.nav.logout}</button>
      </header>
      <nav class="side" id="menu" aria-label={w.nav.label}>
        {groups.map((group) => {
          const seen = group.pages.filter((page) => sees(who.role, page));
          if (seen.length === 0) return null;
          return (
            <div key={group.name} class="group">
              <p>{w.nav[group.name]}</p>
              <ul>
                {seen.map((page) => (
                  <li key={page}><a href={href(page === "overview" ? [] : [page])} aria-current={page === name ? "page" : undefined}>{w.nav[page]}</a></li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <main id="content">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {who.recovery_left < 3 && <p class="notice">{counted(w.session.fewCodes, who.recovery_left, language.value)}</p>}
        <Shown key={name} />
      </main>
    </div>
  );
}
