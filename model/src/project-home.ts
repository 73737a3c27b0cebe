import type { EventFact, ProjectFact } from "@shanhai/engine";
import type { DocumentFrame, Home } from "./document-frame.js";

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
  验收: "accepted",
  移交: "handed_over",
  暂停: "suspended",
};

/** Code of a stage as printed; null for words that no life-cycle knows (揭牌, 启用, 投产 are milestones, not stages). */
export function stageCode(printed: string | null): string | null {
  return printed === null ? null : (STAGES[printed] ?? null);
}

/** The project that an event's object names: the same words, or one name inside the other. */
export function projectOf(frame: DocumentFrame, event: EventFact): ProjectFact | null {
  const projects = frame.of("project");
  const linked = projects.find((project) => project.milestones.some((milestone) => milestone.event === event.id));
  const names = [...event.projects, ...(event.object === null ? [] : [event.object])].map(plain);
  return (
    linked ??
    projects.find((project) => names.includes(plain(project.name))) ??
    projects.find((project) => names.some((name) => name !== "" && contains(plain(project.name), name))) ??
    null
  );
}

/**
 * Where a project's row lives: the pair of its place; with several pairs the party that they share; without a place,
 * the pairs of the events that name it, else the document's one pair. Null: nobody can say, the fact stays a fact.
 */
export function projectHome(frame: DocumentFrame, fact: ProjectFact): Home | null {
  if (fact.region !== null) return frame.regionsHome([fact.region]) ?? frame.documentHome();
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
  return frame.unsplitHome(smallest) ?? frame.documentHome();
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
