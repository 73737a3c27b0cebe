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

/** Makes an issue from the table. `span` is a place in the raw text (or, inside a repair, in the text it was given). */
export function issue(
  code: IssueCode,
  span: Issue["span"] = null,
  values: Readonly<Record<string, string | number>> = {},
): Issue {
  const { severity, zh, en } = issueCodes[code];
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  return { code, severity, span, message: { zh: fill(zh), en: fill(en) } };
}
