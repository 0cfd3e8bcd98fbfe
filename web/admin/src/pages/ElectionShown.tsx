// The election as it was signed, or as an auditor reads the draft: all of it, and nothing to type into.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ElectionFile, Project } from "../api.ts";
import { kindOf } from "../counting.ts";
import { day, degrees, fill, money, number } from "../format.ts";
import { dictionary, language, languages, words } from "../language.ts";
import { projectTitle, ProjectRow, projectSums } from "../parts/ProjectRow.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { kApi } from "../request.ts";
import { ruleFacts } from "./CountingRule.tsx";

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

/// A text in each language that it has.
function Spoken({ name, of }: { name: string; of: Record<string, string> | undefined }) {
  const texts = languages.map((tag) => [tag, of?.[tag] ?? ""] as const).filter(([, text]) => text !== "");
  if (texts.length === 0) return null;
  return (
    <Fact name={name}>
      {texts.map(([tag, text]) => <p key={tag} lang={tag}><span class="hint">{dictionary[tag].own}</span> {text}</p>)}
    </Fact>
  );
}

function Money({ name, cents }: { name: string; cents: number | undefined }) {
  return cents === undefined ? null : <Fact name={name}>{money(cents, language.value)}</Fact>;
}

function Rules({ file }: { file: ElectionFile }) {
  const w = words.value.election;
  const { ballot } = file;
  const n = (value: number) => number(value, language.value);
  return (
    <dl class="facts">
      <Fact name={w.ballotKind}>{w[kindOf(file)]}</Fact>
      <Fact name={w.minProjects}>{n(ballot.min_projects)}</Fact>
      <Fact name={w.maxProjects}>{n(ballot.max_projects)}</Fact>
      {ballot.max_points !== undefined && <Fact name={w.maxPoints}>{n(ballot.max_points)}</Fact>}
      {ballot.max_sum_points !== undefined && <Fact name={w.maxSumPoints}>{n(ballot.max_sum_points)}</Fact>}
      <Money name={w.maxCost} cents={ballot.max_cost} />
      {ruleFacts(file).map(([name, value]) => <Fact key={name} name={name}>{value}</Fact>)}
      <Fact name={w.ties}>{w.tie[file.ties as keyof typeof w.tie] ?? file.ties}</Fact>
      <Fact name={w.showRanking}>{file.ranking === "live" ? w.rankingLive : w.rankingSealed}</Fact>
      <Fact name={w.precedence}>{w[file.precedence]}</Fact>
      <Fact name={w.batchMinimum}>{n(file.batch_minimum)}</Fact>
    </dl>
  );
}

function ProjectShown({ of, close }: { of: Project; close: () => void }) {
  const w = words.value.election;
  return (
    <Sheet title={projectTitle(of)} close={close}>
      {of.picture !== undefined && <img class="picture" src={`${kApi}/election/pictures/${encodeURIComponent(of.picture)}`} alt="" />}
      <dl class="facts">
        <Spoken name={w.title} of={of.title} />
        <Spoken name={w.description} of={of.description} />
        <Spoken name={w.objectives} of={of.objectives} />
        <Spoken name={w.beneficiaries} of={of.beneficiaries} />
        <Money name={w.cost} cents={of.cost} />
        {([["place", of.place], ["theme", of.theme], ["proposer", of.proposer], ["id", of.id]] as const).map(([name, text]) => text !== "" && <Fact key={name} name={w[name]}>{text}</Fact>)}
        {of.position && <Fact name={w.position}>{degrees(of.position.latitude)}, {degrees(of.position.longitude)}</Fact>}
      </dl>
    </Sheet>
  );
}

export function ElectionShown({ file, pictures }: { file: ElectionFile; pictures: string[] | null }) {
  const w = words.value;
  const own = w.election;
  const [opened, open] = useState<Project | null>(null);
  const who = [file.eligibility.national_number && own.nationalNumber, file.eligibility.voter_code && own.voterCode].filter(Boolean).join(", ");
  return (
    <>
      <section class="panel">
        <h2>{own.basics}</h2>
        <dl class="facts">
          <Spoken name={own.title} of={file.title} />
          <Spoken name={own.description} of={file.description} />
          <Money name={own.envelope} cents={file.envelope} />
          <Fact name={own.languages}>{file.languages.map((tag) => dictionary[tag as keyof typeof dictionary]?.own ?? tag).join(", ")}</Fact>
        </dl>
      </section>
      {file.phases.length > 0 && (
        <section class="panel">
          <h2>{own.phases}</h2>
          <dl class="facts">
            {file.phases.map((phase) => (
              <Fact key={phase.kind} name={w.kind[phase.kind as keyof typeof w.kind] ?? phase.kind}>{fill(w.overview.span, { from: day(phase.from, language.value), until: day(phase.until, language.value) })}</Fact>
            ))}
          </dl>
        </section>
      )}
      <section class="panel"><h2>{own.rules}</h2><Rules file={file} /></section>
      <section class="panel">
        <h2>{own.voters}</h2>
        <dl class="facts">
          <Fact name={own.minimumAge}>{number(file.eligibility.minimum_age, language.value)}</Fact>
          <Fact name={own.identify}>{who}</Fact>
        </dl>
        {file.eligibility.roll && <p>{own.roll}</p>}
      </section>
      <section class="panel">
        <h2>{own.contacts}</h2>
        <dl class="facts">
          {([["phone", file.contacts.phone], ["mail", file.contacts.mail], ["site", file.contacts.site ?? ""]] as const).map(([name, text]) => text !== "" && <Fact key={name} name={own[name]}>{text}</Fact>)}
        </dl>
      </section>
      <section class="panel">
        <h2>{own.projects}</h2>
        <p>{projectSums(file.projects)}</p>
        <ol class="projects">
          {file.projects.map((project) => (
            <ProjectRow key={project.id} of={project} here={project.picture !== undefined && (pictures === null || pictures.includes(project.picture))}>
              <button type="button" class="quiet" aria-label={fill(w.pair, { name: w.show, value: projectTitle(project) })} onClick={() => open(project)}>{w.show}</button>
            </ProjectRow>
          ))}
        </ol>
      </section>
      {opened !== null && <ProjectShown of={opened} close={() => open(null)} />}
    </>
  );
}
