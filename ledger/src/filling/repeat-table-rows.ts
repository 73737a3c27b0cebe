import type { RepeatedRows } from "../workbook/insert-rows.js";
import { tableName } from "./document-form.js";
import { readDocument } from "./document-text.js";

/** Repeats rows of a document's tables (`of`: of which part), by the tables' names: they look the same and hold no words. */
export function repeatTableRows(xml: string, blocks: ReadonlyMap<string, readonly RepeatedRows[]>, of = ""): string {
  const { tables } = readDocument(xml);
  const pieces = tables.flatMap(({ places }, at) =>
    (blocks.get(tableName(at, of)) ?? []).flatMap(({ top, after, times }) => {
      const [first, last] = [places[top], places[after]];
      if (first === undefined || last === undefined) return [];
      return [{ at: last.end, xml: emptied(xml.slice(first.start, last.end)).repeat(times) }];
    }),
  );
  let text = xml;
  for (const piece of pieces.sort((a, b) => b.at - a.at))
    text = text.slice(0, piece.at) + piece.xml + text.slice(piece.at);
  return text;
}

/** A row without its words, and without marks that a document may have once only. */
function emptied(rows: string): string {
  return rows
    .replace(/(<w:t(?:\s[^>]*)?>)[^<]*(<\/w:t>)/g, "$1$2")
    .replace(/\sw14:(?:paraId|textId)\s*=\s*(?:"[^"]*"|'[^']*')/g, "")
    .replace(/<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|commentReference)\b[^>]*\/>/g, "");
}
