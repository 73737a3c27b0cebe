import assert from "node:assert/strict";
import { test } from "node:test";
import { type CellEdit, editCells, recalculated } from "./edit-cells.js";
import { editPackage, MARK_RED } from "./edit-package.js";
import { bookOf } from "./packed-book.js";
import { readBytes } from "./read-bytes.js";
import { bookLimits } from "./workbook-limits.js";
import { writeBook } from "./write-book.js";
import { ZipParts } from "./zip-parts.js";

const bookIn = async (bytes: Uint8Array) => bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "");

const sheet = (rows: string) =>
  `<worksheet><cols><col min="1" max="1" width="31.5" customWidth="1"/></cols><sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;
const values = (pairs: { readonly [cell: string]: string }) =>
  new Map(Object.entries(pairs).map(([cell, decimal]) => [cell, { fill: { decimal } }]));
const parts = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zip = await ZipParts.open(bytes, bookLimits);
  return new Map(await Promise.all(zip.names.map(async (name) => [name, (await zip.text(name)) ?? ""] as const)));
};

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
  const bare = '<worksheet><sheetData/><pageMargins left="1"/></worksheet>';
  assert.match(
    editCells(bare, values({ B2: "1" })).xml,
    /<sheetData><row r="2"><c r="B2"><v>1<\/v><\/c><\/row><\/sheetData><page/,
  );
  const several = editCells(
    sheet(
      '<row r="3"><c r="A3" s="5"><v>1</v></c><c r="B3" s="6"/><c r="C3" s="7"/><c r="D3" t="s"><v>2</v></c></row>',
    ),
    new Map<string, CellEdit>([
      ["A3", { fill: { day: "2023-11-20" } }],
      ["B3", { fill: { day: "2023-11-20" } }],
      ["C3", { fill: { text: "王&李 " }, style: (was) => was + 10 }],
      ["D3", { fill: { empty: true } }],
    ]),
    (style) => style === 5,
  ).xml;
  const text = (words: string) => `t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
  assert.ok(several.includes(`<c r="A3" s="5"><v>45250</v></c><c r="B3" s="6" ${text("2023-11-20")}`));
  assert.ok(several.includes(`<c r="C3" s="17" ${text("王&amp;李 ")}<c r="D3"/>`));
  for (const [was, fill, now] of cases) assert.equal(editCells(sheet(was), values(fill)).xml, sheet(now));
  assert.deepEqual(
    editCells(sheet('<row r="3"><c r="B3"><f>A3</f></c><c r="C3"/></row>'), values({ B3: "1", C3: "2" })).filled,
    ["C3"],
  );
  const prefixed =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  assert.match(editCells(prefixed, values({ A1: "8" })).xml, /<x:c r="A1"><x:v>8<\/x:v><\/x:c>/);
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

test("marked cells get red and a comment, what the unit made of the rest stays; put right, the red goes", async () => {
  const open = { border: true, fill: "FFFFE0", unlocked: true };
  const was = await writeBook({
    sheets: [
      {
        name: "填报表",
        locked: true,
        rows: [
          { cells: [{ value: "脱贫" }, { value: { decimal: "10" }, style: open, comment: "县局自注" }] },
          { cells: [{ value: "其中" }, { value: { decimal: "12" }, style: { ...open, format: "0.00" } }] },
        ],
      },
      { name: "另一张", rows: [{ cells: [{ value: "甲" }] }] },
    ],
  });
  const marked = await editPackage(
    was,
    new Map([
      [
        "填报表",
        {
          marks: new Map([
            ["B1", "总数小了"],
            ["B2", "12 大于 10"],
          ]),
          open: "FFFFE0",
        },
      ],
    ]),
  );
  const at = async (bytes: Uint8Array, row: number) => (await bookIn(bytes)).sheets[0]?.cell(row, 1);
  const [b1, b2] = [await at(marked.bytes, 0), await at(marked.bytes, 1)];
  assert.deepEqual([b1?.fill, b2?.fill, b2?.text, b2?.comment], [MARK_RED, MARK_RED, "12.00", "12 大于 10"]);
  assert.match(b1?.comment ?? "", /^总数小了\n.*县局自注$/u);
  const [before, after] = [await parts(was), await parts(marked.bytes)];
  for (const [name, xml] of before)
    if (!/styles|sheet1\.xml$|comments|vml|workbook\.xml$|content_types|sheet1\.xml\.rels/.test(name))
      assert.equal(after.get(name), xml, name);
  assert.equal(
    [...(after.get("xl/styles.xml") ?? "").matchAll(/locked="0"/g)].length,
    4,
    "the copies are as open as the cells were",
  );
  const again = await editPackage(
    marked.bytes,
    new Map([["填报表", { marks: new Map([["B2", "还是 12"]]), open: "FFFFE0" }]]),
  );
  const [first, second] = [await at(again.bytes, 0), await at(again.bytes, 1)];
  assert.deepEqual(
    [first?.fill, first?.comment, second?.comment, second?.fill],
    ["FFFFE0", "县局自注", "还是 12", MARK_RED],
  );
  const bare = await writeBook({ sheets: [{ name: "表", rows: [{ cells: [{ value: "1" }] }] }] });
  const noted = await editPackage(bare, new Map([["表", { marks: new Map([["C7", "漏填"]]) }]]));
  const cell = (await bookIn(noted.bytes)).sheets[0]?.cell(6, 2);
  assert.deepEqual([cell?.comment, cell?.text], ["漏填", ""]);
});
