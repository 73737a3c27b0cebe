import { columnName, type Finding, type SheetReading } from "@shanhai/model";
import { fingerprintOf, type RememberedLayout } from "./layout-memory.js";
import type { ImportOptions, PlannedSheet, SheetQuestion } from "./sheet-desk.js";

/** The sheets of a plan as a page shows them: what each is, its tables and their columns. */
export function plannedSheets(
  readings: readonly SheetReading[],
  memory: ReadonlyMap<string, RememberedLayout>,
): PlannedSheet[] {
  return readings.map(({ name, state, tables, parts }) => ({
    name,
    state,
    title: tables?.frame.title ?? null,
    unit: tables?.frame.unit ?? null,
    reporter: tables?.frame.reporter ?? null,
    as_of: tables?.frame.asOf ?? null,
    tables: parts.map(({ table, match, read, layout }, at) => ({
      key: `${name}#${at + 1}`,
      caption: table.caption,
      form: match?.form.key ?? null,
      rows: read?.rows.length ?? 0,
      columns: table.columns.map(({ column, label }) => ({
        letter: columnName(column),
        label,
        key: match?.columns.get(column)?.key ?? null,
      })),
      remembered: Object.keys(memory.get(fingerprintOf(layout))?.columns ?? {}).length > 0,
    })),
  }));
}

/** One question per meaning: a colour, hidden rows, pictures. An answer given before for the layout stands until changed. */
export function questionsOf(
  findings: readonly Finding[],
  options: ImportOptions,
  memory: ReadonlyMap<string, RememberedLayout>,
  { yearAssumed, year }: { readonly yearAssumed: boolean; readonly year: number | null },
): SheetQuestion[] {
  const remembered = Object.assign({}, ...[...memory.values()].map(({ answers }) => answers)) as {
    readonly [question: string]: string;
  };
  const asked = new Map<string, SheetQuestion>();
  if (yearAssumed)
    asked.set("year", {
      key: "year",
      zh: `标题、文件名和各行都没有写年度，预演先按 ${year} 年排；请先确认年度，再写入。`,
      en: `Neither title nor file name nor rows tell the year; the preview takes ${year}. Please confirm it before anything is written.`,
      sheet: "",
      answer: options.year === undefined ? null : String(options.year),
    });
  for (const one of findings) {
    if (one.severity !== "question" || one.code === "sheet/unknown") continue;
    const key = questionKey(one);
    if (!asked.has(key))
      asked.set(key, {
        key,
        zh: one.zh,
        en: one.en,
        sheet: one.sheet ?? "",
        answer: options.answers?.[key] ?? remembered[key] ?? null,
      });
  }
  return [...asked.values()];
}

/** A colour means the same on every sheet of a layout; other habits are asked by their kind. */
function questionKey({ code, zh }: Finding): string {
  const fill = /#([0-9A-F]{6})/u.exec(zh)?.[1];
  return fill === undefined ? code : `${code}:${fill}`;
}
