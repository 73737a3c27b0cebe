import assert from "node:assert/strict";
import { test } from "node:test";
import { write as writeLegacy } from "@e965/xlsx";
import { LedgerError } from "../error-codes.js";
import type { Cell } from "./book.js";
import { bookOf } from "./packed-book.js";
import { packedCells } from "./packed-cells.js";
import { readBook } from "./read-book.js";
import { readBytes } from "./read-bytes.js";
import { streamRows } from "./stream-rows.js";
import { trialPackage, trialWorkbook } from "./trial-package.js";
import { bookLimits } from "./workbook-limits.js";
import { writeBook } from "./write-book.js";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = async (bytes: Uint8Array, name = "台账.xlsx") => bookOf((await readBytes(bytes, name)).book, name, "");

async function cellsOf(rows: string, parts: { readonly [name: string]: string } = {}, workbook = "") {
  const sheet = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  const book = await read(await trialWorkbook(sheet, parts, workbook));
  return { book, cell: (row: number, column: number): Cell | null => book.sheets[0]?.cell(row, column) ?? null };
}

async function refused(code: string, work: Promise<unknown>): Promise<LedgerError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof LedgerError, `not refused: ${String(error)}`);
  assert.equal(error.code, code);
  return error;
}

test("cells of every kind, as other programs write them", async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="176" formatCode="0.00&quot;万元&quot;"/></numFmts>
    <fonts><font/><font><strike/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="176" fillId="1"/><xf fontId="1" fillId="2"/><xf fillId="3"/><xf fillId="4"/><xf numFmtId="57"/></cellXfs></styleSheet>`;
  const strings = `<sst><si><t xml:space="preserve"> 红星村 </t></si><si><r><t>主体</t></r><r><rPr><b/></rPr><t>完工</t></r><rPh><t>zhuti</t></rPh></si><si/>
    <si><r><rPr><strike/></rPr><t>作废</t></r></si><si><t>a&amp;b&#10;&#x4e07;_x000D_</t></si></sst>`;
  const theme = '<a:clrScheme xmlns:a="a"><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>';
  const { book, cell } = await cellsOf(
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c><c r="F1" t="s"><v>99</v></c></row>
     <row r="3" hidden="1"><c r="B3" s="1"><v>45250</v></c><c r='C3' s='2'><v>2500.5900000000001</v></c><c r="D3" t="str"><f>A1&amp;"x"</f><v>红星村x</v></c><c r="E3" t="b"><v>1</v></c>
       <c r="F3" t="e"><v>#N/A</v></c><c r="G3" t="e"><f>D9/0</f><v>#DIV/0!</v></c><c r="H3"><f>SUM(A1:A2)</f></c><c r="I3"><v>5.20E+17</v></c></row>
     <row><c t="inlineStr"><is><t>没有</t><rPh sb="0"><t>mei</t></rPh><t>位置</t></is></c><c s="3"><v>1</v></c><c s="4"><v>1</v></c><c s="5"><v>1</v></c><c s="6"><v>45017</v></c></row>
     <row r="6" spans="1:2"/><row r="7"><c r="A7"/><c r="B7" s="2"/><c r="C7" t="d"><v>2023-04-05T00:00:00Z</v></c></row>`,
    { "xl/styles.xml": styles, "xl/sharedStrings.xml": strings, "xl/theme/theme1.xml": theme },
  );
  const expect: readonly (readonly [number, number, Cell | null])[] = [
    [0, 0, { kind: "text", text: " 红星村 " }],
    [0, 1, { kind: "text", text: "主体完工" }],
    [0, 2, null],
    [0, 3, { kind: "text", text: "作废", struck: true }],
    [0, 4, { kind: "text", text: "a&b\n万\r" }],
    [0, 5, null],
    [2, 1, { kind: "date", text: "2023年11月20日", number: 45250, raw: "45250", date: "2023-11-20" }],
    [2, 2, { kind: "number", text: "2500.59万元", number: 2500.59, raw: "2500.59", fill: "FF0000" }],
    [2, 3, { kind: "text", text: "红星村x", formula: 'A1&"x"' }],
    [2, 4, { kind: "flag", text: "TRUE" }],
    [2, 5, { kind: "error", text: "#N/A" }],
    [2, 6, { kind: "formula-error", text: "#DIV/0!", formula: "D9/0" }],
    [2, 7, { kind: "formula-error", text: "", formula: "SUM(A1:A2)" }],
    [2, 8, { kind: "number", text: "5.2E+17", number: 5.2e17, raw: "520000000000000000" }],
    [3, 0, { kind: "text", text: "没有位置" }],
    [3, 1, { kind: "number", text: "1", number: 1, raw: "1", fill: "8FAADC", struck: true }],
    [3, 2, { kind: "number", text: "1", number: 1, raw: "1", fill: "FFFF00" }],
    [3, 3, { kind: "number", text: "1", number: 1, raw: "1" }],
    [3, 4, { kind: "date", text: "2023年4月", number: 45017, raw: "45017", date: "2023-04" }],
    [6, 0, null],
    [6, 2, { kind: "date", text: "2023-04-05", date: "2023-04-05" }],
  ];
  for (const [row, column, wanted] of expect)
    assert.deepEqual(cell(row, column), wanted, `row ${row} column ${column}`);
  const sheet = book.sheets[0];
  assert.deepEqual([sheet?.rows, sheet?.columns, [...(sheet?.hiddenRows ?? [])]], [7, 9, [2]]);
  assert.deepEqual(
    book.issues.map(({ code, place }) => [code, place]),
    [
      ["formula_uncalculated", "2023年!H3"],
      ["number_precision", "2023年!I3"],
    ],
  );
});

test("prefixed names, shared formulas, the count of 1904, pictures in cells", async () => {
  const prefixed = `<x:worksheet xmlns:x="m"><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData>
    <x:autoFilter ref="A1:C9"><x:filterColumn colId="0"/></x:autoFilter><x:mergeCells><x:mergeCell ref="J8:J10"/></x:mergeCells></x:worksheet>`;
  const sheet = (await read(await trialWorkbook(prefixed))).sheets[0];
  assert.equal(sheet?.cell(0, 0)?.raw, "7");
  assert.deepEqual(sheet?.merges, [{ top: 7, left: 9, bottom: 9, right: 9 }]);
  assert.deepEqual([[...(sheet?.hiddenColumns ?? [])], sheet?.filteredRows], [[1, 2], true]);

  const { book, cell } = await cellsOf(
    `<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+$C$1+'张 A1'!D1&amp;"A1"</f><v>1</v></c><c r="B1" s="1"><v>43788</v></c></row>
     <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="C2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c><c r="D2" t="e" vm="1"><v>#VALUE!</v></c></row>`,
    { "xl/styles.xml": '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>' },
    '<workbookPr date1904="1"/>',
  );
  assert.equal(cell(1, 0)?.formula, `B2+$C$1+'张 A1'!D2&"A1"`);
  assert.equal(cell(0, 1)?.date, "2023-11-20");
  assert.equal(cell(1, 2), null);
  assert.deepEqual(book.sheets[0]?.pictures, [
    { row: 1, column: 2 },
    { row: 1, column: 3 },
  ]);
});

