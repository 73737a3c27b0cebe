import type { RecordDefinition } from "@shanhai/model";

/** 表格导入: one accepted import of a workbook, with all that was chosen for it. Its runs keep how far it came. */
const sheetImport: RecordDefinition = {
  name: "sheet_import",
  zh: "表格导入",
  en: "Sheet import",
  keeping: "reference",
  group: "files",
  title: ["who"],
  order: { field: "total", descending: true },
  columns: ["who", "total"],
  fields: [
    { key: "document", zh: "材料", en: "Document", type: "reference", record: "document", required: true },
    { key: "scope", zh: "协作双方", en: "Pair or party", type: "identifier", required: true },
    { key: "options", zh: "导入设置", en: "Options", type: "list" },
    { key: "choices", zh: "逐行选择", en: "Choices", type: "list" },
    { key: "runs", zh: "批次", en: "Runs", type: "list" },
    { key: "total", zh: "行数", en: "Rows", type: "integer", required: true },
    { key: "account", zh: "账号", en: "Account", type: "text", required: true },
    { key: "who", zh: "导入人", en: "Imported by", type: "text", required: true },
  ],
};

/** 表样: the columns and answers that were chosen for a layout, by the fingerprint of its header words. */
const sheetLayout: RecordDefinition = {
  name: "sheet_layout",
  zh: "表样",
  en: "Sheet layout",
  keeping: "reference",
  group: "files",
  title: ["form"],
  order: { field: "fingerprint", descending: false },
  columns: ["form"],
  fields: [
    { key: "name", zh: "名称", en: "Name", type: "text" },
    { key: "fingerprint", zh: "表样指纹", en: "Fingerprint", type: "text", required: true },
    { key: "form", zh: "表样", en: "Form", type: "text", required: true },
    { key: "columns", zh: "列", en: "Columns", type: "list" },
    { key: "answers", zh: "说明", en: "Answers", type: "list" },
  ],
};

/** Internal records of 表格导入. */
export const SHEET_RECORDS: readonly RecordDefinition[] = [sheetImport, sheetLayout];
