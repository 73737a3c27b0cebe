import type { EventFact, ProjectFact } from "@shanhai/engine";
import { DocumentFrame, type Home } from "../document-frame.js";
import { visitKey } from "../event-legs.js";
import { projectHome, projectOf, unveiledHome, unveiledThings } from "../project-home.js";
import type { Proposal, ProposedRow } from "../proposal.js";
import { derived, known, rowOf, stated, statedDay } from "../proposed-values.js";
import { rowKeys } from "../row-keys.js";
import { happeningId } from "../values/ids.js";
import { isPartialDate } from "../values/partial-date.js";

/** Words of documents for milestones, in the order they are looked for. */
const TYPES: readonly (readonly [string, string])[] = [
  ["揭牌", "unveiled"],
  ["启用", "in_use"],
  ["奠基", "foundation"],
  ["开工", "started"],
  ["竣工", "completed"],
  ["建成", "completed"],
  ["完工", "completed"],
  ["验收", "accepted"],
  ["投产", "in_production"],
  ["开业", "opened"],
  ["移交", "handed_over"],
  ["批复", "approved"],
  ["签约", "signed"],
];

/**
 * 项目节点: what project facts tell of their steps, and every unveiling of a known project. An unveiling told both ways
 * is one row. What was unveiled and is no project fact is a project made from the unveiling.
 */
export const milestoneProposal: Proposal = {
  record: "milestone",
  propose(facts) {
    const frame = new DocumentFrame(facts);
    const unveilings = frame.held("unveiling");
    const rows: ProposedRow[] = [];
    for (const project of frame.of("project")) {
      const home = projectHome(frame, project);
      if (!home) continue;
      const parent = { key: rowKeys.project(project.id), name: project.name, home };
      const own = unveilings.filter((event) => projectOf(frame, event) === project);
      const told = project.milestones.map((milestone) => ({ milestone, event: eventOf(milestone, own) }));
      const silent = own.filter((event) => !told.some((row) => row.event === event));
      // An unveiling has one object: who else claims it (two names in one sentence) is not supported by it.
      const supported = told.filter(
        ({ milestone, event }) => event || !unveilings.some(({ id }) => id === milestone.event),
      );
      for (const { milestone, event } of supported)
        rows.push(row(frame, parent, { type: milestone.type, date: milestone.date, by: project }, event));
      for (const event of silent)
        rows.push(row(frame, parent, { type: printedType(event), date: event.start, by: event }, event));
    }
    for (const { event, name } of unveiledThings(frame)) {
      const home = unveiledHome(frame, event);
      if (!home) continue;
      const told = { type: printedType(event), date: event.start, by: event };
      rows.push(row(frame, { key: rowKeys.project(event.id), name, home }, told, event));
    }
    return rows;
  },
};

type Milestone = ProjectFact["milestones"][number];

/** The unveiling that a told milestone is: linked by id, or the only one and of the same word. */
function eventOf(milestone: Milestone, events: readonly EventFact[]): EventFact | null {
  const linked = events.find((event) => event.id === milestone.event);
  const same = events.filter((event) => printedType(event) === milestone.type);
  return linked ?? (same.length === 1 ? (same[0] ?? null) : null);
}

function printedType(event: EventFact): string {
  const quotes = event.evidence.map(({ quote }) => quote).join("");
  return event.subtype ?? TYPES.find(([word]) => quotes.includes(word))?.[0] ?? "揭牌";
}

interface Parent {
  readonly key: string;
  readonly name: string;
  readonly home: Home;
}

/** A step as told, and the fact that tells it so. */
interface Told {
  readonly type: string;
  readonly date: string | null;
  readonly by: EventFact | ProjectFact;
}

/** The row of one step; `event` is the unveiling that it was. What the project tells cites the project's own words. */
function row(
  frame: DocumentFrame,
  { key: parent, name, home }: Parent,
  { type, date, by }: Told,
  event: EventFact | null,
): ProposedRow {
  const source = event ?? by;
  const visit = event ? visitKey(frame, event, home) : null;
  const printing = event?.evidence.some(({ quote }) => quote.includes(type)) ? event : by;
  const single = event && event.start === event.end ? event.start : null;
  const day = (told: string | null) => (told !== null && isPartialDate(told) ? told : null);
  return {
    key: rowKeys.part("milestone", parent, event === null ? type : `${type}:${event.id}`),
    record: "milestone",
    scope: home.scope,
    id: null,
    fact: source.id,
    needs: [...home.needs, parent, ...(visit === null ? [] : [visit])],
    values: known({
      project: derived(rowOf(parent)),
      name: derived(`${name}${type}`),
      type: stated(printing, TYPES.find(([word]) => type.includes(word))?.[1] ?? "other", type),
      type_printed: stated(printing, type, type),
      date: statedDay(by, day(date)) ?? (event && statedDay(event, day(single))),
      visit: derived(rowOf(visit)),
      happening_id: event ? derived(happeningId(event.id)) : null,
    }),
  };
}
