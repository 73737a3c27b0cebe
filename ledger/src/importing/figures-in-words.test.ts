import assert from "node:assert/strict";
import { test } from "node:test";
import { readSheets, sheetForms } from "@shanhai/model";
import { bookOf } from "../workbook/packed-book.js";
import { figuresInWords } from "./figures-in-words.js";

/** Under 单位：万元, in 分: what has a unit of its own keeps it, what has none takes the caption's. */
const amounts: readonly (readonly [cell: string, fen: string | null])[] = [
  ["三万元", "3000000"],
  ["4千", "400000"],
  ["3.5万", "3500000"],
  ["1.2亿", "12000000000"],
  ["叁万伍仟元整", "3500000"],
  ["3万5千元", "3500000"],
  ["三万五", "3500000"],
  ["人民币三万元（含税）", "3000000"],
  ["2个亿", "20000000000"],
  ["三四万元", "3000000"],
  ["三十", "30000000"],
  ["三千二百", "3200000000"],
  ["三万元+电脑10台", "3000000"],
  ["几十万元", null],
  ["三万美元", null],
  ["三人", null],
  ["待定", null],
];

test("amounts and counts told in words are read, with the caption's unit where they have none, and it is said", () => {
  const text = (value: string) => ({ kind: "text" as const, text: value });
  const lines = amounts.map(([cell], at) => [text(String(at + 1)), text(`项目${at}`), text(cell), text("三十二人")]);
  const rows = [
    [text("2023年项目台账"), undefined, undefined, text("单位：万元")],
    ["序号", "项目名称", "总投资", "受益人数"].map(text),
    ...lines,
  ];
  const frame = { hidden: false, merges: [], hiddenRows: [], filteredRows: false, hiddenColumns: [], pictures: [] };
  const packed = rows.map((cells, at) => [at, cells] as const);
  const book = bookOf(
    { format: "xlsx", issues: [], sheets: [{ name: "表", ...frame, rows: packed }] },
    "项目.xlsx",
    "",
  );
  const [sheet] = readSheets(book.sheets, sheetForms, { words: figuresInWords });
  const read = sheet?.parts[0]?.read?.rows ?? [];
  assert.deepEqual(
    read.map(({ cells }) => [cells.get("total")?.printed, cells.get("total")?.value ?? null]),
    amounts,
  );
  assert.equal(read[0]?.cells.get("people")?.value, "32");
  const said = sheet?.findings.filter(({ code, place }) => code === "value/in-words" && place?.column === 2) ?? [];
  assert.match(said[1]?.zh ?? "", /“总投资”写的“4千”读作 4,000元/u);
  assert.match(said.find(({ zh }) => zh.includes("三十"))?.zh ?? "", /读作 30\.00万元/u);
  const [plain] = readSheets(book.sheets, sheetForms);
  assert.equal(plain?.parts[0]?.read?.rows[0]?.cells.get("total")?.value, null);
});
