import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import * as XLSX from "@e965/xlsx";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { sheetDesk } from "../importing/make-sheet-desk.js";
import { Books } from "../importing/open-book.js";
import { numbersOf } from "../reconciling/fill-numbers.js";
import { command, KEEPER, newId } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { trialDesk } from "../trial/trial-desk.js";
import { formValues, parties, row, SHIKAN_PAIR, targets, wan } from "../trial/trial-year.js";
import { cellName, cellPlace } from "../workbook/book.js";
import type { BookSpec, CellSpec } from "../workbook/book-spec.js";
import { changeParts } from "../workbook/changed-parts.js";
import { editPackage } from "../workbook/edit-package.js";
import { readBook } from "../workbook/read-book.js";
import { bookLimits } from "../workbook/workbook-limits.js";
import { writeBook } from "../workbook/write-book.js";
import { ZipParts } from "../workbook/zip-parts.js";
import type { CollectDesk, CollectedUnit, CollectionView } from "./collect-desk.js";
import { collectDesk } from "./collecting.js";

const UNITS = [
  { name: "县人社局", indicators: ["E1", "E1r"] },
  { name: "县卫健局", indicators: ["E1", "E1r"] },
  { name: "县教育局", indicators: ["C3"] },
  { name: "县乡村振兴局", indicators: ["B1"] },
  { name: "县商务局", indicators: ["F1"] },
];

