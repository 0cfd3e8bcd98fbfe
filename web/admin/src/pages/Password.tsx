import { useState } from "preact/hooks";
import { announce } from "../announce.ts";
import { fill } from "../format.ts";
import { words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Field } from "../parts/Field.tsx";
import { request } from "../request.ts";
import { go } from "../route.ts";
import { useTask } from "../task.ts";

export function Password() {
  const w = words.value;
  const task = useTask();
  const [password, setPassword] = useState("");
  const [fresh, setFresh] = useState("");
  const [again, setAgain] = useState("");
  const [code, setCode] = useState("");
  const change = () =>
    task.run(async () => {
      await request("POST", "/password", { password, code: code.replace(/\s/g, ""), new_password: fresh });
      announce(w.password.done);
      go([]);
    });
  return (
    <form class="panel" onSubmit={(event) => (event.preventDefault(), void change())}>
      <p>{w.password.lead}</p>
      <Field label={w.password.now} value={password} put={setPassword} type="password" autoComplete="current-password" required />
      <Field label={w.setup.password} hint={fill(w.setup.ruleLength, { n: String(fresh.length) })} value={fresh} put={setFresh} type="password" autoComplete="new-password" required />
      <Field label={w.setup.again} wrong={again !== "" && again !== fresh ? w.setup.ruleSame : null} value={again} put={setAgain} type="password" autoComplete="new-password" required />
      <Field label={w.login.code} value={code} put={setCode} autoComplete="one-time-code" required />
      <Failure refusal={task.refusal} />
      <div class="buttons"><button type="submit" disabled={task.busy || fresh.length < 12 || fresh !== again}>{w.password.go}</button></div>
    </form>
  );
}