test("comments, threads, pictures on the sheet", async () => {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const { book, cell } = await cellsOf('<row r="1"><c r="A1"><v>1</v></c></row>', {
    "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="a" Type="${type}/comments" Target="../comments1.xml"/><Relationship Id="b" Type="${type}/drawing" Target="../drawings/drawing1.xml"/><Relationship Id="c" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../t1.xml"/></Relationships>`,
    "xl/comments1.xml":
      '<comments><authors><author>李示例</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>李示例:</t></r><r><t>\n发票未到</t></r></text></comment><comment ref="C2" authorId="0"><text><t>旧</t></text></comment></commentList></comments>',
    "xl/t1.xml":
      '<ThreadedComments><threadedComment ref="C2"><text>待核</text></threadedComment><threadedComment ref="C2"><text>已核</text></threadedComment></ThreadedComments>',
    "xl/drawings/drawing1.xml":
      "<wsDr><twoCellAnchor><from><col>17</col><colOff>0</colOff><row>7</row></from><to><col>18</col><row>9</row></to><pic/></twoCellAnchor><oneCellAnchor><from><col>1</col><row>1</row></from><sp/></oneCellAnchor></wsDr>",
  });
  assert.equal(cell(0, 0)?.comment, "发票未到");
  assert.deepEqual(cell(1, 2), { kind: "text", text: "", comment: "待核\n已核" });
  assert.deepEqual(book.sheets[0]?.pictures, [{ row: 7, column: 17 }]);
});

test("text tables in UTF-8 and GB18030, numbers told from what only looks like them", async () => {
  const gbk = Uint8Array.from([
    0xbd, 0xf0, 0xb6, 0xee, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0x31, 0x32, 0x2e, 0x35, 0x2c, 0xd2, 0xd1, 0xb5,
    0xbd, 0xd5, 0xcb,
  ]);
  const book = await read(gbk, "导出.csv");
  assert.deepEqual([book.format, book.sheets[0]?.name], ["csv", "导出"]);
  assert.deepEqual(book.sheets[0]?.cell(0, 0), { kind: "text", text: "金额" });
  assert.deepEqual(book.sheets[0]?.cell(1, 0), { kind: "number", text: "12.5", number: 12.5, raw: "12.5" });
  assert.deepEqual(
    book.issues.map(({ code }) => code),
    ["encoding_guessed"],
  );
  const text =
    '\ufeff发票,"单位\n（含""引号""）",编号\r\n00382915,"a,b",="00123"\r\n980101198503150015,,1200\r\n未闭合,"甲,2';
  const sheet = (await read(bytesOf(text), "a.csv")).sheets[0];
  const row = (at: number) => [0, 1, 2].map((column) => sheet?.cell(at, column)?.text ?? null);
  assert.deepEqual([0, 1, 2, 3].map(row), [
    ["发票", '单位\n（含"引号"）', "编号"],
    ["00382915", "a,b", "00123"],
    ["980101198503150015", null, "1200"],
    ["未闭合", '"甲', "2"],
  ]);
  assert.equal(sheet?.cell(2, 2)?.kind, "number");
  assert.equal(sheet?.cell(1, 0)?.kind, "text");
});

test("old .xls, and what is only called so: hidden sheets, dates, errors, formulas; tables in HTML and XML of 2003", async () => {
  const bytes: Uint8Array = new Uint8Array(
    writeLegacy(
      {
        SheetNames: ["2023年", "Sheet3"],
        Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] },
        Sheets: {
          "2023年": {
            "!ref": "A1:D3",
            "!merges": [{ s: { r: 0, c: 0 }, e: { r: 0, c: 3 } }],
            A1: { t: "s", v: "石坎县2023年台账" },
            A2: { t: "n", v: 45250, z: "yyyy/m/d" },
            B2: { t: "n", v: 2500.59, z: "#,##0.00" },
            C2: { t: "n", v: 3 },
            D2: { t: "b", v: true },
            A3: { t: "s", v: "1,186,000元" },
            B3: { t: "e", v: 7 },
          },
          Sheet3: { "!ref": "A1", A1: { t: "s", v: "2022版" } },
        },
      },
      { type: "array", bookType: "biff8" },
    ) as ArrayBuffer,
  );
  const book = await readBook(bytes, "石坎县台账最终版2.xls");
  const [sheet, hidden] = book.sheets;
  assert.deepEqual([book.format, sheet?.hidden, hidden?.hidden], ["xls", false, true]);
  assert.equal(sheet?.cell(0, 0)?.text, "石坎县2023年台账");
  assert.deepEqual(sheet?.cell(1, 0), {
    kind: "date",
    text: "2023/11/20",
    number: 45250,
    raw: "45250",
    date: "2023-11-20",
  });
  assert.deepEqual(sheet?.cell(1, 1), { kind: "number", text: "2,500.59", number: 2500.59, raw: "2500.59" });
  assert.deepEqual(sheet?.cell(2, 1), { kind: "error", text: "#DIV/0!" });
  assert.deepEqual(sheet?.merges, [{ top: 0, left: 0, bottom: 0, right: 3 }]);
  assert.equal((await read(bytes, "台账.et")).format, "et");

  const html = bytesOf(
    "<html><meta charset=utf-8><table><tr><td colspan=2>汇总</td></tr><tr><td>00382915</td><td>1,200</td></tr></table></html>",
  );
  const exported = (await read(html, "导出.xls")).sheets[0];
  assert.deepEqual([exported?.cell(1, 0)?.text, exported?.cell(1, 1)?.text], ["00382915", "1,200"]);
  const xml = bytesOf(
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="项目"><Table><Row><Cell><Data ss:Type="String">红星村</Data></Cell></Row></Table></Worksheet></Workbook>',
  );
  const old = (await read(xml, "项目.xls")).sheets[0];
  assert.deepEqual([old?.name, old?.cell(0, 0)?.text], ["项目", "红星村"]);
});

test("what cannot be read says what it is and what to do", async () => {
  await refused("WORKBOOK_EMPTY", read(new Uint8Array()));
  await refused("WORKBOOK_FORMAT", read(bytesOf("%PDF-1.7 …")));
  await refused("WORKBOOK_FORMAT", read(await trialPackage({ "word/document.xml": "<w/>" })));
  await refused("WORKBOOK_FORMAT", read(await trialPackage({ "xl/workbook.bin": "" })));
  await refused("WORKBOOK_FORMAT", read(await trialPackage({ "a.txt": "" })));
  const good = await writeBook({ sheets: [{ name: "表", rows: [{ cells: [{ value: "甲".repeat(400) }] }] }] });
  await refused("WORKBOOK_DAMAGED", read(good.slice(0, good.length - 60)));
  const bent = Uint8Array.from(good);
  const at = Buffer.from(good).indexOf("xl/worksheets/sheet1.xml") + 40;
  bent.fill(0x55, at, at + 60);
  await refused("WORKBOOK_DAMAGED", read(bent));
  const locked = Uint8Array.from(good);
  const view = Buffer.from(locked.buffer);
  for (let place = view.indexOf("PK\u0001\u0002"); place >= 0; place = view.indexOf("PK\u0001\u0002", place + 4))
    view[place + 8] = 9;
  await refused("WORKBOOK_ENCRYPTED", read(locked));
});

test("a sheet with a password and a formula into another computer's file are read as they were saved, and told", async () => {
  const sheet =
    '<worksheet><sheetProtection password="CC1A" sheet="1" objects="1"/><sheetData><row r="1"><c r="A1"><f>[1]台账!$B$4*2</f><v>960</v></c><c r="B1"><f>[1]台账!$B$5</f></c></row></sheetData></worksheet>';
  const book = await read(
    await trialWorkbook(sheet, {
      "xl/_rels/workbook.xml.rels":
        '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="t/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
      "xl/externalLinks/externalLink1.xml": "<externalLink/>",
    }),
  );
  const [first, second] = [book.sheets[0]?.cell(0, 0), book.sheets[0]?.cell(0, 1)];
  assert.deepEqual([first?.raw, first?.formula, second?.kind], ["960", "[1]台账!$B$4*2", "formula-error"]);
  assert.deepEqual(book.issues.map(({ code }) => code).sort(), ["external_links", "formula_uncalculated"]);
});

test("what unpacks to more than it may is stopped, whatever its directory says", async () => {
  const bomb = await trialWorkbook(
    `<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>${"一".repeat(400_000)}</t></is></c></row></sheetData></worksheet>`,
  );
  await refused("WORKBOOK_TOO_FULL", readBytes(bomb, "a.xlsx", { ...bookLimits, unpacked: 500_000 }));
  const many = await trialWorkbook(
    `<worksheet><sheetData>${"<row><c><v>1</v></c></row>".repeat(200)}</sheetData></worksheet>`,
  );
  await refused("WORKBOOK_TOO_FULL", readBytes(many, "a.xlsx", { ...bookLimits, cells: 100 }));
  await refused("WORKBOOK_TIMED_OUT", readBook(many, "a.xlsx", { ms: 1, memory: 512 }));
});

test("a workbook with a mark of secrecy is refused before a cell is seen; a column of levels is none", async () => {
  const book = (first: string, more: readonly string[] = []) =>
    writeBook({
      sheets: [{ name: "表", rows: [{ cells: [{ value: first }] }, { cells: more.map((value) => ({ value })) }] }],
    });
  for (const mark of ["秘密★1年", "机 密", "密级：绝密"]) {
    const bytes = await book(mark);
    assert.equal((await refused("DOCUMENT_SECRET", readBook(bytes, "台账.xlsx"))).zh.includes("台账"), false);
    await refused(
      "DOCUMENT_SECRET",
      (async () => {
        for await (const _ of streamRows(bytes, 0)) assert.fail("a row was given");
      })(),
    );
  }
  await refused("DOCUMENT_SECRET", readBook(await book("甲"), "秘密★台账.xlsx"));
  const listed = await book("函件台账", ["序号", "标题", "密级", "秘密"]);
  assert.equal((await readBook(listed, "函件.xlsx")).sheets[0]?.rows, 2);
});

test("how large a workbook is, its rows say and not its photographs; what cannot be opened counts whole", async () => {
  const sheet = "<worksheet><sheetData/></worksheet>";
  const random = Array.from({ length: 40_000 }, (_, at) => ((at * 2_654_435_761) >>> 5).toString(36)).join("");
  const photo = { "xl/media/image1.jpg": random };
  const [bare, withPhoto] = [await trialWorkbook(sheet), await trialWorkbook(sheet, photo)];
  assert.ok(withPhoto.length > 100_000, `${withPhoto.length}`);
  assert.equal(await packedCells(withPhoto), await packedCells(bare));
  const rows = await trialWorkbook(sheet, { "xl/sharedStrings.xml": random });
  assert.ok((await packedCells(rows)) > 100_000);
  assert.equal(await packedCells(withPhoto.subarray(0, 90_000)), 90_000);
});
