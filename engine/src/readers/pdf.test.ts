import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../extract.js";
import { type TrialFont, type TrialText, trialPdf } from "../files/trial-pdf.js";
import { characterOfCid } from "../pdf/cid-characters.js";

const long =
  "2023年5月6日至8日，青云县委书记石远山率党政代表团赴白石市考察东西部协作工作，先后走访茶叶加工厂、职业技术学校和人民医院，商定由白石市安排财政援助资金300万元。";

/** Lines of a paragraph as a word processor sets them: the first indented by two letters, all as wide as the column. */
function set(text: string, x: number, y: number, letters: number, indented = true): TrialText[] {
  const lines: TrialText[] = [];
  let rest = text;
  for (let at = 0; rest !== ""; at++) {
    const indent = at === 0 && indented ? 2 : 0;
    let width = 0;
    let end = 0;
    while (end < rest.length && width < letters - indent) width += rest.charAt(end++) < "\u0080" ? 0.5 : 1;
    lines.push({ text: rest.slice(0, end), x: x + indent * 12, y: y - at * 20 });
    rest = rest.slice(end);
  }
  return lines;
}

const read = (bytes: Uint8Array) => extract({ name: "简报.pdf", bytes });
const codes = (bytes: Uint8Array) => read(bytes).extraction.issues.map(({ code }) => code);

test("a file is read whatever way it says what its codes are", () => {
  const page = [{ text: "协作简报", x: 250, y: 760, size: 22 }, ...set(long, 90, 700, 34)];
  const fonts: readonly TrialFont[] = ["unicode", "UniGB-UCS2-H", "GBK-EUC-H", "GB1"];
  for (const font of fonts)
    for (const packed of [false, true]) {
      const { raw, extraction } = read(trialPdf({ pages: [page], font, packed }));
      assert.equal(raw, `协作简报\n${long}`, `${font} ${packed}`);
      assert.equal(extraction.raw.reader, "pdf");
    }
});

test("numbers of glyphs are those of Adobe's collections", () => {
  // By Adobe's technical notes 5079 and 5080.
  const cases: readonly [string, number, string | null][] = [
    ["GB1", 34, "A"],
    ["GB1", 940, "啊"],
    ["GB1", 0, null],
    ["CNS1", 595, "一"],
    ["Japan1", 34, null],
    ["GB1", 65_535, null],
  ];
  for (const [collection, cid, character] of cases) assert.equal(characterOfCid(collection, cid), character);
});

test("headers, footers, page numbers and watermarks are furniture; a paragraph runs over the page", () => {
  const half = long.indexOf("先后");
  const page = (at: number, body: readonly TrialText[]): readonly TrialText[] => [
    { text: "青云县协作简报", x: 90, y: 800, size: 9 },
    ...body,
    { text: "内部草稿", x: 200, y: 400, size: 40, turned: 45 },
    { text: `— ${at} —`, x: 280, y: 30 },
  ];
  const lines = set(long, 90, 700, 34);
  const pages = [
    page(1, [{ text: "各镇：", x: 90, y: 740 }, ...lines.slice(0, 2)]),
    page(2, [...lines.slice(2), { text: "特此通知。", x: 114, y: 500 }]),
  ];
  const { raw, furniture, extraction } = read(trialPdf({ pages }));
  assert.ok(half > 0);
  const apart = furniture.map(({ kind, raw: { start, end } }) => `${kind} ${raw.slice(start, end)}`);
  assert.deepEqual(
    apart.toSorted(),
    [
      "page_footer — 1 —",
      "page_footer — 2 —",
      "page_header 青云县协作简报",
      "page_header 青云县协作简报",
      "watermark 内部草稿",
      "watermark 内部草稿",
    ].toSorted(),
  );
  assert.ok(raw.split("\n").includes(long), "the paragraph is whole");
  const money = extraction.facts.flatMap(({ evidence }) => evidence).find(({ quote }) => quote === "300万元");
  assert.equal(money?.part, "page 2");
  const leader = extraction.facts.flatMap(({ evidence }) => evidence).find(({ quote }) => quote === "石远山");
  assert.equal(leader?.part, "page 1");
});

test("two columns are read one after the other, below the title that runs over both", () => {
  const left =
    "青云县党委书记石远山一行考察了茶叶加工厂和职业技术学校两处项目现场并详细询问了建设进度和用工情况，随后来到县人民医院看望慰问帮扶医疗队员，感谢他们为当地群众健康作出的贡献，并鼓励大家继续发扬奉献精神。";
  const right =
    "白石市有关部门负责人介绍了园区共建的做法，双方表示将进一步完善工作机制，推动协作项目早日建成见效，同时围绕劳务协作、消费协作和人才交流等方面列出清单，逐项明确责任单位和完成时限，确保各项任务落到实处。";
  const pages = [
    [
      { text: "两地携手再谱山海情深新篇章的生动实践", x: 140, y: 780, size: 18 },
      ...set(left, 60, 700, 18),
      ...set(right, 320, 700, 18),
    ],
  ];
  assert.equal(read(trialPdf({ pages })).raw, `两地携手再谱山海情深新篇章的生动实践\n${left}\n${right}`);
});

test("rows of a table keep their cells; spread letters and gaps beside figures are no spaces", () => {
  const row = (y: number, ...cells: readonly string[]): TrialText[] =>
    cells.map((text, at) => ({ text, x: 90 + at * 150, y }));
  const spread = [..."协作资金"].map((text, at) => ({ text, x: 90 + at * 14, y: 600 }));
  const pages = [
    [
      ...row(700, "项目", "资金", "备注"),
      ...row(680, "茶厂", "200万元", "已到位"),
      ...spread,
      { text: "共", x: 90, y: 560 },
      { text: "300", x: 104, y: 560 },
      { text: "万元", x: 124, y: 560 },
    ],
  ];
  assert.deepEqual(read(trialPdf({ pages })).raw.split("\n"), [
    "项目\t资金\t备注",
    "茶厂\t200万元\t已到位",
    "协作资金",
    "共300万元",
  ]);
});

test("what cannot be read is named with what to do", () => {
  assert.deepEqual(codes(trialPdf({ pages: [[], []], picture: true })), ["reader/scanned"]);
  assert.deepEqual(codes(trialPdf({ pages: [[]] })), ["reader/empty"]);
  assert.deepEqual(codes(new TextEncoder().encode("%PDF-1.4 and nothing else")), ["reader/damaged"]);
  const unknown = codes(trialPdf({ pages: [set(long, 90, 700, 34)], font: "none" }));
  assert.ok(unknown.includes("reader/incomplete"), "codes that nothing explains are no text");
});

test("a file cut off anywhere gives what is there or says what is wrong", () => {
  const whole = trialPdf({ pages: [set(long, 90, 700, 34), set(long, 90, 700, 34)] });
  for (let length = 8; length < whole.length; length += 97) {
    const { raw, extraction } = read(whole.subarray(0, length));
    assert.ok(raw.length > 0 || extraction.issues.length > 0, `${length} bytes`);
  }
});

test("a file that was mended at its end is read as it is now", () => {
  const first = trialPdf({ pages: [[{ text: "原定五月考察。", x: 90, y: 700 }]] });
  const second = Buffer.from(trialPdf({ pages: [[{ text: "改为六月考察。", x: 90, y: 700 }]] })).toString("latin1");
  const changed = Buffer.from(second.slice(second.indexOf("3 0 obj")), "latin1");
  assert.equal(read(Buffer.concat([first, changed])).raw, "改为六月考察。");
});
