import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Ledger } from "../ledger.js";
import { openLedger } from "../open-ledger.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { importSample, openPairs, planSample, SHEET_CLERK, SHIKAN_PAIR } from "../trial/trial-sheets.js";
import { writeBook } from "../workbook/write-book.js";

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
    const whole = await writeBook({ sheets: [{ name: "表", rows: [{ cells: [{ value: "甲".repeat(400) }] }] }] });
    const cut = whole.slice(0, whole.length - 60);
    const kept = await ledger.submit(SHEET_CLERK, { name: "项目台账（损坏）.xlsx", bytes: cut });
    assert.deepEqual([kept.created, kept.workbook], [true, true]);
    assert.match(kept.warnings[0]?.zh ?? "", /完整保存，可作佐证材料.*损坏/u);
    await assert.rejects(ledger.planImport(SHEET_CLERK, kept.document_id), { code: "WORKBOOK_DAMAGED" });
    assert.equal((await ledger.submit(SHEET_CLERK, { name: "项目台账（损坏）.xlsx", bytes: cut })).created, false);
    const listed = (await ledger.documents(SHEET_CLERK, { text: "损坏" })).rows;
    assert.deepEqual(
      listed.map(({ id, workbook }) => [id, workbook]),
      [[kept.document_id, true]],
    );
    await assert.rejects(ledger.submit(SHEET_CLERK, { name: "空.xlsx", bytes: new Uint8Array() }), {
      code: "DOCUMENT_EMPTY",
    });
    assert.equal((await ledger.verify(SHEET_CLERK)).ok, true);
  });
});
