import assert from "node:assert/strict";
import { test } from "node:test";
import { bookOf } from "../workbook/packed-book.js";
import { readBytes } from "../workbook/read-bytes.js";
import { trialWorkbook } from "../workbook/trial-package.js";
import { fillCells, recalculated } from "./fill-cells.js";
import { fillPackage } from "./fill-package.js";
import { templateFingerprint } from "./templates.js";

const sheet = (rows: string) =>
  `<worksheet><cols><col min="1" max="1" width="31.5" customWidth="1"/></cols><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;
const values = (pairs: { readonly [cell: string]: string }) => new Map(Object.entries(pairs));

test("only the cells that are filled change; styles stay, formulas are left alone", () => {
  const cases: readonly (readonly [was: string, fill: { readonly [cell: string]: string }, now: string])[] = [
    [
      '<row r="3" ht="20"><c r="B3" s="7"/><c r="C3" s="8"><v>1</v></c></row>',
      { B3: "93" },
      '<row r="3" ht="20"><c r="B3" s="7"><v>93</v></c><c r="C3" s="8"><v>1</v></c></row>',
    ],
    [
      '<row r="3"><c r="B3" s="7" t="s"><v>4</v></c></row>',
      { B3: "0.5" },
      '<row r="3"><c r="B3" s="7"><v>0.5</v></c></row>',
    ],
    [
      '<row r="3"><c r="B3" t="inlineStr" s="1"><is><t>旧</t></is></c></row>',
      { B3: "2" },
      '<row r="3"><c r="B3" s="1"><v>2</v></c></row>',
    ],
    [
      '<row r="3"><c r="B3"><f>A3*2</f><v>4</v></c></row>',
      { B3: "9" },
      '<row r="3"><c r="B3"><f>A3*2</f><v>4</v></c></row>',
    ],
    [
      '<row r="3"><c r="A3"/><c r="D3"/></row>',
      { C3: "5", E3: "6" },
      '<row r="3"><c r="A3"/><c r="C3"><v>5</v></c><c r="D3"/><c r="E3"><v>6</v></c></row>',
    ],
    [
      '<row r="5"><c r="A5"/></row>',
      { A4: "1", A9: "2" },
      '<row r="4"><c r="A4"><v>1</v></c></row><row r="5"><c r="A5"/></row><row r="9"><c r="A9"><v>2</v></c></row>',
    ],
    ['<row r="2"/>\n<row r="3"/>', { B3: "1" }, '<row r="2"/>\n<row r="3"><c r="B3"><v>1</v></c></row>'],
    ["<row><c><v>1</v></c><c s='2'/></row>", { B1: "7" }, "<row><c><v>1</v></c><c s='2'><v>7</v></c></row>"],
  ];
  for (const [was, fill, now] of cases) assert.equal(fillCells(sheet(was), values(fill)).xml, sheet(now));
  assert.deepEqual(
    fillCells(sheet('<row r="3"><c r="B3"><f>A3</f></c><c r="C3"/></row>'), values({ B3: "1", C3: "2" })).filled,
    ["C3"],
  );
  const prefixed =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  assert.match(fillCells(prefixed, values({ A1: "8" })).xml, /<x:c r="A1"><x:v>8<\/x:v><\/x:c>/);
});

test("the workbook is asked to calculate anew, where that belongs", () => {
  assert.equal(
    recalculated("<workbook><sheets/><calcPr calcId='1'/></workbook>"),
    `<workbook><sheets/><calcPr calcId='1' fullCalcOnLoad="1"/></workbook>`,
  );
  assert.equal(
    recalculated("<workbook><sheets></sheets><definedNames></definedNames><extLst/></workbook>"),
    '<workbook><sheets></sheets><definedNames></definedNames><calcPr fullCalcOnLoad="1"/><extLst/></workbook>',
  );
});

test("a filled package keeps merges, widths, formulas, other parts; its next month's copy is known again", async () => {
  const rows = (month: number, value: string) =>
    `<row r="1"><c r="A1" t="inlineStr"><is><t>2023年${month}月情况表</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>填报单位：${value}</t></is></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>就业人数</t></is></c><c r="B3"/><c r="C3"><f>B3/90</f><v>0</v></c></row>`;
  const november = await trialWorkbook(sheet(rows(11, "甲")), {
    "xl/media/image1.png": "\u0089PNG",
    "docProps/app.xml": "<a/>",
  });
  const { bytes, filled } = await fillPackage(november, new Map([["2023年", values({ B3: "93", C3: "1" })]]));
  assert.deepEqual([...filled], [["2023年", ["B3"]]]);
  const [was, now] = await Promise.all(
    [november, bytes].map(async (one) => bookOf((await readBytes(one, "a.xlsx")).book, "a.xlsx", "")),
  );
  assert.equal(now?.sheets[0]?.cell(2, 1)?.raw, "93");
  assert.equal(now?.sheets[0]?.cell(2, 2)?.formula, "B3/90");
  assert.deepEqual(now?.sheets[0]?.merges, was?.sheets[0]?.merges);
  assert.ok(Buffer.from(bytes).includes("xl/media/image1.png"));
  const other = await readBytes(await trialWorkbook(sheet(rows(12, "乙"))), "b.xlsx");
  assert.ok(was !== undefined && now !== undefined);
  assert.equal(templateFingerprint(now), templateFingerprint(was), "filled in or not");
  assert.equal(
    templateFingerprint(bookOf(other.book, "b.xlsx", "")),
    templateFingerprint(was),
    "next month, by another",
  );
  const changed = await readBytes(await trialWorkbook(sheet(rows(11, "甲").replace("就业人数", "脱贫人数"))), "c.xlsx");
  assert.notEqual(templateFingerprint(bookOf(changed.book, "c.xlsx", "")), templateFingerprint(was));
});
