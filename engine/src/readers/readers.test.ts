import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeText } from "../decoding/cp936.js";
import { extract } from "../extract.js";

const page = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>青云县人民政府网</title>
<meta name="ArticleTitle" content="两地&ldquo;山海情&rdquo;再续"><meta name="PubDate" content="2023-05-09 10:12"><meta name="ContentSource" content="青云日报">
<style>p{color:red}</style><script>var a = "<p>不是正文</p>";</script></head><body>
<nav><a href="/">首页</a> <a href="/a">政务公开</a></nav>
<h1>两地“山海情”再续</h1><!-- <p>注释</p> -->
<div class=info title="a>b">5月6日至8日，青云县委书记石远山率团<br>赴白石市考察&nbsp;东西部协作。</div>
<p>会上&#65292;双方签订<b>协议</b>。</p><table><tr><th>项目<th>资金<tr><td>茶厂<td>300万元</table>
<ul><li><a href="/1">我县部署夏粮生产</a><li><a href="/2">更多新闻</a></ul>
<footer>主办单位 青云县人民政府</footer></body></html>`;

test("a saved page gives its visible text, its head's fields and its furniture", () => {
  const bytes = encodeText(page);
  assert.ok(bytes);
  const { extraction, raw, repaired, furniture } = extract({ name: "页面.html", bytes });
  assert.equal(extraction.raw.reader, "html");
  assert.equal(extraction.raw.encoding, "gb18030");
  assert.equal(
    raw,
    [
      "首页 政务公开",
      "两地“山海情”再续",
      "5月6日至8日，青云县委书记石远山率团",
      "赴白石市考察\u00a0东西部协作。".replace("\u00a0", " "),
      "会上，双方签订协议。",
      "项目\t资金",
      "茶厂\t300万元",
      "我县部署夏粮生产",
      "更多新闻",
      "主办单位 青云县人民政府",
    ].join("\n"),
  );
  assert.equal(repaired, raw);
  assert.deepEqual(
    [extraction.title, extraction.source, extraction.published],
    ["两地“山海情”再续", "青云日报", "2023-05-09"],
  );
  assert.deepEqual(
    furniture.map((part) => `${part.kind} ${raw.slice(part.raw.start, part.raw.end)}`),
    ["navigation 首页 政务公开", "related 我县部署夏粮生产", "related 更多新闻", "imprint 主办单位 青云县人民政府"],
  );
});

test("files without text say what they are and what to do", () => {
  const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
  const cases: readonly [string, readonly number[], RegExp][] = [
    ["扫描件.jpg", [0xff, 0xd8, 0xff, 0xe0, 0], /JPEG.*OCR/],
    ["扫描件.txt", [0x89, ...ascii("PNG"), 13, 10, 26, 10], /PNG.*OCR/],
    ["材料.rar", [...ascii("Rar!"), 26, 7, 0], /RAR.*解压/],
    ["材料.zip", [0x50, 0x4b, 3, 4, 20, 0, 0, 0], /zip.*解压/],
    ["安装.exe", [...ascii("MZ"), 0x90, 0, 3, 0], /程序.*原文件/],
    ["录音.mp3", [...ascii("ID3"), 3, 0], /录音.*文字稿/],
    ["会议.mp4", [0, 0, 0, 32, ...ascii("ftypisom"), 0], /视频/],
    ["通知.rtf", ascii("{\\rtf1\\ansi 协作"), /RTF.*另存为 \.docx/],
  ];
  for (const [name, bytes, message] of cases) {
    const { extraction } = extract({ name, bytes: Uint8Array.from(bytes) });
    assert.deepEqual(
      extraction.issues.map(({ code }) => code),
      ["reader/looks_like"],
      name,
    );
    assert.match(extraction.issues[0]?.message.zh ?? "", message);
  }
});

test("a text that begins like a program is a text", () => {
  for (const words of ["MZ 县协作简报", "BM 项目：青云县茶厂", "HN 青云县", "CAJ 青云县"]) {
    const { raw } = extract({ name: "a.txt", bytes: new TextEncoder().encode(words) });
    assert.equal(raw, words);
  }
});

test("the id is the file's name without its last extension", () => {
  const idOf = (name: string) => extract({ name, bytes: new TextEncoder().encode("协作") }).extraction.id;
  assert.deepEqual(["101.txt", "第1.2批.html", ".txt", "函", "a/b\\c.txt"].map(idOf), [
    "101",
    "第1.2批",
    ".txt",
    "函",
    "c",
  ]);
});
