import type { EventFact, ProjectFact } from "@shanhai/engine";
import type { DocumentFrame, Home } from "./document-frame.js";
import { pathWithin } from "./region-path.js";

/** Words of documents for a project's stage; what is not here keeps its printed word and no code. */
const STAGES: { readonly [word: string]: string } = {
  谋划: "conceived",
  入库: "in_library",
  批复: "approved",
  立项: "approved",
  招标: "tendering",
  开工: "started",
  奠基: "started",
  在建: "in_progress",
  建设中: "in_progress",
  建设: "in_progress",
  推进: "in_progress",
  完工: "completed",
  竣工: "completed",
  建成: "completed",
  启用: "in_use",
  投用: "in_use",
  投产: "in_use",
  运营: "in_use",
  验收: "accepted",
  移交: "handed_over",
  暂停: "suspended",
};

/** Code of a stage as told: a word of documents, or a code already. Null for what no life-cycle knows (揭牌 is none). */
export function stageCode(told: string | null): string | null {
  if (told === null) return null;
  return STAGES[told] ?? (Object.values(STAGES).includes(told) ? told : null);
}

/**
 * The project that was unveiled: the one that the object names (the same words, or one name inside the other), else one
 * that tells of the event itself, else the only one the event lists.
 */
export function projectOf(frame: DocumentFrame, event: EventFact): ProjectFact | null {
  const projects = frame.of("project");
  const object = plain(event.object ?? "");
  const among = event.projects.map(plain);
  const listed = projects.filter((project) => among.includes(plain(project.name)));
  return (
    projects.find((project) => plain(project.name) === object) ??
    projects.find((project) => contains(plain(project.name), object)) ??
    projects.find((project) => project.milestones.some((milestone) => milestone.event === event.id)) ??
    (listed.length === 1 ? listed[0] : undefined) ??
    null
  );
}

/**
 * Where a project's row lives: the pair of its place; with several pairs the party that they share. Without a place, or
 * with one above the parties (贵州省), the pairs of the events and stops that name it, else the document's one pair.
 * Null: nobody can say, the fact stays a fact.
 */
export function projectHome(frame: DocumentFrame, fact: ProjectFact): Home | null {
  const region = fact.region;
  const placed = frame.pairs.some(({ east, west }) =>
    [east, west].some((party) => region !== null && pathWithin(region, party.path)),
  );
  if (region !== null && placed) return frame.regionsHome([region]);
  const name = plain(fact.name);
  const legs = frame
    .of("event")
    .filter(
      (event) =>
        [...event.projects, event.object ?? ""].some((other) => plain(other) === name) ||
        event.stops.some((stop) => plain(stop.project ?? stop.name) === name),
    )
    .flatMap((event) => {
      const stop = event.stops.find((candidate) => plain(candidate.project ?? candidate.name) === name);
      const all = frame.eventLegs(event);
      const near = stop?.region ? frame.legs([stop.region], [...event.visitor, ...event.host]) : [];
      return near.length > 0 ? near : all;
    });
  const smallest = [...new Set(legs)];
  const told = frame.unsplitHome(smallest) ?? (region === null ? null : frame.regionsHome([region]));
  return told ?? frame.documentHome();
}

/**
 * Things unveiled that no project fact names (a labour station, a lecture hall): the unveiling itself makes the project
 * row, so that the milestone has something to stand on.
 */
export function unveiledThings(frame: DocumentFrame): readonly { readonly event: EventFact; readonly name: string }[] {
  return frame
    .held("unveiling")
    .filter((event) => projectOf(frame, event) === null)
    .flatMap((event) => {
      const name = event.object;
      return name !== null && [...plain(name)].length >= 4 ? [{ event, name }] : [];
    });
}

/** Where an unveiled thing's row lives: the pair of the event, or what its pairs share. */
export function unveiledHome(frame: DocumentFrame, event: EventFact): Home | null {
  return frame.unsplitHome(frame.eventLegs(event)) ?? frame.documentHome();
}

/** A name without marks, spaces and quotes, for comparing. */
export function plain(name: string): string {
  return name.normalize("NFKC").replace(/[\p{P}\p{S}\s]/gu, "");
}

function contains(a: string, b: string): boolean {
  return a.length > 3 && b.length > 3 && (a.includes(b) || b.includes(a));
}
