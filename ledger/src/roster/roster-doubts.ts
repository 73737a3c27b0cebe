import { contextOfSheet, DictionaryReader, finding, type RosterTally, type SheetForm } from "@shanhai/model";
import { personKey } from "../person-key.js";
import type { RosterDoubt, RosterDoubts, RosterJob } from "./roster-job.js";
import { rosterRows } from "./roster-rows.js";
import { RowRemarks } from "./row-remarks.js";

/**
 * The rows of a large roster that want a look (退回核实): cells that cannot be read or are wrong in themselves, rows without a
 * name, a person's job that stands twice. One pass; all are counted, the first `most` of them kept as they stand.
 */
export async function rosterDoubts(job: Extract<RosterJob, { readonly work: "doubts" }>): Promise<RosterDoubts> {
  const dictionary = new DictionaryReader(job.words);
  const context = { ...job.context, dictionary, personKey: (identity: string) => personKey(job.secret, identity) };
  const tallies = new Map<SheetForm, RosterTally>();
  const sheets = new Map<string, RosterDoubt[]>();
  const remarks = new RowRemarks();
  let count = 0;
  for await (const { form, sheet, year, rows } of rosterRows(job.path, job.name, job.sheets, context.year, remarks)) {
    const { roster } = form;
    if (roster === undefined) continue;
    const own = contextOfSheet(context, { year });
    const tally = tallies.get(form) ?? roster.tally(context);
    tallies.set(form, tally);
    for (const { at, read, streamed } of rows) {
      const { row, entry } = roster.row(sheet, read, own);
      const findings = remarks.of(streamed.row);
      const here = { sheet, place: { row: streamed.row, column: 0 } };
      if (row.skip !== null)
        findings.push(finding("check/warning", { text_zh: `${row.skip.zh}。`, text_en: `${row.skip.en}.` }, here));
      else if (!tally.add(at, entry)) {
        const { askZh: text_zh, askEn: text_en } = roster.twice;
        findings.push(finding("check/warning", { text_zh, text_en }, here));
      }
      if (findings.length === 0) continue;
      count += 1;
      if (count > job.most) continue;
      const kept = sheets.get(sheet) ?? [];
      sheets.set(sheet, kept);
      kept.push({ row: streamed, findings, key: row.keys[0] ?? null });
    }
    remarks.clear();
  }
  return { sheets: [...sheets].map(([sheet, rows]) => ({ sheet, rows })), count };
}
