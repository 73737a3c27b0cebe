import { type NameCandidate, nameCandidates } from "./name-gain.js";
import type { NameUse } from "./name-model.js";

/** A candidate with what the document says about it. */
export interface UsedCandidate {
  readonly candidate: NameCandidate;
  readonly use: NameUse;
}

/** How many different followers are kept apart; more say nothing new. */
const enough = 8;

/** The candidates in some stretches of a text, in order, each with its uses in all of them. */
export function usedCandidates(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): readonly UsedCandidate[] {
  const found: NameCandidate[] = [];
  for (const { start, end } of stretches) nameCandidates(text, start, end, found);
  const uses = new Map<string, { count: number; behind: string }>();
  for (const { name, end } of found) {
    const use = uses.get(name);
    const next = text.charAt(end);
    if (use === undefined) uses.set(name, { count: 1, behind: next });
    else {
      use.count++;
      if (use.behind.length < enough && !use.behind.includes(next)) use.behind += next;
    }
  }
  return found.map((candidate, at) => {
    const use = uses.get(candidate.name);
    let rival = 0;
    // Candidates are at most four characters long and stand in the order of their start.
    for (let i = at - 1; i >= 0 && (found[i]?.start ?? 0) > candidate.start - 4; i--) {
      const other = found[i];
      if (other !== undefined && other.end > candidate.start) rival = Math.max(rival, other.gain);
    }
    for (let i = at + 1; i < found.length && (found[i]?.start ?? 0) < candidate.end; i++)
      rival = Math.max(rival, found[i]?.gain ?? 0);
    return { candidate, use: { count: use?.count ?? 1, followers: Math.max(1, use?.behind.length ?? 1), rival } };
  });
}
