import type { BookIssue, BookIssueCode } from "./book.js";

/** What the user reads for each issue of a workbook; `{…}` is filled in. */
const texts: { readonly [code in BookIssueCode]: { readonly zh: string; readonly en: string } } = {
  external_links: {
    zh: "表格引用了其他文件中的单元格，所引用的数按保存时的结果读取。",
    en: "The workbook refers to cells of other files; their values are read as they were when it was saved.",
  },
  formula_uncalculated: {
    zh: "有 {count} 个公式没有计算结果（例如 {cell}），按未填处理；请用 WPS 或 Excel 打开保存一次。",
    en: "{count} formula(s) hold no result ({cell} is one) and count as not filled in; open and save the file once in WPS or Excel.",
  },
  number_precision: {
    zh: "有 {count} 个数超过 15 位，末位已失真（例如 {cell}），身份证号、账号等请按文本录入。",
    en: "{count} number(s) have more than 15 digits, so that their last ones are lost ({cell} is one); enter identity and account numbers as text.",
  },
  encoding_guessed: {
    zh: "文字编码按 {encoding} 读取。",
    en: "The text was read as {encoding}.",
  },
  unreadable_bytes: {
    zh: "有 {count} 处文字不能按所用编码读出。",
    en: "{count} place(s) could not be read in the encoding used.",
  },
  part_missing: {
    zh: "工作表“{sheet}”的内容在文件中缺失，按空表处理。",
    en: "The content of the sheet “{sheet}” is missing in the file; it counts as empty.",
  },
  chart_sheet: {
    zh: "“{sheet}”是图表页，没有单元格，不读取。",
    en: "“{sheet}” is a chart without cells; it is not read.",
  },
  macros: {
    zh: "表格带有宏，宏不会运行，只读取单元格。",
    en: "The workbook has macros; they are never run, only its cells are read.",
  },
};

/** An issue of a workbook with its texts filled in. */
export function bookIssue(
  code: BookIssueCode,
  place: string,
  params: { readonly [name: string]: string | number } = {},
): BookIssue {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
  return { code, place, zh: fill(texts[code].zh), en: fill(texts[code].en) };
}
