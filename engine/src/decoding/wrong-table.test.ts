import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { repair } from "../repair.js";
import { encodeText } from "./cp936.js";

/** Sentences of the field, with even and odd runs of characters before digits, Latin letters, marks and line ends. */
const sentences = [
  "2023年5月6日，青云县委书记石远山率党政代表团赴白石市考察东西部协作工作，并安排资金300万元。",
  "会议强调“山海情”再续新篇，要抓好产业、劳务、消费三项协作！",
  "联系人：岑守拙 电话：0851-1234567",
  "东西部协作",
  "累计选派教师12名、医生8名，帮助586名脱贫劳动力到广东就业；完成消费帮扶1.2亿元。",
  "青云县人民政府",
];

const utf8 = (text: string) => new TextEncoder().encode(text);
const gbk = (text: string) => Uint8Array.from(encodeText(text) ?? []);
/** How the wrong table shows the bytes. */
const wrong: readonly (readonly [name: string, show: (text: string) => string])[] = [
  ["UTF-8 read as GBK", (text) => new TextDecoder("gb18030").decode(utf8(text))],
  [
    "UTF-8 read as GBK, ? for what it lacks",
    (text) => new TextDecoder("gbk").decode(utf8(text)).replaceAll("\ufffd", "?"),
  ],
  ["GBK read as Latin-1", (text) => Buffer.from(gbk(text)).toString("latin1")],
  ["GBK read as Windows-1252", (text) => new TextDecoder("windows-1252").decode(gbk(text))],
  ["UTF-8 read as Latin-1", (text) => Buffer.from(utf8(text)).toString("latin1")],
  ["UTF-8 read as Windows-1252", (text) => new TextDecoder("windows-1252").decode(utf8(text))],
];

for (const [name, show] of wrong) {
  test(`text of the wrong table comes back: ${name}`, () => {
    for (const sentence of sentences) {
      const { repaired, extraction } = extract({ name: "a.txt", bytes: utf8(show(sentence)) });
      assert.equal(repaired, sentence, show(sentence));
      assert.equal(extraction.raw.encoding, "utf-8");
      assert.ok(!extraction.issues.some(({ code }) => code === "reader/no_chinese"));
    }
  });
}

test("lines of one page that went through two tables are each read with their own", () => {
  const [first = "", second = ""] = sentences;
  const mixed = `${first}\n${wrong[0]?.[1](second)}\n${wrong[3]?.[1](first)}`;
  assert.equal(repair(mixed).text, `${first}\n${second}\n${first}`);
});

test("what stood where a byte was lost is marked as guessed", () => {
  const { edits } = repair(new TextDecoder("gb18030").decode(utf8("2023年5月6日")));
  const guessed = edits.flatMap((edit) => (edit.guessed ?? []).map(({ start, end }) => [start, end]));
  assert.deepEqual(guessed, [
    [4, 5],
    [6, 7],
    [8, 9],
  ]);
});

test("clean text is left alone", () => {
  for (const clean of [
    ...sentences,
    "参加会议的有周璇、李骞、黄琛、冯瑾、章姝、石濂。",
    "浠水县、涓流、纭、鍚、铨、锛齿、闽宁镇。",
    "Café Müller、São Paulo 与 naïve résumé façade 参展。",
    "“……”——《山海情》·第1集",
    "温度25℃，占比7.5‰，±3，×2，÷4，§5，¥300",
  ])
    assert.deepEqual(
      repair(clean).damage.filter(({ repair: id }) => id === "double-decoding"),
      [],
      clean,
    );
});
