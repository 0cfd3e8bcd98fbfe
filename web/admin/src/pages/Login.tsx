import { useEffect, useRef, useState } from "preact/hooks";
import type { Session } from "../api.ts";
import { words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Field } from "../parts/Field.tsx";
import { LanguageChoice } from "../parts/LanguageChoice.tsx";
import { request } from "../request.ts";
import { href } from "../route.ts";
import { cutOff, sessionBegun } from "../session.ts";
import { useTask } from "../task.ts";

export function Login() {
  const w = words.value;
  const task = useTask();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${w.login.title} · Isoloir`;
    if (cutOff.value) title.current?.focus();
  }, []);
  const logIn = () =>
    task.run(async () => {
      setCode("");
      sessionBegun(await request<Session>("POST", "/session", { name: name.trim().toLowerCase(), password, code: code.replace(/\s/g, "") }));
    });
  return (
    <main class="alone">
      <div class="above"><span class="brand">Isoloir</span><LanguageChoice /></div>
      <form class="panel" onSubmit={(event) => (event.preventDefault(), void logIn())}>
        <h1 ref={title} tabIndex={-1}>{w.login.title}</h1>
        <p class="lead">{w.product}</p>
        {cutOff.value && <p class="notice">{w.fail.ended}</p>}
        <Field label={w.login.name} value={name} put={setName} autoComplete="username" required />
        <Field label={w.login.password} value={password} put={setPassword} type="password" autoComplete="current-password" required />
        <Field label={w.login.code} hint={w.login.codeHint} value={code} put={setCode} autoComplete="one-time-code" required />
        <Failure refusal={task.refusal} />
        <div class="buttons">
          <a href={href(["invitation"])}>{w.login.invited}</a>
          <button type="submit" disabled={task.busy}>{w.login.go}</button>
        </div>
      </form>
    </main>
  );
}
