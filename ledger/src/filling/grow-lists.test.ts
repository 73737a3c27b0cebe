import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import type { CellFill } from "../workbook/edit-cells.js";
import { editPackage } from "../workbook/edit-package.js";
import { insertPackageRows } from "../workbook/insert-package-rows.js";
import { readBook } from "../workbook/read-book.js";
import { moveFormula } from "../workbook/shift-rows.js";
import { writeBook } from "../workbook/write-book.js";
import { documentForm } from "./document-form.js";
import { readDocument } from "./document-text.js";
import { fillDocument } from "./fill-document.js";
import { grownForm } from "./grow-lists.js";
import { repeatTableRows } from "./repeat-table-rows.js";

test("formulas move as a program moves them; a range that ends at the list takes in what is added to it", () => {
  const three = { after: 11, count: 3 };
  const cases: readonly (readonly [formula: string, own: boolean, moved: string])[] = [
    ["SUM(B10:B12)", true, "SUM(B10:B15)"],
    ["SUM(B$10:$B$11)+B13", true, "SUM(B$10:$B$11)+B16"],
    ["$B$13/D12", true, "$B$16/D12"],
    ['IF(B13>0,"B13","合计 B13")', true, 'IF(B16>0,"B13","合计 B13")'],
    ["SUM(10:12)+SUM(B:B)", true, "SUM(10:15)+SUM(B:B)"],
    ["附件3!B13+B13", false, "附件3!B16+B13"],
    ["'附件3'!$B$10:$B$12", false, "'附件3'!$B$10:$B$15"],
    ["'附件30'!B13+[1]附件3!B13", false, "'附件30'!B13+[1]附件3!B13"],
    ["LOG10(B13)+A1B2_13", true, "LOG10(B16)+A1B2_13"],
    ["'A13 的表'!B13", true, "'A13 的表'!B13"],
  ];
  for (const [formula, own, moved] of cases) assert.equal(moveFormula(formula, own, "附件3", three), moved, formula);
});

const border = { border: true } as const;
/** Two lines for a list, a label beside them, a running number, a formula a line; 合计 and another sheet look at it. */
const form = () =>
  writeBook({
    sheets: [
      {
        name: "附件3",
        merges: [
          { top: 0, left: 0, bottom: 0, right: 5 },
          { top: 3, left: 0, bottom: 4, right: 0 },
          { top: 3, left: 2, bottom: 3, right: 3 },
          { top: 4, left: 2, bottom: 4, right: 3 },
          { top: 7, left: 0, bottom: 7, right: 5 },
        ],
        page: { area: { top: 0, left: 0, bottom: 7, right: 5 } },
        choices: [{ range: { top: 3, left: 5, bottom: 4, right: 5 }, values: ["是", "否"] }],
        rows: [
          { height: 30, cells: [{ value: "东西部协作项目情况表" }] },
          { cells: [{ value: "累计（人）" }, { style: border }] },
          { cells: ["类别", "序号", "项目", "", "总投资", "折合", "是否开工"].map((value) => ({ value })) },
          ...[1, 2].map((number) => ({
            height: 26,
            cells: [
              { value: number === 1 ? "产业" : "", style: border },
              { value: { decimal: String(number) }, style: border },
              { style: border },
              { style: border },
              { style: { ...border, format: "#,##0.00" } },
              { formula: `E${number + 3}/$E$6`, value: { decimal: "0" }, style: { format: "0.00%" } },
            ],
          })),
          { cells: [{ value: "合计" }, null, null, null, { formula: "SUM(E4:E5)", value: { decimal: "0" } }] },
          { cells: [{ value: "就业（人）" }, { style: border }] },
          { cells: [{ value: "填表人：", comment: "签字" }] },
        ],
      },
      {
        name: "汇总",
        rows: [{ cells: [{ formula: "附件3!E6*2", value: { decimal: "0" } }] }],
      },
    ],
  });

