import { readSheets, type SheetReading, sheetForms } from "@shanhai/model";
import type { Desk } from "../desk.js";
import { OWN_SHEETS } from "../printing/own-sheet.js";
import type { Book } from "../workbook/book.js";
import { figuresInWords } from "./figures-in-words.js";
import { chosenColumns, fingerprintOf, type RememberedLayout, rememberedLayouts } from "./layout-memory.js";
import type { ImportOptions } from "./sheet-desk.js";

/** Reads all sheets but those named, with the columns that a person chose now or for the same layout before. */
export async function readChosen(
  desk: Desk,
  book: Book,
  options: ImportOptions,
  but: readonly string[] = [],
): Promise<{ readonly readings: readonly SheetReading[]; readonly memory: ReadonlyMap<string, RememberedLayout> }> {
  const sheets = new Map(Object.entries(options.sheets ?? {}));
  for (const name of [...OWN_SHEETS, ...but]) sheets.set(name, "skip");
  const first = readSheets(book.sheets, sheetForms, { sheets, words: figuresInWords });
  const layouts = first.flatMap(({ parts }) => parts.map(({ layout }) => fingerprintOf(layout)));
  const memory = await rememberedLayouts(desk, layouts);
  if (memory.size === 0 && options.columns === undefined) return { readings: first, memory };
  const readings = readSheets(book.sheets, sheetForms, {
    sheets,
    words: figuresInWords,
    columns: (sheet, at, layout) => {
      const now = options.columns?.[`${sheet}#${at + 1}`];
      const before = memory.get(fingerprintOf(layout));
      if (now !== undefined)
        return chosenColumns(now.form, { ...(before?.form === now.form ? before.columns : {}), ...now.columns });
      return before === undefined || Object.keys(before.columns).length === 0
        ? undefined
        : chosenColumns(before.form, before.columns);
    },
  });
  return { readings, memory };
}
