import type { ProjectFact } from "../fact.js";
import type { Group, Match } from "./groups.js";
import { contains, likeness, plain, related } from "./likeness.js";
import type { Told } from "./occurrence.js";
import { type Contradiction, contradiction, sameDay } from "./rivals.js";

/** Alike enough to be one name, without the words that a second report leaves out. */
const ALIKE = 0.75;

/** Buckets of a project: pairs of characters at the end of its name, where its head noun stands. */
export function projectKeys({ fact }: Told<ProjectFact>): readonly string[] {
  return [bare(fact.name).slice(-3)];
}

/** One project by name, where its regions do not exclude each other. */
export function matchProjects(a: Told<ProjectFact>, b: Told<ProjectFact>): Match | null {
  const [x, y] = [a.fact, b.fact];
  if (x.region !== null && y.region !== null && !related(x.region, y.region)) return null;
  const [p, q] = [bare(x.name), bare(y.name)];
  if (p === q) return { score: 5, reason: "same-name" };
  if (contains(p, q)) return { score: 4, reason: "name-within" };
  return likeness(p, q) >= ALIKE ? { score: 3, reason: "like-name" } : null;
}

/** Stages whose days differ, and regions. */
export function projectRivals({ members }: Group<ProjectFact>): readonly Contradiction[] {
  const stages = new Set(members.flatMap(({ fact }) => fact.milestones.map((stage) => stage.type)));
  return [...stages]
    .map((type) =>
      contradiction(
        "milestone",
        members,
        ({ fact }) => fact.milestones.find((stage) => stage.type === type && stage.date !== null)?.date ?? null,
        sameDay,
      ),
    )
    .filter((found): found is Contradiction => found !== null);
}

export function projectName({ members }: Group<ProjectFact>): string {
  return members.reduce((longest, { fact }) => (fact.name.length > longest.length ? fact.name : longest), "");
}

function bare(name: string): string {
  return plain(name).replace(/(?:建设|改造|改扩建)?(?:项目|工程)$/, "") || plain(name);
}
