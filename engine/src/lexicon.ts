import { lexiconData } from "./lexicons.gen.js";

/** Names of the word lists in engine/lexicons/, without `.tsv`. */
export type LexiconName = keyof typeof lexiconData;

/** One row of a word list: its cells by column name, as printed. */
export type LexiconRow<Name extends LexiconName> = {
  readonly [Column in (typeof lexiconData)[Name]["columns"][number]]: string;
};

const parsed = new Map<string, readonly unknown[]>();

/** The rows of a word list, in the file's order. Parsed at the first call, then kept. */
export function lexicon<Name extends LexiconName>(name: Name): readonly LexiconRow<Name>[] {
  let rows = parsed.get(name);
  if (rows === undefined) {
    const { columns, rows: text } = lexiconData[name];
    rows = (text === "" ? [] : text.split("\n")).map((line) => {
      const cells = line.split("\t");
      // As Object.fromEntries in a fifth of its time: some thousands of rows stand between a command and its first answer.
      const row: Record<string, string> = {};
      for (let at = 0; at < columns.length; at++) row[columns[at] ?? ""] = cells[at] ?? "";
      return row;
    });
    parsed.set(name, rows);
  }
  return rows as readonly LexiconRow<Name>[];
}
