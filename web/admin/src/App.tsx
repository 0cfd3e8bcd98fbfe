// Whoever is logged in sees the desk; others see how to come in.

import { useEffect, useState } from "preact/hooks";
import type { Session } from "./api.ts";
import { Announcement } from "./parts/Announcement.tsx";
import { Desk } from "./Desk.tsx";
import { language, words } from "./language.ts";
import { Login } from "./pages/Login.tsx";
import { Setup } from "./pages/Setup.tsx";
import { request } from "./request.ts";
import { route } from "./route.ts";
import { session, sessionBegun } from "./session.ts";

export function App() {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    request<Session | null>("GET", "/session")
      .then((begun) => begun && sessionBegun(begun), () => {})
      .finally(() => setAsked(true));
  }, []);
  language.value; // everything is drawn anew when it changes
  const content = () => {
    if (!asked) return <p class="alone">{words.value.loading}</p>;
    if (route.value.path[0] === "invitation") return <Setup />;
    return session.value === null ? <Login /> : <Desk />;
  };
  return (
    <>
      {content()}
      <Announcement />
    </>
  );
}
