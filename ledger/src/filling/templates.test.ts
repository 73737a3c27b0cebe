import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { openReader } from "../open-ledger.js";
import { command, KEEPER } from "../trial/trial-cooperation.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { formValues, parties, row, SHIKAN_PAIR, targets, wan } from "../trial/trial-year.js";
import { readBook } from "../workbook/read-book.js";
import { trialPackage } from "../workbook/trial-package.js";
import { bookLimits } from "../workbook/workbook-limits.js";
import { writeBook } from "../workbook/write-book.js";
import { ZipParts } from "../workbook/zip-parts.js";
import type { BoundMeasure, CellBinding, LedgerBinding } from "./template-desk.js";
import { templateDesk } from "./templates.js";

/** Rows of 附件3: what a line is about, and the indicator behind it. */
const LINES = [
  ["帮助就业（人）", "E1"],
  ["其中脱贫人口（人）", "E1r"],
  ["财政援助资金（亿元）", "B1"],
  ["社会帮扶（万元）", "B5"],
  ["专业技术人才（人次）", "C3"],
] as const;
const MEASURES: readonly BoundMeasure[] = ["target", "this_month", "to_date"];

embeddedDatabase("模板填报", (trial) => {
  let desk: Desk;
  const border = { style: { border: true } };
  /** A province's form of a month: a merged title, five lines of figures with a rate that works itself out, a list below. */
  const form = (month: number) =>
    writeBook({
      sheets: [
        {
          name: "附件3",
          merges: [
            { top: 0, left: 0, bottom: 0, right: 4 },
            { top: 7, left: 0, bottom: 7, right: 4 },
            { top: 10, left: 1, bottom: 11, right: 1 },
          ],
          widths: [30, 12, 12, 12, 10.5],
          rows: [
            { height: 33, cells: [{ value: `2023年${month}月东西部协作情况表` }] },
            { cells: ["指标", "目标", "本月", "累计", "完成率"].map((value) => ({ value })) },
            ...LINES.map(([value], at) => ({
              cells: [
                { value },
                ...MEASURES.map(() => border),
                { formula: `D${at + 3}/B${at + 3}`, value: { decimal: "0" }, style: { format: "0.00%" } },
              ],
            })),
            { cells: [{ value: "重点项目" }] },
            { cells: ["项目名称", "总投资（万元）", "开工", "年度", "备注"].map((value) => ({ value })) },
            { cells: [border, border, { style: { format: "yyyy-mm-dd" } }, border, border] },
            { cells: [border, border, { style: { format: "yyyy-mm-dd" } }, border, border] },
            { cells: [border] },
            { cells: [{ value: "合计" }, { formula: "SUM(B10:B12)", value: { decimal: "0" } }] },
          ],
        },
        { name: "填表说明", rows: [{ cells: [{ value: "按月报送" }] }] },
      ],
    });
  const figures = LINES.flatMap(([words, indicator], line) =>
    MEASURES.map((measure, column): CellBinding => {
      const unit = indicator === "B1" ? "亿元" : words.includes("万元") ? "万元" : null;
      return { sheet: "附件3", cell: `${"BCD"[column]}${line + 3}`, indicator, measure, unit };
    }),
  );
  const list = (cell: string, field: string, more: Partial<LedgerBinding> = {}): LedgerBinding => ({
    ...{ sheet: "附件3", cell, record: "project", field, period: "year", filter: { kind: "industry" } },
    ...{ row: null, rows: 3, unit: null },
    ...more,
  });
  const projects = [
    list("A10", "name"),
    list("B10", "total", { unit: "万元" }),
    list("C10", "started"),
    list("E10", "name", { row: 2, rows: null }),
  ];
  const november = { scope: SHIKAN_PAIR, year: 2023, month: 11 };
  const refused = (code: string) => (error: unknown) => error instanceof LedgerError && error.code === code;
  const reader = openReader();
  let close: () => Promise<void>;

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = { ...made.desk, read: (source) => reader.read(source) };
    await desk.write(KEEPER, command([...parties]));
    const project = (name: string, total: string, values: object = {}) =>
      row("project", { name, total: wan(total), plan_year: "2023", kind: "industry", ...values });
    await desk.write(
      KEEPER,
      command([
        ...targets,
        ...formValues(10),
        ...formValues(11),
        project("辣椒加工厂二期", "1200", { started: "2023-04-10" }),
        project("蔬菜育苗基地", "450.5", { started: "2023-05" }),
        project("福泉村卫生服务站", "65", { kind: "village" }),
        project("去年的大棚", "80", { plan_year: "2022" }),
      ]),
    );
  });
  after(async () => {
    await reader.close();
    await close();
  });

  test("西4: fifteen cells and a list are bound once; formats, merges, formulas, widths stay; December is known", async () => {
    const door = templateDesk(desk);
    const blank = await form(11);
    const opened = await door.openTemplate(KEEPER, "附件3.xlsx", blank);
    assert.deepEqual([opened.bindings, opened.sheets[0]?.cells[2]?.[4]], [[], { text: "0.00%", formula: true }]);
    await assert.rejects(door.fillTemplate(KEEPER, "附件3.xlsx", blank, november), refused("TEMPLATE_UNBOUND"));
    const bindings = [...figures, ...projects];
    assert.equal(figures.length, 15);
    await door.bindTemplate(KEEPER, opened.fingerprint, bindings, randomUUID(), "附件3.xlsx");
    const filled = await door.fillTemplate(KEEPER, "附件3.xlsx", blank, november);
    assert.equal(filled.name, "附件3（2023年11月）.xlsx");
    // Of one line the ledger has nothing: said, not filled with 0. A month is words where the form wants a day.
    const sheet = (await readBook(filled.bytes, filled.name)).sheets[0];
    const was = (await readBook(blank, "附件3.xlsx")).sheets[0];
    const at = (line: number) => [1, 2, 3].map((column) => sheet?.cell(line, column)?.raw ?? null);
    assert.deepEqual(
      [at(2), at(3), at(4), at(6)],
      [
        ["90", "5", "93"],
        ["60", "2", "73"],
        ["0.25", "0", "0.25605"],
        ["20", "4", "29"],
      ],
    );
    const text = (line: number) => [0, 1, 2, 4].map((column) => sheet?.cell(line, column)?.text ?? null);
    const names = [text(9), text(10)].sort();
    assert.deepEqual(
      names,
      [
        ["蔬菜育苗基地", "450.5", "2023年5月", null],
        ["辣椒加工厂二期", "1200", "2023-04-10", "蔬菜育苗基地"],
      ].sort(),
    );
    assert.deepEqual(
      filled.empty.map(({ cell }) => cell),
      ["B6", "C6", "D6"],
    );
    assert.equal(filled.filled, 12 + 7);
    assert.equal(filled.left_over, 0);
    assert.deepEqual(
      [sheet?.merges, sheet?.cell(2, 4)?.formula, sheet?.cell(12, 1)?.formula],
      [was?.merges, "D3/B3", "SUM(B10:B12)"],
    );
    const parts = async (bytes: Uint8Array) => {
      const zip = await ZipParts.open(bytes, bookLimits);
      return new Map(await Promise.all(zip.names.map(async (name) => [name, (await zip.text(name)) ?? ""] as const)));
    };
    const [before, now] = [await parts(blank), await parts(filled.bytes)];
    const changed = [...before].filter(([name, xml]) => now.get(name) !== xml).map(([name]) => name);
    assert.deepEqual(changed, ["xl/worksheets/sheet1.xml"]);
    const columns = (xml: string | undefined) => /<cols>.*<\/cols>/.exec(xml ?? "")?.[0];
    assert.equal(columns(now.get("xl/worksheets/sheet1.xml")), columns(before.get("xl/worksheets/sheet1.xml")));
    // Blank for December, and November's own copy with November's names in it: both are the same form.
    for (const next of [await form(12), filled.bytes])
      assert.deepEqual((await door.openTemplate(KEEPER, "12月附件3（1）.xlsx", next)).bindings, bindings);
    // Bound in a copy that was filled in, the blank one is known as well; with another line it is another form.
    const other = await writeBook({
      sheets: [
        {
          name: "表",
          rows: [
            { cells: [{ value: "重点项目" }, { value: "总投资" }] },
            { cells: [{ value: "去年填的大棚" }, { value: { decimal: "8" } }] },
            { cells: [{ value: "合计" }, { value: { decimal: "8" } }] },
          ],
        },
      ],
    });
    const line = (first: string, extra: readonly string[] = []) =>
      writeBook({
        sheets: [
          {
            name: "表",
            rows: [
              { cells: ["重点项目", "总投资", ...extra].map((value) => ({ value })) },
              { cells: [{ value: first }] },
              { cells: [{ value: "合计" }] },
            ],
          },
        ],
      });
    const bound = [list("A2", "name", { sheet: "表", rows: 1 }), list("B2", "total", { sheet: "表", rows: 1 })];
    const { fingerprint } = await door.openTemplate(KEEPER, "重点.xlsx", other);
    await door.bindTemplate(KEEPER, fingerprint, bound, randomUUID());
    const known = async (bytes: Uint8Array) => (await door.openTemplate(KEEPER, "重点.xlsx", bytes)).bindings;
    assert.deepEqual(await known(await line("")), bound);
    assert.deepEqual(await known(await line("别的项目")), bound);
    assert.deepEqual(await known(await line("", ["备注"])), []);
    // A row is put in above 合计: that copy, its list longer and all below it lower down, is known in December.
    const grown = await door.fillTemplate(KEEPER, "重点.xlsx", await line(""), november);
    assert.deepEqual([grown.filled, grown.inserted], [4, 1]);
    const copy = await door.openTemplate(KEEPER, "12月重点.xlsx", grown.bytes);
    assert.deepEqual(
      copy.bindings,
      bound.map((binding) => ({ ...binding, rows: 2 })),
    );
    assert.notEqual(copy.fingerprint, fingerprint, "what is bound anew in it is not the blank form's");
    const december = await door.fillTemplate(KEEPER, "12月重点.xlsx", grown.bytes, november);
    assert.deepEqual([december.filled, december.inserted, december.left_over], [4, 0, 0]);
    await assert.rejects(
      door.bindTemplate(KEEPER, opened.fingerprint, [list("A10", "no_such_field")], randomUUID()),
      refused("TEMPLATE_BINDING"),
    );
    await assert.rejects(
      door.openTemplate(KEEPER, "a.csv", new TextEncoder().encode("指标,目标")),
      refused("TEMPLATE_FORMAT"),
    );
    const reader: typeof KEEPER = { ...KEEPER, role: "inspector" };
    await assert.rejects(
      door.bindTemplate(reader, opened.fingerprint, bindings, randomUUID()),
      refused("ROLE_FORBIDDEN"),
    );
  });

  test("a .docx is filled in its blanks and cells; its other parts stay, a list longer than its rows gets one more", async () => {
    const door = templateDesk(desk);
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const cells = (...words: readonly string[]) =>
      `<w:tr>${words.map((word) => `<w:tc><w:p>${word === "" ? "" : run(word)}</w:p></w:tc>`).join("")}</w:tr>`;
    const paper = (month: number) =>
      trialPackage({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels":
          '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": `<w:document xmlns:w="w"><w:body><w:p>${run("石坎县东西部协作情况")}</w:p><w:p>${run(`截至${month}月底，全县累计帮助就业「　　」人，完成年度目标的（　　）。`)}</w:p><w:tbl>${cells("项目", "总投资")}${cells("", "")}</w:tbl></w:body></w:document>`,
        "word/media/image1.png": "PNG",
      });
    const opened = await door.openTemplate(KEEPER, "情况.docx", await paper(11));
    const places = opened.sheets[0]?.lines?.[0]?.flatMap(({ place, text }) =>
      place === undefined ? [] : [[place, text]],
    );
    assert.deepEqual(places, [
      ["空1", "11"],
      ["空2", "　　"],
      ["空3", "　　"],
    ]);
    const place = (cell: string, measure: BoundMeasure): CellBinding => ({
      ...{ sheet: "正文", cell, indicator: "E1", measure, unit: null },
    });
    const bindings = [
      place("空2", "to_date"),
      place("空3", "rate"),
      list("A2", "name", { sheet: "表1", rows: 1 }),
      list("B2", "total", { sheet: "表1", rows: 1, unit: "万元" }),
    ];
    await door.bindTemplate(KEEPER, opened.fingerprint, bindings, randomUUID());
    const filled = await door.fillTemplate(KEEPER, "情况（12月）.docx", await paper(12), november);
    assert.deepEqual(
      [filled.name, filled.filled, filled.empty, filled.inserted, filled.left_over],
      ["情况（12月）（2023年11月）.docx", 6, [], 1, 0],
    );
    const zip = await ZipParts.open(filled.bytes, bookLimits);
    const xml = (await zip.text("word/document.xml")) ?? "";
    assert.match(xml, /截至12月底，全县累计帮助就业「93」人，完成年度目标的（103\.33%）。/u);
    assert.match(xml, /(?:辣椒加工厂二期.*1200.*蔬菜育苗基地.*450\.5|蔬菜育苗基地.*450\.5.*辣椒加工厂二期.*1200)/u);
    assert.equal(await zip.text("word/media/image1.png"), "PNG");
    // The form that comes blank every month, and last month's copy, which was given a row and holds its words.
    assert.deepEqual((await door.openTemplate(KEEPER, "空表.docx", await paper(10))).bindings, bindings);
    const copied = (await door.openTemplate(KEEPER, "上月.docx", filled.bytes)).bindings;
    assert.deepEqual(
      copied,
      bindings.map((binding) => ("rows" in binding ? { ...binding, rows: 2 } : binding)),
    );
    const again = await door.fillTemplate(KEEPER, "上月.docx", filled.bytes, november);
    assert.deepEqual([again.filled, again.inserted, again.left_over], [6, 0, 0]);
  });
});
