import type { Evidence, Fact } from "../fact.js";

/** Fields that name other facts: keys in drafts, ids in facts, never part of the identity. */
export const REFERENCES: ReadonlySet<string> = new Set(["within", "includes", "respondsTo", "event"]);

/** Evidence in its order, each place once. */
export function distinct(rows: readonly Evidence[]): readonly Evidence[] {
  if (rows.length < 2 || rows.every((row, at) => at === 0 || row.start > (rows[at - 1]?.start ?? 0))) return rows;
  const sorted = [...rows].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter((row, at) => at === 0 || row.start !== sorted[at - 1]?.start || row.end !== sorted[at - 1]?.end);
}

/** A statement that was found twice: all evidence, the surer rule, references of both. */
export function join(a: Fact, b: Fact): Fact {
  const [surer, other] = b.confidence > a.confidence ? [b, a] : [a, b];
  const references = Object.fromEntries(
    Object.entries(other).flatMap(([name, value]): [string, unknown][] => {
      if (!REFERENCES.has(name)) return [];
      const mine: unknown = (surer as unknown as Record<string, unknown>)[name];
      if (Array.isArray(mine) && Array.isArray(value)) return [[name, [...new Set([...mine, ...value])]]];
      return [[name, mine ?? value]];
    }),
  );
  return {
    ...surer,
    ...references,
    inferred: surer.inferred.filter((field) => other.inferred.includes(field)),
    evidence: distinct([...a.evidence, ...b.evidence]),
  } as Fact;
}
