// How the winners are chosen: the rule, and what goes with it.

import type { ElectionFile } from "../api.ts";
import { completions, countsSums, kindOf, rulesFor, satisfactionOf, satisfactionsFor, settled, skips } from "../counting.ts";
import { words } from "../language.ts";
import { Choice } from "../parts/Field.tsx";

function named<Key extends string>(keys: readonly Key[], names: Record<Key, string>): [Key, string][] {
  return keys.map((key) => [key, names[key]]);
}

export function CountingRule({ file, put }: { file: ElectionFile; put: (file: ElectionFile) => void }) {
  const w = words.value.election;
  const set = (change: Partial<ElectionFile>) => put(settled({ ...file, ...change }));
  const satisfactions = satisfactionsFor(kindOf(file), file.rule);
  return (
    <>
      <Choice label={w.rule} hint={w.ruleWhat[file.rule]} value={file.rule} options={named(rulesFor(kindOf(file)), w.ruleName)} put={(rule) => set({ rule })} />
      {satisfactions.length > 1 && <Choice label={w.satisfaction} value={satisfactionOf(file)!} options={named(satisfactions, w.satisfactionName)} put={(satisfaction) => set({ satisfaction })} />}
      {file.rule === "mes" && <Choice label={w.completion} value={file.completion ?? "none"} options={named(completions, w.completionName)} put={(completion) => set({ completion })} />}
      {skips(file.rule) && <Choice label={w.skip} value={file.skip === false ? "no" : "yes"} options={[["yes", w.skipYes], ["no", w.skipNo]]} put={(skip) => set({ skip: skip === "yes" })} />}
      <Choice label={w.ties} value={file.ties} options={Object.entries(w.tie)} put={(ties) => put({ ...file, ties })} />
      <Choice label={w.showRanking} hint={countsSums(file) ? undefined : w.rankingNotLive} value={file.ranking} disabled={!countsSums(file)} options={[["sealed", w.rankingSealed], ["live", w.rankingLive]]} put={(ranking) => set({ ranking })} />
    </>
  );
}

/// What was chosen, as name and value.
export function ruleFacts(file: ElectionFile): [string, string][] {
  const w = words.value.election;
  const facts: [string, string][] = [[w.rule, w.ruleName[file.rule]]];
  const satisfaction = satisfactionOf(file);
  if (satisfaction !== undefined && satisfactionsFor(kindOf(file), file.rule).length > 1) facts.push([w.satisfaction, w.satisfactionName[satisfaction]]);
  if (file.rule === "mes") facts.push([w.completion, w.completionName[file.completion ?? "none"]]);
  if (skips(file.rule)) facts.push([w.skip, file.skip === false ? w.skipNo : w.skipYes]);
  return facts;
}
