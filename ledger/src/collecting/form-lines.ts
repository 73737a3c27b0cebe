import { unitIn } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { definitionsOf } from "../defining/definitions.js";
import type { Desk } from "../desk.js";
import { numbersOf } from "../reconciling/fill-numbers.js";
import type { MonthOfPair } from "../reconciling/reconcile-desk.js";
import type { FormLine } from "./collection-form.js";

/** The lines of a unit's form with target and last month's 累计 as the ledger has them. */
export async function formLines(
  desk: Desk,
  actor: Actor,
  of: MonthOfPair,
  codes: readonly string[],
): Promise<readonly FormLine[]> {
  const last = { ...of, month: of.month - 1 };
  const before = new Map<string, string | null>();
  if (of.month > 1) {
    for (const kind of ["reported", "final"] as const) {
      for (const one of await numbersOf(desk, actor, last, kind)) before.set(one.indicator, one.to_date);
    }
  }
  const targets = await desk.list(actor, "indicator_target", {
    scope: of.scope,
    filter: { year: String(of.year) },
    limit: 500,
  });
  const targetOf = new Map(targets.rows.map(({ values }) => [String(values.indicator), values.target]));
  const definitions = await definitionsOf(desk.database);
  return codes.map((code): FormLine => {
    const definition = definitions.find(code);
    const target = targetOf.get(code);
    return {
      code,
      zh: definition?.zh ?? code,
      unit: definition === undefined ? "" : unitIn(definition, of.year),
      target: typeof target === "string" ? target : null,
      before: before.get(code) ?? null,
    };
  });
}
