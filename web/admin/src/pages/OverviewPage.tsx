// How the election stands, and what needs somebody.

import type { Alarm, Overview, Report, Turnout } from "../api.ts";
import { counted, day, fill, money, number, shortDay, textIn } from "../format.ts";
import { language, words } from "../language.ts";
import { Columns } from "../parts/Columns.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { useResource } from "../resource.ts";
import { allowed, sees } from "../rights.ts";
import { href } from "../route.ts";
import { session } from "../session.ts";
import { busiestHour, daysOf } from "../turnout.ts";

function Figure({ name, value, more }: { name: string; value: string; more?: string }) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>{value}{more && <small>{more}</small>}</dd>
    </div>
  );
}

function Alarms({ alarms }: { alarms: Alarm[] }) {
  const w = words.value;
  const say = { forked: w.alarm.forked, cheats: w.alarm.cheats, silent: w.alarm.silent, lost: w.alarm.lost, waiting: w.alarm.waiting };
  // One hall's staff suspend and revoke nothing: they tell those who do.
  const tell = session.value!.role === "staff" ? w.alarm.tell : null;
  const act = { forked: tell ?? w.alarm.forkedDo, cheats: tell ?? w.alarm.cheatsDo, silent: w.alarm.silentDo, lost: w.alarm.lostDo, waiting: w.alarm.waitingDo };
  return (
    <section>
      <h2>{w.overview.alarms}</h2>
      {alarms.length === 0 ? (
        <p class="calm"><strong>{w.overview.calm}</strong> {w.overview.calmText}</p>
      ) : (
        <ul class="alarms">
          {alarms.map((alarm) => {
            const what = say[alarm.kind];
            return (
              <li key={alarm.kind + alarm.terminal}>
                <h3>{fill(w.pair, { name: alarm.hall, value: typeof what === "string" ? what : counted(what, alarm.records, language.value) })}</h3>
                <p>{act[alarm.kind]}</p>
                <a href={href(["terminals"], { hall: alarm.hall })}>{w.overview.terminalLink}</a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/// What comes next, for whoever may do it.
function Next({ of }: { of: Overview }) {
  const w = words.value.overview;
  const next = {
    none: [w.startText, w.startGo, "election"],
    draft: [w.sealText, w.goOn, "election"],
    open: null,
    closed: [w.closedText, w.toCount, "count"],
    counted: [w.countedText, w.toResult, "count"],
  }[of.phase];
  if (next === null || !sees(session.value!.role, "count")) return null;
  const [text, label, page] = next as [string, string, string];
  return (
    <section class="next">
      <p>{text}</p>
      {(allowed("change") || of.phase === "counted") && <a class="button" href={href([page])}>{label}</a>}
    </section>
  );
}

function Calendar({ of }: { of: Overview }) {
  const w = words.value;
  const today = new Date(of.now * 1000).toISOString().slice(0, 10);
  return (
    <section>
      <h2>{w.overview.phases}</h2>
      <ol class="phases">
        {of.phases.map((phase) => {
          const now = phase.from <= today && today <= phase.until;
          return (
            <li key={phase.kind} class={now ? "now" : undefined}>
              <strong>{w.kind[phase.kind as keyof typeof w.kind] ?? phase.kind}</strong>{" "}
              {fill(w.overview.span, { from: day(phase.from, language.value), until: day(phase.until, language.value) })}
              {now && <span class="badge">{w.overview.now}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Participation() {
  const w = words.value;
  const report = useResource<Report>("/report", 30);
  const channels = [...(report.value?.channels ?? [])].sort((a, b) => b.accepted - a.accepted);
  const most = Math.max(1, ...channels.map((channel) => channel.accepted));
  return (
    <section>
      <h2>{w.overview.participation}</h2>
      <p>{w.overview.participationText}</p>
      {channels.length === 0 && <p class="none">{w.overview.noneYet}</p>}
      <ul class="bars">
        {channels.map((channel) => (
          <li key={channel.name}>
            <span>{channel.name === "online" ? w.online : channel.name}</span>
            <svg class="bar" aria-hidden="true"><rect width={`${(100 * channel.accepted) / most}%`} height="100%" /></svg>
            <span class="number">{number(channel.accepted, language.value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/// When people voted.
function Times() {
  const w = words.value.overview;
  const turnout = useResource<Turnout>("/turnout", 30).value;
  if (turnout === null || turnout.days.length === 0) return null;
  const days = daysOf(turnout);
  const said = (iso: string) => day(iso, language.value);
  const most = Math.max(...days.map((one) => one.ballots));
  const busiest = busiestHour(turnout);
  return (
    <section>
      {session.value!.role === "staff" && <p class="hint">{w.everywhere}</p>}
      <div class="times">
        <Columns
          title={w.byDay}
          text={fill(w.byDayText, { from: said(days[0]!.day), until: said(days.at(-1)!.day), most: number(most, language.value) })}
          head={w.day}
          columns={days.map((one) => ({ name: said(one.day), ballots: one.ballots }))}
          short={(index) => shortDay(days[index]!.day, language.value)}
          every={[1, 2, 3, 7, 14, 28]}
        />
        <Columns
          title={w.byHour}
          text={fill(w.byHourText, { from: String(busiest), until: String(busiest + 1) })}
          head={w.hour}
          columns={turnout.hours.map((ballots, index) => ({ name: `${index}–${index + 1}`, ballots }))}
          short={String}
          every={[1, 2, 3, 6, 12]}
        />
      </div>
    </section>
  );
}

export function OverviewPage() {
  const w = words.value;
  const overview = useResource<Overview>("/overview", 15);
  return (
    <Loaded of={overview}>
      {(of) => (
        <>
          <p class="lead"><span class={`badge ${of.phase}`}>{w.phase[of.phase]}</span> <span>{textIn(of.title, language.value)}</span></p>
          <Next of={of} />
          {of.phase !== "none" && of.phase !== "draft" && (
            <>
              <dl class="figures">
                <Figure name={w.overview.accepted} value={number(of.accepted, language.value)} />
                <Figure
                  name={w.overview.terminals}
                  value={fill(w.overview.ofAll, { n: number(of.terminals.online, language.value), all: number(of.terminals.all, language.value) })}
                  more={counted(w.overview.open, of.terminals.open, language.value)}
                />
                <Figure name={w.overview.envelope} value={money(of.envelope, language.value)} />
                <Figure name={w.overview.log} value={number(of.log_size, language.value)} />
              </dl>
              <Alarms alarms={of.alarms} />
              <Participation />
              <Times />
              <p class="hint">{of.ranking === "live" ? w.overview.rankingLive : w.overview.rankingSealed} <a href={`/${language.value}`}>{w.count.publicPage}</a></p>
            </>
          )}
          {of.phases.length > 0 && <Calendar of={of} />}
        </>
      )}
    </Loaded>
  );
}
