import type { CellPlace } from "./grid.js";

/**
 * What the reading of a workbook has to say (导入提示): data with a code, a place and texts for the office, never thrown.
 * `note` explains, `warning` wants a look, `question` waits for one answer per meaning.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: "note" | "warning" | "question";
  readonly zh: string;
  readonly en: string;
  readonly sheet: string | null;
  readonly place: CellPlace | null;
}

type Text = { readonly severity: Finding["severity"]; readonly zh: string; readonly en: string };

/** All codes with their texts; `{…}` is filled from what stood there. A retired code is never used again. */
export const findingTexts = {
  "sheet/hidden": {
    severity: "note",
    zh: "工作表“{sheet}”是隐藏的，已列出，未读取。",
    en: "The sheet “{sheet}” is hidden: listed, not read.",
  },
  "sheet/void": {
    severity: "note",
    zh: "工作表“{sheet}”标明作废，已列出，未读取。",
    en: "The sheet “{sheet}” is marked void (作废): listed, not read.",
  },
  "sheet/empty": { severity: "note", zh: "工作表“{sheet}”没有内容。", en: "The sheet “{sheet}” is empty." },
  "sheet/no-table": {
    severity: "note",
    zh: "工作表“{sheet}”里没有认出表头，未读取；原文件仍完整保存。请在数据上方留一行表头（序号、名称等各占一格）再导入；左右并排的两个表，中间请空一列，或各有自己的“序号”列。",
    en: "No header was recognised on the sheet “{sheet}”; it was not read. The file itself is kept whole. Put a row of headers above the rows; between tables side by side leave an empty column, or give each its own number column (序号).",
  },
  "sheet/table-unknown": {
    severity: "warning",
    zh: "工作表“{sheet}”第 {number} 个表（从 {cell} 起）没有对上任何台账，没有读取；要导入的请为它选择台账和各列。",
    en: "Table {number} of the sheet “{sheet}” (from {cell} on) fits no ledger and was not read; choose its ledger and columns to import it.",
  },
  "sheet/unknown": {
    severity: "question",
    zh: "工作表“{sheet}”的表头没有对上任何台账，请选择台账和各列。",
    en: "The header of the sheet “{sheet}” fits no ledger; please choose the ledger and its columns.",
  },
  "sheet/summary": {
    severity: "note",
    zh: "工作表“{sheet}”是汇总表：只用来核对，不导入。",
    en: "The sheet “{sheet}” is a summary: checked, not imported.",
  },
  "sheet/hidden-rows": {
    severity: "question",
    zh: "工作表“{sheet}”有 {count} 行被隐藏（{rows}），照样计入；不应计入的请选“跳过”。",
    en: "The sheet “{sheet}” has {count} hidden rows ({rows}); they count. Skip those that should not.",
  },
  "sheet/filtered-rows": {
    severity: "question",
    zh: "工作表“{sheet}”开着筛选，{count} 行没有显示（{rows}），照样计入。",
    en: "A filter hides {count} rows of the sheet “{sheet}” ({rows}); they count.",
  },
  "sheet/hidden-columns": {
    severity: "note",
    zh: "工作表“{sheet}”有隐藏列（{columns}），已一并读取。",
    en: "The sheet “{sheet}” has hidden columns ({columns}); they were read.",
  },
  "sheet/fill": {
    severity: "question",
    zh: "工作表“{sheet}”有 {count} 个单元格填了颜色 #{fill}（{cells}），请说明它的意思。",
    en: "{count} cells of the sheet “{sheet}” are filled with #{fill} ({cells}); please say what it means.",
  },
  "sheet/comments": {
    severity: "note",
    zh: "工作表“{sheet}”有 {count} 条批注（{cells}），随出处保留。",
    en: "The sheet “{sheet}” has {count} comments ({cells}); they are kept with the sources.",
  },
  "sheet/pictures": {
    severity: "question",
    zh: "工作表“{sheet}”贴了 {count} 张图片（{cells}），不读取内容；属佐证的请另行上传。",
    en: "{count} pictures are pasted on the sheet “{sheet}” ({cells}); their content is not read.",
  },
  "sheet/unit": {
    severity: "note",
    zh: "工作表“{sheet}”的单位是{unit}，与其他表不同，已换算。",
    en: "The unit of the sheet “{sheet}” is {unit}, unlike the other sheets; amounts were converted.",
  },
  "total/agrees": {
    severity: "note",
    zh: "{label}“{column}”{printed}，与明细相加一致。",
    en: "{label}, {column}: {printed} agrees with its rows.",
  },
  "total/differs": {
    severity: "warning",
    zh: "{label}“{column}”表上写 {printed}，明细相加为 {computed}，相差 {difference}。合计不导入。",
    en: "{label}, {column}: the sheet says {printed}, its rows add up to {computed}, a difference of {difference}. Totals are not imported.",
  },
  "total/more": {
    severity: "warning",
    zh: "另有 {count} 处合计与明细相加不符，没有逐一列出。",
    en: "{count} more totals differ from their rows; they are not listed one by one.",
  },
  "total/passed": {
    severity: "warning",
    zh: "合计行太多，有 {count} 处没有核对。",
    en: "There are too many rows of totals; {count} were not checked.",
  },
  "value/missing": {
    severity: "note",
    zh: "“{column}”写的是“{text}”：按未填处理，不是 0。",
    en: "{column} says “{text}”: taken as not filled in, not as 0.",
  },
  "value/unreadable": {
    severity: "warning",
    zh: "“{column}”写的“{text}”读不成{kind}，这一格不导入；请改正后再导入，或导入后在台账中补填。",
    en: "“{text}” in {column} cannot be read as {kind_en}; the cell is not imported. Correct it, or fill it in afterwards.",
  },
  "value/broken-text": {
    severity: "warning",
    zh: "“{column}”里有读不出的字（显示为 �）：“{text}”，请对照原件改正，或用 WPS 另存为 .xlsx 后再导入。",
    en: "{column} holds characters that cannot be read (shown as �): “{text}”. Correct them, or save the file as .xlsx and import that.",
  },
  "value/date-impossible": {
    severity: "warning",
    zh: "“{column}”写的“{text}”这一天不存在，这一格不导入；请改正后再导入，或导入后在台账中补填。",
    en: "The day “{text}” in {column} does not exist; the cell is not imported. Correct it, or fill it in afterwards.",
  },
  "value/date-partial": {
    severity: "note",
    zh: "“{column}”写的“{text}”按{value}保留，不猜具体日期。",
    en: "“{text}” in {column} is kept as {value}; no day is guessed.",
  },
  "value/date-planned": {
    severity: "note",
    zh: "“{column}”写的“{text}”是预计，作为“{target}”填入。",
    en: "“{text}” in {column} is a plan and goes to {target_en}.",
  },
  "value/unit-in-cell": {
    severity: "note",
    zh: "“{column}”写的“{text}”自带单位，读作 {value}，没有再乘一次。",
    en: "“{text}” in {column} carries its own unit and is read as {value}, multiplied once.",
  },
  "value/in-words": {
    severity: "note",
    zh: "“{column}”写的“{text}”读作 {value}，原文保留；不是这个数的，请在表上改正后再导入。",
    en: "“{text}” in {column} is read as {value}; the words are kept. Where it means another figure, correct the sheet.",
  },
  "value/merged": {
    severity: "warning",
    zh: "“{column}”与第 {row} 行合并为一格，只计一次，记在那一行；这一行另有数的，请拆开填写后再导入。",
    en: "{column} is merged with that of row {row}: it counts once, in that row. Where this row has a figure of its own, part the cell and import again.",
  },
  "value/range": {
    severity: "note",
    zh: "“{column}”写的“{text}”是一个范围，取下限，原文保留。",
    en: "“{text}” in {column} is a range; its lower end is taken, the words are kept.",
  },
  "value/approximate": {
    severity: "note",
    zh: "“{column}”写的“{text}”是约数。",
    en: "“{text}” in {column} is approximate.",
  },
  "value/formula-error": {
    severity: "warning",
    zh: "“{column}”的公式出错（{text}），这一格不导入。",
    en: "The formula in {column} fails ({text}); the cell is not imported.",
  },
  "value/id-damaged": {
    severity: "warning",
    zh: "身份证号码存成了数字，末几位已变成 0（失真），待补；人员按姓名、村和电话辨认。",
    en: "An ID number was stored as a number and has lost its last digits; the person is recognised by name, village and telephone.",
  },
  "value/id-check": {
    severity: "warning",
    zh: "身份证号码的校验位不对，请核对。",
    en: "The check digit of an ID number is wrong.",
  },
  "value/id-form": {
    severity: "warning",
    zh: "身份证号码不是 18 位（写了 {length} 位），请核对。",
    en: "An ID number has {length} characters and not 18.",
  },
  "value/credit-code": { severity: "warning", zh: "“{column}”：{problem_zh}", en: "{column}: {problem_en}" },
  "dictionary/unknown": {
    severity: "warning",
    zh: "“{column}”的“{text}”不在字典里，这一格先空着；请在“字典用语”里说明它是哪一项。",
    en: "{column}: “{text}” is not in the dictionary; the cell stays empty until it is said what it means.",
  },
  "row/skipped": { severity: "note", zh: "这一行跳过：{reason_zh}", en: "This row is skipped: {reason_en}" },
  "row/no-key": {
    severity: "warning",
    zh: "这一行缺“{column}”，无法辨认，没有导入。",
    en: "This row has no {column} and cannot be told from others; it was not imported.",
  },
  "row/duplicate": {
    severity: "warning",
    zh: "与第 {row} 行重复（{key}），只计一次。",
    en: "The same as row {row} ({key}); it counts once.",
  },
  "row/changed-since": {
    severity: "warning",
    zh: "“{column}”在导出之后台账里也有改动，写入会以表格为准。",
    en: "{column} was changed in the ledger as well since the sheet was printed; what the sheet says would stand.",
  },
  "roster/more": {
    severity: "note",
    zh: "“{column}”另有 {count} 处同样的情况，没有逐一列出。",
    en: "{column}: the same in {count} more places, not listed one by one.",
  },
  "count/summary": { severity: "note", zh: "{text_zh}", en: "{text_en}" },
  "count/differs": {
    severity: "warning",
    zh: "汇总表“{label}”写 {printed}，按明细是 {computed}，相差 {difference}。",
    en: "The summary says {printed} for {label}, the rows give {computed}, a difference of {difference}.",
  },
  "count/explained": { severity: "note", zh: "{text_zh}", en: "{text_en}" },
  "check/warning": { severity: "warning", zh: "{text_zh}", en: "{text_en}" },
} as const satisfies { readonly [code: string]: Text };

/** A code of {@link findingTexts}. */
export type FindingCode = keyof typeof findingTexts;

/** Builds a finding from the table; places of the text that are not given stay as they are. */
export function finding(
  code: FindingCode,
  words: { readonly [place: string]: string },
  where: { readonly sheet?: string; readonly place?: CellPlace } = {},
): Finding {
  const given = where.sheet === undefined ? words : { sheet: where.sheet, ...words };
  const fill = (text: string) => text.replace(/\{(\w+)\}/gu, (place, name: string) => given[name] ?? place);
  const { severity, zh, en } = findingTexts[code];
  return { code, severity, zh: fill(zh), en: fill(en), sheet: where.sheet ?? null, place: where.place ?? null };
}
