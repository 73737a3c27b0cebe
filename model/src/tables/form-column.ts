import type { CellKind, FormColumn } from "./sheet-form.js";

/** A column of a form in one line: key, both labels, kind, other header words. */
export function formColumn(
  key: string,
  zh: string,
  en: string,
  kind: CellKind,
  words: readonly string[] = [],
  more: Partial<FormColumn> = {},
): FormColumn {
  return { key, zh, en, kind, words: [zh, ...words], ...more };
}
