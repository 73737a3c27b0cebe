import type { Language } from "./print-value.js";

/**
 * 事由 that the program gives by itself, each with a code and both texts. The chain keeps the text as it was written; whoever
 * reads the other language is told the same in his. `{…}` stands for what differs: a sheet, a title, a year.
 */
export const systemReasons: readonly { readonly code: string; readonly zh: string; readonly en: string }[] = [
  { code: "payment", zh: "登记支付", en: "payment registered" },
  { code: "check", zh: "核对材料", en: "material checked" },
  { code: "undo_check", zh: "撤销核对决定", en: "decisions on a material taken back" },
  { code: "template", zh: "记住模板填报位置", en: "places of a form remembered" },
  { code: "layout_name", zh: "表样改名", en: "layout renamed" },
  { code: "grant", zh: "授权", en: "authorised" },
  { code: "missing", zh: "本次缺失，出库", en: "missing from the file, taken out" },
  { code: "submit_review", zh: "提交审核", en: "laid before a reviewer" },
  { code: "accept_undo", zh: "审核通过：撤销导入", en: "review passed: import undone" },
  { code: "instruction", zh: "领导批示", en: "leader's instruction" },
  { code: "import", zh: "导入表格", en: "workbook imported" },
  { code: "import_sheet", zh: "导入表格“{sheet}”", en: "sheet “{sheet}” imported" },
  { code: "undo_import", zh: "撤销导入“{sheet}”", en: "import of “{sheet}” undone" },
  { code: "samples", zh: "载入示例", en: "samples loaded" },
  { code: "submitted_again", zh: "再次报送同一材料", en: "the same material sent in again" },
  { code: "pair", zh: "建立协作双方", en: "pair of parties set up" },
  { code: "collection", zh: "新建收表任务", en: "collection started" },
  { code: "collected", zh: "收表采用", en: "returned form accepted" },
  { code: "spot_check", zh: "抽查核实：{title}", en: "spot check: {title}" },
  { code: "spot_result", zh: "登记核查结果", en: "result of a check recorded" },
  { code: "reread", zh: "按另一种读法重新读取", en: "read again in another encoding" },
  { code: "new_engine", zh: "用引擎 {engine} 重新提取", en: "read again by engine {engine}" },
  { code: "withdraw", zh: "撤回材料", en: "material withdrawn" },
  { code: "document", zh: "导入材料", en: "material brought in" },
  { code: "proof", zh: "上传佐证材料", en: "proof uploaded" },
  { code: "settle", zh: "数据核对", en: "numbers compared" },
  {
    code: "close",
    zh: "{year}年{month}月定稿封账（第{version}版）",
    en: "{year}-{month} settled and closed (version {version})",
  },
  { code: "new_row", zh: "台账中新增", en: "added in the table" },
  { code: "edit", zh: "修改", en: "Edit" },
];

/** A reason in the reader's language where the program gave it; what a person wrote stands as he wrote it. */
export function printReason(text: string, language: Language): string {
  // What waits for review (经办—审核) holds the reasons of all that was joined to it.
  return known(text, language) ?? text.replace(/[^；]+/gu, (part) => known(part, language) ?? part);
}

function known(text: string, language: Language): string | null {
  const other = language === "zh" ? "en" : "zh";
  for (const reason of systemReasons) {
    const found = matcher(reason[other]).exec(text);
    if (found !== null) return reason[language].replace(/\{(\w+)\}/g, (_, name: string) => found.groups?.[name] ?? "");
  }
  return null;
}

function matcher(template: string): RegExp {
  const plain = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>.+)");
  return new RegExp(`^${plain}$`, "u");
}
