import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Ledger } from "../ledger.js";
import { openLedger } from "../open-ledger.js";
import type { Row } from "../row.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import {
  importSample,
  openPairs,
  planSample,
  QINGXI_PAIR,
  SHEET_CLERK,
  SHIKAN_PAIR,
  sampleWorkbook,
} from "../trial/trial-sheets.js";
import { cellName } from "../workbook/book.js";
import { editPackage } from "../workbook/edit-package.js";
import { readBook } from "../workbook/read-book.js";
import { bookLimits } from "../workbook/workbook-limits.js";
import { writeBook } from "../workbook/write-book.js";
import { ZipParts } from "../workbook/zip-parts.js";
import type { ImportPlan } from "./sheet-desk.js";

/** The other workbooks of users.md §6 through the real database: what each "Expect" line says. */
const L2 = "望潮—石坎结对帮扶花名册（2023年更新）.xlsx";
const L3 = "2023年务工花名册汇总（各镇）.xlsx";
const L4_WEST = "附件2：东西部协作主要指标月报表（石坎县11月）.xlsx";
const L4_EAST = "附件2：东西部协作主要指标月报表（望潮区11月）.xlsx";
const L5 = "2021-2023人才交流及互访台账.xls";
const L6 = "石坎县2023年消费帮扶台账.xlsx";
const shikan = { scope: SHIKAN_PAIR, year: 2023 };

