/** What is wrong with a value as written, for the person who wrote it. Data, never thrown. */
export interface ValueProblem {
  readonly code: ValueProblemCode;
  readonly zh: string;
  readonly en: string;
}

/** A value read from what stood there: the value, or what is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ValueProblem };

/** All codes of the model room with their texts; `{text}` is what stood there. A retired code is never used again. */
export const valueProblemTexts = {
  "value/money-unreadable": {
    zh: "“{text}”不是可识别的金额。",
    en: "“{text}” is not an amount of money that can be read.",
  },
  "value/money-below-fen": {
    zh: "“{text}”不足一分，不能记为金额。",
    en: "“{text}” has parts smaller than one 分 and cannot be kept as money.",
  },
  "value/money-missing": { zh: "“{text}”表示未填，不是 0。", en: "“{text}” means not filled in; it is not 0." },
  "value/date-unreadable": { zh: "“{text}”不是可识别的日期。", en: "“{text}” is not a date that can be read." },
  "value/date-impossible": { zh: "“{text}”这一天不存在。", en: "The day “{text}” does not exist." },
  "value/date-missing": { zh: "“{text}”表示未填。", en: "“{text}” means not filled in." },
  "value/region-code-unreadable": {
    zh: "“{text}”不是 6、9 或 12 位区划代码。",
    en: "“{text}” is not a region code of 6, 9 or 12 digits.",
  },
  "value/credit-code-form": {
    zh: "“{text}”不符合统一社会信用代码的格式（18 位数字或大写字母，不含 I、O、S、V、Z）。",
    en: "“{text}” has not the form of a unified social credit code (18 digits or capitals without I, O, S, V, Z).",
  },
  "value/credit-code-check": {
    zh: "“{text}”的校验位应为 {expected}，请核对；确属登记如此的，可注明原因保留。",
    en: "The check character of “{text}” should be {expected}. Please compare; if it is registered so, keep it and say why.",
  },
  "value/money-inexact": {
    zh: "“{text}”是约数。金额栏只记准确数，约数请写在备注里。",
    en: "“{text}” is not exact. Amounts are kept exact; put an approximate one into the note.",
  },
  "value/number-unreadable": { zh: "“{text}”不是可识别的数。", en: "“{text}” is not a number that can be read." },
  "value/number-out-of-range": {
    zh: "“{text}”应在 {least} 到 {most} 之间。",
    en: "“{text}” must be from {least} to {most}.",
  },
  "value/number-not-whole": { zh: "“{text}”不是整数。", en: "“{text}” is not a whole number." },
  "value/flag-unreadable": { zh: "“{text}”请填“是”或“否”。", en: "“{text}”: write yes or no." },
  "value/code-unknown": {
    zh: "没有“{text}”这一项，可填：{choices}。",
    en: "There is no “{text}” here; one of: {choices_en}.",
  },
  "value/reference-unknown": {
    zh: "台账中没有找到“{text}”，或有几个同名的；请从列表中选。",
    en: "“{text}” was not found, or several rows have this name; choose it from the list.",
  },
  "value/required": { zh: "“{text}”必须填写。", en: "“{text_en}” must be filled in." },
  "value/not-in-a-cell": {
    zh: "这一栏不能在表格中填写，请打开该条填写。",
    en: "This cannot be filled in in a table; open the row to do so.",
  },
  "value/correction-field": {
    zh: "“{text}”不能这样更正：没有这一项，或格式不对。",
    en: "“{text}” cannot be corrected so: there is no such field, or the value has another form.",
  },
} as const satisfies { readonly [code: string]: { readonly zh: string; readonly en: string } };

/** A code of {@link valueProblemTexts}. */
export type ValueProblemCode = keyof typeof valueProblemTexts;

/** Builds a problem from the table; unknown places in the text stay as they are. */
export function valueProblem(code: ValueProblemCode, places: { readonly [place: string]: string }): ValueProblem {
  const fill = (text: string) =>
    Object.entries(places).reduce((filled, [place, value]) => filled.replaceAll(`{${place}}`, () => value), text);
  const { zh, en } = valueProblemTexts[code];
  return { code, zh: fill(zh), en: fill(en) };
}

/** A parse that failed, with its problem. */
export function unreadable(
  code: ValueProblemCode,
  text: string,
): { readonly ok: false; readonly problem: ValueProblem } {
  return { ok: false, problem: valueProblem(code, { text }) };
}
