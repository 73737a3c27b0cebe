import type { sheetsZh } from "./sheets-zh.js";

/** Workbooks: export, collection, templates. */
export const sheetsEn: typeof sheetsZh = {
  export: "Export",
  exportHint: "All rows of this list as a workbook to print, stamp and send",
  exportFailed: "Not exported",
  exportMore: "more to export",
  blank: "Blank form (with notes)",
  blankHint: "For units without an account; bring it back through the import",
  dictionary: "Data dictionary",
  dictionaryHint: "Columns, choices and steps of every ledger",
};
