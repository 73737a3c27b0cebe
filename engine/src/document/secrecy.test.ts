import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";

/** A document, and the marks of secrecy on it as printed. */
const cases: readonly [text: string, marks: readonly string[]][] = [
  ["机密★1年\n青云县文件\n关于协作工作的报告", ["机密 机密★1年"]],
  ["青云县文件　　　秘 密 ★ 长期\n正文在此。", ["秘密 秘 密 ★ 长期"]],
  ["绝密\n青云县文件\n正文在此。", ["绝密 绝密"]],
  ["密级：机密\n正文在此。", ["机密 密级：机密"]],
  ["密　级：秘密　　编号：3\n正文在此。", ["秘密 密　级：秘密"]],
  ["機密★三年\n協作工作報告", ["机密 機密★三年"]],
  ["工作秘密★\n青云县文件\n正文。", ["工作秘密 工作秘密★"]],
  ["内部资料　注意保存\n青云县工作简报\n正文。", ["内部 内部资料　注意保存"]],
  ["密级：无\n正文在此。", []],
  ["全体干部要保守国家秘密，不得泄露商业秘密。", []],
  ["会议学习了保密法，讲解了绝密、机密、秘密三级的区别。", []],
  ["加强内部管理\n各单位要抓好内部监督，落实机密文件清退。", []],
  ["两地签约，双方约定商业秘密保护条款。\n秘密花园民宿项目开工", []],
];

test("marks of secrecy are found with their places, and words about secrets are not marks", () => {
  for (const [text, marks] of cases) {
    const reading = extract({ name: "a.txt", bytes: new TextEncoder().encode(text) });
    const found = reading.secrecy.map(({ level, raw }) => `${level} ${reading.raw.slice(raw.start, raw.end)}`);
    assert.deepEqual(found, marks, text);
    const codes = reading.extraction.issues.filter(({ code }) => code.startsWith("secrecy/"));
    assert.equal(codes.length, marks.length, text);
  }
});

test("a mark in a GBK file and after a byte order mark is found", () => {
  const reading = extract({
    name: "a.txt",
    bytes: Uint8Array.from([0xbb, 0xfa, 0xc3, 0xdc, 0xa1, 0xef, 0x31, 0xc4, 0xea]),
  });
  assert.deepEqual(reading.secrecy, [{ level: "机密", raw: { start: 0, end: 5 } }]);
});