eachDatabase("收表", (trial) => {
  let desk: Desk;
  let door: CollectDesk;
  let books: Books;
  let wrongFile: Uint8Array;
  let untouchedForm: Uint8Array;
  let task: { scope_id: string; id: string };

  const view = async (): Promise<CollectionView> => {
    const found = await door.collection(KEEPER, task.scope_id, task.id);
    assert.ok(found);
    return found;
  };
  const unit = async (name: string): Promise<CollectedUnit> => {
    const found = (await view()).sheets.find((one) => one.unit === name);
    assert.ok(found, name);
    return found;
  };
  /** Cells typed into a form, as a person in WPS leaves it: the rest of the file is as it was. */
  const typed = async (bytes: Uint8Array, cells: { readonly [cell: string]: string }): Promise<Uint8Array> => {
    const fills = new Map(
      Object.entries(cells).map(([cell, text]) => [cell, /^-?[\d.]+$/.test(text) ? { decimal: text } : { text }]),
    );
    return (await editPackage(bytes, new Map([["填报表", { fills }]]))).bytes;
  };
  const filled = async (name: string, cells: { readonly [cell: string]: string }): Promise<Uint8Array> => {
    const { bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit(name)).id);
    return typed(bytes, cells);
  };

  let close: () => Promise<void>;

  before(async () => {
    const made = await trialDesk(trial.config);
    close = () => made.store.close();
    desk = made.desk;
    books = new Books();
    door = collectDesk(desk, books);
    await desk.write(KEEPER, command([...parties]));
    await desk.write(KEEPER, command([...targets, ...formValues(10)]));
    const asked = {
      scope: SHIKAN_PAIR,
      title: "11月月报",
      year: 2023,
      month: 11,
      due: "2023-12-05",
      units: UNITS,
      command_id: randomUUID(),
    };
    task = await door.startCollection(KEEPER, asked);
    assert.deepEqual(await door.startCollection(KEEPER, asked), task, "the same command gives the same task");
  });
  after(() => close());

  test("each unit gets a locked workbook, filled in ahead, that says itself whose it is", async () => {
    const { name, bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县人社局")).id);
    assert.equal(name, "11月月报—县人社局.xlsx");
    const book = await readBook(bytes, name);
    assert.deepEqual(
      book.sheets.map(({ hidden }) => hidden),
      [false, true],
    );
    const sheet = book.sheets[0];
    assert.deepEqual(
      [2, 3, 4, 5, 6].map((column) => sheet?.cell(4, column)?.text ?? null),
      ["帮助农村劳动力就业", "人", "90", "88", null],
    );
    untouchedForm = await filled("县商务局", {});
    const zip = await door.collectionWorkbooks(KEEPER, task.scope_id, task.id);
    assert.match(zip.name, /^11月月报（发表）\.zip$/u);
    assert.equal(Buffer.from(zip.bytes).toString("latin1").split("PK\u0001\u0002").length - 1, 5);
  });

  test("西3: four files come back, under any name: three are taken, one goes back red, one is missing; the reminder says so", async () => {
    const first = await filled("县人社局", { G5: "5", H5: "93", G6: "2", H6: "73" });
    const taken = await door.takeReturned(KEEPER, "新建 Microsoft Excel 工作表(1).xlsx", first);
    assert.deepEqual([taken.unit, taken.status, taken.faults, taken.repeated], ["县人社局", "accepted", [], false]);
    assert.equal((await door.takeReturned(KEEPER, "副本.xlsx", first)).repeated, true);
    const numbers = await numbersOf(
      desk,
      KEEPER,
      { scope: SHIKAN_PAIR, year: 2023, month: 11, line: "west" },
      "reported",
    );
    assert.deepEqual(
      numbers.filter(({ indicator }) => indicator === "E1").map(({ this_month, to_date }) => [this_month, to_date]),
      [["5", "93"]],
    );

    wrongFile = await changeParts(await filled("县卫健局", { G5: "5", H5: "10", G6: "约3", H6: "12" }), async () => {
      const own = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>县局自己的算式</t></is></c></row></sheetData></worksheet>`;
      return new Map([["xl/worksheets/own.xml", own]]);
    });
    const wrong = await door.takeReturned(KEEPER, "县卫健局.xlsx", wrongFile);
    assert.equal(wrong.status, "sent_back");
    assert.deepEqual(wrong.faults.map(({ cell }) => cell).sort(), ["G6", "H5", "H6"]);
    assert.match(wrong.faults.find(({ cell }) => cell === "H6")?.zh ?? "", /12 大于.*10/u);

    await door.takeReturned(KEEPER, "a.xlsx", await filled("县教育局", { G5: "4", H5: "29", I5: "含延期3人" }));
    await door.takeReturned(KEEPER, "b.xlsx", await filled("县乡村振兴局", { G5: "0", H5: "2,560.50万元" }));
    const { sheets, reminder, accepted, sent_back } = await view();
    assert.deepEqual([accepted, sent_back], [3, 1]);
    assert.deepEqual(
      sheets.filter(({ status }) => status === "waiting").map((one) => one.unit),
      ["县商务局"],
    );
    assert.match(reminder ?? "", /县商务局[\s\S]*县卫健局（3处）/u);
    assert.match(reminder ?? "", /2023年12月5日/u);
  });

  test("what goes back is the very file that came, its cells red and explained; put right it is taken", async () => {
    const { name, bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县卫健局")).id);
    assert.match(name, /退回修改/u);
    const sheet = (await readBook(bytes, name)).sheets[0];
    const at = (cell: string) => {
      const place = cellPlace(cell);
      return place === null ? null : (sheet?.cell(place.row, place.column) ?? null);
    };
    assert.deepEqual([at("H6")?.text, at("H6")?.fill, at("G6")?.text], ["12", "FFC7CE", "约3"]);
    assert.match(at("H6")?.comment ?? "", /大于/u);
    assert.equal(at("G5")?.fill, "FFFFE0");
    assert.match(at("A3")?.text ?? "", /标红 3 处/u);
    const came = await ZipParts.open(wrongFile, bookLimits);
    const back = await ZipParts.open(bytes, bookLimits);
    const other = await came.text("xl/worksheets/own.xml");
    assert.equal(await back.text("xl/worksheets/own.xml"), other, "the unit's own sheet");
    assert.match(other ?? "", /县局自己的算式/u);
    const again = await door.takeReturned(
      KEEPER,
      "改.xlsx",
      await typed(bytes, { G6: "3", H6: "8", H5: "10", I5: "核减重复登记", I6: "同上" }),
    );
    assert.deepEqual([again.status, again.faults], ["accepted", []]);
  });

  test("a ledger is collected row by row: a bad file goes back red, a good one waits for its preview, imported it has reported", async () => {
    const project = (name: string, owner_unit: string, paid: string) =>
      row("project", { name, owner_unit, total: wan("1200"), paid: wan(paid), plan_year: "2023" });
    await desk.write(
      KEEPER,
      command([
        project("辣椒加工厂二期", "县农业农村局", "960"),
        project("蔬菜育苗基地", "县农业农村局", "450"),
        project("第二中学教学楼", "县教育局", "760"),
      ]),
    );
    const by = { scope: SHIKAN_PAIR, record: "project", field: "owner_unit" };
    const units = await door.collectionUnits(KEEPER, by);
    assert.deepEqual(units, [
      { unit: "县农业农村局", rows: 2 },
      { unit: "县教育局", rows: 1 },
    ]);
    const asked = {
      ...{ scope: SHIKAN_PAIR, title: "项目进度", year: 2023, month: 11, due: "2023-12-05", command_id: randomUUID() },
      units: units.map(({ unit: name }) => ({ name, indicators: [] })),
      ledger: { record: "project", field: "owner_unit", open: ["paid", "started", "progress_text"] },
    };
    await assert.rejects(
      door.startCollection(KEEPER, { ...asked, ledger: { ...asked.ledger, field: "total" } }),
      (error) => error instanceof LedgerError && error.code === "COLLECTION_LEDGER",
    );
    task = await door.startCollection(KEEPER, asked);
    assert.deepEqual((await view()).ledger?.record, "project");
    const { bytes } = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县农业农村局")).id);
    const sheet = (await readBook(bytes, "a.xlsx")).sheets[0];
    const header = Array.from({ length: sheet?.columns ?? 0 }, (_, at) => sheet?.cell(3, at)?.text ?? "");
    const cell = (words: string, name: string, added = false) => {
      const line = [4, 5].find((at) => sheet?.cell(at, header.indexOf("项目名称"))?.text === name) ?? (added ? 6 : -1);
      const column = header.findIndex((one) => one.startsWith(words));
      assert.ok(line > 0 && column > 0, `${words} ${name}`);
      return cellName(line, column);
    };
    const look = (name: string) => {
      const at = cellPlace(name);
      return at === null ? null : sheet?.cell(at.row, at.column);
    };
    assert.deepEqual(
      [
        look(cell("已支付", "辣椒加工厂二期"))?.raw,
        look(cell("已支付", "辣椒加工厂二期"))?.fill,
        look(cell("总投资", "蔬菜育苗基地"))?.fill,
      ],
      ["960", "FFFFE0", undefined],
    );
    assert.ok(!header.includes("第二中学教学楼") && sheet?.cell(6, 1) === null, "only the unit's own rows");

    const bad = await typed(bytes, {
      [cell("已支付", "辣椒加工厂二期")]: "约一千",
      [cell("总投资", "蔬菜育苗基地")]: "1300",
      [cell("形象进度", "", true)]: "刚开工",
    });
    const wrong = await door.takeReturned(KEEPER, "项目.xlsx", bad);
    assert.equal(wrong.status, "sent_back");
    assert.deepEqual(
      wrong.faults.map((one) => one.cell).sort(),
      [cell("已支付", "辣椒加工厂二期"), cell("总投资", "蔬菜育苗基地"), cell("已支付", "", true)].sort(),
      JSON.stringify(wrong.faults),
    );
    const back = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县农业农村局")).id);
    const good = await typed(back.bytes, {
      [cell("已支付", "辣椒加工厂二期")]: "1000",
      [cell("总投资", "蔬菜育苗基地")]: "1200",
      [cell("项目名称", "", true)]: "冷链仓库",
    });
    const taken = await door.takeReturned(KEEPER, "项目改.xlsx", good);
    assert.deepEqual([taken.status, taken.faults], ["returned", []]);
    const sheets = sheetDesk(desk, books);
    const document = taken.document_id ?? "";
    assert.equal((await unit("县农业农村局")).document_id, document);
    const plan = await sheets.planImport(KEEPER, document);
    assert.deepEqual([plan.tally.changed, plan.tally.cells, plan.tally.added, plan.tally.missing], [1, 1, 1, 0]);
    assert.equal(plan.scope?.id, SHIKAN_PAIR);
    await sheets.importSheet(KEEPER, document, { options: {}, choices: {}, hash: plan.hash, id: randomUUID() });
    assert.equal((await unit("县农业农村局")).status, "accepted");
    const rows = (await desk.list(KEEPER, "project", { scope: SHIKAN_PAIR })).rows;
    assert.deepEqual(
      rows.map(({ values }) => [values.name, values.owner_unit, values.paid]).sort(),
      [
        ["冷链仓库", "县农业农村局", null],
        ["蔬菜育苗基地", "县农业农村局", wan("450")],
        ["第二中学教学楼", "县教育局", wan("760")],
        ["辣椒加工厂二期", "县农业农村局", wan("1000")],
      ].sort(),
    );
    assert.equal((await sheets.planImport(KEEPER, document)).tally.same, 3, "the same file again changes nothing");
    const untouched = await filled("县教育局", {});
    assert.equal(
      (await door.takeReturned(KEEPER, "b.xlsx", untouched)).status,
      "accepted",
      "nothing to change is an answer",
    );
    assert.equal((await view()).status, "merged");
  });

  test("a roster is collected by township, small and large: known people again, new ones, nobody else's missing", async () => {
    const people = [
      ["张示例", "平坝镇", "东岸公司", "980101199001020020"],
      ["王示例", "平坝镇", "南山公司", "980101198503150015"],
      ["李示例", "福泉镇", "东岸公司", "980101197711080037"],
    ] as const;
    await desk.write(
      KEEPER,
      command(
        people.map(([person_name, township, employer, id_number]) =>
          row("labour_record", {
            ...{ year: "2023", person_name, township, employer, id_number, id_state: "valid", longest: false },
            ...{
              person_key: desk.personKey(id_number),
              destination: "east",
              work_province: "甲省",
              work_place: "甲省",
              months: "3",
            },
          }),
        ),
      ),
    );
    const by = { scope: SHIKAN_PAIR, record: "labour_record", field: "township" };
    const units = await door.collectionUnits(KEEPER, by);
    assert.deepEqual(units, [
      { unit: "平坝镇", rows: 2 },
      { unit: "福泉镇", rows: 1 },
    ]);
    task = await door.startCollection(KEEPER, {
      ...{ scope: SHIKAN_PAIR, title: "务工核实", year: 2023, month: 11, due: "2023-12-05", command_id: randomUUID() },
      units: [...units.map(({ unit: name }) => ({ name, indicators: [] })), { name: "双河镇", indicators: [] }],
      ledger: { record: "labour_record", field: "township", open: ["months", "note"] },
    });
    const form = await filled("平坝镇", {});
    const sheet = (await readBook(form, "a.xlsx")).sheets[0];
    const header = Array.from({ length: sheet?.columns ?? 0 }, (_, at) => sheet?.cell(3, at)?.text ?? "");
    const cell = (words: string, line: number) => {
      const column = header.findIndex((one) => one.startsWith(words));
      assert.ok(column > 0, words);
      return cellName(line, column);
    };
    assert.deepEqual(
      [4, 5, 6]
        .map((at) => sheet?.cell(at, header.indexOf("姓名"))?.text ?? null)
        .slice(0, 2)
        .sort(),
      ["张示例", "王示例"],
    );
    assert.equal(sheet?.cell(6, header.indexOf("姓名"))?.text ?? "", "", "only the unit's own people");
    const first = sheet?.cell(4, header.indexOf("姓名"))?.text ?? "";

    // What was not asked for is changed, and a new row has no name: back, as the same file.
    const bad = await typed(form, { [cell("务工单位", 4)]: "西川公司", [cell("务工月数", 6)]: "2" });
    const wrong = await door.takeReturned(KEEPER, "务工.xlsx", bad);
    assert.equal(wrong.status, "sent_back");
    assert.ok(
      wrong.faults.some((one) => one.cell === cell("务工单位", 4)) && wrong.faults.some((one) => one.cell === "A7"),
      JSON.stringify(wrong.faults),
    );
    // A large one goes the same way: the same faults, the same file red.
    const again = await typed(bad, { [cell("备注", 5)]: "另一份" });
    const unheld = collectDesk(desk, new Books(0, 0));
    const large = await unheld.takeReturned(KEEPER, "务工（大）.xlsx", Uint8Array.from(again));
    assert.deepEqual([large.status, large.faults], ["sent_back", wrong.faults]);
    const red = await unheld.collectionWorkbook(KEEPER, task.scope_id, (await unit("平坝镇")).id);
    const marked = (await readBook(red.bytes, red.name)).sheets[0];
    for (const { cell: name, zh } of wrong.faults) {
      const at = cellPlace(name) ?? assert.fail(name);
      const one = marked?.cell(at.row, at.column);
      assert.equal(one?.comment, zh, name);
      // An empty cell is read for its comment only.
      if (one?.text !== "") assert.equal(one?.fill, "FFC7CE", name);
    }
    await door.takeReturned(KEEPER, "务工.xlsx", Uint8Array.from(bad));
    const back = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("平坝镇")).id);
    assert.match(back.name, /（退回修改）\.xlsx$/u);

    const employer = sheet?.cell(4, header.indexOf("务工单位"))?.text ?? "";
    const good = await typed(back.bytes, {
      [cell("务工单位", 4)]: employer,
      [cell("务工月数", 4)]: "7",
      [cell("姓名", 6)]: "赵示例",
      [cell("联系电话", 6)]: "13900000000",
      [cell("务工月数", 6)]: "2",
    });
    for (const large of [false, true]) {
      const own = large ? new Books(0) : books;
      const desk2 = collectDesk(desk, own);
      const sheets = sheetDesk(desk, own);
      // The same content in other bytes: a large workbook is another file.
      const file = large ? await typed(good, { [cell("备注", 4)]: "已核实", [cell("村", 6)]: "红星村" }) : good;
      const taken = await desk2.takeReturned(KEEPER, "平坝镇.xlsx", Uint8Array.from(file));
      assert.deepEqual([taken.unit, taken.status, taken.faults], ["平坝镇", "returned", []]);
      const plan = await sheets.planImport(KEEPER, taken.document_id ?? "");
      assert.deepEqual([plan.scope?.id, plan.year, plan.year_assumed], [SHIKAN_PAIR, 2023, false]);
      const { changed, cells, added, missing } = plan.tally;
      assert.deepEqual(
        [changed, cells, added, missing],
        large ? [1, 1, 1, 1] : [1, 1, 1, 0],
        JSON.stringify(plan.rows),
      );
      // Read row by row a person without a number who moved to a village is another one, as of any long roll.
      const choices = { missing: Object.fromEntries(plan.missing.map(({ key }) => [key, "remove" as const])) };
      const accepted = { options: {}, choices, hash: plan.hash, id: randomUUID() };
      await sheets.importSheet(KEEPER, taken.document_id ?? "", accepted);
      assert.equal((await unit("平坝镇")).status, "accepted");
    }
    const { rows } = await desk.list(KEEPER, "labour_record", { scope: SHIKAN_PAIR });
    const found = rows.map(({ values }) => [values.person_name, values.township, values.months, values.longest]);
    assert.deepEqual(
      found.sort(),
      [
        ["张示例", "平坝镇", first === "张示例" ? "7" : "3", false],
        ["李示例", "福泉镇", "3", false],
        ["王示例", "平坝镇", first === "王示例" ? "7" : "3", false],
        ["赵示例", "平坝镇", "2", true],
      ].sort(),
      "a new row is the unit's; which job counts is left alone in rows that stood",
    );
    const empty = await door.takeReturned(KEEPER, "c.xlsx", await filled("双河镇", {}));
    assert.equal(empty.status, "accepted", "a unit without people has reported");
  });

  test("an .xls that is wrong cannot be marked in place: it is made anew as .xlsx with what stood in it, and says so", async () => {
    task = await door.startCollection(KEEPER, {
      ...{ scope: SHIKAN_PAIR, title: "旧格式", year: 2023, month: 11, due: "2023-12-05", command_id: randomUUID() },
      units: [{ name: "县教育局", indicators: [] }],
      ledger: { record: "project", field: "owner_unit", open: ["paid", "progress_text"] },
    });
    const form = await filled("县教育局", {});
    const book = await readBook(form, "a.xlsx");
    const paid = Array.from({ length: 12 }, (_, at) => at).find((at) =>
      book.sheets[0]?.cell(3, at)?.text.startsWith("已支付"),
    );
    assert.ok(paid !== undefined);
    const spoilt = XLSX.read(await typed(form, { [cellName(4, paid)]: "约七百" }), { type: "array" });
    for (const [at, one] of (spoilt.Workbook?.Sheets ?? []).entries()) one.Hidden = at === 0 ? 0 : 1;
    const old = new Uint8Array(XLSX.write(spoilt, { type: "array", bookType: "biff8" }) as ArrayBuffer);
    const taken = await door.takeReturned(KEEPER, "县教育局.xls", old);
    assert.deepEqual([taken.status, taken.remade], ["sent_back", true]);
    const back = await door.collectionWorkbook(KEEPER, task.scope_id, (await unit("县教育局")).id);
    assert.match(back.name, /另做的xlsx/u);
    const sheet = (await readBook(back.bytes, back.name)).sheets[0];
    const red = sheet?.cell(4, paid);
    assert.deepEqual([red?.text, red?.fill], ["约七百", "FFC7CE"]);
    assert.match(sheet?.cell(2, 0)?.text ?? "", /不能在原文件上标红/u);
    const again = await door.takeReturned(KEEPER, "改.xlsx", await typed(back.bytes, { [cellName(4, paid)]: "700" }));
    assert.deepEqual([again.status, again.faults, again.remade], ["returned", [], false]);
  });

  test("units are offered before any ledger names them, of the own side only", async () => {
    const made = (record: string, id: string, values: { readonly [field: string]: string }) =>
      ({ op: "create", record, scope_id: NIL_SCOPE, id, values }) as const;
    const town = newId();
    const other = newId();
    await desk.write(
      KEEPER,
      command([
        made("region", town, { path: "乙省云岭州石坎县平坝镇", name: "平坝镇" }),
        made("region", other, { path: "甲省临海市望潮区潮音街道", name: "潮音街道" }),
        made("organisation", newId(), { name: "平坝镇中心小学", region: town }),
        made("organisation", newId(), { name: "潮音街道小学", region: other }),
      ]),
    );
    assert.deepEqual(await door.knownUnits(KEEPER, SHIKAN_PAIR), [
      { unit: "平坝镇", from: "region" },
      { unit: "平坝镇中心小学", from: "organisation" },
    ]);
    const stranger: Actor = { ...KEEPER, account_id: newId(), role: "clerk", scopes: [newId()] };
    assert.deepEqual(await door.knownUnits(stranger, SHIKAN_PAIR), []);
  });

  test("another workbook, another office's task and a reader are refused", async () => {
    const other: BookSpec = { sheets: [{ name: "表", rows: [{ cells: [{ value: "甲" } satisfies CellSpec] }] }] };
    const refused = (code: string) => (error: unknown) => error instanceof LedgerError && error.code === code;
    await assert.rejects(
      door.takeReturned(KEEPER, "a.xlsx", await writeBook(other)),
      refused("COLLECTION_FILE_UNKNOWN"),
    );
    const file = await typed(untouchedForm, { G5: "1", H5: "2" });
    const stranger: Actor = { ...KEEPER, account_id: newId(), role: "clerk", scopes: [newId()] };
    await assert.rejects(door.takeReturned(stranger, "a.xlsx", file), refused("COLLECTION_FILE_UNKNOWN"));
    await assert.rejects(
      door.takeReturned({ ...KEEPER, role: "inspector" }, "a.xlsx", file),
      refused("ROLE_FORBIDDEN"),
    );
  });
});
