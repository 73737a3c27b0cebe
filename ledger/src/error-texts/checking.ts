/** Refusals of 核对: decisions on facts. */
export const checkingCodes = {
  FACT_UNKNOWN: {
    zh: "材料中没有编号为 {fact} 的要素。",
    en: "The document has no fact {fact}.",
    advice_zh: "请刷新核对页面；决定文件请用当前版本重新生成。",
    advice_en: "Reload the page; make a decisions file anew with this version.",
  },
  DECISION_IMPOSSIBLE: {
    zh: "对要素 {fact} 的决定不能执行。",
    en: "The decision on fact {fact} cannot be carried out.",
    advice_zh: "请刷新核对页面后重新决定；决定内容没有写入。",
    advice_en: "Reload the page and decide again; nothing was written.",
  },
  PLAN_CHANGED: {
    zh: "确认之后，将写入的内容已有变化，没有写入。",
    en: "What would be written has changed since it was shown; nothing was written.",
    advice_zh: "请重新查看将写入的内容，再次确认。",
    advice_en: "Look at what will be written again and confirm it anew.",
  },
  DECISIONS_CUT: {
    zh: "已写入 {written} 条要素的决定，其余 {left} 条没有写入：写到中途停了。",
    en: "The decisions on {written} fact(s) were written, those on the other {left} were not: it stopped in the middle.",
    advice_zh: "已写入的完整有效。请刷新核对页面，对其余的重新预览、确认。",
    advice_en: "What was written is whole and stands. Reload the page, look at the rest again and confirm it.",
  },
  UNDO_NOTHING: {
    zh: "要素 {fact} 没有可以撤销的决定。",
    en: "There is no decision on fact {fact} that could be undone.",
    advice_zh: "请刷新核对页面。",
    advice_en: "Reload the page.",
  },
  UNDO_CHANGED_LATER: {
    zh: "不能撤销：{who} 已于 {at} 改动了“{row}”的“{field}”。",
    en: "This cannot be undone: {who} changed “{field}” of “{row}” at {at}.",
    advice_zh: "请先与改动人核实，再在台账中更正。",
    advice_en: "Speak to that person first, then correct the record itself.",
  },
  UNDO_NEEDED: {
    zh: "不能撤销：“{row}”还被 {who} 于 {at} 采用的其他要素使用。",
    en: "This cannot be undone: “{row}” is used by another fact that {who} adopted at {at}.",
    advice_zh: "请先撤销那个要素的决定。",
    advice_en: "Undo the decision on that fact first.",
  },
  UNDO_ERASED: {
    zh: "不能撤销：采用要素 {fact} 时写入内容的留存，已随另一份材料的清除一并去除，没有改动。",
    en: "This cannot be undone: what adopting fact {fact} had written was taken away when another document was erased; nothing was changed.",
    advice_zh: "请在台账中直接更正相应条目。",
    advice_en: "Correct the records themselves.",
  },
  SAMPLE_DECISIONS_UNFIT: {
    zh: "决定文件 {file} 与材料不符，没有执行其中任何决定。",
    en: "The decisions file {file} does not fit its document; none of its decisions was carried out.",
    advice_zh: "请用 node scripts/review-samples.mjs 按当前引擎重新生成。",
    advice_en: "Make it anew for this engine with `node scripts/review-samples.mjs`.",
  },
} as const;
