import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type FieldDefinition, type FieldValue, NIL_SCOPE, parseValue, recordDefinitions } from "@shanhai/model";
import fc from "fast-check";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { planImport } from "../importing/plan-import.js";
import {
  command,
  created,
  EAST,
  foundation,
  KEEPER,
  newId,
  OTHER_PAIR,
  PAIR,
  WEST,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { wordingDesk } from "../wording/wording.js";
import { type Cell, cellName, type Sheet } from "../workbook/book.js";
import { editPackage } from "../workbook/edit-package.js";
import { bookOf } from "../workbook/packed-book.js";
import { readBook } from "../workbook/read-book.js";
import { readBytes } from "../workbook/read-bytes.js";
import { streamBook, writeBook } from "../workbook/write-book.js";
import { blankLedger } from "./blank-ledger.js";
import { dataDictionary } from "./data-dictionary.js";
import { ledgerCell } from "./ledger-cell.js";
import { ledgerColumns, printedUnit } from "./ledger-columns.js";
import { printingDesk } from "./print-ledger.js";
import { readableBook } from "./readable-book.js";

/** Any value that the ledger may keep in a field. */
function anyValueOf(field: FieldDefinition): fc.Arbitrary<FieldValue> {
  const words = fc
    .string({ unit: fc.constantFrom(..."红星村张三·（）12 a&<"), minLength: 1, maxLength: 10 })
    .map((text) => `村${text}村`);
  switch (field.type) {
    case "money":
      return fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }).map(String);
    case "integer":
      return fc.integer({ min: field.range?.[0] ?? -(2 ** 31), max: field.range?.[1] ?? 2 ** 31 - 1 }).map(String);
    case "decimal":
      return fc
        .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.constantFrom("", ".5", ".05", ".125"))
        .map(([whole, part]) => (whole === 0 && part === "" ? "0" : `${whole === 0 ? 1 : whole}${part}`));
    case "date":
      return fc.constantFrom("2023-11-20", "2023-11", "2023", "--12-11", "2023-02-28", "1899-01-02");
    case "flag":
      return fc.boolean();
    case "code":
      return field.codes === undefined ? words : fc.constantFrom(...field.codes.map(({ code }) => code));
    case "texts":
      return field.codes === undefined
        ? fc.constant(["红星村", "大坪村"])
        : fc.constantFrom(...field.codes.map(({ code }) => [code]));
    case "reference":
      return fc.constant(ROW);
    case "references":
      return fc.constant([ROW]);
    default:
      return words;
  }
}

const ROW = "0197a000-0000-7000-8000-00000000000f";
const TITLES = { [ROW]: "石坎县人民医院" };
const ROWS = new Map([["石坎县人民医院", ROW]]);

test("every field of every ledger reads back from its cell as it was", async () => {
  const fields = recordDefinitions.flatMap((definition) =>
    ledgerColumns(definition).map((column) => ({ ...column, unit: printedUnit(definition) })),
  );
  assert.ok(fields.length > 300);
  const tries = 6;
  const values = fields.map(({ field }) => [null, ...fc.sample(anyValueOf(field), tries)]);
  const rows = Array.from({ length: tries + 1 }, (_, row) => ({
    cells: fields.map(({ field, unit, style }, at) => ledgerCell(field, values[at]?.[row], unit, TITLES, style)),
  }));
  const bytes = await writeBook({ sheets: [{ name: "表", rows }] });
  const sheet = bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "").sheets[0];
  for (const [at, { field, unit }] of fields.entries()) {
    const { unit: _, required: __, ...bare } = field;
    for (let row = 0; row <= tries; row++) {
      const cell = sheet?.cell(row, at) ?? null;
      const text = cell?.kind === "number" ? cell.raw : (cell?.date ?? cell?.text);
      const read = parseValue(bare, text ?? "", { money: unit, rows: ROWS });
      assert.deepEqual(read, { ok: true, value: values[at]?.[row] ?? null }, `${field.key} (${field.type}) ${text}`);
    }
  }
});

async function bytesOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("every ledger has a blank form that says how each column is filled in", async () => {
  for (const definition of recordDefinitions) {
    const { sheets } = blankLedger(definition, 2026);
    const bytes = await bytesOf(readableBook((sink) => streamBook({ sheets }, sink)));
    const book = bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "");
    const columns = ledgerColumns(definition);
    const notes = book.sheets.find(({ name }) => name === "填表说明");
    assert.deepEqual(
      columns.map((_, row) => notes?.cell(row + 1, 0)?.text),
      columns.map(({ field }) => field.zh),
    );
    assert.deepEqual(
      columns.map((_, at) => book.sheets[0]?.cell(2, at + 1)?.text),
      columns.map(({ header }) => header),
    );
  }
});

