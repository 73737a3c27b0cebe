import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { extract } from "../extract.js";
import { trialCompoundFile, trialDoc } from "../files/trial-doc.js";
import { cell, numbered, officeNumbering, paragraph, table, trialDocx } from "../files/trial-docx.js";
import { trialPdf } from "../files/trial-pdf.js";

const seed = 20_260_122;
const sentence = "石远山率团到青云县考察，安排资金300万元。";
const mail = `From: a@b\nDate: Tue, 9 May 2023 10:12:00 +0800\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${sentence}\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>${sentence}<table><tr><td>甲<td>乙</table>\n--b--`;

/** One small file of each format. */
const files: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  [
    "a.docx",
    trialDocx({
      body: paragraph(sentence, numbered(0)) + table([[cell(sentence), cell("甲")]]),
      numbering: officeNumbering,
      header: paragraph("页眉"),
    }),
  ],
  [
    "a.doc",
    trialDoc([{ text: `${sentence}\r` }, { text: "甲\u0007", property: 0x2416 }, { text: "\u0007", property: 0x2417 }]),
  ],
  ["a.pdf", trialPdf({ pages: [[{ text: sentence, x: 60, y: 700 }]] })],
  ["b.pdf", trialPdf({ pages: [[{ text: sentence, x: 60, y: 700 }]], packed: true })],
  [
    "a.ofd",
    zipSync({
      "OFD.xml": strToU8("<OFD><DocRoot>D.xml</DocRoot></OFD>"),
      "D.xml": strToU8('<Document><Page BaseLoc="P.xml"/></Document>'),
      "P.xml": strToU8(
        `<Page><TextObject Boundary="9 9 9 9" Size="4"><TextCode X="0" Y="4" DeltaX="g 19 4">${sentence}</TextCode></TextObject></Page>`,
      ),
    }),
  ],
  ["a.eml", strToU8(mail)],
  [
    "a.html",
    strToU8(`<html><title>x</title><div class=content><p>${sentence}</p><table><tr><td rowspan=2>甲<td>乙</table>`),
  ],
];

/** What holds of every reading, whatever came in. */
function holds(name: string, bytes: Uint8Array): void {
  const { raw, extraction, furniture } = extract({ name, bytes });
  assert.ok(raw.length > 0 || extraction.issues.length > 0, `${name}: neither text nor a reason`);
  if (extraction.raw.reader !== "text") assert.ok(!raw.includes("\0") && !/\p{Cs}/u.test(raw), name);
  for (const { evidence } of extraction.facts)
    for (const { start, end, quote } of evidence) assert.equal(raw.slice(start, end), quote);
  for (const part of furniture) assert.ok(part.raw.end <= raw.length);
}

test("whole files are read", () => {
  for (const [name, bytes] of files) assert.ok(extract({ name, bytes }).raw.includes("石远山率团到青云县考察"), name);
});

test("files with bytes changed, cut off or put in are read or named, and nothing is thrown", () => {
  const change = fc.record({
    file: fc.nat(files.length - 1),
    places: fc.array(fc.tuple(fc.nat(100_000), fc.nat(255)), { maxLength: 12 }),
    cut: fc.option(fc.nat(100_000), { nil: null }),
    twice: fc.boolean(),
  });
  fc.assert(
    fc.property(change, ({ file, places, cut, twice }) => {
      const [name, whole] = files[file] ?? ["", new Uint8Array()];
      const bytes = twice ? Uint8Array.from([...whole, ...whole]) : whole.slice();
      for (const [at, value] of places) bytes[at % bytes.length] = value;
      holds(name, cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1)));
    }),
    { seed, numRuns: 250 },
  );
});

test("signatures with nothing, or anything, behind them", () => {
  const starts = [
    "",
    "PK\u0003\u0004",
    "%PDF-1.7\n",
    "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
    "<html>",
    "From: a\nDate: b\n",
    "{\\rtf",
    "\u00ff\u00fe",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 1_500 }), (start, rest) => {
      holds("a.docx", Uint8Array.from([...Buffer.from(start, "latin1"), ...rest]));
    }),
    { seed, numRuns: 200 },
  );
});

const megabytes = (count: number, byte = 0) => new Uint8Array(count * 1_000_000).fill(byte);
const text = (words: string, times: number) => strToU8(words.repeat(times));

/** Files that are made to be slow or large: each has to end quickly, in a bounded text. */
const heavy: readonly (readonly [name: string, bytes: () => Uint8Array])[] = [
  ["nothing.txt", () => new Uint8Array()],
  ["zeros.txt", () => megabytes(50)],
  ["one-byte.txt", () => megabytes(8, 0xb0)],
  ["bomb.docx", () => zipSync({ "word/document.xml": megabytes(100, 0x20), "[Content_Types].xml": strToU8("<x/>") })],
  ["depth.docx", () => trialDocx({ body: "<w:tbl><w:tr><w:tc>".repeat(60_000) })],
  ["boxes.docx", () => trialDocx({ body: "<w:p><w:r><w:txbxContent>".repeat(50_000) })],
  ["chain.doc", () => trialCompoundFile({ WordDocument: megabytes(0), "1Table": new Uint8Array(50_000).fill(1) })],
  ["objects.pdf", () => text("%PDF-1.4\n1 0 obj <</Type/Page/Length 9>> stream ", 100_000)],
  ["strings.pdf", () => text("%PDF-1.4\n7 0 obj (", 200_000)],
  ["nested.pdf", () => text("%PDF-1.4 trailer <</Root [", 200_000)],
  ["depth.html", () => text("<div>", 400_000)],
  ["tables.html", () => text("<html><table><tr><td>协", 60_000)],
  ["attributes.html", () => text('<html><a href="', 100_000)],
  [
    "parts.eml",
    () => text("From: a\nDate: b\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", 20_000),
  ],
];

test("files made to be slow end soon", () => {
  for (const [name, make] of heavy) {
    const bytes = make();
    const from = process.cpuUsage();
    const { raw, extraction } = extract({ name, bytes });
    const { user, system } = process.cpuUsage(from);
    assert.ok((user + system) / 1e6 < 20, `${name}: ${(user + system) / 1e6} s`);
    assert.ok(raw.length <= 50_000_000);
    assert.ok(raw.length > 0 || extraction.issues.length > 0, name);
  }
});
