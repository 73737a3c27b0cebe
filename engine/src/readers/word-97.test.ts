import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { trialCompoundFile, trialDoc } from "../files/trial-doc.js";

const inTable = 0x2416;
const rowEnd = 0x2417;
const doc = trialDoc(
  [
    { text: "白石市赴青云县考察纪要\r" },
    { text: "2023年5月6日，石远山率团赴\u0013 HYPERLINK x \u0014白石市\u0015考察，安排资金200300万元。\r" },
    { text: "第一行\u000b第二行\r" },
    { text: "产业\r", property: inTable },
    { text: "协作\u0007", property: inTable },
    { text: "\u0007", property: inTable },
    { text: "200万元\u0007", property: inTable },
    { text: "\u0007", property: rowEnd },
    { text: "表后一段。\u0002\r" },
  ],
  { narrow: "Tel: 0769\r", footnotes: "\u0002 数据截至4月底。\r", deleted: "200" },
);

test("a Word 97 document is read by its piece table: tables, fields, tracked deletions, notes", () => {
  const { raw, extraction } = extract({ name: "纪要.doc", bytes: doc });
  assert.deepEqual(raw.split("\n"), [
    "白石市赴青云县考察纪要",
    "2023年5月6日，石远山率团赴白石市考察，安排资金300万元。",
    "第一行",
    "第二行",
    "产业 协作\t\t200万元",
    "表后一段。",
    "Tel: 0769",
    "数据截至4月底。",
  ]);
  assert.equal(extraction.raw.reader, "word-97");
  const parts = extraction.facts.flatMap(({ evidence }) => evidence.map(({ quote, part }) => [quote, part]));
  assert.ok(parts.length > 0);
  assert.ok(parts.every(([, part]) => part !== undefined));
});

test("what cannot be read is named with what to do", () => {
  const cases: readonly [string, Uint8Array, string, RegExp][] = [
    ["locked", trialDoc([{ text: "密\r" }], { flags: 0x0100 }), "reader/encrypted", /密码/],
    ["cut off in the container", doc.subarray(0, 600), "reader/damaged", /损坏/],
    ["nothing but the first bytes", doc.subarray(0, 8), "reader/damaged", /损坏/],
    ["a locked .docx", trialCompoundFile({ EncryptedPackage: new Uint8Array(9) }), "reader/encrypted", /密码/],
    ["a workbook", trialCompoundFile({ Workbook: new Uint8Array(9) }), "reader/save_as", /Excel.*另存为.*xlsx/],
    ["a presentation", trialCompoundFile({ "PowerPoint Document": new Uint8Array(9) }), "reader/save_as", /另存为/],
    ["a mail of Outlook", trialCompoundFile({ "__substg1.0_0037001F": new Uint8Array(9) }), "reader/save_as", /eml/],
    ["an older Word", trialCompoundFile({ WordDocument: new Uint8Array(600) }), "reader/save_as", /另存为”\.docx/],
  ];
  for (const [name, bytes, code, message] of cases) {
    const { issues } = extract({ name: "函.doc", bytes }).extraction;
    assert.equal(issues[0]?.code, code, name);
    assert.match(issues[0]?.message.zh ?? "", message, name);
  }
});

test("a document cut off anywhere gives what is there or says that it is damaged", () => {
  for (let length = 512; length < doc.length; length += 311) {
    const { raw, extraction } = extract({ name: "函.doc", bytes: doc.subarray(0, length) });
    const codes = extraction.issues.map(({ code }) => code);
    assert.ok(raw.length > 0 || codes.length > 0, `${length} bytes`);
  }
});
