import type { Fact } from "@shanhai/engine";
import type { ProposalContext, ProposedRow } from "./proposal.js";
import { proposals } from "./proposals/index.js";

/**
 * All rows that a document's facts would become, in an order in which they can be written: what a row needs stands
 * before it. Needs of reference rows that no fact of the document makes (a party said but nowhere told) are kept out
 * together with the rows that need them, since they cannot be written. Throws if proposals make one key twice or need
 * each other in a ring: that is a broken proposal.
 */
export function proposeRows(facts: readonly Fact[], context: ProposalContext): readonly ProposedRow[] {
  const rows = new Map<string, ProposedRow>();
  for (const proposal of proposals) {
    for (const row of proposal.propose(facts, context)) {
      if (rows.has(row.key)) throw new Error(`two proposed rows with the key ${row.key}`);
      rows.set(row.key, row);
    }
  }
  const ordered = new Map<string, ProposedRow | null>();
  const place = (key: string, above: readonly string[]): boolean => {
    const done = ordered.get(key);
    if (done !== undefined) return done !== null;
    if (above.includes(key)) throw new Error(`proposed rows need each other: ${[...above, key].join(" → ")}`);
    const row = rows.get(key);
    const possible = row?.needs.every((need) => place(need, [...above, key])) === true;
    ordered.set(key, row && possible ? row : null);
    return possible;
  };
  for (const key of rows.keys()) place(key, []);
  return [...ordered.values()].filter((row) => row !== null);
}