test("a list longer than its places gets rows: formats, merges, running numbers go on, what is below moves with its formulas", async () => {
  const blank = await form();
  const sheets = (await readBook(blank, "a.xlsx")).sheets.map(({ name, merges }) => ({ name, merges, cells: [] }));
  const list = (column: string) => ({ sheet: "附件3", places: [`${column}4`, `${column}5`], rows: 5 });
  const grown = grownForm(sheets, [list("C"), list("E")]);
  assert.deepEqual([grown.inserted, grown.place("附件3", "B7"), grown.place("附件3", "B2")], [3, "B10", "B2"]);
  assert.deepEqual(grown.placesOf(list("C")), ["C4", "C5", "C6", "C7", "C8"]);
  const other = { sheet: "附件3", places: ["F4", "F5", "F6"], rows: 3 };
  assert.equal(grownForm(sheets, [list("C"), other]).inserted, 0, "a list beside it would be parted");

  const roomy = await insertPackageRows(blank, grown.blocks);
  const fills = new Map<string, CellFill>(
    grown.placesOf(list("E")).map((cell, at) => [cell, { decimal: String((at + 1) * 10) }]),
  );
  fills.set("C8", { text: "冷链仓库" }).set(grown.place("附件3", "B7"), { decimal: "93" });
  const { bytes } = await editPackage(roomy, new Map([["附件3", { fills }]]));
  const book = await readBook(bytes, "a.xlsx");
  const [sheet, summary] = book.sheets;
  const row = (at: number) => Array.from({ length: 6 }, (_, column) => sheet?.cell(at, column)?.text ?? null);
  assert.deepEqual(
    [3, 4, 5, 6, 7].map((at) => sheet?.cell(at, 1)?.raw),
    ["1", "2", "3", "4", "5"],
  );
  assert.deepEqual([row(7)[2], row(7)[4], sheet?.cell(9, 1)?.raw], ["冷链仓库", "50.00", "93"]);
  assert.deepEqual(
    [5, 6, 7].map((at) => sheet?.cell(at, 5)?.formula),
    ["E6/$E$9", "E7/$E$9", "E8/$E$9"],
  );
  assert.deepEqual([sheet?.cell(8, 4)?.formula, summary?.cell(0, 0)?.formula], ["SUM(E4:E8)", "附件3!E9*2"]);
  assert.equal(sheet?.cell(10, 0)?.comment, "签字");
  assert.deepEqual(
    sheet?.merges.map(({ top, bottom, left, right }) => [top, bottom, left, right]),
    [
      [0, 0, 0, 5],
      [3, 7, 0, 0],
      [3, 3, 2, 3],
      [4, 4, 2, 3],
      [5, 5, 2, 3],
      [6, 6, 2, 3],
      [7, 7, 2, 3],
      [10, 10, 0, 5],
    ],
  );
  await inOffice(bytes);
});

const RECALCULATES = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item></oor:items>`;

/** LibreOffice, where it is on this machine, works the same numbers out. */
async function inOffice(bytes: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shanhai-office-"));
  try {
    await writeFile(join(folder, "a.xlsx"), bytes);
    // Of a profile of its own that works formulas out when a file is opened, whatever they came to before.
    await mkdir(join(folder, "profile", "user"), { recursive: true });
    await writeFile(join(folder, "profile", "user", "registrymodifications.xcu"), RECALCULATES);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const csv = "csv:Text - txt - csv (StarCalc):44,34,76,1";
    const run = promisify(execFile)(
      "soffice",
      [profile, "--headless", "--convert-to", csv, "--outdir", folder, "a.xlsx"],
      {
        cwd: folder,
        timeout: 60_000,
      },
    );
    const missing = await run.then(
      () => false,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
        return true;
      },
    );
    if (missing) {
      console.log("LibreOffice is absent: the grown form was opened with our reader only");
      return;
    }
    const lines = (await readFile(join(folder, "a.csv"), "utf8")).replaceAll('"', "").split(/\r?\n/);
    assert.match(lines[8] ?? "", /^合计,,,,150/u);
    assert.match(lines[7] ?? "", /,5,冷链仓库,,50\.00,33\.33%/u);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test("a document's table gets rows as well, and its pages' heads and feet are filled", () => {
  const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`;
  const cells = (...words: readonly string[]) =>
    `<w:tr w14:paraId="0A1B2C3D">${words.map((word) => `<w:tc><w:p>${word === "" ? "" : run(word)}</w:p></w:tc>`).join("")}</w:tr>`;
  const xml = `<w:document><w:body><w:tbl>${cells("项目", "总投资")}${cells("旧名", "12")}${cells("合计", "")}</w:tbl></w:body></w:document>`;
  const roomy = repeatTableRows(xml, new Map([["表1", [{ top: 1, after: 1, times: 2 }]]]));
  const [table] = documentForm(readDocument(roomy));
  assert.deepEqual(
    table?.cells.map((row) => row.map((cell) => cell?.text)),
    [
      ["项目", "总投资"],
      ["旧名", "12"],
      ["", ""],
      ["", ""],
      ["合计", ""],
    ],
  );
  assert.equal(roomy.split("paraId").length - 1, 3, "a mark stands once in a document");
  const filled = fillDocument(roomy, new Map([["表1", new Map([["A4", "冷链"]])]]));
  assert.match(filled.xml, /<w:rPr><w:b\/><\/w:rPr><w:t>冷链<\/w:t>/u);

  const head = `<w:hdr><w:p>${run("石坎县　　　2023年第____期")}</w:p></w:hdr>`;
  const [part] = documentForm(readDocument(head), "页眉1");
  assert.deepEqual([part?.name, part?.lines?.[0]?.filter(({ place }) => place !== undefined).length], ["页眉1", 3]);
  const words = fillDocument(head, new Map([["页眉1", new Map([["空3", "11"]])]]), "页眉1");
  assert.deepEqual(words.filled.get("页眉1"), ["空3"]);
  assert.match(words.xml.replace(/<[^>]*>/gu, ""), /第11　期/u, "the line keeps its width");
  assert.equal(fillDocument(head, new Map([["正文", new Map([["空3", "11"]])]]), "页眉1").xml, head);
});
