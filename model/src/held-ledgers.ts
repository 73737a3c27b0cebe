import type { RecordDefinition } from "./record-definition.js";
import { recordDefinitions } from "./records/index.js";

/**
 * Ledgers for which no office asks 经办—审核 of its own: reported numbers have their steps and their own checking (提交核对、
 * 封账), what is collected and drawn is work on other rows, a one-page paper is only a text.
 */
const NEVER_HELD: ReadonlySet<string> = new Set([
  ...["reported_figure", "indicator_target", "indicator_value", "month_close"],
  ...["spot_check", "spot_check_item", "collection", "collection_sheet", "briefing"],
]);

/** The ledgers that an office may put under 经办—审核, in the order of all ledgers. Parts of a ledger go with it. */
export const heldLedgers: readonly RecordDefinition[] = recordDefinitions.filter(
  ({ name, keeping, parent }) => keeping === "scoped" && parent === undefined && !NEVER_HELD.has(name),
);

/** Those ledgers with their parts: a project's payments and their sources with the projects. */
export function withParts(ledgers: readonly string[]): ReadonlySet<string> {
  const all = new Set(ledgers);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    for (const { name, parent, keeping } of recordDefinitions)
      if (keeping === "scoped" && parent !== undefined && all.has(parent.record)) all.add(name);
  }
  return all;
}
