// From an invitation to an account: the code, an app and a password, the recovery codes.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Accepted, Invitation } from "../api.ts";
import { download } from "../download.ts";
import { fill } from "../format.ts";
import { words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Check, Field } from "../parts/Field.tsx";
import { LanguageChoice } from "../parts/LanguageChoice.tsx";
import { Once } from "../parts/Once.tsx";
import { request } from "../request.ts";
import { go, href } from "../route.ts";
import { sessionBegun } from "../session.ts";
import { useTask } from "../task.ts";

const kLeast = 12;

export function Setup() {
  const w = words.value;
  const task = useTask();
  const [name, setName] = useState("");
  const [invitation, setInvitation] = useState("");
  const [shown, setShown] = useState<Invitation | null>(null);
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [code, setCode] = useState("");
  const [accepted, setAccepted] = useState<Accepted | null>(null);
  const [kept, setKept] = useState(false);
  const step = accepted !== null ? 3 : shown !== null ? 2 : 1;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${w.setup.title} · Isoloir`;
    if (step > 1) title.current?.focus();
  }, [step]);

  const show = () => task.run(async () => setShown(await request<Invitation>("POST", "/invitation", { name: name.trim().toLowerCase(), invitation })));
  const accept = () =>
    task.run(async () =>
      setAccepted(await request<Accepted>("POST", "/invitation/accept", { name: shown!.name, invitation, password, code: code.replace(/\s/g, "") })),
    );
  const enter = () => {
    sessionBegun(accepted!.session);
    go([]);
  };
  const wrong = password !== "" && password.length < kLeast ? fill(w.setup.ruleLength, { n: String(password.length) }) : null;
  const differs = again !== "" && again !== password ? w.setup.ruleSame : null;
  const act = step === 1 ? show : step === 2 ? accept : async () => enter();
  return (
    <main class="alone">
      <div class="above"><span class="brand">Isoloir</span><LanguageChoice /></div>
      <form class="panel" onSubmit={(event) => (event.preventDefault(), void act())}>
        <h1 ref={title} tabIndex={-1}>{step === 1 ? w.setup.title : step === 2 ? w.setup.scanTitle : w.setup.recoveryTitle}</h1>
        <p class="hint">{fill(w.setup.step, { n: String(step) })}</p>
        {step === 1 && (
          <>
            <p>{w.setup.lead}</p>
            <Field label={w.login.name} value={name} put={setName} autoComplete="username" required />
            <Field label={w.setup.invitation} hint={w.setup.invitationHint} value={invitation} put={setInvitation} autoComplete="off" required />
          </>
        )}
        {step === 2 && (
          <>
            <p>{w.setup.you} <strong>{shown!.name}</strong>, {w.role[shown!.role]}. {w.roleText[shown!.role]}</p>
            <p>{w.setup.scan}</p>
            <img class="qr" src={`data:image/svg+xml,${encodeURIComponent(shown!.qr)}`} alt={w.setup.qr} width="220" height="220" />
            <p>{w.setup.secret}</p>
            <Once text={shown!.secret} />
            <Field label={w.setup.password} hint={fill(w.setup.ruleLength, { n: String(password.length) })} wrong={wrong} value={password} put={setPassword} type="password" autoComplete="new-password" required />
            <Field label={w.setup.again} wrong={differs} value={again} put={setAgain} type="password" autoComplete="new-password" required />
            <Field label={w.setup.code} value={code} put={setCode} inputMode="numeric" autoComplete="one-time-code" required />
          </>
        )}
        {step === 3 && (
          <>
            <p>{w.setup.recovery}</p>
            <ul class="codes">{accepted!.recovery.map((one) => <li key={one}><code>{one}</code></li>)}</ul>
            <div class="buttons start">
              <button type="button" class="quiet" onClick={() => print()}>{w.print}</button>
              <button type="button" class="quiet" onClick={() => download("isoloir-codes.txt", accepted!.recovery.join("\n") + "\n")}>{w.download}</button>
            </div>
            <Check label={w.setup.kept} value={kept} put={setKept} />
          </>
        )}
        <Failure refusal={task.refusal} />
        <div class="buttons">
          {step === 1 && <a href={href([])}>{w.setup.toLogin}</a>}
          <button type="submit" disabled={task.busy || (step === 2 && (password.length < kLeast || again !== password)) || (step === 3 && !kept)}>
            {step === 1 ? w.setup.next : step === 2 ? w.setup.go : w.setup.enter}
          </button>
        </div>
      </form>
    </main>
  );
}
