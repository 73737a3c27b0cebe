/** Refusals of 经办—审核. */
export const holdingCodes = {
  REVIEW_NEEDED: {
    zh: "这个台账在“{office}”须经审核，不能直接写入。",
    en: "The office “{office}” keeps this ledger under review; nothing can be written in it directly.",
    advice_zh: "请在台账中逐条修改或导入表格，提交审核后由同事通过。",
    advice_en: "Change the rows in the ledger or import a workbook; a colleague accepts it then.",
  },
  HELD_MISSING: {
    zh: "没有找到这项待审变更，或者它不属于本单位。",
    en: "This change under review was not found, or belongs to another office.",
    advice_zh: "请刷新待审列表。",
    advice_en: "Reload the list of changes under review.",
  },
  HELD_SETTLED: {
    zh: "这项变更现为“{state}”，不能再这样办理。",
    en: "This change is {state_en} by now; that can no longer be done with it.",
    advice_zh: "请刷新待审列表。",
    advice_en: "Reload the list of changes under review.",
  },
  HELD_MOVED: {
    zh: "您查看之后“{title}”又有变化，没有写入。",
    en: "The row “{title}” changed after you looked; nothing was written.",
    advice_zh: "请刷新后按现状再审核。",
    advice_en: "Reload and decide on it as it is now.",
  },
  HELD_CONFLICT: {
    zh: "“{title}”的{fields}在提交后已被他人改为另外的值，没有写入。",
    en: "In “{title}”, {fields_en} were changed to something else after this was submitted; nothing was written.",
    advice_zh: "请逐项选定以哪一个为准，再通过。",
    advice_en: "Say for each which holds, then accept.",
  },
  HELD_OUTDATED: {
    zh: "提交后“{title}”已被他人删除、改动或核对，这项变更不能照原样写入。",
    en: "The row “{title}” was removed, changed or checked by somebody since; this cannot be written as it was asked.",
    advice_zh: "请退回，由经办人按现状重新提交。",
    advice_en: "Send it back; its maker submits it again as things stand.",
  },
  HELD_NOTE: {
    zh: "退回要写明理由。",
    en: "Sending back needs a reason.",
    advice_zh: "请写一句话，经办人据此修改。",
    advice_en: "One sentence that its maker can act on.",
  },
} as const;
