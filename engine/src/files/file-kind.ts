import { zipKind } from "../office/zip-package.js";

/** What a file is that has no text to read, and what to do with it, in both languages. */
export interface FileKind {
  readonly what: { readonly zh: string; readonly en: string };
  readonly advice: { readonly zh: string; readonly en: string };
}

const recognise = {
  zh: "请先用 WPS 等软件识别图中文字（OCR），另存为 .docx 后再导入",
  en: "Recognise its text first (OCR), save it as .docx and import that",
};
const unpack = { zh: "请先解压，再逐个导入其中的材料", en: "Unpack it and import the documents in it" };
const original = { zh: "请找到材料的原文件后再导入", en: "Find the document itself and import that" };
const saveDocx = {
  zh: "请用 WPS 或 Word 打开，另存为 .docx 后再导入",
  en: "Open it in WPS or Word, save it as .docx and import that",
};
const sheet = {
  zh: "请把需要的表格复制到 Word 文档中，另存为 .docx 后导入，或直接粘贴文字",
  en: "Copy the table into a Word document and import that as .docx, or paste the text",
};
const write = { zh: "请对方提供文字稿", en: "Ask for a written version" };

type Known = readonly [bytes: readonly (number | null)[], zh: string, en: string, advice: FileKind["advice"]];

const text = (letters: string): readonly number[] => [...letters].map((letter) => letter.charCodeAt(0));
const each = (count: number): readonly null[] => new Array<null>(count).fill(null);

/** By first bytes (null where each will do). */
const known: readonly Known[] = [
  [[0x89, ...text("PNG")], "图片（PNG）", "a picture (PNG)", recognise],
  [[0xff, 0xd8, 0xff], "图片（JPEG）", "a picture (JPEG)", recognise],
  [text("GIF8"), "图片（GIF）", "a picture (GIF)", recognise],
  [[...text("BM"), ...each(4), 0, 0, 0, 0], "图片（BMP）", "a picture (BMP)", recognise],
  [[0x49, 0x49, 0x2a, 0], "图片（TIFF）", "a picture (TIFF)", recognise],
  [[0x4d, 0x4d, 0, 0x2a], "图片（TIFF）", "a picture (TIFF)", recognise],
  [[...text("RIFF"), ...each(4), ...text("WEBP")], "图片（WebP）", "a picture (WebP)", recognise],
  [[...each(4), ...text("ftyphei")], "图片（HEIC）", "a picture (HEIC)", recognise],
  [[...each(4), ...text("ftypmif1")], "图片（HEIC）", "a picture (HEIC)", recognise],
  [text("8BPS"), "图片（PSD）", "a picture (PSD)", recognise],
  [[...each(4), ...text("ftyp")], "视频（MP4）", "a video (MP4)", write],
  [[...text("RIFF"), ...each(4), ...text("AVI ")], "视频（AVI）", "a video (AVI)", write],
  [[0x1a, 0x45, 0xdf, 0xa3], "视频（MKV）", "a video (MKV)", write],
  [[...text("RIFF"), ...each(4), ...text("WAVE")], "录音（WAV）", "a recording (WAV)", write],
  [text("ID3"), "录音（MP3）", "a recording (MP3)", write],
  [[0xff, 0xfb], "录音（MP3）", "a recording (MP3)", write],
  [text("#!AMR"), "录音（AMR）", "a recording (AMR)", write],
  [text("Rar!"), "压缩包（RAR）", "an archive (RAR)", unpack],
  [[0x37, 0x7a, 0xbc, 0xaf], "压缩包（7z）", "an archive (7z)", unpack],
  [[0x1f, 0x8b], "压缩包（gzip）", "an archive (gzip)", unpack],
  [text("PK\u0005\u0006"), "空的压缩包（zip）", "an empty archive (zip)", unpack],
  [[...text("MZ")], "程序（.exe）", "a program (.exe)", original],
  [[0x7f, ...text("ELF")], "程序", "a program", original],
  [[0xca, 0xfe, 0xba, 0xbe], "程序", "a program", original],
  [text("SQLite format 3"), "数据库文件（SQLite）", "a database file (SQLite)", original],
  [[0x4c, 0, 0, 0, 1, 0x14, 2, 0], "快捷方式（.lnk）", "a shortcut (.lnk)", original],
  [text("{\\rtf"), "RTF 文档", "an RTF document", saveDocx],
  [text("%!PS"), "PostScript 打印文件", "a PostScript print file", original],
  [text("AC10"), "图纸（DWG）", "a drawing (DWG)", original],
  [text("CAJ"), "CAJ 文献", "a CAJ paper", saveDocx],
  [text("HN"), "CAJ 文献", "a CAJ paper", saveDocx],
];

const zips = {
  xlsx: [{ zh: "电子表格（.xlsx）", en: "a workbook (.xlsx)" }, sheet],
  pptx: [{ zh: "演示文稿（.pptx）", en: "a presentation (.pptx)" }, saveDocx],
  odt: [{ zh: "OpenDocument 文档（.odt）", en: "an OpenDocument file (.odt)" }, saveDocx],
  zip: [{ zh: "压缩包（zip）", en: "an archive (zip)" }, unpack],
} as const;

/** What a file without readable text is by its bytes; null when they say nothing. Never looks at the name. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const zip = zipKind(bytes);
  if (zip !== null && zip !== "docx" && zip !== "ofd") return { what: zips[zip][0], advice: zips[zip][1] };
  const found = knownBy(bytes[0] ?? 0).find(([magic]) =>
    magic.every((byte, at) => byte === null || bytes[at] === byte),
  );
  return found === undefined ? null : { what: { zh: found[1], en: found[2] }, advice: found[3] };
}

/** By the first byte: those that begin with it, and those that may begin with any. Every document is asked about. */
function knownBy(first: number): readonly Known[] {
  let found = byFirst[first];
  if (found === undefined) {
    found = known.filter(([magic]) => magic[0] === null || magic[0] === first);
    byFirst[first] = found;
  }
  return found;
}

const byFirst: (readonly Known[] | undefined)[] = [];
