import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, test } from "node:test";
import { fieldIn, printValue } from "@shanhai/model";
import type { Actor, Role } from "../actor.js";
import { HeldForReview } from "../holding/held-for-review.js";
import type { HeldLine } from "../holding/holding-desk.js";
import type { Ledger } from "../ledger.js";
import { openLedger } from "../open-ledger.js";
import { eachDatabase } from "../trial/trial-databases.js";
import {
  importSample,
  openPairs,
  planSample,
  QINGXI_PAIR,
  SHEET_CLERK,
  SHIKAN_PAIR,
  sampleWorkbook,
} from "../trial/trial-sheets.js";
import type { DictionaryBook } from "../wording/wording-desk.js";
import { readBook } from "../workbook/read-book.js";
import { writeBook } from "../workbook/write-book.js";
import { loadSampleWorkbooks } from "./sample-workbooks.js";
import type { ImportOptions, ImportPlan } from "./sheet-desk.js";

const L1 = "石坎县2023年东西部协作项目进度台账（截至11.30）最终版2.xls";
const REVISED = "石坎县2023年东西部协作项目进度台账（截至12.10）最终版3.xls";

eachDatabase("project ledgers from workbooks (西1, 西2)", (trial) => {
  let ledger: Ledger;
  let firstImport = "";
  const projects = async () => (await ledger.list(SHEET_CLERK, "project", { scope: SHIKAN_PAIR, limit: 100 })).rows;
  const heads = async () => (await ledger.verify(SHEET_CLERK)).links;

  before(async () => {
    ledger = await openLedger(trial.config);
    await openPairs(ledger);
  });
  after(async () => ledger.close());

  test("西1: the preview of L1 is what users.md expects; nothing is written by it", async () => {
    const { plan } = await planSample(ledger, L1);
    const links = await heads();
    const again = await planSample(ledger, L1);
    assert.equal(await heads(), links, "looking writes nothing");
    assert.equal(again.plan.hash, plan.hash);
    assert.equal(plan.scope?.id, SHIKAN_PAIR, "whose workbook it is follows from its words");
    assert.deepEqual(
      plan.sheets.map(({ name, state }) => [name, state]),
      [
        ["2023年", "read"],
        ["作废", "void"],
        ["Sheet3", "hidden"],
      ],
    );
    assert.deepEqual(plan.tally, { added: 6, changed: 0, cells: 0, same: 0, skipped: 0, missing: 0 });
    const count = (key: string) => plan.counts.find((one) => one.key === key)?.value;
    assert.deepEqual([count("projects"), count("places")], ["6", "7"]);
    assert.deepEqual(
      [count("paid_of_total"), count("paid_of_disbursed"), count("paid_of_coop")],
      ["81.32", "92.80", "97.67"],
    );
    const wrong = plan.totals.filter(({ difference }) => difference !== null);
    assert.deepEqual(
      wrong.map(({ label, cell, printed, computed, difference }) => [label, cell, printed, computed, difference]),
      [["合计", "Q6", "2,500.59万元", "2,500.95万元", "−0.36万元"]],
    );
    const subtotals = plan.totals.filter(({ kind }) => kind === "subtotal");
    assert.equal(new Set(subtotals.map(({ label }) => label)).size, 3);
    assert.ok(subtotals.every(({ difference }) => difference === null));
    const codes = plan.findings.map(({ code }) => code);
    const times = (code: string) => codes.filter((one) => one === code).length;
    assert.equal(times("value/date-impossible"), 1);
    assert.equal(times("value/date-partial"), 3);
    assert.equal(times("value/missing"), 1);
    assert.equal(times("value/date-planned"), 2);
  });

  test("西1: accepted, the ledger has six rows, each value with its cell; the same file again changes nothing", async () => {
    const { progress, importId, documentId } = await importSample(ledger, L1);
    firstImport = importId;
    assert.deepEqual([progress.state, progress.position, progress.total], ["done", 6, 6]);
    const rows = await projects();
    assert.equal(rows.length, 6);
    const plant = rows.find(({ values }) => values.project_no === "SK-01");
    assert.ok(plant);
    assert.deepEqual(
      [plant.values.total, plant.values.paid, plant.values.started, plant.values.planned_end, plant.values.completed],
      ["1200000000", "960000000", "2023-04", "2023-12", null],
    );
    const sources = await ledger.sources(SHEET_CLERK, "project", plant.scope_id, plant.id);
    const paid = sources.find(({ field }) => field === "paid");
    assert.deepEqual(
      [paid?.place, paid?.quote, paid?.document_name, paid?.document_id],
      [{ sheet: "2023年", cell: "Q8" }, "960", L1, documentId],
    );
    const value = (no: string, field: string) => rows.find(({ values }) => values.project_no === no)?.values[field];
    assert.equal(value("SK-06", "paid"), "118600000");
    assert.equal(value("SK-05", "paid"), null, "/ is not filled in, not 0");
    assert.equal(value("SK-05", "planned_start"), "2023-10-01");
    assert.equal(value("SK-03", "total"), "380500000");
    assert.equal(value("SK-02", "place"), "平坝镇红星村、平坝镇大坪村");
    assert.equal(value("SK-04", "started"), null);
    const links = await heads();
    const { plan } = await planSample(ledger, L1);
    assert.deepEqual([plan.tally.same, plan.tally.added, plan.tally.changed], [6, 0, 0]);
    const again = await importSample(ledger, L1);
    assert.equal(again.progress.total, 0);
    assert.equal(await heads(), links + 1, "one link says that it was imported again, no row changed");
    assert.deepEqual(
      (await projects()).map(({ version }) => version).sort(),
      rows.map(({ version }) => version).sort(),
    );
  });

  test("西2: the revised file changes one cell, adds one, misses one; unchosen, nothing is written", async () => {
    const { id, plan } = await planSample(ledger, REVISED);
    assert.deepEqual([plan.tally.changed, plan.tally.cells, plan.tally.added, plan.tally.missing], [1, 1, 1, 1]);
    const [changed] = plan.rows.filter(({ state }) => state === "changed");
    assert.deepEqual(
      changed?.changes.map(({ field, before: was, after: now, cell }) => [field, was, now, cell]),
      [["paid", "212350000", "260000000", "Q11"]],
    );
    const [missing] = plan.missing;
    assert.equal(missing?.title, "稳岗补贴");
    assert.deepEqual(missing.choices, ["end", "remove", "omitted", "ignore"]);
    const links = await heads();
    const accepted = { options: {}, choices: {}, hash: plan.hash, id: randomUUID() };
    await assert.rejects(ledger.importSheet(SHEET_CLERK, id, accepted), { code: "SHEET_MISSING_UNDECIDED" });
    await assert.rejects(ledger.importSheet(SHEET_CLERK, id, { ...accepted, hash: "0" }), { code: "SHEET_PLAN_STALE" });
    assert.equal(await heads(), links);
    const { importId } = await importSample(ledger, REVISED, { missing: { [missing.key]: "end" } });
    const stages = (await projects()).map(({ values }) => [values.project_no, values.stage, values.paid]).sort();
    assert.deepEqual(
      stages.filter(([no]) => no === "SK-06" || no === "SK-03" || no === "SK-07"),
      [
        ["SK-03", null, "260000000"],
        ["SK-06", "cancelled", "118600000"],
        ["SK-07", null, "0"],
      ],
    );
    assert.deepEqual((await planSample(ledger, REVISED)).plan.tally.missing, 0, "what was ended is missed no more");
    const undone = await ledger.undoImport(SHEET_CLERK, importId);
    assert.equal(undone.state, "undone");
    const back = (await projects()).map(({ values }) => [values.project_no, values.stage, values.paid]).sort();
    assert.deepEqual(
      back.filter(([no]) => no === "SK-06" || no === "SK-03" || no === "SK-07"),
      [
        ["SK-03", null, "212350000"],
        ["SK-06", null, "118600000"],
      ],
    );
    const bath = (await projects()).find(({ values }) => values.project_no === "SK-03");
    const sources = await ledger.sources(SHEET_CLERK, "project", bath?.scope_id ?? "", bath?.id ?? "");
    assert.equal(sources.find(({ field, chosen }) => field === "paid" && chosen)?.quote, "212.35");
  });

  test("经办—审核: an import waits as one change, opened as its preview; accepted without a row; its undoing waits too", async () => {
    const office = {
      name: "石坎县农业农村局",
      kind: "cooperation",
      party: null,
      place: null,
      maker_checker: false,
    } as const;
    const at = await ledger.keepOffice(SHEET_CLERK, {
      ...office,
      branches: [],
      reviewed: ["project"],
      state: "active",
    });
    const person = async (name: string, role: Role): Promise<Actor> => {
      const { id } = await ledger.createAccount(SHEET_CLERK, { name, note: null });
      const none = { title: null, pairs: [], branches: [], projects: [] };
      const membership = await ledger.grantPost(SHEET_CLERK, { account: id, office: at, role, ...none });
      const acts = { ...office, id: at, side: "west", reviewed: ["project"] } as const;
      return { account_id: id, name, role, membership, scopes: [SHIKAN_PAIR], office: acts };
    };
    const [clerk, reviewer] = [await person("王经办", "clerk"), await person("赵审核", "leader")];
    await ledger.submit(clerk, sampleWorkbook(REVISED));
    const held = async (work: Promise<unknown>): Promise<HeldLine> => {
      const thrown: unknown = await work.then(
        () => null,
        (error: unknown) => error,
      );
      assert.ok(thrown instanceof HeldForReview, String(thrown));
      return thrown.held;
    };
    const { id, plan } = await planSample(ledger, REVISED);
    const [missing] = plan.missing;
    const before = await projects();
    const links = await heads();
    const accepted = { options: {}, choices: { missing: { [missing?.key ?? ""]: "end" as const } }, hash: plan.hash };
    const importId = randomUUID();
    const waits = await held(ledger.importSheet(clerk, id, { ...accepted, id: importId }));
    assert.deepEqual([waits.id, waits.kind, waits.title, waits.records], [importId, "import", REVISED, ["project"]]);
    assert.equal((await held(ledger.importSheet(clerk, id, { ...accepted, id: importId }))).version, waits.version);
    assert.deepEqual(await projects(), before, "nothing is written");
    assert.equal(await heads(), links + 1, "but that it waits");
    assert.equal((await ledger.imports(clerk, id)).length, 1, "only the one before");
    const marked = (await ledger.heldMarks(clerk, "project")).map(({ row }) => row);
    const touched = before.filter(({ id: row }) => marked.includes(row)).map(({ values }) => values.project_no);
    assert.deepEqual(touched.sort(), ["SK-03", "SK-06"]);
    await ledger.changeRow(SHEET_CLERK, "project", SHIKAN_PAIR, before[0]?.id ?? "", {
      ...{ version: before[0]?.version ?? "", values: { note: "调度会" }, command_id: randomUUID(), reason: "" },
    });
    const seen = await ledger.heldChange(reviewer, importId);
    assert.deepEqual(
      [seen.import?.moved, seen.import?.plan.tally.changed, seen.import?.plan.tally.added],
      [true, 1, 1],
      "the ledger moved since: the preview is made anew",
    );
    const added = seen.import?.plan.rows.find(({ state }) => state === "added")?.key ?? "";
    const acceptance = { version: seen.version, hash: seen.import?.plan.hash ?? "", skip: [added] };
    await assert.rejects(ledger.acceptHeld(reviewer, importId, { version: seen.version }), {
      code: "SHEET_PLAN_STALE",
    });
    const done = await ledger.acceptHeld(reviewer, importId, acceptance);
    assert.deepEqual([done.held.state, done.import?.state, done.import?.total], ["accepted", "done", 2]);
    const after = await projects();
    const of = (no: string) => after.find(({ values }) => values.project_no === no);
    assert.deepEqual(
      [of("SK-03")?.values.paid, of("SK-07"), of("SK-06")?.values.stage],
      ["260000000", undefined, "cancelled"],
    );
    const last = (await ledger.history(SHEET_CLERK, "project", SHIKAN_PAIR, of("SK-03")?.id ?? "")).at(-1);
    assert.deepEqual([last?.maker, last?.who], [clerk.name, reviewer.name]);
    // Whoever goes on with what was accepted does so in its names, though he reviews nothing himself.
    assert.equal((await ledger.resumeImport(clerk, importId)).state, "done");

    const undoing = await held(ledger.undoImport(clerk, importId));
    assert.deepEqual([undoing.kind, undoing.state], ["undo", "waiting"]);
    assert.equal((await projects()).find(({ values }) => values.project_no === "SK-03")?.values.paid, "260000000");
    await ledger.acceptHeld(reviewer, undoing.id, { version: undoing.version });
    const back = (await projects()).find(({ values }) => values.project_no === "SK-03");
    assert.equal(back?.values.paid, "212350000");
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });

  test("an import cut short goes on where it stopped; one changed since is not undone", async () => {
    const { id, plan } = await planSample(ledger, "石坎县2022年东西部协作项目进度台账.xls");
    const stop = new AbortController();
    stop.abort();
    const importId = randomUUID();
    const cut = await ledger.importSheet(
      SHEET_CLERK,
      id,
      { options: {}, choices: {}, hash: plan.hash, id: importId },
      { signal: stop.signal },
    );
    assert.deepEqual([cut.state, cut.position, cut.total], ["interrupted", 0, 3]);
    const resumed = await ledger.resumeImport(SHEET_CLERK, importId);
    assert.deepEqual([resumed.state, resumed.position], ["done", 3]);
    assert.equal((await projects()).length, 9);
    const [row] = (await projects()).filter(({ values }) => values.project_no === "SK-04");
    assert.ok(row);
    await ledger.write(SHEET_CLERK, {
      command_id: randomUUID(),
      reason: "更正",
      changes: [
        {
          op: "change",
          record: "project",
          scope_id: row.scope_id,
          id: row.id,
          version: row.version,
          values: { note: "已核" },
        },
      ],
    });
    await assert.rejects(ledger.undoImport(SHEET_CLERK, firstImport), (error: { code?: string; zh?: string }) => {
      assert.equal(error.code, "RUN_UNDO_CONFLICT");
      assert.match(error.zh ?? "", /第二中学教学楼/u);
      return true;
    });
    assert.equal((await projects()).length, 9);
    assert.equal((await ledger.undoImport(SHEET_CLERK, importId)).state, "undone");
    assert.equal((await projects()).length, 6);
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });

  test("the sample workbooks cut short go on in the middle of the one that was begun; a third time changes nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "shanhai-samples-"));
    try {
      const files = [2021, 2022, 2023].map((year) => `清溪县${year}年东西部协作项目进度台账.xls`);
      for (const name of files) writeFileSync(join(folder, name), sampleWorkbook(name).bytes);
      const place = (path: string, adcode: string) => ({ path, adcode });
      const pairs = { 清溪: { east: place("甲省临海市望潮区", "990101"), west: place("乙省云岭州清溪县", "980102") } };
      const books = files.map((file, at) => ({ file, pair: "清溪", year: 2021 + at }));
      writeFileSync(join(folder, "samples.json"), JSON.stringify({ pairs, books, linked: "linked.json" }));
      writeFileSync(join(folder, "linked.json"), sampleWorkbook("linked.json").bytes);
      const stop = new AbortController();
      const cut = await loadSampleWorkbooks(ledger, folder, {
        signal: stop.signal,
        progress: (done) => {
          if (done === 1) stop.abort();
        },
      });
      assert.deepEqual([cut.of, cut.problems], [3, []]);
      const there = async () =>
        (await ledger.list(SHEET_CLERK, "project", { scope: QINGXI_PAIR, limit: 100 })).rows.length;
      const first = await there();
      assert.ok(first > 0, "the first one is whole");
      const again = await loadSampleWorkbooks(ledger, folder);
      assert.deepEqual([again.imported, again.problems], [2, []], "the one that was begun, and the one behind it");
      const all = await there();
      assert.ok(all > first);
      // What no sheet holds came with them, for each of the three years, and points to the projects.
      const of = async (record: string) =>
        (await ledger.list(SHEET_CLERK, record, { scope: QINGXI_PAIR, limit: 100 })).rows.map(({ values }) => values);
      assert.deepEqual([...new Set((await of("fund_source")).map(({ year }) => year))].sort(), [
        "2021",
        "2022",
        "2023",
      ]);
      assert.ok((await of("payment")).every(({ project }) => typeof project === "string"));
      const before = await heads();
      assert.deepEqual(await loadSampleWorkbooks(ledger, folder), { imported: 0, of: 3, problems: [] });
      assert.deepEqual([await there(), await heads()], [all, before]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("colours, pictures and hidden rows are listed and asked about once per meaning; the answer is remembered, and forgotten when told", async () => {
    const red = { fill: "FF0000" };
    const yellow = { fill: "FFFF00" };
    const month = (last: string) =>
      writeBook({
        sheets: ["一批", "二批"].map((name, at) => ({
          name,
          rows: [
            { cells: [{ value: "石坎县2023年东西部协作项目实施进度台账", style: { fill: "00B050" } }] },
            {
              cells: ["项目编号", "项目名称", "总投资（万元）", "已支付（万元）"].map((value) => ({
                value,
                style: { fill: "4472C4" },
              })),
            },
            {
              cells: [
                { value: `QH-${at}1`, style: red },
                { value: `茶园${at}` },
                { value: "120", comment: "领导口头同意" },
                { value: last, style: red },
              ],
            },
            {
              hidden: true,
              cells: [{ value: `QH-${at}2` }, { value: `水池${at}`, style: yellow }, { value: "80" }, null],
            },
          ],
        })),
      });
    const bring = async (name: string, bytes: Uint8Array) =>
      (await ledger.submit(SHEET_CLERK, { name, bytes })).document_id;
    const id = await bring("石坎县项目11月.xlsx", await month("60"));
    const scope = SHIKAN_PAIR;
    const { questions, findings } = await ledger.planImport(SHEET_CLERK, id, { scope });
    assert.deepEqual(
      questions.map(({ key, answer }) => [key, answer]).sort(),
      [
        ["sheet/fill:FF0000", null],
        ["sheet/fill:FFFF00", null],
        ["sheet/hidden-rows", null],
      ],
      "one question per colour over both sheets, none for titles and headers",
    );
    assert.equal(findings.filter(({ code }) => code === "sheet/comments").length, 2);
    const answers = { "sheet/fill:FF0000": "资金未到账", "sheet/fill:FFFF00": "待核", "sheet/hidden-rows": "照样计入" };
    const options = { scope, answers };
    const plan = await ledger.planImport(SHEET_CLERK, id, options);
    const missing = Object.fromEntries(plan.missing.map(({ key }) => [key, "ignore" as const]));
    const importId = randomUUID();
    await ledger.importSheet(SHEET_CLERK, id, { options, choices: { missing }, hash: plan.hash, id: importId });
    const next = await bring("石坎县项目12月.xlsx", await month("90"));
    const known = async () =>
      (await ledger.planImport(SHEET_CLERK, next, { scope })).questions.map(({ answer }) => answer);
    assert.deepEqual((await known()).sort(), ["待核", "照样计入", "资金未到账"].sort());
    const [mapping] = await ledger.importMappings(SHEET_CLERK);
    assert.deepEqual(
      [mapping?.form.key, mapping?.who, mapping?.answers.find(({ question }) => question.endsWith("FF0000"))],
      [
        "project",
        SHEET_CLERK.name,
        { question: "sheet/fill:FF0000", zh: "填充色 FF0000", en: "fill colour FF0000", answer: "资金未到账" },
      ],
    );
    await ledger.forgetRemembered(SHEET_CLERK, "mapping", mapping?.id ?? "");
    assert.deepEqual(await known(), [null, null, null]);
    await ledger.undoImport(SHEET_CLERK, importId);
  });

  test("a table in GB18030 comes in; a workbook that cannot be read is kept whole as a proof, and says why", async () => {
    const gbk = Buffer.from(
      "cfeec4bfb1e0bac52ccfeec4bfc3fbb3c62cd7dccdb6d7caa3a8cdf2d4aaa3a90a51482d392cb2e8d4b02c313230",
      "hex",
    );
    const { document_id } = await ledger.submit(SHEET_CLERK, { name: "石坎县项目.csv", bytes: gbk });
    const plan = await ledger.planImport(SHEET_CLERK, document_id, { scope: SHIKAN_PAIR, year: 2023 });
    assert.deepEqual(
      plan.rows.map(({ title, changes }) => [title, changes.find(({ field }) => field === "total")?.after]),
      [["茶园", "120000000"]],
    );
    const listed = "项目编号,项目名称,总投资（万元）\nQH-93,乡政府办公楼修缮,50\nQH-94,辣椒园,三十万元\n";
    const told = await ledger.submit(SHEET_CLERK, { name: "石坎县项目二.csv", bytes: Buffer.from(listed) });
    const { rows } = await ledger.planImport(SHEET_CLERK, told.document_id, { scope: SHIKAN_PAIR, year: 2023 });
    assert.deepEqual(
      rows.map(({ state, findings, changes }) => [
        state,
        findings.map(({ zh, place }) => [/“办公楼”可能属于资金负面清单/u.test(zh), place]),
        changes.find(({ field }) => field === "total")?.after,
      ]),
      [
        ["added", [[true, { row: 1, column: 1 }]], "50000000"],
        ["added", [], "30000000"],
      ],
      "what may not be paid for is told at its cell, nothing is stopped",
    );
    const whole = await writeBook({ sheets: [{ name: "表", rows: [{ cells: [{ value: "甲".repeat(400) }] }] }] });
    const cut = whole.slice(0, whole.length - 60);
    const kept = await ledger.submit(SHEET_CLERK, { name: "项目台账（损坏）.xlsx", bytes: cut });
    assert.deepEqual([kept.created, kept.workbook], [true, true]);
    assert.match(kept.warnings[0]?.zh ?? "", /完整保存，可作佐证材料.*损坏/u);
    await assert.rejects(ledger.planImport(SHEET_CLERK, kept.document_id), { code: "WORKBOOK_DAMAGED" });
    assert.equal((await ledger.submit(SHEET_CLERK, { name: "项目台账（损坏）.xlsx", bytes: cut })).created, false);
    const damaged = (await ledger.documents(SHEET_CLERK, { text: "损坏" })).rows;
    assert.deepEqual(
      damaged.map(({ id, workbook }) => [id, workbook]),
      [[kept.document_id, true]],
    );
    await assert.rejects(ledger.submit(SHEET_CLERK, { name: "空.xlsx", bytes: new Uint8Array() }), {
      code: "DOCUMENT_EMPTY",
    });
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });

  test("字典: a local fund name is asked about once, recorded for place and years, then comes in by itself, elsewhere not", async () => {
    const table = (name: string, lines: readonly string[]) => ({
      name,
      bytes: new TextEncoder().encode(lines.join("\n")),
    });
    const planned = async (scope: string, source: ReturnType<typeof table>, options: ImportOptions = {}) => {
      const { document_id } = await ledger.submit(SHEET_CLERK, source);
      return { id: document_id, plan: await ledger.planImport(SHEET_CLERK, document_id, { scope, ...options }) };
    };
    const told = ({ dictionary: { words } }: ImportPlan) =>
      words.map(({ text, code, how, count, year }) => [text, code, how, count, year]);
    const kinds = (plan: ImportPlan) =>
      plan.rows.map(({ title, state, changes }) => [
        title,
        state,
        changes.find(({ field }) => field === "kind")?.after,
      ]);
    const funds = table("石坎县2023年资金来源台账.csv", [
      "出资单位,层级,资金类别,年度,金额（万元）,资金名称",
      "潮音街道,镇街,结镇帮镇扶村资金,2023,50,",
      "港口镇,镇街,结镇帮镇扶村资金,2023,40,",
      "望潮区,区县级,财政援助资金,2023,660,",
      "乙省,省（市）级,衔接资金,2026,100,",
    ]);
    const asked = await planned(SHIKAN_PAIR, funds);
    assert.deepEqual(told(asked.plan), [
      ["结镇帮镇扶村资金", null, "unknown", 2, 2023],
      ["衔接资金", "bridging", "other_year", 1, 2026],
    ]);
    assert.deepEqual(asked.plan.tally, { added: 2, changed: 0, cells: 0, same: 0, skipped: 2, missing: 0 });
    assert.match(asked.plan.rows.find(({ title }) => title === "港口镇")?.reason?.zh ?? "", /缺“资金类别”/u);
    const [word] = asked.plan.dictionary.words;
    assert.deepEqual([word?.sheet, word?.cell, word?.zh], [asked.plan.sheets[0]?.name, "C2", "资金类别"]);
    assert.ok(
      word?.choices.some(({ code, zh }) => code === "bridging" && zh === "衔接资金"),
      "told in the row's year",
    );
    const once = await planned(SHIKAN_PAIR, funds, { answers: { [word?.key ?? ""]: "social" } });
    assert.deepEqual(told(once.plan)[0], ["结镇帮镇扶村资金", "social", "answer", 2, 2023]);

    const given = {
      alias: "结镇帮镇扶村资金",
      code: "subcounty",
      place: "乙省云岭州石坎县",
      from_year: 2023,
      to_year: null,
    };
    const source = "望潮区2023年结对帮扶资金通知";
    const record = (more: object) =>
      ledger.addAlias(SHEET_CLERK, "fund_kind", { ...given, source, command_id: randomUUID(), ...more });
    const refused: readonly (readonly [object, string])[] = [
      [{ source: " " }, "DICTIONARY_SOURCE"],
      [{ alias: "财政援助资金" }, "DICTIONARY_TAKEN"],
      [{ code: "none" }, "DICTIONARY_CODE"],
      [{ place: "丙省" }, "DICTIONARY_PLACE"],
      [{ to_year: 2022 }, "DICTIONARY_YEARS"],
    ];
    for (const [more, code] of refused) await assert.rejects(record(more), { code });
    await assert.rejects(
      ledger.addAlias({ ...SHEET_CLERK, role: "clerk" }, "fund_kind", { ...given, source, command_id: randomUUID() }),
      { code: "ROLE_FORBIDDEN" },
    );
    await record({});
    await assert.rejects(record({ from_year: 2024 }), { code: "DICTIONARY_TAKEN" });
    const { plan, id } = await planned(SHIKAN_PAIR, funds);
    assert.deepEqual(told(plan)[0], ["结镇帮镇扶村资金", "subcounty", "alias", 2, 2023]);
    assert.equal(
      plan.dictionary.words.some(({ code }) => code === null),
      false,
      "nothing is asked any more",
    );
    assert.deepEqual(
      kinds(plan).map(([, , kind]) => kind),
      ["subcounty", "subcounty", "fiscal", "bridging"],
    );
    await assert.rejects(
      ledger.importSheet(SHEET_CLERK, id, {
        options: { scope: SHIKAN_PAIR },
        choices: {},
        hash: asked.plan.hash,
        id: randomUUID(),
      }),
      { code: "SHEET_PLAN_STALE" },
    );
    const importId = randomUUID();
    await ledger.importSheet(SHEET_CLERK, id, {
      options: { scope: SHIKAN_PAIR },
      choices: {},
      hash: plan.hash,
      id: importId,
    });
    const named = table("石坎县2024年结对资金.csv", [
      "出资单位,层级,年度,金额（万元）,资金名称",
      "盐田街道,镇街,2024,30,结镇帮镇扶村资金",
      "潮音街道,镇街,2022,30,结镇帮镇扶村资金",
    ]);
    const own = await planned(SHIKAN_PAIR, named, { columns: fundColumns });
    assert.deepEqual(
      kinds(own.plan),
      [
        ["盐田街道", "added", "subcounty"],
        ["潮音街道", "skipped", undefined],
      ],
      "by the fund's own name, in the years of the alias",
    );
    assert.deepEqual(told((await planned(QINGXI_PAIR, named, { columns: fundColumns })).plan)[0]?.slice(0, 3), [
      "结镇帮镇扶村资金",
      null,
      "unknown",
    ]);
    // What was said for one import is kept for the layout, and told by its name; here no alias of the place holds.
    const answers = { [word?.key ?? ""]: "social" };
    const other = await planned(QINGXI_PAIR, funds, { answers });
    assert.deepEqual(told(other.plan)[0]?.slice(1, 3), ["social", "answer"]);
    const otherId = randomUUID();
    const options = { scope: QINGXI_PAIR, answers };
    // The samples' own funds of the county are not in the file.
    const missing = Object.fromEntries(other.plan.missing.map(({ key }) => [key, "omitted" as const]));
    await ledger.importSheet(SHEET_CLERK, other.id, {
      options,
      choices: { missing },
      hash: other.plan.hash,
      id: otherId,
    });
    const december = { ...funds, name: "清溪县2023年资金来源台账（12月）.csv" };
    assert.deepEqual(told((await planned(QINGXI_PAIR, december)).plan)[0]?.slice(1, 3), ["social", "answer"]);
    const mapping = (await ledger.importMappings(SHEET_CLERK)).find(({ form }) => form.key === "fund_source");
    assert.deepEqual(
      mapping?.answers.map(({ zh, answer }) => [zh, answer]),
      [["字典用语“结镇帮镇扶村资金”", "社会帮扶资金"]],
    );
    await ledger.forgetRemembered(SHEET_CLERK, "mapping", mapping?.id ?? "");
    await ledger.undoImport(SHEET_CLERK, otherId);
    await ledger.undoImport(SHEET_CLERK, importId);
  });

  test("字典: an item is added, chosen, renamed from a year on and ended; what rows say stays, the chain holds it all", async () => {
    const set = (more: object) =>
      ledger.setEntry(SHEET_CLERK, "sale_channel", {
        ...{
          code: null,
          from_year: 2023,
          to_year: null,
          zh: "社区团购",
          en: "",
          successor: null,
          source: "乙商务〔2023〕2号",
        },
        ...{ version: null, command_id: randomUUID(), ...more },
      });
    const sale = async (channel: string) => {
      const id = randomUUID();
      const values = { seller: "石坎县合作社", year: "2023", channel };
      await ledger.write(SHEET_CLERK, {
        command_id: randomUUID(),
        reason: "登记",
        changes: [{ op: "create", record: "sale", scope_id: SHIKAN_PAIR, id, values }],
      });
    };
    const item = (book: DictionaryBook, zh: string) =>
      book.dictionaries.find(({ name }) => name === "sale_channel")?.entries.find((one) => one.zh === zh);
    await assert.rejects(
      ledger.setEntry(SHEET_CLERK, "fund_kind", {
        code: null,
        from_year: null,
        to_year: null,
        zh: "新资金",
        en: "",
        successor: null,
        source: "文",
        version: null,
        command_id: randomUUID(),
      }),
      { code: "DICTIONARY_CLOSED" },
    );
    await assert.rejects(set({ zh: "商超" }), { code: "DICTIONARY_TAKEN" });
    await assert.rejects(sale("w_none"), { code: "VALUE_INVALID" });
    const made = item(await set({}), "社区团购");
    assert.deepEqual([made?.changed_by, made?.over, made?.to_year], [SHEET_CLERK.name, false, null]);
    await sale(made?.code ?? "");
    const remove = { version: made?.version ?? "", reason: "误增", command_id: randomUUID() };
    await assert.rejects(ledger.removeWord(SHEET_CLERK, "sale_channel", "entries", made?.id ?? "", remove), {
      code: "DICTIONARY_USED",
    });
    await set({ code: made?.code, from_year: 2024, zh: "即时零售" });
    const ended = await set({
      code: made?.code,
      from_year: 2024,
      to_year: 2024,
      zh: "即时零售",
      version: item(await ledger.dictionaries(SHEET_CLERK), "即时零售")?.version,
    });
    assert.deepEqual([item(ended, "社区团购")?.to_year, item(ended, "即时零售")?.to_year], [2023, 2024]);
    const field = (await ledger.definitions(SHEET_CLERK))
      .find(({ name }) => name === "sale")
      ?.fields.find(({ key }) => key === "channel");
    assert.ok(field);
    const names = [2023, 2024, 2025].map((year) => printValue(fieldIn(field, year), made?.code));
    assert.deepEqual(names, ["社区团购", "即时零售", "即时零售"]);
    const sheet = await ledger.exportSheet(SHEET_CLERK, "sale", { scope: SHIKAN_PAIR });
    const printed = await readBook(new Uint8Array(await buffer(sheet.body)), sheet.name);
    const cells =
      (printed.sheets[0]?.rows ?? 0) > 0 ? [...Array(40).keys()].map((at) => printed.sheets[0]?.cell(3, at)?.text) : [];
    assert.ok(cells.includes("社区团购"), "an export prints the name of the row's year");
    const history = await ledger.dictionaryHistory(SHEET_CLERK, "sale_channel");
    assert.deepEqual(
      history.map(({ title, words }) => [title, words?.to_year]),
      [
        ["即时零售", 2024],
        ["即时零售", null],
        ["社区团购", null],
      ],
    );
    const dictionary = await ledger.dictionary();
    const book = await readBook(new Uint8Array(await buffer(dictionary.body)), dictionary.name);
    const words = book.sheets.find(({ name }) => name === "字典");
    const line = [...Array(words?.rows ?? 0).keys()].find((at) => words?.cell(at, 1)?.text === "社区团购") ?? -1;
    assert.deepEqual(
      [4, 5, 7, 8].map((at) => words?.cell(line, at)?.text),
      ["2023", "2023", "乙商务〔2023〕2号", "是"],
    );
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });

  test("字典: the items of a year come in from a sheet, with their papers and other names; what stands stays, the same again changes nothing", async () => {
    const rows = [
      ["2022年政府收支分类科目"],
      ["科目编码", "科目名称", "依据", "别名"],
      ["21305", "巩固脱贫衔接乡村振兴", "乙财预〔2021〕100号", ""],
      ["2130599", "其他巩固脱贫衔接支出", "乙财预〔2021〕100号", "其他衔接支出、衔接其他"],
      ["2130598", "没有依据的科目", "", ""],
      ["注：以财政部门当年印发的为准"],
    ].map((cells) => ({ cells: cells.map((value) => ({ value })) }));
    const bytes = await writeBook({ sheets: [{ name: "科目", rows }] });
    const file = { name: "科目.xlsx", bytes, year: null, source: "" };
    const plan = await ledger.planWords(SHEET_CLERK, "budget_subject", file);
    assert.deepEqual(
      plan.lines.map(({ zh, state, from_year, aliases, cell, reason }) => [
        zh,
        state,
        from_year,
        aliases,
        cell,
        reason?.zh,
      ]),
      [
        ["21305 巩固脱贫衔接乡村振兴", "changed", 2022, [], "B3", undefined],
        ["2130599 其他巩固脱贫衔接支出", "added", 2022, ["其他衔接支出", "衔接其他"], "B4", undefined],
        ["2130598 没有依据的科目", "skipped", 2022, [], "B5", "没有写依据，没有保存。"],
      ],
    );
    const accepted = { hash: plan.hash, command_id: randomUUID() };
    const before = await heads();
    await assert.rejects(ledger.importWords(SHEET_CLERK, "budget_subject", { ...file, source: "另据" }, accepted), {
      code: "SHEET_PLAN_STALE",
    });
    assert.equal(await heads(), before, "a preview that is another one by now writes nothing");
    const written = await ledger.importWords(SHEET_CLERK, "budget_subject", file, accepted);
    await ledger.importWords(SHEET_CLERK, "budget_subject", file, accepted);
    assert.equal(await heads(), before + 1, "one link, whatever is asked again");
    const subjects = written.dictionaries.find(({ name }) => name === "budget_subject");
    const of22 = subjects?.entries.filter(({ from_year }) => from_year === 2022) ?? [];
    assert.deepEqual(
      of22.map(({ code, zh, source }) => [code.startsWith("s21305"), zh, source]).toSorted(),
      [
        [false, "2130599 其他巩固脱贫衔接支出", "乙财预〔2021〕100号"],
        [true, "21305 巩固脱贫衔接乡村振兴", "乙财预〔2021〕100号"],
      ],
      "a number that stands keeps its code under the name of the year",
    );
    assert.ok(subjects?.aliases.some(({ alias, from_year }) => alias === "衔接其他" && from_year === 2022));
    const again = await ledger.planWords(SHEET_CLERK, "budget_subject", file);
    assert.deepEqual(again.tally, { added: 0, changed: 0, same: 2, skipped: 1 });
    await assert.rejects(
      ledger.planWords(SHEET_CLERK, "fund_negative_list", { ...file, bytes: Buffer.from("甲,乙\n1,2\n") }),
      {
        code: "DICTIONARY_SHEET",
      },
    );
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });
});

/** Columns of a table of funds without 资金类别: A giver, B level, C year, D amount, E the fund's own name. */
const fundColumns = {
  "石坎县2024年结对资金#1": {
    form: "fund_source",
    columns: { A: "giver_name", B: "giver_level", C: "year", D: "amount", E: "local_name" },
  },
};
