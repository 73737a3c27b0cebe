import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { encodeText } from "./cp936.js";
import { decode, encodingOf } from "./decode.js";
import { encodings } from "./encoding-scores.js";

const text = "白石市党政代表团赴青云县考察东西部协作工作，并召开座谈会。";

function gbk(of: string): Uint8Array {
  const bytes = encodeText(of);
  assert.ok(bytes);
  return bytes;
}

function utf16(of: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(of.length * 2);
  for (let at = 0; at < of.length; at++) {
    const unit = of.charCodeAt(at);
    bytes[at * 2 + (little ? 0 : 1)] = unit & 0xff;
    bytes[at * 2 + (little ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}

/** 「工作會議」 and so on in Big5, written out so that the test does not lean on the decoder. */
const big5 = Uint8Array.from([
  0xa4, 0x75, 0xa7, 0x40, 0xb7, 0x7c, 0xc4, 0xb3, 0xa1, 0x41, 0xa4, 0xa4, 0xb0, 0xea, 0xa4, 0x48, 0xa5, 0xc1, 0xa1,
  0x43,
]);

test("every encoding of the field is told by its bytes", () => {
  const cases: readonly [string, Uint8Array, string, string][] = [
    ["UTF-8", new TextEncoder().encode(text), "utf-8", text],
    ["UTF-8 with a byte order mark", new TextEncoder().encode(`\ufeff${text}`), "utf-8", text],
    ["GBK", gbk(text), "gb18030", text],
    ["GBK cut inside a character", gbk(text).slice(0, -1), "gb18030", `${text.slice(0, -1)}\ufffd`],
    ["UTF-16 little-endian, marked", utf16(`\ufeff${text}`, true), "utf-16le", text],
    ["UTF-16 little-endian", utf16(text, true), "utf-16le", text],
    ["UTF-16 big-endian", utf16(text, false), "utf-16be", text],
    ["Big5", big5, "big5", "工作會議，中國人民。"],
    ["plain ASCII", new TextEncoder().encode("plain ASCII"), "utf-8", "plain ASCII"],
  ];
  for (const [name, bytes, encoding, expected] of cases) {
    const decoded = decode(bytes);
    assert.equal(decoded.encoding, encoding, name);
    assert.equal(decoded.text, expected, name);
  }
});

/** Short and long texts of the field, as offices save them; none of them is long enough to be easy. */
const shortTexts = [
  "白石市",
  "协作函",
  "石远山",
  "东西部协作",
  "青云县人民政府办公室",
  "2023年5月6日，石远山到青云县考察。",
  "资金300万元，其中产业200万元",
  "关于报送协作材料的函\n\n各镇：\n\n请于5日前报送。",
  "Tel: 0769-1234567 联系人：岑守拙",
];

test("short texts are told by the characters that come out", () => {
  for (const each of shortTexts) {
    for (const [encoding, bytes] of [
      ["utf-8", new TextEncoder().encode(each)],
      ["gb18030", gbk(each)],
      ["utf-16le", utf16(each, true)],
      ["utf-16be", utf16(each, false)],
    ] as const) {
      const decoded = decode(bytes);
      assert.equal(decoded.encoding, encoding, `${each} ${encoding}`);
      assert.equal(decoded.text, each);
    }
  }
});

test("the choice lists every encoding with its score, the best first, and says who chose", () => {
  const found = decode(gbk(text));
  assert.deepEqual(found.encodings.map(({ encoding }) => encoding).toSorted(), [...encodings].sort());
  assert.equal(found.encodings[0]?.encoding, "gb18030");
  assert.ok(Math.abs(found.encodings.reduce((sum, { score }) => sum + score, 0) - 1) < 0.01);
  assert.equal(found.forced, false);
  const asked = decode(gbk(text), "big5");
  assert.deepEqual([asked.encoding, asked.forced, asked.encodings[0]?.encoding], ["big5", true, "gb18030"]);
  assert.ok(asked.score < 0.01, "a wrong choice is shown as unlikely");
  const { raw } = extract({ name: "来件.txt", bytes: gbk(text), encoding: "big5" }).extraction;
  assert.deepEqual([raw.encoding, raw.choice?.forced], ["big5", true]);
  const again = extract({ name: "来件.txt", bytes: gbk(text), encoding: "auto" }).extraction.raw;
  assert.deepEqual([again.encoding, again.choice?.forced], ["gb18030", false]);
});

test("what the format says decides only where the bytes leave a doubt", () => {
  // Two bytes that are a character in both tables.
  const both = Uint8Array.from([0xa4, 0xa4]);
  assert.equal(decode(both, undefined, "big5").text, "中");
  assert.equal(decode(gbk(text), undefined, "big5").encoding, "gb18030");
});

test("a page of ASCII before the first Chinese character does not hide it", () => {
  const bytes = Buffer.concat([Buffer.from(" ".repeat(100_001)), gbk(text)]);
  assert.equal(decode(bytes).encoding, "gb18030");
});

test("UTF-8 with some broken bytes stays UTF-8", () => {
  const bytes = new TextEncoder().encode(text.repeat(3));
  bytes[40] = 0xff;
  const decoded = decode(bytes);
  assert.deepEqual([decoded.encoding, decoded.unreadable > 0], ["utf-8", true]);
});

test("a forced encoding is obeyed; gbk and gb2312 mean gb18030", () => {
  assert.equal(decode(gbk(text), "big5").encoding, "big5");
  assert.equal(encodingOf("GBK"), "gb18030");
  assert.equal(encodingOf("gb2312"), "gb18030");
  assert.equal(encodingOf("klingon"), null);
});

test("the euro sign and four-byte codes are read as the web reads them", () => {
  assert.equal(decode(Uint8Array.from([0xa2, 0xe3, 0x81, 0x30, 0x81, 0x30]), "gb18030").text, "€\u0080");
});

function codes(bytes: Uint8Array, encoding?: string): readonly string[] {
  return extract({ name: "来件.txt", bytes, ...(encoding === undefined ? {} : { encoding }) }).extraction.issues.map(
    ({ code }) => code,
  );
}

test("trouble with the bytes is told, not thrown", () => {
  assert.deepEqual(codes(new Uint8Array()), ["reader/empty"]);
  assert.deepEqual(codes(Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 32)), ["reader/binary"]);
  assert.deepEqual(codes(new TextEncoder().encode("no Chinese here")), ["reader/no_chinese"]);
  assert.deepEqual(codes(gbk(text)), ["decode/encoding"]);
  assert.deepEqual(codes(gbk(text).slice(0, -1)), ["decode/encoding", "decode/unreadable"]);
  assert.deepEqual(codes(new TextEncoder().encode(text), "klingon"), ["decode/unknown_encoding"]);
});

test("a text of a megabyte and more is whole, with characters of one to four bytes", () => {
  const long = `é${text}𠮷a`.repeat(15_000);
  assert.equal(decode(Buffer.from(long)).text === long, true);
});
