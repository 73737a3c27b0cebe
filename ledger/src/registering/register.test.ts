import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documentId, NIL_SCOPE, organisationId } from "@shanhai/model";
import { accountDesk } from "../account/open-account-desk.js";
import type { Actor, Role } from "../actor.js";
import type { Change, Command, Values } from "../command.js";
import { erase } from "../erasure/erase.js";
import { evidenceDesk } from "../evidence/evidence.js";
import type { EvidenceDesk } from "../evidence/evidence-desk.js";
import { sha256Of } from "../fresh-id.js";
import { HeldForReview } from "../holding/held-for-review.js";
import { keepingForReview } from "../holding/hold.js";
import { holdingDesk } from "../holding/holding.js";
import type { HeldLine, HoldingDesk } from "../holding/holding-desk.js";
import { command, created, foundation, KEEPER, newId, PAIR, WEST } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { COLLEAGUE, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { verify } from "../verification/verify.js";
import { tryWrite } from "../write.js";
import { registerDesk } from "./register.js";
import type { RegisterDesk, Registered } from "./register-desk.js";

/** No workbooks here: imports under review are tested where workbooks are. */
const noSheets = {
  planImport: () => assert.fail(),
  importSheet: () => assert.fail(),
  undoImport: () => assert.fail(),
  importState: () => assert.fail(),
};

eachDatabase("rows by hand", (trial) => {
  let work: TrialDesk;
  let desk: RegisterDesk & EvidenceDesk;
  let watched: RegisterDesk & EvidenceDesk;
  let review: HoldingDesk;
  before(async () => {
    work = await trialDesk(trial.config);
    desk = { ...registerDesk(work.desk), ...evidenceDesk(work.desk) };
    const tries = (actor: Actor, commands: readonly Command[]) => tryWrite(work.store, actor, commands);
    const keeping = keepingForReview(work.desk, tries);
    watched = { ...registerDesk(keeping), ...evidenceDesk(keeping) };
    review = holdingDesk(keeping, noSheets, tries);
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

  test("what a project says of the negative list is told with the item, never refused; words of the place that an office added too", async () => {
    const project = (content: string) =>
      desk.createRow(KEEPER, "project", {
        scope_id: PAIR,
        values: { name: "镇区改造", plan_year: "2023", content },
        ...{ command_id: newId(), reason: "登记" },
      });
    const told = await project("新建办公用房一栋");
    assert.match(told.warnings[0]?.zh ?? "", /“办公用房”可能属于资金负面清单“修建楼堂馆所”/u);
    assert.deepEqual((await project("新建体育馆一座")).warnings, []);
    await work.desk.write(
      KEEPER,
      command([
        created("dictionary_alias", NIL_SCOPE, newId(), {
          ...{ name: "fund_negative_list", code: "buildings", alias: "体育馆", place: "贵州省", source: "县专班说明" },
        }),
      ]),
    );
    assert.deepEqual(
      (await project("新建体育馆一座")).warnings.map(({ code }) => code),
      ["WORD_FOUND"],
    );
  });

  test("how long a 公示 stands follows from its 公示期限; one that ends too early is told, not refused", async () => {
    const notice = (values: Values) =>
      desk.createRow(KEEPER, "notice", {
        scope_id: PAIR,
        values: { subject: "年度项目计划公示", type: "before", level: "county", ...values },
        ...{ command_id: newId(), reason: "公示" },
      });
    const dated = { start_date: "2023-11-20", end_date: "2023-11-28" };
    const made = await notice({ period: "workdays_7", ...dated });
    assert.deepEqual([made.row.values.min_days, made.row.values.working_days, made.warnings], ["7", true, []]);
    const short = await desk.changeRow(KEEPER, "notice", PAIR, made.row.id, {
      ...{ version: made.row.version, command_id: newId(), reason: "改期限" },
      values: { period: "days_10" },
    });
    assert.deepEqual([short.row.values.min_days, short.row.values.working_days], ["10", false]);
    assert.match(short.warnings[0]?.zh ?? "", /只有 9 天，少于应公示的 10 天/u);
    const weekend = await notice({ period: "workdays_7", start_date: "2023-11-20", end_date: "2023-11-27" });
    assert.match(weekend.warnings[0]?.zh ?? "", /只有 6 个工作日.*少于应公示的 7 个工作日/u);
    const own = await notice({ period: "days_10", min_days: "15", ...dated });
    assert.equal(own.row.values.min_days, "15", "what somebody says stands");
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

  test("经办—审核: a change waits for a colleague and changes nothing until he accepts it, with both names", async () => {
    const { clerk, reviewer, partner } = await office();
    const { row } = await task({ owner_name: "县商务局" });
    const change = (actor: Actor, values: Values, version = row.version) =>
      watched.changeRow(actor, "task", PAIR, row.id, { version, values, command_id: newId(), reason: "电话核实" });
    await assert.rejects(work.desk.write(clerk, { ...foundation(), changes: [changeOf(row, { note: "侧门" })] }), {
      code: "REVIEW_NEEDED",
    });
    await assert.rejects(change(clerk, { status: "closed" }), { code: "STEP_NOT_NEXT" }, "refused now, not later");
    const first = await held(change(clerk, { title: "新增冷链车间两个" }));
    assert.deepEqual([first.state, first.own, first.may_check, first.title], ["waiting", true, false, row.title]);
    const again = await held(change(clerk, { note: "急" }));
    assert.equal(again.id, first.id, "what he changes in the same row meanwhile is one change with it");
    assert.equal((await work.desk.get(clerk, "task", PAIR, row.id))?.title, "新增冷链车间一个", "nothing changed");
    assert.deepEqual(
      (await review.heldMarks(partner, "task")).map(({ row: id, held: of }) => [id, of]),
      [[row.id, null]],
      "the other side sees that something waits, and nothing of it",
    );
    assert.deepEqual(await review.heldMarks({ ...partner, scopes: [] }, "task"), []);
    await assert.rejects(review.heldChange(partner, first.id), { code: "HELD_MISSING" });
    await assert.rejects(review.acceptHeld(clerk, first.id, { version: again.version }), { code: "MAKER_IS_CHECKER" });

    // Meanwhile the keeper writes another title and an owner.
    const moved = await desk.changeRow(KEEPER, "task", PAIR, row.id, {
      ...{ version: row.version, values: { title: "新增冷链车间三个", owner_name: "县农业局" } },
      ...{ command_id: newId(), reason: "调度会" },
    });
    const [waiting, ...more] = (await review.heldChanges(reviewer)).to_check;
    assert.deepEqual([waiting?.id, more], [first.id, []]);
    const seen = await review.heldChange(reviewer, first.id);
    const [told] = seen.rows;
    const key = told?.key ?? "";
    assert.deepEqual(
      told?.fields.map(({ field, before, after, now, conflict }) => [field, before, after, now, conflict]),
      [
        ["title", "新增冷链车间一个", "新增冷链车间两个", "新增冷链车间三个", true],
        ["note", null, "急", null, false],
      ],
    );
    assert.deepEqual(told?.meanwhile, [{ field: "owner_name", before: "县商务局", now: "县农业局" }]);
    assert.equal(told?.changed_by?.who, KEEPER.name);
    const { version } = seen;
    await assert.rejects(review.acceptHeld(reviewer, first.id, { version, seen: { [key]: row.version } }), {
      code: "HELD_MOVED",
    });
    const now = { [key]: moved.row.version };
    await assert.rejects(review.acceptHeld(reviewer, first.id, { version, seen: now }), {
      code: "HELD_CONFLICT",
      zh: /“新增冷链车间三个”的“.+”在提交后已被他人改为另外的值/u,
    });
    const settled = { [key]: { title: "asked" as const } };
    const done = await review.acceptHeld(reviewer, first.id, { version, seen: now, settled });
    assert.deepEqual(
      [done.held.state, done.held.checker, done.held.check_kind],
      ["accepted", reviewer.name, "checked"],
    );
    const after = await work.desk.get(KEEPER, "task", PAIR, row.id);
    assert.deepEqual(
      [after?.values.title, after?.values.note, after?.values.owner_name],
      ["新增冷链车间两个", "急", "县农业局"],
    );
    const last = (await work.desk.history(KEEPER, "task", PAIR, row.id)).at(-1);
    assert.deepEqual([last?.maker, last?.who, last?.self_checked], [clerk.name, reviewer.name, false]);
    await assert.rejects(review.returnHeld(reviewer, first.id, { version: done.held.version, note: "晚了" }), {
      code: "HELD_SETTLED",
    });
    assert.deepEqual(await review.heldMarks(reviewer, "task"), []);
  });

  test("经办—审核: sent back with a reason, mended, taken back; a new row is there once it is accepted; one person is said", async () => {
    const { clerk, reviewer, only } = await office();
    const made = await held(
      watched.createRow(clerk, "task", {
        ...{ scope_id: PAIR, values: { title: "建设冷库", origin: "manual", side: "west" } },
        ...{ command_id: newId(), reason: "调度会" },
      }),
    );
    assert.equal(await work.desk.get(clerk, "task", PAIR, made.id), null);
    await assert.rejects(review.returnHeld(reviewer, made.id, { version: made.version, note: " " }), {
      code: "HELD_NOTE",
    });
    const back = await review.returnHeld(reviewer, made.id, { version: made.version, note: "缺责任单位" });
    assert.deepEqual([back.state, back.note], ["returned", "缺责任单位"]);
    assert.deepEqual(
      (await review.heldChanges(clerk)).own.map(({ id, state }) => [id, state]),
      [[made.id, "returned"]],
    );
    const mended = await review.mendHeld(clerk, made.id, { version: back.version, values: { owner_name: "县商务局" } });
    assert.equal(mended.state, "waiting");
    const draft = await review.moveHeld(clerk, made.id, { version: mended.version, to: "draft" });
    await assert.rejects(review.heldChange(reviewer, made.id), { code: "HELD_MISSING" }, "a draft is its maker's");
    const once = await review.moveHeld(clerk, made.id, { version: draft.version, to: "waiting" });
    await review.acceptHeld(reviewer, made.id, { version: once.version });
    assert.equal((await work.desk.get(KEEPER, "task", PAIR, made.id))?.values.owner_name, "县商务局");

    const alone = await held(
      watched.createRow(only, "task", {
        ...{ scope_id: PAIR, values: { title: "一人办的事", origin: "manual", side: "west" } },
        ...{ command_id: newId(), reason: "" },
      }),
    );
    assert.equal(alone.may_check, true, "nobody else is in his office");
    const own = await review.acceptHeld(only, alone.id, { version: alone.version });
    assert.equal(own.held.check_kind, "self_checked");
    assert.equal((await work.desk.history(KEEPER, "task", PAIR, alone.id)).at(-1)?.self_checked, true);
    assert.equal((await verify(work.store, KEEPER)).ok, true);
    // A link that names another maker than its text is found.
    await work.store.db.query("update change set maker_name = '别人' where maker_name = $1 and scope_id = $2", [
      ...[clerk.name, PAIR],
    ]);
    assert.equal((await verify(work.store, KEEPER)).ok, false);
    await work.store.db.query("update change set maker_name = $1 where maker_name = '别人'", [clerk.name]);
  });

  test("经办—审核: files wait with the row that they prove; proofs once it is accepted, nobody's before, lost never", async () => {
    const { clerk, reviewer, partner } = await office();
    const { row } = await task({ title: "修路" });
    const at = { record: "task", scope_id: PAIR, id: row.id };
    const paper = (text: string) => work.reads(text, []).bytes;
    const attach = (of: typeof at, text: string, command_id = newId()) =>
      watched.attachProof(clerk, of, { ...{ name: `${text}.txt`, strength: "A", command_id }, bytes: paper(text) });
    const proofs = async (of: typeof at) => (await desk.proofs(KEEPER, of)).map(({ name }) => name);
    const names = async (actor: Actor, id: string) =>
      (await review.heldChange(actor, id)).files.map(({ op, name, title }) => `${op} ${name} ${title}`);

    const once = newId();
    const first = await held(attach(at, "开工令", once));
    assert.equal((await held(attach(at, "开工令", once))).id, first.id, "the same request is one file");
    assert.equal((await held(attach(at, "照片说明"))).id, first.id, "another one waits with it");
    const change = { version: row.version, values: { note: "已开工" }, command_id: newId(), reason: "" };
    const joined = await held(watched.changeRow(clerk, "task", PAIR, row.id, change));
    assert.equal(joined.id, first.id, "and so does what is said of the row itself");
    assert.deepEqual(await proofs(at), []);
    assert.deepEqual(await names(reviewer, first.id), ["attach 开工令.txt 修路", "attach 照片说明.txt 修路"]);
    const [file, other] = (await review.heldChange(reviewer, first.id)).files;
    const opened = await review.heldFile(reviewer, first.id, file?.id ?? "");
    assert.deepEqual([opened.name, Buffer.from(opened.bytes)], ["开工令.txt", Buffer.from(paper("开工令"))]);
    await assert.rejects(review.heldFile(partner, first.id, file?.id ?? ""), { code: "HELD_MISSING" });
    await assert.rejects(desk.proofFile(KEEPER, at, file?.id ?? ""), { code: "PROOF_MISSING" });
    // The wall behind the doors: a proof is part of the ledger whose row it proves.
    const { scope_id } = at;
    const proof = { record: "task", record_id: row.id, file_hash: "0".repeat(64), size: "1", strength: "A" };
    await assert.rejects(
      work.desk.write(clerk, {
        ...{ command_id: newId(), reason: "" },
        changes: [{ op: "create", record: "proof", scope_id, id: newId(), values: proof }],
      }),
      { code: "REVIEW_NEEDED" },
    );

    const back = await review.returnHeld(reviewer, first.id, { version: joined.version, note: "照片不清" });
    assert.deepEqual(await proofs(at), []);
    assert.equal((await names(clerk, first.id)).length, 2, "its maker sees them again");
    await assert.rejects(names(partner, first.id), { code: "HELD_MISSING" });
    const command_id = newId();
    const dropping = { version: back.version, command_id };
    const dropped = await review.dropHeldFile(clerk, first.id, other?.id ?? "", dropping);
    assert.equal((await review.dropHeldFile(clerk, first.id, other?.id ?? "", dropping)).version, dropped.version);
    const seen = await review.heldChange(reviewer, first.id);
    assert.deepEqual([seen.state, seen.files.map(({ name }) => name)], ["waiting", ["开工令.txt"]]);
    const acceptance = { version: seen.version, seen: { [seen.rows[0]?.key ?? ""]: row.version }, command_id: newId() };
    const accepted = await review.acceptHeld(reviewer, first.id, acceptance);
    assert.equal((await review.acceptHeld(reviewer, first.id, acceptance)).held.version, accepted.held.version);
    assert.deepEqual(await proofs(at), ["开工令.txt"]);
    assert.equal((await work.desk.get(KEEPER, "task", PAIR, row.id))?.values.note, "已开工");
    assert.equal((await attach(at, "开工令", once)).receipt.repeated, true, "its answer was lost: it is kept once");

    // Of a row that is not there yet; and a proof that is taken back waits too.
    const made = await held(
      watched.createRow(clerk, "task", {
        ...{ scope_id: PAIR, values: { title: "架桥", origin: "manual", side: "west" } },
        ...{ command_id: newId(), reason: "" },
      }),
    );
    const bridge = { ...at, id: made.id };
    await assert.rejects(
      desk.attachProof(KEEPER, bridge, { name: "a.txt", bytes: paper("批复"), strength: "A", command_id: newId() }),
      {
        code: "ROW_MISSING",
      },
    );
    const withFile = await held(attach(bridge, "批复"));
    assert.equal(withFile.id, made.id);
    assert.deepEqual(await names(reviewer, made.id), ["attach 批复.txt 架桥"]);
    await review.acceptHeld(reviewer, made.id, { version: withFile.version });
    assert.deepEqual(await proofs(bridge), ["批复.txt"]);
    const [kept] = await desk.proofs(KEEPER, bridge);
    const taking = await held(
      watched.detachProof(clerk, bridge, kept?.id ?? "", {
        ...{ version: kept?.version ?? "", command_id: newId(), reason: "重复" },
      }),
    );
    assert.deepEqual(await names(reviewer, taking.id), ["detach 批复.txt 架桥"]);
    assert.deepEqual(await proofs(bridge), ["批复.txt"]);
    await review.acceptHeld(reviewer, taking.id, { version: taking.version });
    assert.deepEqual(await proofs(bridge), []);

    // What waits is as safe as what stands: verified, and erased by its file.
    const last = await held(attach(bridge, "含敏感信息"));
    const hash = sha256Of(paper("含敏感信息"));
    assert.equal((await verify(work.store, KEEPER)).ok, true);
    await erase(work.store, KEEPER, documentId(hash), "误传");
    assert.equal(await work.desk.keptFile(hash), null);
    assert.deepEqual((await review.heldChange(clerk, last.id)).files, []);
    await assert.rejects(review.acceptHeld(reviewer, last.id, { version: last.version }));
    assert.equal((await verify(work.store, KEEPER)).ok, true);
  });

  /** An office that wants 督办 reviewed, with a clerk and a reviewer; one of one person; and the other side's. */
  async function office() {
    const accounts = accountDesk(work.store);
    const person = async (name: string, role: Role, at: string, side: "east" | "west", reviewed: string[]) => {
      const { id } = await accounts.createAccount(KEEPER, { name: `${name}${newId().slice(-6)}`, note: null });
      const none = { title: null, pairs: [], branches: [], projects: [] };
      const post = await accounts.grantPost(KEEPER, { account: id, office: at, role, ...none });
      const of = { kind: "cooperation", party: null, side, place: null, maker_checker: false, reviewed } as const;
      const actor: Actor = {
        ...{ account_id: id, name, role, membership: post, scopes: [PAIR] },
        office: { id: at, name: "石坎县农业农村局", ...of },
      };
      return actor;
    };
    const place = async (name: string, reviewed: string[]) => {
      const of = { kind: "cooperation", party: WEST, branches: [], place: null, maker_checker: false } as const;
      return accounts.keepOffice(KEEPER, { name, ...of, reviewed, state: "active" });
    };
    const west = await place("石坎县农业农村局", ["task"]);
    const clerk = await person("李示例", "clerk", west, "west", ["task"]);
    const reviewer = await person("王示例", "reviewer", west, "west", ["task"]);
    const partner = await person("周示例", "clerk", await place("望潮区协作办", []), "east", []);
    const only = await person("孙示例", "clerk", await place("清溪县协作办", ["task"]), "west", ["task"]);
    return { clerk, reviewer, partner, only };
  }
  const held = async (work: Promise<unknown>): Promise<HeldLine> => {
    const error: unknown = await work.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    assert.ok(error instanceof HeldForReview, String(error));
    return error.held;
  };
  const changeOf = ({ id, version }: { readonly id: string; readonly version: string }, values: Values): Change => ({
    ...{ op: "change", record: "task", scope_id: PAIR, id, version, values },
  });
});