embeddedDatabase("the workbooks of the first day", (trial) => {
  let ledger: Ledger;
  const count = (plan: ImportPlan, key: string, form?: string) =>
    plan.counts.find((one) => one.key === key && (form === undefined || one.form === form))?.value;
  const codes = (plan: ImportPlan, code: string) => plan.findings.filter((one) => one.code === code).length;
  const rows = async (record: string, scope = SHIKAN_PAIR): Promise<readonly Row[]> => {
    const all: Row[] = [];
    for (let after: string | undefined; ; ) {
      const page = await ledger.list(SHEET_CLERK, record, {
        scope,
        limit: 200,
        ...(after === undefined ? {} : { after }),
      });
      all.push(...page.rows);
      if (page.next === null) return all;
      after = page.next;
    }
  };
  const unchanged = async (name: string, options = {}) => {
    const { plan } = await planSample(ledger, name, options);
    assert.deepEqual([plan.tally.added, plan.tally.changed, plan.tally.missing], [0, 0, 0], `${name} again`);
  };

  before(async () => {
    ledger = await openLedger(trial.config);
    await openPairs(ledger);
  });
  after(async () => ledger.close());

  test("L2 (东1): 东 6, 西 3 镇 + 5 村, 10 对, 155.00 万 and not 295, 10 computers without a value", async () => {
    const { plan, progress } = await importSample(ledger, L2);
    assert.equal(plan.scope?.id, SHIKAN_PAIR);
    assert.deepEqual(
      ["east", "west_townships", "townships_through_villages", "villages", "village_mentions", "links"].map((key) =>
        count(plan, key),
      ),
      ["6", "3", "1", "5", "7", "10"],
    );
    assert.deepEqual([count(plan, "fund"), count(plan, "goods")], ["155000000", "电脑10台"]);
    assert.match(plan.counts.find(({ key }) => key === "east")?.zh ?? "", /镇街 3、部门 2、企业 1/u);
    assert.equal(codes(plan, "count/explained"), 2, "what the sheets print under their rows is explained");
    assert.equal(progress.state, "done");
    const links = (await rows("pairing")).filter(
      ({ values }) => values.west_type !== "school" && values.west_type !== "hospital",
    );
    assert.equal(links.length, 10);
    assert.equal(
      links.reduce((sum, { values }) => sum + BigInt(String(values.fund ?? "0")), 0n),
      155_000_000n,
    );
    const union = links.find(({ values }) => String(values.label).startsWith("望潮区总工会"));
    assert.deepEqual(
      [union?.values.fund, union?.values.goods, union?.values.goods_value],
      ["5000000", "电脑10台", null],
    );
    const salt = links.find(({ values }) => String(values.label).startsWith("盐田街道"));
    assert.deepEqual([salt?.values.signed_on, salt?.values.term, salt?.values.until], ["2022-06-01", "长期", null]);
    const schools = (await rows("pairing")).filter(({ values }) => values.west_type === "school");
    assert.deepEqual([schools.length, new Set(schools.map(({ values }) => values.west)).size], [5, 3]);
    await unchanged(L2);
  });

  test("L3: 100 rows, 4 duplicates, 96 人次, 93 人; 38/41/14 by the longest job; each cell is found by run and row", async () => {
    const { plan, progress } = await importSample(ledger, L3, {}, shikan);
    assert.deepEqual(
      [
        "rows",
        "duplicates",
        "jobs",
        "persons",
        "id_damaged",
        "relieved",
        "monitored",
        "relieved_all",
        "east",
        "local",
        "other",
      ].map((key) => count(plan, key)),
      ["100", "4", "96", "93", "5", "61", "12", "73", "38", "41", "14"],
    );
    assert.match(plan.counts.find(({ key }) => key === "every_job")?.zh ?? "", /39\/43\/14/u);
    assert.equal(codes(plan, "value/id-damaged"), 5);
    assert.equal(codes(plan, "value/id-check"), 2);
    assert.equal(codes(plan, "value/id-form"), 1);
    assert.equal(codes(plan, "row/duplicate"), 0, "told on the rows themselves");
    assert.deepEqual([plan.tally.added, plan.tally.skipped], [96, 4]);
    assert.ok(
      plan.totals.every(({ difference }) => difference === null),
      "汇总 prints 100 and 41: what the rows say",
    );
    assert.deepEqual(
      plan.totals.filter(({ label }) => label === "合计").map(({ printed }) => printed),
      ["100", "41"],
    );
    assert.ok(
      plan.findings.every(({ zh }) => !/\d{15}/u.test(zh)),
      "no ID number in a text",
    );
    assert.deepEqual([progress.state, progress.total], ["done", 96]);
    const jobs = await rows("labour_record");
    assert.equal(jobs.length, 96);
    assert.equal(new Set(jobs.map(({ values }) => values.person_key)).size, 93);
    const counted = jobs.filter(({ values }) => values.longest === true);
    const to = (where: string) => counted.filter(({ values }) => values.destination === where).length;
    assert.deepEqual([counted.length, to("east"), to("local"), to("other")], [93, 38, 41, 14]);
    const one = jobs.find(({ values }) => values.township === "高山镇" && values.sheet_row === "5");
    assert.ok(one);
    const sources = await ledger.sources(SHEET_CLERK, "labour_record", one.scope_id, one.id);
    const phone = sources.find(({ field }) => field === "phone");
    assert.deepEqual(
      [phone?.place, phone?.document_name],
      [{ sheet: "高山镇", cell: "H5" }, L3],
      "高山镇 has 电话 before 身份证",
    );
    await unchanged(L3, shikan);
  });

  test("L3: each town gets back only its doubtful rows, red and explained; put right they are the same people", async () => {
    const { id } = await planSample(ledger, L3, shikan);
    const { name, bytes, rows: count } = await ledger.doubtfulRows(SHEET_CLERK, id, shikan);
    assert.match(name, /退回核实.*\.zip$/u);
    const zip = await ZipParts.open(bytes, bookLimits);
    const files = new Map(
      await Promise.all(
        zip.names.map(
          async (file) => [file, await readBook((await zip.bytes(file)) ?? new Uint8Array(), file)] as const,
        ),
      ),
    );
    assert.equal(files.size, 3, [...files.keys()].join(" "));
    assert.ok(count > 5 && count < 40, `${count} of 100 rows`);
    const [file = "", book] = [...files].find(([one]) => one.includes("平坝镇")) ?? [];
    const sheet = book?.sheets[0];
    assert.ok(sheet !== undefined);
    const red: { row: number; column: number; comment: string }[] = [];
    for (let row = 0; row < sheet.rows; row++)
      for (let column = 0; column < sheet.columns; column++) {
        const cell = sheet.cell(row, column);
        if (cell?.fill === "FFC7CE") red.push({ row, column, comment: cell.comment ?? "" });
      }
    assert.ok(
      red.every(({ comment }) => comment !== ""),
      "a red cell says why",
    );
    const damaged = red.filter(({ comment }) => /失真/u.test(comment));
    assert.equal(damaged.length, 5, "p010–p014");
    const [first] = damaged;
    assert.ok(first !== undefined);
    const before = (await rows("labour_record")).length;
    const mended = await editPackage(
      (await zip.bytes(file)) ?? new Uint8Array(),
      new Map([
        [sheet.name, { fills: new Map([[cellName(first.row, first.column), { text: "980101199505057775" }]]) }],
      ]),
    );
    const { document_id } = await ledger.submit(SHEET_CLERK, { name: "平坝镇改.xlsx", bytes: mended.bytes });
    const plan = await ledger.planImport(SHEET_CLERK, document_id, shikan);
    assert.deepEqual(
      [plan.tally.added, plan.tally.missing],
      [0, 0],
      JSON.stringify(plan.rows.filter(({ state }) => state === "added")),
    );
    const [changed] = plan.rows.filter(({ changes }) => changes.some(({ field }) => field === "id_number"));
    assert.deepEqual(
      changed?.changes.find(({ field }) => field === "id_state")?.after,
      "valid",
      JSON.stringify(plan.rows.map(({ title, state, changes }) => [title, state, changes.map(({ field }) => field)])),
    );
    assert.equal((await rows("labour_record")).length, before);
  });

  test("an invoice of last December counts once the year's window begins there: 上年发票 is what the window says", async () => {
    const keeper = await ledger.operator();
    const meant = (await ledger.indicatorSet(keeper, 2023)).indicators.find(({ code }) => code === "F1");
    assert.ok(meant);
    const { unit, measure, rule, evidence, cut_off } = meant;
    const window = { start: { years: -1, day: "12-01" }, end: { years: 0, day: "12-31" } } as const;
    const by = { version: null, reason: "按协作方统计期", command_id: randomUUID() };
    const set = await ledger.setIndicator(keeper, 2023, "F1", {
      unit,
      measure,
      rule,
      evidence,
      cut_off,
      window,
      ...by,
    });
    const { plan } = await planSample(ledger, L6);
    assert.deepEqual([count(plan, "excluded"), count(plan, "total")], ["1", "1604150000"], "6.00 万 more");
    const version = set.indicators.find(({ code }) => code === "F1")?.version ?? "";
    await ledger.resetIndicator(keeper, 2023, "F1", { version, reason: "撤回", command_id: randomUUID() });
  });

  test("L6: 65 counted rows, 1,598.15 = 采购 509.80 + 帮销 1,088.35; what does not count has its reason", async () => {
    const { plan } = await importSample(ledger, L6);
    assert.deepEqual(
      ["rows", "excluded", "returns", "counted", "purchase", "assisted", "total"].map((key) => count(plan, key)),
      ["66", "2", "1", "65", "509800000", "1088350000", "1598150000"],
    );
    assert.equal(codes(plan, "sheet/unit"), 3, "7月–9月 are in 万元");
    assert.equal(codes(plan, "value/credit-code"), 1);
    assert.ok(plan.totals.every(({ difference }) => difference === null));
    assert.equal(plan.totals.find(({ sheet, label }) => sheet === "汇总" && label === "合计")?.printed, "1,632.4万元");
    const sales = await rows("sale");
    assert.equal(sales.length, 67);
    const counted = sales.filter(({ values }) => values.counted === true);
    const sum = (mode: string) =>
      counted
        .filter(({ values }) => values.mode === mode)
        .reduce((total, { values }) => total + BigInt(String(values.amount)), 0n);
    assert.deepEqual([counted.length, sum("purchase"), sum("assisted")], [65, 509_800_000n, 1_088_350_000n]);
    const excluded = sales.filter(({ values }) => values.counted === false);
    assert.deepEqual(excluded.map(({ values }) => [values.month, values.amount]).sort(), [
      ["1", "6000000"],
      ["10", "25650000"],
    ]);
    assert.ok(excluded.every(({ values }) => typeof values.exclusion === "string" && values.exclusion !== ""));
    const summer = sales
      .filter(({ values }) => values.month === "8")
      .reduce((total, { values }) => total + BigInt(String(values.amount)), 0n);
    assert.equal(summer, 171_000_000n, "万元 sheets are converted");
    await unchanged(L6);
  });

  test("L5 (东7): 32 postings, cadres 3 in the year and 2 in post, 26 specialists in 29 postings; visits 4, 45 人次", async () => {
    const { plan } = await importSample(ledger, L5, {}, shikan);
    assert.deepEqual(
      [
        "postings",
        "cadres_in_year",
        "cadres_on_duty",
        "specialists",
        "specialist_times",
        "extended",
        "west_cadres",
        "shadowing",
      ].map((key) => count(plan, key)),
      ["32", "3", "2", "26", "29", "3", "1", "4"],
    );
    assert.deepEqual(
      ["visits", "east_to_west", "west_to_east", "people"].map((key) => count(plan, key, "visit")),
      ["4", "3", "1", "45"],
    );
    const postings = await rows("talent_posting");
    assert.equal(postings.length, 37);
    // The batch says when it began, the row how long: 1个月零3天.
    assert.deepEqual(
      postings.flatMap(({ values }) => (values.days === "33" ? [[values.started, values.ended, values.status]] : [])),
      [
        ["2023-08", "2023-09", "completed"],
        ["2023-08", "2023-09", "completed"],
      ],
    );
    const extended = postings.filter(({ values }) => values.extended === true);
    assert.deepEqual(new Set(extended.map(({ values }) => values.status)).size > 0 && extended.length, 3);
    const zhao = postings.find(({ values }) => values.person_name === "赵某");
    assert.deepEqual(
      [zhao?.values.started, zhao?.values.ended, zhao?.values.status, zhao?.values.born],
      ["2021-07", "2023-06", "completed", "1979-06"],
    );
    const merged = postings.filter(({ values }) => values.sending_unit === "望潮区人民医院");
    assert.ok(merged.length >= 11, "a unit merged over five rows is everybody's there");
    const visits = await rows("visit");
    assert.equal(visits.length, 4);
    const there = await rows("visit", QINGXI_PAIR);
    assert.equal(there.length, 1, "the first also went to 清溪县: a row of its own there");
    const all = [...visits, ...there].filter(({ values }) => values.direction === "east_to_west");
    assert.equal(new Set(all.map(({ values }) => values.happening_id)).size, 3, "望潮's own 东→西 are 3, not 4");
    await unchanged(L5, shikan);
  });

  test("L4: 16 lines in their units, targets beside them; the east's figures are told from the own", async () => {
    const asked = await planSample(ledger, L4_WEST, { scope: SHIKAN_PAIR });
    assert.deepEqual([asked.plan.year_assumed, asked.plan.questions[0]?.key], [true, "year"], "it prints no year");
    const accepted = { options: { scope: SHIKAN_PAIR }, choices: {}, hash: asked.plan.hash, id: randomUUID() };
    await assert.rejects(ledger.importSheet(SHEET_CLERK, asked.id, accepted), { code: "SHEET_YEAR_NEEDED" });
    const { plan } = await importSample(ledger, L4_WEST, {}, shikan);
    assert.equal(plan.year_assumed, false);
    assert.equal(count(plan, "lines"), "16");
    assert.equal(codes(plan, "value/missing"), 2);
    assert.equal(codes(plan, "value/formula-error") + codes(plan, "value/unreadable"), 1, "#DIV/0! is no figure");
    const values = await rows("indicator_value");
    assert.equal(values.length, 16);
    const value = (code: string, field: string) => values.find((row) => row.values.indicator === code)?.values[field];
    assert.deepEqual([value("D2", "to_date"), value("D2", "unit")], ["3800", "万元"], "0.38 亿元");
    assert.deepEqual(
      [value("B1", "to_date"), value("E1", "to_date"), value("F1", "to_date")],
      ["2560.5", "93", "1632.4"],
    );
    assert.deepEqual([value("A3", "month"), value("A3", "year"), value("A3", "line")], ["11", "2023", "west"]);
    const targets = await rows("indicator_target");
    assert.equal(targets.length, 15, "— is no target");
    assert.equal(targets.find((row) => row.values.indicator === "D2")?.values.target, "5000");
    await unchanged(L4_WEST, shikan);
    const east = await importSample(ledger, L4_EAST, {}, shikan);
    assert.equal(east.plan.tally.missing, 0, "the other side's file misses nothing of the own one");
    const both = await rows("indicator_value");
    assert.equal(both.length, 32);
    const other = both.filter(({ values: of }) => of.line === "east");
    const differing = other.filter(({ values: of }) => of.to_date !== value(String(of.indicator), "to_date"));
    assert.deepEqual(
      differing.map(({ values: of }) => of.indicator).sort(),
      ["B1", "B1b", "E1", "F1"],
      "12 一致, 4 差异",
    );
  });

  test("what came in by these workbooks goes out as ledgers and comes back without a difference", async () => {
    for (const record of ["pairing", "labour_record", "sale", "talent_posting", "visit", "indicator_value"]) {
      const { name, body } = await ledger.exportSheet(SHEET_CLERK, record, { scope: SHIKAN_PAIR });
      const pieces: Buffer[] = [];
      for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece);
      const { document_id } = await ledger.submit(SHEET_CLERK, { name, bytes: Buffer.concat(pieces) });
      const { tally, rows: planned } = await ledger.planImport(SHEET_CLERK, document_id, shikan);
      assert.deepEqual(
        [tally.added, tally.changed, tally.skipped, tally.missing],
        [0, 0, 0, 0],
        `${record}: ${JSON.stringify(planned.filter(({ state }) => state !== "same").slice(0, 3))}`,
      );
      assert.equal(tally.same, (await rows(record)).length, record);
    }
  });

  test("two rolls side by side on one sheet: every row, each value in its own cell, the same again changes nothing", async () => {
    const header = ["序号", "乡镇", "村", "姓名", "联系电话", "务工单位", "月均收入"];
    const person = (at: number, township: string, pay: string) => [
      ...[String(at), township, "某村", `务工${at}`, `1390000000${at}`, `某厂${at}`, pay],
    ];
    const lines = [
      ["清溪县2023年务工花名册"],
      [...header, null, ...header],
      [...person(1, "东风镇", "4000"), null, ...person(3, "前进镇", "三千五百元")],
      [...person(2, "东风镇", "4千"), null, ...person(4, "前进镇", "4500")],
    ];
    const cells = lines.map((line) => ({ cells: line.map((value) => (value === null ? null : { value })) }));
    const bytes = await writeBook({ sheets: [{ name: "务工", rows: cells }] });
    const { document_id } = await ledger.submit(SHEET_CLERK, { name: "清溪县2023年务工花名册.xlsx", bytes });
    const options = { scope: QINGXI_PAIR, year: 2023 };
    const plan = await ledger.planImport(SHEET_CLERK, document_id, options);
    assert.deepEqual([plan.sheets[0]?.tables.length, plan.tally.added, plan.tally.skipped], [2, 4, 0]);
    await ledger.importSheet(SHEET_CLERK, document_id, { options, choices: {}, hash: plan.hash, id: randomUUID() });
    const places = new Map<string, string>();
    for (const row of await rows("labour_record", QINGXI_PAIR)) {
      const sources = await ledger.sources(SHEET_CLERK, "labour_record", QINGXI_PAIR, row.id);
      const cell = (field: string) => {
        const place = sources.find((one) => one.field === field)?.place;
        return place !== undefined && place !== null && "cell" in place ? place.cell : null;
      };
      places.set(
        `${row.values.person_name} ${row.values.monthly_pay}`,
        `${cell("person_name")} ${cell("monthly_pay")}`,
      );
    }
    assert.deepEqual(Object.fromEntries([...places].toSorted()), {
      "务工1 400000": "D3 G3",
      "务工2 400000": "D4 G4",
      "务工3 350000": "L3 O3",
      "务工4 450000": "L4 O4",
    });
    const { tally } = await ledger.planImport(SHEET_CLERK, document_id, options);
    assert.deepEqual([tally.same, tally.added, tally.changed, tally.missing], [4, 0, 0, 0]);
  });

  test("a roll that should never have come in is erased with its rows, past versions too", async () => {
    const { document_id } = await ledger.submit(SHEET_CLERK, sampleWorkbook(L3));
    await ledger.erase(SHEET_CLERK, document_id, "误传");
    assert.equal((await rows("labour_record")).length, 0);
    await assert.rejects(ledger.planImport(SHEET_CLERK, document_id), { code: "SHEET_IMPORT_MISSING" });
    await assert.rejects(ledger.submit(SHEET_CLERK, sampleWorkbook(L3)), { code: "DOCUMENT_ERASED" });
  });

  test("everything written verifies", async () => {
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });
});
