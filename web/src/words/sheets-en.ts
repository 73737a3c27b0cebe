import type { sheetsZh } from "./sheets-zh.js";

/** Workbooks: export, collection, templates. */
export const sheetsEn: typeof sheetsZh = {
  export: "Export",
  exportHint: "All rows of this list as a workbook to print, stamp and send",
  exportFailed: "Not exported",
};
