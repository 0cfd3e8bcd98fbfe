// Every act, who did it and when.

import { useState } from "preact/hooks";
import type { AuditEntry } from "../api.ts";
import { csv } from "../csv.ts";
import { download } from "../download.ts";
import { counted, moment } from "../format.ts";
import { language, words } from "../language.ts";
import { Failure } from "../parts/Failure.tsx";
import { Field } from "../parts/Field.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Said } from "../parts/Said.tsx";
import { Table } from "../parts/Table.tsx";
import { request } from "../request.ts";
import { useResource } from "../resource.ts";
import { useTask } from "../task.ts";

interface Page {
  entries: AuditEntry[];
  next: number | null;
}

function actWords(act: string): string {
  const known = words.value.act;
  return known[act as keyof typeof known] ?? act;
}

export function Audit() {
  const w = words.value;
  const audit = useResource<Page>("/audit");
  const more = useTask();
  const [search, setSearch] = useState("");
  const next = async (of: Page): Promise<Page> => {
    const page = await request<Page>("GET", `/audit?before=${of.next}`);
    return { entries: [...of.entries, ...page.entries], next: page.next };
  };
  const goOn = (of: Page) => more.run(async () => audit.put(await next(of)));
  const save = (of: Page) =>
    more.run(async () => {
      let all = of;
      while (all.next !== null) all = await next(all);
      audit.put(all);
      const rows = all.entries.map((entry) => [entry.number, new Date(entry.time * 1000).toISOString(), entry.account, entry.act, entry.subject, entry.outcome, entry.detail]);
      download("isoloir-audit.csv", csv([["number", "time", "account", "act", "subject", "outcome", "detail"], ...rows]), "text/csv");
    });
  return (
    <>
      <p class="lead">{w.audit.lead}</p>
      <Loaded of={audit}>
        {(of) => {
          const wanted = search.trim().toLowerCase();
          const shown = of.entries.filter((entry) => `${entry.account} ${actWords(entry.act)} ${entry.subject} ${entry.detail}`.toLowerCase().includes(wanted));
          return (
            <>
              <div class="tools">
                <Field label={w.audit.search} hint={w.audit.searchHint} value={search} put={setSearch} type="search" />
                <button type="button" class="quiet" disabled={more.busy} onClick={() => void save(of)}>{w.audit.download}</button>
              </div>
              <p role="status">{counted(w.audit.shown, shown.length, language.value)}</p>
              <Table
                caption={w.nav.audit}
                none={w.audit.none}
                rows={shown}
                id={(entry) => String(entry.number)}
                columns={[
                  { head: w.audit.when, whole: true, cell: (entry) => moment(entry.time, language.value) },
                  { head: w.audit.who, cell: (entry) => entry.account || w.audit.server },
                  { head: w.audit.act, cell: (entry) => actWords(entry.act) },
                  { head: w.audit.what, cell: (entry) => <>{entry.subject} {entry.outcome === "refused" && entry.detail !== "" && <Said sentence={entry.detail} />}</> },
                  { head: w.audit.outcome, cell: (entry) => <span class={`badge ${entry.outcome}`}>{w.audit[entry.outcome]}</span> },
                ]}
              />
              <Failure refusal={more.refusal} />
              {of.next !== null && <button type="button" class="quiet" disabled={more.busy} onClick={() => void goOn(of)}>{w.more}</button>}
            </>
          );
        }}
      </Loaded>
    </>
  );
}
