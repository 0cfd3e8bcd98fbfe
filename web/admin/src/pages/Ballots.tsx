// The merge report that adds up, and every ballot that does not count with its reason.

import { useState } from "preact/hooks";
import type { Channel, RecordLine, Report } from "../api.ts";
import { csv } from "../csv.ts";
import { download } from "../download.ts";
import { fill, hour, number } from "../format.ts";
import { language, words } from "../language.ts";
import { Choice } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Table } from "../parts/Table.tsx";
import { byNumber, mismatch, sumOf, total } from "../report.ts";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { session } from "../session.ts";
import { useTask } from "../task.ts";
import { Failure } from "../parts/Failure.tsx";

export function reasonWords(reason: string): string {
  const known = words.value.reason;
  return known[reason as keyof typeof known] ?? reason;
}

function reasonText(reason: string): string {
  const known = words.value.reasonText;
  return known[reason as keyof typeof known] ?? known.other;
}

function Merge({ report }: { report: Report }) {
  const w = words.value;
  const n = (value: number) => number(value, language.value);
  const named = (channel: Channel) => (channel.name === "online" ? w.online : channel.name);
  const sums = sumOf(report.channels);
  // One hall's staff are not told the reasons of all halls together.
  const wrong = session.value!.role === "staff" ? null : mismatch(report);
  const save = () =>
    download(
      "isoloir-report.csv",
      csv([
        [w.ballots.channel, w.ballots.accepted, w.ballots.duplicates, w.ballots.refused, w.ballots.spoilt, w.ballots.total],
        ...report.channels.map((channel) => [named(channel), channel.accepted, channel.duplicates, channel.refused, channel.spoilt, total(channel)]),
        [w.ballots.total, sums.accepted, sums.duplicates, sums.refused, sums.spoilt, total(sums)],
      ]),
      "text/csv",
    );
  return (
    <>
      {wrong && <p class="failure" role="alert">{fill(w.ballots.mismatch, { sum: n(wrong.sum), total: n(wrong.total) })}</p>}
      <Table
        caption={w.ballots.merge}
        none={w.ballots.none}
        rows={report.channels}
        id={(channel) => channel.name}
        columns={[
          { head: w.ballots.channel, cell: named },
          { head: w.ballots.accepted, number: true, cell: (channel) => n(channel.accepted) },
          { head: w.ballots.duplicates, number: true, cell: (channel) => n(channel.duplicates) },
          { head: w.ballots.refused, number: true, cell: (channel) => n(channel.refused) },
          { head: w.ballots.spoilt, number: true, cell: (channel) => n(channel.spoilt) },
          { head: w.ballots.total, number: true, cell: (channel) => <strong>{n(total(channel))}</strong> },
        ]}
        foot={
          <tfoot role="rowgroup">
            <tr role="row">
              <th role="rowheader" scope="row" class="first">{w.ballots.total}</th>
              {[sums.accepted, sums.duplicates, sums.refused, sums.spoilt, total(sums)].map((sum, index) => (
                <td key={index} role="cell" class="number" data-head={[w.ballots.accepted, w.ballots.duplicates, w.ballots.refused, w.ballots.spoilt, w.ballots.total][index]}>{n(sum)}</td>
              ))}
            </tr>
          </tfoot>
        }
      />
      {report.channels.length > 0 && <button type="button" class="quiet" onClick={save}>{w.ballots.download}</button>}
    </>
  );
}

interface Records {
  records: RecordLine[];
  next: number | null;
}

function Instead({ of }: { of: RecordLine }) {
  const w = words.value;
  if (of.instead === null) return <>{of.leaf === null ? w.ballots.evidence : ""}</>;
  const hall = of.instead.hall === "online" ? w.online : of.instead.hall;
  return (
    <>
      <code>{of.instead.tracker}</code> <span class="hint">{fill(w.ballots.insteadText, { hall, when: hour(of.instead.hour, language.value) })}</span>
    </>
  );
}

function NotCounted({ reasons }: { reasons: string[] }) {
  const w = words.value;
  const [reason, setReason] = useState("");
  const query = reason === "" ? "" : `?reason=${reason}`;
  const records = useResource<Records>(`/records${query}`);
  const more = useTask();
  const goOn = (of: Records) =>
    more.run(async () => {
      const page = await request<Records>("GET", `/records?before=${of.next}${reason === "" ? "" : `&reason=${reason}`}`);
      records.put({ records: [...of.records, ...page.records], next: page.next });
    });
  return (
    <section>
      <h2>{w.ballots.list}</h2>
      <p>{w.ballots.listText}</p>
      <Choice label={w.ballots.reason} value={reason} options={[["", w.ballots.allReasons], ...reasons.map((one): [string, string] => [one, reasonWords(one)])]} put={setReason} />
      {reason !== "" && <p class="notice">{reasonText(reason)}</p>}
      <Loaded of={records}>
        {(of) => (
          <>
            <Table
              caption={w.ballots.list}
              none={w.ballots.none}
              rows={of.records}
              id={(line) => `${line.leaf}-${line.terminal}-${line.sequence}`}
              columns={[
                { head: w.ballots.reason, cell: (line) => reasonWords(line.reason) },
                { head: w.ballots.channel, cell: (line) => (line.hall === "online" ? w.online : line.hall) },
                { head: w.ballots.when, whole: true, cell: (line) => (line.hour === 0 ? w.unknown : hour(line.hour, language.value)) },
                { head: w.ballots.tracker, whole: true, cell: (line) => (line.tracker === null ? fill(w.ballots.sequence, { n: number(line.sequence, language.value) }) : <code>{line.tracker}</code>) },
                { head: w.ballots.instead, cell: (line) => <Instead of={line} /> },
              ]}
            />
            <Failure refusal={more.refusal} />
            {of.next !== null && <button type="button" class="quiet" disabled={more.busy} onClick={() => void goOn(of)}>{w.more}</button>}
          </>
        )}
      </Loaded>
    </section>
  );
}

export function Ballots() {
  const w = words.value;
  const report = useResource<Report>("/report", 30);
  return (
    <Loaded of={report}>
      {(of) => {
        const reasons = byNumber(of.reasons);
        return (
          <>
            <p class="lead">{w.ballots.mergeText}</p>
            <Merge report={of} />
            {session.value!.role !== "staff" && (
              <>
                <h2>{w.ballots.reasons}</h2>
                {reasons.length === 0 && <p class="none">{w.ballots.noReasons}</p>}
                <dl class="reasons">
                  {reasons.map(([reason, n]) => (
                    <div key={reason}><dt>{reasonWords(reason)} <span class="badge">{number(n, language.value)}</span></dt><dd>{reasonText(reason)}</dd></div>
                  ))}
                </dl>
                <NotCounted reasons={["duplicate", "superseded", "spoilt", ...reasons.map(([reason]) => reason)].filter((one, index, all) => all.indexOf(one) === index)} />
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
