import { DictionaryReader, finding, KeyTable, textBits } from "@shanhai/model";
import { cellChange, storable } from "../importing/compare-rows.js";
import type { RecordSet } from "../schema/record-set.js";
import { madeRows, type RosterAsking, standingOf } from "./made-rows.js";
import { lineOf, Outcomes, type ReadyRow, readyRow, thingOf } from "./ready-row.js";
import { RosterFaults } from "./roster-faults.js";
import type { RosterCheck, RosterJob } from "./roster-job.js";
import { RowRemarks } from "./row-remarks.js";

type Checking = Extract<RosterJob, { readonly work: "check" }>;

/**
 * A unit's roster that came back and is too large to be held, checked cell by cell as the preview of a small one is: one pass,
 * what stands looked up some hundred rows at a time.
 */
export async function rosterCheck(
  records: RecordSet,
  { form: asked, ...job }: Checking,
  asking: RosterAsking,
): Promise<RosterCheck> {
  const remarks = new RowRemarks();
  const faults = new RosterFaults(asked);
  const firsts = new KeyTable(2);
  const tally = { added: 0, changed: 0, same: 0, skipped: 0, met: 0 };
  for await (const { form, sheet, rows } of madeRows(job, remarks, new DictionaryReader(job.words))) {
    const record = records.get(form.record);
    const outcomes = new Outcomes(record, form, job);
    const ready = rows.map((made) => readyRow(record, made));
    const standing = await standingOf(form, ready, asking);
    for (const [at, one] of ready.entries()) {
      const row = rows[at]?.row;
      if (row === undefined) continue;
      const first = one.skip === null ? firstLine(firsts, one) : null;
      const stored = standing(one);
      const { state, reason, values } = outcomes.of(one, first !== null, 0, stored);
      tally[state] += 1;
      if (stored !== null && first === null) tally.met += 1;
      const line = lineOf(one);
      const twice = first === null ? [] : [twiceFinding(first, sheet, line)];
      faults.row(
        {
          ...{ state, reason, lines: [line] },
          changes: Object.entries(values).map(([field, value]) =>
            cellChange(record, row, field, stored?.values[field] ?? null, value),
          ),
          findings: [...row.findings, ...(row.skip === null ? storable(record, row).findings : []), ...twice],
        },
        remarks.of(line - 1),
      );
    }
    remarks.clear();
  }
  return { faults: faults.list, tally };
}

/** The line that told the same thing before; null for the first. */
function firstLine(firsts: KeyTable, row: ReadyRow): number | null {
  const [high, low] = textBits(thingOf(row));
  const slot = firsts.slotOf(high, low);
  if (!firsts.has(high, low)) {
    firsts.put(slot, high, low, row.nth, 0, lineOf(row));
    return null;
  }
  return firsts.second[slot] ?? 0;
}

function twiceFinding(first: number, sheet: string, line: number) {
  return finding("row/duplicate", { row: String(first), key: sheet }, { sheet, place: { row: line - 1, column: 0 } });
}
