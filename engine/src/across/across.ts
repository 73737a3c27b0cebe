import type { Extraction } from "../extraction.js";
import type { Fact } from "../fact.js";
import { type Group, grouped, type Match } from "./groups.js";
import { type Occurrence, type Told, toldIn } from "./occurrence.js";
import type { Contradiction } from "./rivals.js";
import { eventKeys, eventName, eventRivals, matchEvents } from "./same-event.js";
import { figureKeys, figureName, figureRivals, matchFigures } from "./same-figure.js";
import { matchPeople, personKeys, personName, personRivals } from "./same-person.js";
import { matchProjects, projectKeys, projectName, projectRivals } from "./same-project.js";

/** One event, project, person or figure that several documents tell of. */
export interface SameThing {
  readonly kind: "event" | "project" | "person" | "figure";
  /** What a list calls it; as printed by the first document that tells it. */
  readonly name: string;
  /** Where each document tells it, in the order of the documents. */
  readonly occurrences: readonly Occurrence[];
  /** Codes of what joined them: same-days, near-report, same-lead, same-region, same-name, same-value … */
  readonly reasons: readonly string[];
  /** How sure it is one thing, 0–1: that of the weakest link. */
  readonly confidence: number;
  /** What the documents say differently of it, with the places of each value. */
  readonly contradictions: readonly Contradiction[];
}

/** Several documents side by side (多份材料比对). */
export interface AcrossDocuments {
  readonly documents: readonly { readonly index: number; readonly id: string; readonly title: string | null }[];
  readonly things: readonly SameThing[];
}

/**
 * Says what several documents tell in common and where they contradict each other: the same event (活动), project
 * (项目), person (人员) and figure (数据) recognised across reports; two dates, two leaders, two sums reported as data with
 * both places. Pure; reads only what `extract` returned, changes no fact and decides nothing: which report is right is a
 * person's business. Two facts of one document are never joined. Cost grows with the number of facts, not its square.
 */
export function across(documents: readonly Extraction[]): AcrossDocuments {
  return {
    documents: documents.map(({ id, title }, index) => ({ index, id, title })),
    things: [
      ...things(documents, "event", eventKeys, matchEvents, eventName, eventRivals),
      ...things(documents, "project", projectKeys, matchProjects, projectName, projectRivals),
      ...things(documents, "person", personKeys, matchPeople, personName, personRivals),
      ...things(documents, "figure", figureKeys, matchFigures, figureName, figureRivals),
    ],
  };
}

/** Sureness of the weakest link: 2 is days and sides alone, 5 leaves no doubt. */
const CONFIDENCE: readonly number[] = [0.5, 0.5, 0.7, 0.85, 0.9, 0.95];

function things<K extends SameThing["kind"]>(
  documents: readonly Extraction[],
  kind: K,
  keys: (item: Told<Extract<Fact, { kind: K }>>) => readonly string[],
  match: (a: Told<Extract<Fact, { kind: K }>>, b: Told<Extract<Fact, { kind: K }>>) => Match | null,
  name: (group: Group<Extract<Fact, { kind: K }>>) => string,
  rivals: (group: Group<Extract<Fact, { kind: K }>>) => readonly Contradiction[],
): readonly SameThing[] {
  return grouped(toldIn(documents, kind), keys, match).map((group) => ({
    kind,
    name: name(group),
    occurrences: group.members.map(({ at }) => at),
    reasons: group.reasons,
    confidence: CONFIDENCE[Math.floor(group.score)] ?? 0.5,
    contradictions: rivals(group),
  }));
}