test("the data dictionary names every ledger, every column and every step once", async () => {
  const { sheets } = dataDictionary(recordDefinitions, { entries: [], aliases: [] });
  const bytes = await bytesOf(readableBook((sink) => streamBook({ sheets }, sink)));
  const book = bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "");
  const marks = (sheet: number, column: number) =>
    Array.from(
      { length: (book.sheets[sheet]?.rows ?? 1) - 1 },
      (_, row) => book.sheets[sheet]?.cell(row + 1, column)?.text,
    );
  assert.deepEqual(new Set(marks(0, 3)), new Set(recordDefinitions.map(({ name }) => name)));
  const columns = recordDefinitions.flatMap(({ name, fields }) => fields.map(({ key }) => `${name}.${key}`));
  assert.deepEqual([...marks(1, 3)].sort(), columns.sort());
  assert.equal(
    marks(2, 3).length,
    recordDefinitions.reduce((sum, { lifecycle }) => sum + (lifecycle?.steps.length ?? 0), 0),
  );
});

eachDatabase("导出", (trial) => {
  let desk: Desk;
  const taken: string[] = [];
  const project = (scope: string, no: string, values: { readonly [field: string]: FieldValue }) =>
    created("project", scope, newId(), { name: `项目${no}`, project_no: no, ...values });
  const texts = (sheet: Sheet | undefined, row: number) =>
    Array.from({ length: sheet?.columns ?? 0 }, (_, column) => sheet?.cell(row, column)?.text ?? "");

  const planOf = async (actor: Actor, bytes: Uint8Array, options: { readonly scope?: string } = {}) => {
    const book = bookOf((await readBytes(bytes, "a.xlsx")).book, "a.xlsx", "");
    return planImport(desk, actor, { id: newId(), name: "a.xlsx", sha256: "0".repeat(64), book, large: null }, options);
  };
  let close: () => Promise<void>;

  before(async () => {
    const t = await trialDesk(trial.config);
    close = () => t.store.close();
    desk = {
      ...t.desk,
      takeNameList: async (_, { name }) => {
        taken.push(name);
        return { zh: "本表含个人信息，编号：7", en: "" };
      },
    };
    await desk.write(KEEPER, foundation());
    await desk.write(
      KEEPER,
      command([
        project(PAIR, "SK-01", {
          total: "1200000000",
          coop_province: "600000000",
          started: "2023-04",
          accepted: "2023-11-20",
          people: "93",
        }),
        project(PAIR, "SK-02", { total: "38050", note: "=SUM(A1) 不是公式" }),
        project(OTHER_PAIR, "QX-01", { total: "100" }),
      ]),
    );
    for (const from of [0, 300]) {
      const jobs = Array.from({ length: 300 }, (_, at) =>
        created("labour_record", PAIR, newId(), {
          year: "2023",
          person_name: `张${from + at}`,
          id_number: "980101198503150015",
          village: "红星村",
        }),
      );
      await desk.write(KEEPER, command(jobs));
    }
  });
  after(() => close());

  test("a ledger as an office prints it: title, captions, units, numbers, dates, totals, who signs", async () => {
    const { name, body } = await printingDesk(desk).exportSheet(KEEPER, "project", { scope: PAIR, asOf: "2999-12-01" });
    assert.match(name, /项目台账（截至2999年12月1日）\.xlsx$/u);
    const bytes = await bytesOf(body);
    const book = await readBook(bytes, name);
    const sheet = book.sheets[0];
    assert.match(sheet?.cell(0, 0)?.text ?? "", /项目台账$/u);
    // Printed on four sheets side by side, the title stands whole on the first of them.
    assert.deepEqual([sheet?.merges[0], sheet?.columns], [{ top: 0, left: 0, bottom: 0, right: 12 }, 47]);
    assert.deepEqual(
      texts(sheet, 1).filter((text) => text !== ""),
      ["填报单位：", "截至时间：2999年12月1日"],
    );
    const header = texts(sheet, 2);
    const at = (words: string): number => {
      assert.ok(header.includes(words), `${words} in ${header.join(" ")}`);
      return header.indexOf(words);
    };
    const rowOf = (no: string) => [3, 4].find((row) => sheet?.cell(row, at("项目编号"))?.text === no) ?? -1;
    const cell = (no: string, words: string): Cell | null => sheet?.cell(rowOf(no), at(words)) ?? null;
    assert.equal(cell("SK-01", "总投资（万元）")?.raw, "1200");
    assert.equal(cell("SK-01", "总投资（万元）")?.text, "1,200.00");
    assert.equal(cell("SK-02", "总投资（万元）")?.text, "0.03805");
    assert.equal(cell("SK-01", "验收日期")?.date, "2023-11-20");
    assert.equal(cell("SK-01", "实际开工")?.text, "2023年4月");
    assert.equal(cell("SK-02", "验收日期"), null);
    assert.deepEqual([cell("SK-02", "备注")?.kind, cell("SK-02", "备注")?.formula], ["text", undefined]);
    const total = sheet?.cell(5, at("总投资（万元）"));
    assert.deepEqual([total?.raw, total?.formula?.startsWith("SUM(")], ["1200.03805", true]);
    assert.equal(sheet?.cell(5, 0)?.text, "合计");
    assert.equal(
      texts(sheet, 7)
        .filter((text) => text !== "")
        .join(" "),
      "填表人： 审核人： 分管领导： 单位负责人：",
    );
    assert.equal(sheet?.rows, 8);
  });

  test("without a pair asked for each row says whose it is; only what the actor may read is in it", async () => {
    const all = await bytesOf((await printingDesk(desk).exportSheet(KEEPER, "project", {})).body);
    const sheet = (await readBook(all, "a.xlsx")).sheets[0];
    assert.equal(sheet?.cell(2, 1)?.text, "协作双方");
    assert.deepEqual(new Set([3, 4, 5].map((row) => sheet?.cell(row, 1)?.text)).size, 2);
    const office: Actor = { ...KEEPER, account_id: newId(), name: "平塘组", role: "clerk", scopes: [OTHER_PAIR] };
    const own = await bytesOf((await printingDesk(desk).exportSheet(office, "project", {})).body);
    assert.equal((await readBook(own, "a.xlsx")).sheets[0]?.cell(4, 0)?.text, "合计");
  });

  test("a real-name list needs the right to take it out, is logged before it leaves, and comes whole over several pages", async () => {
    const { body } = await printingDesk(desk).exportSheet(KEEPER, "labour_record", { scope: PAIR });
    assert.deepEqual(taken, ["labour_record"]);
    const sheet = (await readBook(await bytesOf(body), "a.xlsx")).sheets[0];
    const header = texts(sheet, 2);
    assert.ok(texts(sheet, 1).includes("本表含个人信息，编号：7"));
    assert.equal(sheet?.cell(602, 0)?.raw, "600");
    assert.deepEqual(sheet?.cell(602, header.indexOf("身份证号码")), { kind: "text", text: "980101198503150015" });
    const inspector: Actor = { ...KEEPER, role: "inspector" };
    await assert.rejects(
      printingDesk(desk).exportSheet(inspector, "labour_record", {}),
      (error) => error instanceof LedgerError && error.code === "ROLE_FORBIDDEN",
    );
    await assert.rejects(
      printingDesk(desk).exportSheet(KEEPER, "nothing", {}),
      (error) => error instanceof LedgerError && error.code === "RECORD_UNKNOWN",
    );
  });

  // No SQL of its own: one database is enough for sixty ledgers.
  if (trial.kind === "embedded")
    test("every ledger, printed and brought back, differs in nothing", async () => {
      const writer: Actor = { ...KEEPER, account_id: newId() };
      const ids = new Map<string, string[]>([
        ["party", [EAST, WEST]],
        ["pair", [PAIR]],
      ]);
      const parts = recordDefinitions.filter(({ name }) => !ids.has(name) && name !== "project");
      ids.set(
        "project",
        (await desk.list(writer, "project", { scope: PAIR })).rows.map(({ id }) => id),
      );
      // What others point to first: a definition waits until what it must point to stands.
      const waiting = [...parts];
      for (let turn = 0; waiting.length > 0; turn++) {
        assert.ok(turn < 500, `cannot be made: ${waiting.map(({ name }) => name).join(" ")}`);
        const definition = waiting.shift();
        if (definition === undefined) break;
        const needs = definition.fields.filter(({ record, required }) => record !== undefined && required === true);
        if (!needs.every(({ record }) => ids.has(record ?? ""))) {
          waiting.push(definition);
          continue;
        }
        const scope = definition.keeping === "reference" ? NIL_SCOPE : PAIR;
        const made = Array.from({ length: 2 }, () => newId());
        const valuesOf = () =>
          Object.fromEntries(
            definition.fields.flatMap((field): [string, FieldValue][] => {
              // Whose a drawn sample is, the writer cannot choose.
              if (field.inner === true) return [];
              if (field.type === "list") return field.required === true ? [[field.key, [{ count: "1" }]]] : [];
              if (/^(?:plan_)?year$|^month$/.test(field.key))
                return [[field.key, field.key === "month" ? "11" : "2023"]];
              if (field.type === "identifier") return [[field.key, newId()]];
              if (field.record === undefined)
                return field.dictionary === undefined || field.codes !== undefined
                  ? [[field.key, fc.sample(anyValueOf(field), 1)[0] ?? null]]
                  : [];
              const target = ids.get(field.record)?.[0];
              return target === undefined ? [] : [[field.key, field.type === "references" ? [target] : target]];
            }),
          );
        await desk.write(writer, command(made.map((id) => created(definition.name, scope, id, valuesOf()))));
        ids.set(definition.name, made);
      }
      let compared = 0;
      for (const { name, keeping, bulk } of recordDefinitions) {
        if (bulk === true) continue;
        const scope = keeping === "reference" ? NIL_SCOPE : PAIR;
        const { body } = await printingDesk(desk).exportSheet(writer, name, { scope });
        const { plan } = await planOf(writer, await bytesOf(body));
        const { tally, rows } = plan;
        assert.deepEqual(
          [tally.added, tally.changed, tally.skipped, tally.missing, plan.findings],
          [0, 0, 0, 0, []],
          `${name}: ${JSON.stringify(rows.filter(({ state }) => state !== "same"))}`,
        );
        assert.equal(tally.same, (await desk.list(writer, name, { scope, limit: 500 })).rows.length, name);
        compared += tally.same;
      }
      assert.ok(compared > 100, `${compared} rows`);
      // A cell that points elsewhere now is looked up by its title; a reference row that was changed is told, not written.
      const edited = async (name: string, scope: string, column: string, text: string) => {
        const { body } = await printingDesk(desk).exportSheet(writer, name, { scope });
        const bytes = await bytesOf(body);
        const sheet = (await readBook(bytes, "a.xlsx")).sheets[0];
        const cell = cellName(3, texts(sheet, 2).indexOf(column));
        const changed = await editPackage(
          bytes,
          new Map([[sheet?.name ?? "", { fills: new Map([[cell, { text }]]) }]]),
        );
        return (await planOf(writer, changed.bytes)).plan;
      };
      const project = await desk.get(writer, "project", PAIR, ids.get("project")?.[1] ?? "");
      const pointed = await edited("payment", PAIR, "项目", project?.title ?? "");
      const other = pointed.rows.flatMap(({ changes }) => changes.map(({ field, after }) => [field, after]));
      assert.ok(
        pointed.tally.same === 2 || JSON.stringify(other) === JSON.stringify([["project", project?.id]]),
        JSON.stringify(other),
      );
      // A word of a dictionary is read as the row's year and place have it; one that is not known leaves the row as it is.
      const local = { alias: "结镇帮镇扶村资金", code: "subcounty", place: null, from_year: 2023, to_year: 2023 };
      await wordingDesk(desk).addAlias(writer, "fund_kind", { ...local, source: "通知", command_id: newId() });
      const known = await edited("fund_source", PAIR, "资金类别", local.alias);
      assert.deepEqual(
        known.dictionary.words.map(({ text, code, how, year, cell }) => [
          text,
          code,
          how,
          year,
          cell?.replace(/^[A-Z]+/u, ""),
        ]),
        [[local.alias, "subcounty", "alias", 2023, "4"]],
      );
      const strange = await edited("fund_source", PAIR, "资金类别", "没有听说过的资金");
      assert.deepEqual(
        [
          strange.tally.changed,
          strange.dictionary.words[0]?.how,
          strange.rows.flatMap(({ findings }) => findings)[0]?.code,
        ],
        [0, "unknown", "dictionary/unknown"],
      );
      const wrong = await edited("payment", PAIR, "项目", "没有这个项目");
      assert.deepEqual(
        [wrong.tally.changed, wrong.rows.flatMap((row) => row.findings).map(({ code }) => code)],
        [0, ["value/unreadable"]],
      );
      const told = await edited("organisation", NIL_SCOPE, "单位名称", "改了的名字");
      assert.deepEqual([told.tally.changed, told.tally.skipped, told.findings.length], [0, 1, 1]);
      assert.match(told.findings[0]?.zh ?? "", /第 4 行.*单位名称.*没有写入.*参照信息/u);
    });

  test("nothing is imported from a blank form; a line written on it is one row", async () => {
    for (const name of ["task", "leave", "project"]) {
      const { body } = await printingDesk(desk).blankSheet(KEEPER, name);
      const { plan } = await planOf(KEEPER, await bytesOf(body), { scope: PAIR });
      assert.deepEqual([plan.tally.added, plan.tally.skipped], [0, 0], name);
    }
    const { body } = await printingDesk(desk).blankSheet(KEEPER, "project");
    const { bytes: filled } = await editPackage(
      await bytesOf(body),
      new Map([["项目", { fills: new Map([["B4", { text: "稳岗补贴" }]]) }]]),
    );
    const { plan } = await planOf(KEEPER, filled, { scope: PAIR });
    assert.deepEqual([plan.tally.added, plan.tally.skipped], [1, 0], JSON.stringify(plan.rows));
  });
});
