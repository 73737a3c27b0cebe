import type { PersonFact } from "../fact.js";
import type { Group, Match } from "./groups.js";
import { contains, related } from "./likeness.js";
import type { Told } from "./occurrence.js";
import { type Contradiction, contradiction } from "./rivals.js";

/** A person meets only namesakes. */
export function personKeys({ fact }: Told<PersonFact>): readonly string[] {
  return fact.part === "byline" ? [] : [fact.name];
}

/** Namesakes are one person where region, employer or post agrees; a bare name alone joins nobody. */
export function matchPeople(a: Told<PersonFact>, b: Told<PersonFact>): Match | null {
  const [x, y] = [a.fact, b.fact];
  if (x.name !== y.name) return null;
  const home = x.region !== null && y.region !== null && related(x.region, y.region);
  const elsewhere = x.region !== null && y.region !== null && !home;
  const employer = x.organisation !== null && x.organisation === y.organisation;
  const post = x.title !== null && y.title !== null && samePost(x.title, y.title);
  if (elsewhere && !employer) return null;
  const score = (home ? 2 : 0) + (employer ? 2 : 0) + (post ? 2 : 0);
  if (score < 2) return null;
  return { score: Math.min(5, score + 1), reason: home ? "same-region" : employer ? "same-employer" : "same-post" };
}

/** Posts of which neither names the other: the person was moved, or one report is wrong. */
export function personRivals({ members }: Group<PersonFact>): readonly Contradiction[] {
  const found = contradiction("title", members, ({ fact }) => fact.title, samePost);
  return found === null ? [] : [found];
}

export function personName({ members }: Group<PersonFact>): string {
  return members[0]?.fact.name ?? "";
}

/** 市委副书记、市长 and 市长: one chain of posts holds a post of the other. */
function samePost(a: string, b: string): boolean {
  const posts = (title: string) => title.split(/[、，,]/).filter((part) => part.length > 1);
  // 县领导 says of everybody only that they hold some post.
  if (/领导$/.test(a) || /领导$/.test(b)) return true;
  return posts(a).some((x) => posts(b).some((y) => x === y || x.endsWith(y) || y.endsWith(x) || contains(x, y)));
}
