import type { Issue } from "./issue.js";

/**
 * Every code that the engine can give an issue, with its weight and its text for the user. `{…}` is filled in.
 * A test proves that each code is used and that no other is; a retired code is never used again.
 */
export const issueCodes = {
  "reader/empty": { severity: "error", zh: "文件是空的，没有可读的内容。", en: "The file is empty." },
  "reader/binary": {
    severity: "error",
    zh: "这个文件不是文字材料（可能是图片、压缩包或程序），读不出文字。",
    en: "This file is not text (perhaps a picture, an archive or a program).",
  },
  "reader/looks_like": {
    severity: "error",
    zh: "这个文件是{what}，读不出文字。{advice}。",
    en: "This file is {what}. {advice}.",
  },
  "reader/damaged": {
    severity: "error",
    zh: "{format} 文件已损坏或不完整，读不出文字；请向来文单位重新索取，或用 WPS 或 Word 打开后另存为 .docx 再导入。",
    en: "The {format} file is damaged or incomplete: ask for it again, or open it in WPS or Word and save it as .docx.",
  },
  "reader/encrypted": {
    severity: "error",
    zh: "{format} 文件设有打开密码，读不出文字；请用 WPS 或 Word 打开，去掉密码后另存，再导入。",
    en: "The {format} file is locked by a password: open it, take the password off, save it and import that.",
  },
  "reader/too_large": {
    severity: "error",
    zh: "{format} 文件展开后过大，没有读取；请拆分后分别导入。",
    en: "The {format} file is too large once unpacked: split it and import the pieces.",
  },
  "reader/cut_off": {
    severity: "warning",
    zh: "文件内容过多，只读取了前面 {count} 个字。",
    en: "The file holds too much text: only the first {count} characters were read.",
  },
  "reader/incomplete": {
    severity: "warning",
    zh: "{format} 文件有部分内容损坏，读出的文字可能不全，请对照原件核对。",
    en: "Parts of the {format} file are damaged: the text may be incomplete, check it against the original.",
  },
  "reader/scanned": {
    severity: "error",
    zh: "这份 {format} 是扫描件（共 {count} 页），没有文字，只有图片；请先用 WPS 等软件识别文字（OCR），另存为 .docx 后再导入。",
    en: "This {format} is a scan ({count} pages) without text: recognise its text first (OCR), save it as .docx and import that.",
  },
  "reader/attachments": {
    severity: "note",
    zh: "邮件带有附件，请另行导入：{names}。",
    en: "The mail has attachments, import them by themselves: {names}.",
  },
  "reader/save_as": {
    severity: "error",
    zh: "暂不能直接读取{format}，请用 WPS 或 Word 打开，“另存为”{target}后再导入。",
    en: "{format} cannot be read yet: open it in WPS or Word, save it as {target}, and import that.",
  },
  "reader/no_chinese": {
    severity: "warning",
    zh: "材料中没有中文，未提取要素。",
    en: "There is no Chinese in this text.",
  },
  "decode/encoding": {
    severity: "note",
    zh: "按 {encoding} 编码读取（把握 {score}%）。",
    en: "Read as {encoding} ({score}% sure).",
  },
  "decode/forced": {
    severity: "note",
    zh: "按指定的 {encoding} 编码读取（自动判断的把握为 {score}%）。",
    en: "Read as {encoding}, as asked for (detection gives it {score}%).",
  },
  "decode/uncertain": {
    severity: "warning",
    zh: "拿不准文件的编码，暂按 {encoding} 读取（把握 {score}%）；如有乱码，请换一种编码重新导入。",
    en: "The encoding is uncertain: read as {encoding} ({score}% sure). If it looks garbled, choose another encoding.",
  },
  "decode/unreadable": {
    severity: "warning",
    zh: "有 {count} 处字节读不出文字，以“�”代替。",
    en: "{count} places could not be decoded and show as “�”.",
  },
  "decode/unknown_encoding": {
    severity: "warning",
    zh: "不认识编码“{encoding}”，已自动判断。",
    en: "Encoding “{encoding}” is not known here; it was detected instead.",
  },
  "repair/lost": {
    severity: "warning",
    zh: "有 {count} 处文字在传到这里之前已经丢失（如“锟斤拷”），无法恢复，请找原文核对。",
    en: "{count} places were lost before they came here (such as “锟斤拷”) and cannot be restored: check the original.",
  },
  "repair/guessed": {
    severity: "note",
    zh: "修复乱码时有 {count} 个字是推断的，页面上已标出，请核对。",
    en: "{count} characters of repaired places were inferred; they are marked, please check them.",
  },
  "fact/impossible_date": {
    severity: "warning",
    zh: "日期“{text}”不存在，没有采用，请核对原文。",
    en: "There is no such day as “{text}”; it was not used, please check the original.",
  },
  "secrecy/marked": {
    severity: "error",
    zh: "材料标有密级“{level}”，不得存入本系统。",
    en: "This document is marked {level}; it must not be stored here.",
  },
  "secrecy/internal": {
    severity: "warning",
    zh: "材料标有“{level}”，只供内部使用，不能公开。",
    en: "This document is marked {level}: for internal use, never to be published.",
  },
} as const satisfies Record<string, { severity: Issue["severity"]; zh: string; en: string }>;

export type IssueCode = keyof typeof issueCodes;

/** Makes an issue from the table; a value may have a wording in each language. `span` is a place in the raw text (or, inside a repair, in the text it was given). */
export function issue(
  code: IssueCode,
  span: Issue["span"] = null,
  values: Readonly<Record<string, string | number | Issue["message"]>> = {},
): Issue {
  const { severity, zh, en } = issueCodes[code];
  const fill = (text: string, language: keyof Issue["message"]) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return String((typeof value === "object" ? value[language] : value) ?? whole);
    });
  return { code, severity, span, message: { zh: fill(zh, "zh"), en: fill(en, "en") } };
}
