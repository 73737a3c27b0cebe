import type { Fact } from "../fact.js";
import type { Told } from "./occurrence.js";

/** Why two facts of two documents are held to be one, and how sure: 1 is a bare hint, 5 leaves no doubt. */
export interface Match {
  readonly score: number;
  readonly reason: string;
}

/** Facts that are one thing, with the weakest and the reasons of what joined them. */
export interface Group<F extends Fact> {
  readonly members: readonly Told<F>[];
  readonly score: number;
  readonly reasons: readonly string[];
}

/** No bucket is compared with more than so many others: a list of one name in a thousand papers stays linear. */
const NEAR = 64;

/**
 * Groups facts of different documents. `keys` names the buckets in which a fact may meet its like; only facts that share
 * one are compared. The best matches join first, and a group never holds two facts of one document, because a report
 * tells apart what it tells twice. Cost grows with the facts times {@link NEAR}.
 */
export function grouped<F extends Fact>(
  told: readonly Told<F>[],
  keys: (item: Told<F>) => readonly string[],
  match: (a: Told<F>, b: Told<F>) => Match | null,
): readonly Group<F>[] {
  const edges = candidates(told, keys, match).sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  const groupOf = told.map((_, index) => index);
  const members = new Map<number, number[]>(told.map((_, index) => [index, [index]]));
  const joined = new Map<number, { score: number; reasons: Set<string> }>();
  for (const { a, b, score, reason } of edges) {
    const [x, y] = [groupOf[a] ?? a, groupOf[b] ?? b];
    if (x === y) continue;
    const [left, right] = [members.get(x) ?? [], members.get(y) ?? []];
    const documents = new Set(left.map((item) => told[item]?.at.index));
    if (right.some((item) => documents.has(told[item]?.at.index))) continue;
    for (const item of right) groupOf[item] = x;
    members.set(x, [...left, ...right]);
    members.delete(y);
    const [before, other] = [joined.get(x), joined.get(y)];
    joined.delete(y);
    joined.set(x, {
      score: Math.min(score, before?.score ?? score, other?.score ?? score),
      reasons: new Set([...(before?.reasons ?? []), ...(other?.reasons ?? []), reason]),
    });
  }
  return [...joined].map(([root, { score, reasons }]) => ({
    members: (members.get(root) ?? [])
      .sort((a, b) => a - b)
      .flatMap((item) => {
        const one = told[item];
        return one === undefined ? [] : [one];
      }),
    score,
    reasons: [...reasons],
  }));
}

interface Edge extends Match {
  readonly a: number;
  readonly b: number;
}

function candidates<F extends Fact>(
  told: readonly Told<F>[],
  keys: (item: Told<F>) => readonly string[],
  match: (a: Told<F>, b: Told<F>) => Match | null,
): Edge[] {
  const buckets = new Map<string, number[]>();
  const edges = new Map<string, Edge>();
  told.forEach((item, b) => {
    for (const key of new Set(keys(item))) {
      const bucket = buckets.get(key) ?? [];
      for (const a of bucket.slice(-NEAR)) {
        const other = told[a];
        const name = `${a}-${b}`;
        if (other === undefined || other.at.index === item.at.index || edges.has(name)) continue;
        const found = match(other, item);
        if (found !== null) edges.set(name, { a, b, ...found });
      }
      bucket.push(b);
      buckets.set(key, bucket);
    }
  });
  return [...edges.values()];
}
