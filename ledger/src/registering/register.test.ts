import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NIL_SCOPE, organisationId } from "@shanhai/model";
import type { Actor } from "../actor.js";
import { evidenceDesk } from "../evidence/evidence.js";
import type { EvidenceDesk } from "../evidence/evidence-desk.js";
import { foundation, KEEPER, newId, PAIR } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { COLLEAGUE, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { verify } from "../verification/verify.js";
import { registerDesk } from "./register.js";
import type { RegisterDesk, Registered } from "./register-desk.js";

eachDatabase("rows by hand", (trial) => {
  let work: TrialDesk;
  let desk: RegisterDesk & EvidenceDesk;
  before(async () => {
    work = await trialDesk(trial.config);
    desk = { ...registerDesk(work.desk), ...evidenceDesk(work.desk) };
    await work.desk.write(KEEPER, foundation());
  });
  after(() => work.store.close());

  const task = (values = {}, command_id = newId()) =>
    desk.createRow(KEEPER, "task", {
      scope_id: PAIR,
      values: { title: "新增冷链车间一个", origin: "manual", side: "west", ...values },
      command_id,
      reason: "调度会交办",
    });
  const step = ({ row }: Registered, to: string, values = {}) =>
    desk.stepRow(KEEPER, "task", PAIR, row.id, {
      to,
      version: row.version,
      values,
      command_id: newId(),
      reason: "",
    });

  test("a row begins at its first step; sent twice it is one row", async () => {
    const command = newId();
    const first = await task({}, command);
    const again = await task({}, command);
    assert.equal(first.row.values.status, "established");
    assert.equal(again.row.id, first.row.id);
    assert.equal(again.receipt.repeated, true);
  });

  test("a step asks for what it needs, writes its day, and follows the one before", async () => {
    const made = await task();
    await assert.rejects(step(made, "assigned"), { code: "STEP_INCOMPLETE", zh: /责任单位（原文）、办结时限/u });
    await assert.rejects(step(made, "done"), { code: "STEP_NOT_NEXT", adviceZh: /交办、终止/u });
    await assert.rejects(step(made, "finished"), { code: "STEP_UNKNOWN" });
    const assigned = await step(made, "assigned", { owner_name: "石坎县商务局", due: "2023-12-15" });
    assert.equal(assigned.row.values.status, "assigned");
    assert.match(String(assigned.row.values.assigned_on), /^\d{4}-\d\d-\d\d$/u);
    assert.deepEqual(
      assigned.warnings.map(({ code }) => code),
      ["PROOF_WANTED"],
    );
    const reported = await step(assigned, "reported", { progress: "已选址", reported_on: "2023-12-01" });
    assert.equal(reported.row.values.reported_on, "2023-12-01", "a day that is given stays");
    const done = await step(reported, "done");
    assert.equal((await step(done, "closed")).row.values.status, "closed");
  });

  test("a step by way of a changed field is held to the same rule; other fields change freely", async () => {
    const { row } = await task();
    const change = (version: string, values: { readonly [field: string]: string }) =>
      desk.changeRow(KEEPER, "task", PAIR, row.id, { version, values, command_id: newId(), reason: "更正" });
    await assert.rejects(change(row.version, { status: "closed" }), { code: "STEP_NOT_NEXT" });
    const changed = await change(row.version, { title: "新增冷链车间两个" });
    assert.equal(changed.row.title, "新增冷链车间两个");
    assert.equal(changed.row.values.side, "west");
  });

  test("who comes second is told who changed which fields", async () => {
    const { row } = await task();
    const given = (values: { readonly [field: string]: string }) => ({
      version: row.version,
      values,
      command_id: newId(),
      reason: "",
    });
    await desk.changeRow(COLLEAGUE, "task", PAIR, row.id, given({ due: "2023-12-31", owner_name: "县教育局" }));
    await assert.rejects(desk.changeRow(KEEPER, "task", PAIR, row.id, given({ note: "急" })), {
      code: "VERSION_STALE",
      zh: /韦安然于 .* 已修改了这一条“督办事项”（责任单位（原文）、办结时限）/u,
    });
  });

  test("an organisation with a credit code has the id of its code; a happening is its own", async () => {
    const { row } = await desk.createRow(KEEPER, "organisation", {
      scope_id: NIL_SCOPE,
      values: { name: "石坎辣椒专业合作社", credit_code: "93980101MF0TK0004E" },
      command_id: newId(),
      reason: "",
    });
    assert.equal(row.id, organisationId("93980101MF0TK0004E"));
    const visit = await desk.createRow(KEEPER, "visit", {
      scope_id: PAIR,
      values: { name: "望潮区代表团来访", start_date: "2023-11-20" },
      command_id: newId(),
      reason: "",
    });
    assert.equal(visit.row.values.happening_id, visit.row.id);
  });

  test("a value that a document states keeps its source beside the one filled in by hand", async () => {
    const id = newId();
    const values = { title: "建设冷库", origin: "minutes", side: "west", status: "established" };
    const entry = { scope_id: PAIR, record: "task", record_id: id, field: "title", value: "建设冷库", side: null };
    await work.desk.write(KEEPER, {
      command_id: newId(),
      reason: "导入纪要",
      changes: [{ op: "create", record: "task", scope_id: PAIR, id, values }],
      sources: [{ ...entry, chosen: true, fact_id: null, document_id: newId(), place: null, quote: "建设冷库" }],
    });
    const before = await work.desk.get(KEEPER, "task", PAIR, id);
    await desk.changeRow(KEEPER, "task", PAIR, id, {
      version: before?.version ?? "",
      values: { title: "建设冷库两座" },
      command_id: newId(),
      reason: "电话核实",
    });
    const sources = await work.desk.sources(KEEPER, "task", PAIR, id);
    assert.deepEqual(
      sources.map(({ value, chosen, quote }) => ({ value, chosen, quote })),
      [
        { value: "建设冷库两座", chosen: true, quote: null },
        { value: "建设冷库", chosen: false, quote: "建设冷库" },
      ],
    );
  });

  test("proofs: attached once, opened, seen at every row that the same file proves, taken back, removed with their row", async () => {
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
    const paper = work.reads("关于印发任务分解表的通知\n\n一、建设冷库。", []);
    const [one, two] = [(await task()).row, (await task({ title: "第二件" })).row];
    const of = (row: typeof one) => ({ record: "task", scope_id: PAIR, id: row.id });
    const command_id = newId();
    const given = {
      name: "C:\\佐证\\交办通知.txt",
      bytes: paper.bytes,
      strength: "A",
      formed: "2023-11",
      command_id,
    } as const;
    const first = await desk.attachProof(KEEPER, of(one), given);
    assert.equal((await desk.attachProof(KEEPER, of(one), given)).receipt.repeated, true);
    assert.deepEqual(first.warnings, []);
    const second = await desk.attachProof(KEEPER, of(two), {
      ...given,
      command_id: newId(),
    });
    assert.match(second.warnings[0]?.zh ?? "", /该文件已用于 2023-11 “新增冷链车间一个”/u);
    const [proof, ...more] = await desk.proofs(KEEPER, of(one));
    assert.deepEqual(more, []);
    assert.equal(proof?.name, "交办通知.txt");
    assert.match(String(proof?.collected), /^\d{4}-/u);
    assert.deepEqual(
      proof?.also.map(({ title }) => title),
      ["第二件"],
    );
    assert.deepEqual((await desk.proofFile(KEEPER, of(one), proof?.id ?? "")).bytes, Buffer.from(paper.bytes));
    await assert.rejects(desk.proofFile(KEEPER, of(two), proof?.id ?? ""), { code: "PROOF_MISSING" });
    await assert.rejects(desk.attachProof(KEEPER, of(one), { ...given, name: "机密★方案.jpg", bytes: photo }), {
      code: "DOCUMENT_SECRET",
    });
    const marked = work.reads("机密★10年\n资金方案", [], { secrecy: "机密" });
    await assert.rejects(desk.attachProof(KEEPER, of(one), { ...given, bytes: marked.bytes, command_id: newId() }), {
      code: "DOCUMENT_SECRET",
    });
    // Who keeps the money reads a task and its proofs, and takes none away.
    const finance: Actor = { ...KEEPER, role: "finance" };
    assert.equal((await desk.proofs(finance, of(two))).length, 1);
    const taken = { version: second.proof.version, command_id: newId(), reason: "传错" };
    await assert.rejects(desk.detachProof(finance, of(two), second.proof.id, taken), { code: "RECORD_FORBIDDEN" });
    await desk.detachProof(KEEPER, of(two), second.proof.id, {
      version: second.proof.version,
      command_id: newId(),
      reason: "传错",
    });
    assert.deepEqual(await desk.proofs(KEEPER, of(two)), []);
    assert.equal((await verify(work.store, KEEPER)).ok, true);
    await desk.removeRow(KEEPER, "task", PAIR, one.id, { version: one.version, command_id: newId(), reason: "重复" });
    await assert.rejects(desk.proofs(KEEPER, of(one)), { code: "ROW_MISSING" });
    const { rows } = await work.store.db.query("select 1 from proof");
    assert.deepEqual(rows, []);
  });

  test("a row of a bulk ledger names its cell", async () => {
    const [run, id] = [newId(), newId()];
    await work.store.db.query(
      `insert into run (scope_id, id, kind, sheet, columns, state, actor)
       values ($1, $2, 'labour_record', '平坝镇', '{"village": "C", "months": "Q", "gone": "Z"}', 'done', 'x')`,
      [PAIR, run],
    );
    const values = { year: 2023, village: "红星村", person_name: "韦示例", run, sheet_row: 8 };
    await work.desk.write(KEEPER, {
      command_id: newId(),
      reason: "导入",
      changes: [{ op: "create", record: "labour_record", scope_id: PAIR, id, values }],
    });
    const sources = await work.desk.sources(KEEPER, "labour_record", PAIR, id);
    assert.deepEqual(
      sources.map(({ field, value, place }) => ({ field, value, place })),
      [{ field: "village", value: "红星村", place: { sheet: "平坝镇", cell: "C8" } }],
    );
    const found = await work.desk.list(KEEPER, "labour_record", { text: "红星村" });
    assert.equal(found.rows.length, 1);
  });
});
