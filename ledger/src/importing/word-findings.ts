import { type Finding, finding, type RecordDefinition } from "@shanhai/model";
import type { Desk } from "../desk.js";
import { placesOfPair } from "../wording/dictionary-place.js";
import { worded } from "../wording/dictionary-set.js";
import { wordHits } from "../wording/word-warnings.js";
import type { RowOperation } from "./compare-rows.js";
import type { PairScope } from "./find-scope.js";

/**
 * Says of the rows that an import would write what their texts hold of the 资金负面清单, as the row's own page does afterwards: by the
 * row as it would stand, at the cell. A word tells, it does not decide: nothing is skipped or stopped by it.
 */
export async function withWordFindings(
  desk: Desk,
  operations: readonly RowOperation[],
  scopes: readonly PairScope[],
): Promise<readonly RowOperation[]> {
  const definitions = new Map<string, RecordDefinition | null>();
  const told: RowOperation[] = [];
  for (const operation of operations) {
    const { plan, row, standing, values, scope } = operation;
    let definition = definitions.get(row.record);
    if (definition === undefined) {
      const { definition: plain } = desk.records.get(row.record);
      const looks = plain.fields.some(({ against }) => against !== undefined);
      definition = looks ? await worded(desk.database, plain) : null;
      definitions.set(row.record, definition);
    }
    if (definition === null || plan.state === "skipped" || plan.state === "same") {
      told.push(operation);
      continue;
    }
    const places = placesOfPair(scopes.find(({ id }) => id === scope) ?? null);
    const hits = wordHits(definition, { ...standing?.values, ...values }, places);
    const findings = hits.map(({ field, zh, en }): Finding => {
      const place = row.values[field]?.place ?? { row: row.rows[0] ?? 0, column: 0 };
      return finding("check/warning", { text_zh: zh, text_en: en }, { sheet: row.sheet, place });
    });
    told.push(
      findings.length === 0
        ? operation
        : { ...operation, plan: { ...plan, findings: [...plan.findings, ...findings] } },
    );
  }
  return told;
}
