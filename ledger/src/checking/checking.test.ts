import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { before, test } from "node:test";
import { type Decision, NIL_SCOPE } from "@shanhai/model";
import type { Actor, ActorOffice } from "../actor.js";
import type { Command } from "../command.js";
import { LedgerError } from "../error-codes.js";
import { HeldForReview } from "../holding/held-for-review.js";
import { keepingForReview } from "../holding/hold.js";
import { holdingDesk } from "../holding/holding.js";
import { document, documents } from "../intake/documents.js";
import { submit } from "../intake/submit.js";
import { withdraw } from "../intake/withdraw.js";
import { summary } from "../querying/summary.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { CLERK, COLLEAGUE, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, HOST_REPORT, hostReportFacts, REPORT, reportFacts } from "../trial/trial-report.js";
import { tryWrite } from "../write.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";
import { undo } from "./undo.js";

const refusal =
  (code: string, text = /./u) =>
  (error: unknown) => {
    assert.ok(error instanceof LedgerError, String(error));
    assert.equal(error.code, code);
    assert.match(error.zh, text);
    return true;
  };

eachDatabase("checking a document", (trial) => {
  let t: TrialDesk;
  let report = "";
  const adopt = (...facts: string[]): Decision[] => facts.map((fact) => ({ fact, verdict: "adopt" }));
  const carryOut = async (id: string, decisions: readonly Decision[], actor = CLERK) => {
    const { hash } = await plan(t.desk, actor, id, decisions);
    return decide(t.desk, actor, id, decisions, hash, randomUUID());
  };
  const rowsOf = async (record: string) => (await t.desk.list(CLERK, record, {})).rows;
  const heads = async () =>
    (await t.store.db.query("select scope_id, seq, hash from head order by scope_id")).rows.map((row) =>
      JSON.stringify(row, (_, v) => (typeof v === "bigint" ? String(v) : v)),
    );
  const one = async (record: string) => {
    const rows = await rowsOf(record);
    assert.equal(rows.length, 1, record);
    const [row] = rows;
    assert.ok(row);
    return row;
  };

  before(async () => {
    t = await trialDesk(trial.config, {});
  });

  test("a document comes in, and nothing is accepted by itself", async () => {
    const source = t.reads(REPORT, reportFacts);
    const submission = await submit(t.desk, CLERK, source);
    report = submission.document_id;
    assert.equal(submission.created, true);
    const view = await document(t.desk, CLERK, report);
    assert.equal(view?.state, "waiting");
    assert.equal(view?.items.length, reportFacts.length);
    assert.ok(view?.items.every((item) => item.state === "open"));
    assert.equal(view?.raw, REPORT);
    for (const { fact } of view?.items ?? [])
      for (const { start, end, quote } of fact.evidence) assert.equal(view?.raw.slice(start, end), quote);
    const totals = await summary(t.desk, CLERK);
    assert.equal(totals.documents, 1);
    assert.equal(totals.waiting, reportFacts.length);
    assert.equal(
      Object.values(totals.records).reduce((sum, count) => sum + count, 0),
      0,
    );
  });

  test("the same bytes again change nothing; from somebody else they are one submission more", async () => {
    const source = t.reads(REPORT, reportFacts);
    const headsBefore = await heads();
    const again = await submit(t.desk, CLERK, source);
    assert.equal(again.created, false);
    assert.equal(again.document_id, report);
    assert.match(again.warnings[0]?.zh ?? "", /已经导入过/u);
    assert.deepEqual(await heads(), headsBefore);
    await submit(t.desk, COLLEAGUE, source);
    await submit(t.desk, COLLEAGUE, source);
    const { rows } = await t.store.db.query("select who from submission order by seq");
    assert.deepEqual(
      rows.map(({ who }) => who),
      [CLERK.name, COLLEAGUE.name],
    );
  });

  test("words of the document are in no body of the chain, and their digests are salted", async () => {
    for (const table of ["document", "document_text", "submission", "fact"]) {
      const { rows } = await t.store.db.query<{ all: bigint; salted: bigint }>(
        `select count(*) as all, count(salt) as salted from ${table}`,
      );
      assert.ok(Number(rows[0]?.all) > 0);
      assert.equal(rows[0]?.salted, rows[0]?.all, table);
    }
    const { rows } = await t.store.db.query<{ body: string }>("select body from change");
    for (const { body } of rows) for (const word of ["陈启明", "火龙果", "来稿"]) assert.ok(!body.includes(word), word);
  });

  test("a plan shows what stands before a meeting, and writes nothing", async () => {
    const headsBefore = await heads();
    const shown = await plan(t.desk, CLERK, report, adopt(factId("c", 2)));
    const records = shown.rows.map(({ record, action }) => `${record} ${action}`);
    for (const record of ["region", "party", "pair", "visit", "meeting"])
      assert.ok(records.includes(`${record} create`), record);
    // One line with the numbers; the rows themselves are shown.
    const along = shown.warnings.filter(({ zh }) => zh.includes("一并写入"));
    assert.equal(along.length, 1);
    const count = shown.rows.filter(
      ({ action, facts }) => action === "create" && !facts.includes(factId("c", 2)),
    ).length;
    assert.match(along[0]?.zh ?? "", new RegExp(`^另有 ${count} 条将一并写入（.*互访 1 条`, "u"));
    assert.match(along[0]?.en ?? "", new RegExp(`^${count} more`, "u"));
    const values = shown.rows.flatMap((row) => row.values);
    assert.ok(values.length > 10);
    for (const { place, quote, field } of values) {
      assert.ok(place !== null && quote !== null, field);
      assert.equal(REPORT.slice(place.start, place.end), quote);
    }
    assert.deepEqual(await heads(), headsBefore);
    assert.deepEqual(await plan(t.desk, CLERK, report, adopt(factId("c", 2))), shown);
  });

  test("another plan than the one shown is refused, and nothing is written", async () => {
    const shown = await plan(t.desk, CLERK, report, adopt(factId("c", 2)));
    const headsBefore = await heads();
    await assert.rejects(
      decide(t.desk, CLERK, report, adopt(factId("c", 1)), shown.hash, randomUUID()),
      refusal("PLAN_CHANGED"),
    );
    await assert.rejects(
      decide(t.desk, CLERK, report, adopt(factId("c", 2), factId("f", 9)), shown.hash, randomUUID()),
      refusal("FACT_UNKNOWN"),
    );
    assert.deepEqual(await heads(), headsBefore);
  });

  test("exactly the plan is written, each value with its sentence; the same command again gives the first answer", async () => {
    const decisions = adopt(factId("c", 2));
    const shown = await plan(t.desk, CLERK, report, decisions);
    const command = randomUUID();
    const receipt = await decide(t.desk, CLERK, report, decisions, shown.hash, command);
    const repeated = await decide(t.desk, CLERK, report, decisions, shown.hash, command);
    assert.deepEqual({ ...repeated, repeated: false }, receipt);
    assert.equal(repeated.repeated, true);
    const meeting = await one("meeting");
    const visit = await one("visit");
    assert.equal(meeting.values.visit, visit.id);
    for (const planned of shown.rows) {
      const stored = (await rowsOf(planned.record)).find(({ title }) => title === planned.title);
      assert.ok(stored, planned.title);
      const filled = Object.entries(stored.values).filter(
        ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
      );
      assert.deepEqual(
        filled.map(([field]) => field).sort(),
        planned.values
          .filter(({ chosen }) => chosen)
          .map(({ field }) => field)
          .sort(),
      );
      const sources = await t.desk.sources(CLERK, stored.record, stored.scope_id, stored.id);
      const text = (await document(t.desk, CLERK, report))?.raw ?? "";
      for (const [field, value] of filled) {
        const source = sources.find((each) => each.field === field && each.chosen);
        assert.ok(source, `${stored.record}.${field}`);
        assert.deepEqual(source.value, value);
        assert.equal(source.document_id, report);
        assert.ok(source.place !== null && "start" in source.place);
        assert.equal(text.slice(source.place.start, source.place.end), source.quote);
      }
    }
    const view = await document(t.desk, CLERK, report);
    assert.equal(view?.state, "checking");
    assert.equal(view?.items.find(({ fact }) => fact.id === factId("c", 2))?.state, "adopted");
    assert.equal(view?.items.find(({ fact }) => fact.id === factId("c", 1))?.state, "open");
  });

  test("facts adopted later attach to the rows written before", async () => {
    await carryOut(report, adopt(factId("c", 1), factId("d", 1), factId("e", 1)));
    const visit = await one("visit");
    const stop = await one("visit_stop");
    const statement = await one("statement");
    const said = await t.desk.sources(CLERK, "statement", statement.scope_id, statement.id);
    assert.deepEqual(
      said.filter(({ field }) => field === "said_on").map(({ value, fact_id, quote }) => [value, fact_id, quote]),
      [["2024-05-07", factId("c", 2), "5月7日，双方召开党政联席会议"]],
      "the day of a statement is the meeting's, and opens the meeting's words",
    );
    assert.equal(stop.values.visit, visit.id);
    assert.equal(statement.values.visit ?? visit.id, visit.id);
    assert.equal((await rowsOf("meeting")).length, 1);
    const attendance = await one("attendance");
    assert.equal(attendance.values.visit, visit.id);
    assert.equal(attendance.values.person, (await one("person")).id);
  });

  test("a correction changes the row, its source stays, and undoing it brings the first value back", async () => {
    const lead: Decision = { fact: factId("c", 1), verdict: "correct", values: { lead: "陈启鸣" } };
    const shown = await plan(t.desk, CLERK, report, [lead]);
    assert.deepEqual(
      shown.rows.flatMap(({ record, values }) => values.map(({ field, was, value }) => [record, field, was, value])),
      [["visit", "lead", "陈启明", "陈启鸣"]],
    );
    await decide(t.desk, CLERK, report, [lead], shown.hash, randomUUID());
    assert.equal((await one("visit")).values.lead, "陈启鸣");
    const item = (await document(t.desk, CLERK, report))?.items.find(({ fact }) => fact.id === factId("c", 1));
    assert.equal(item?.state, "corrected");
    assert.deepEqual(item?.decision?.values, { lead: "陈启鸣" });
    await undo(t.desk, CLERK, report, factId("c", 1), randomUUID());
    const visit = await one("visit");
    assert.equal(visit.values.lead, "陈启明");
    const leads = (await t.desk.sources(CLERK, "visit", visit.scope_id, visit.id)).filter(
      ({ field }) => field === "lead",
    );
    assert.deepEqual(
      leads.map(({ value, chosen }) => [value, chosen]),
      [["陈启明", true]],
    );
  });

  test("corrections of unknown fields or of another shape are refused", async () => {
    for (const values of [
      { leader: "x" },
      { visitor: "白云区" },
      { id: "x" },
      { evidence: [] },
      { stops: [{ nom: "x" }] },
    ])
      await assert.rejects(
        plan(t.desk, CLERK, report, [{ fact: factId("c", 1), verdict: "correct", values }]),
        refusal("DECISION_IMPOSSIBLE", /更正/u),
      );
  });

  test("a decided fact is not decided again, and undo needs a decision", async () => {
    await assert.rejects(plan(t.desk, CLERK, report, adopt(factId("c", 1))), refusal("DECISION_IMPOSSIBLE", /先撤销/u));
    await assert.rejects(undo(t.desk, CLERK, report, factId("d", 2), randomUUID()), refusal("UNDO_NOTHING"));
  });

  test("what adopted facts stand on is neither declined nor moved under them", async () => {
    await assert.rejects(
      plan(t.desk, CLERK, report, [{ fact: factId("a", 2), verdict: "decline" }]),
      refusal("DECISION_IMPOSSIBLE", /以它为依据/u),
    );
    await assert.rejects(
      plan(t.desk, CLERK, report, [{ fact: factId("a", 2), verdict: "correct", values: { adcode: "522729" } }]),
      refusal("DECISION_IMPOSSIBLE", /不能移动/u),
    );
  });

  test("a declined fact can be reopened", async () => {
    await carryOut(report, [{ fact: factId("d", 2), verdict: "decline", reason: "与会名单有误" }]);
    assert.equal(
      (await document(t.desk, CLERK, report))?.items.find(({ fact }) => fact.id === factId("d", 2))?.state,
      "declined",
    );
    await undo(t.desk, CLERK, report, factId("d", 2), randomUUID());
    assert.equal(
      (await document(t.desk, CLERK, report))?.items.find(({ fact }) => fact.id === factId("d", 2))?.state,
      "open",
    );
  });

  test("undo is refused with names: another adopted fact needs the row, or somebody changed the field", async () => {
    await assert.rejects(
      undo(t.desk, COLLEAGUE, report, factId("c", 2), randomUUID()),
      refusal("UNDO_NEEDED", new RegExp(`${CLERK.name}.*采用`, "u")),
    );
    const statement = await one("statement");
    const { record, scope_id, id, version } = statement;
    await t.desk.write(COLLEAGUE, {
      command_id: randomUUID(),
      reason: "改写",
      changes: [{ op: "change", record, scope_id, id, version, values: { text: "将支持罗甸县再建三个车间。" } }],
    });
    await assert.rejects(
      undo(t.desk, CLERK, report, factId("e", 1), randomUUID()),
      refusal("UNDO_CHANGED_LATER", new RegExp(COLLEAGUE.name, "u")),
    );
  });

  test("undoing an adoption removes what it wrote, and only that", async () => {
    assert.equal((await rowsOf("attendance")).length, 1);
    await undo(t.desk, CLERK, report, factId("d", 1), randomUUID());
    assert.equal((await rowsOf("attendance")).length, 0);
    assert.equal((await rowsOf("visit")).length, 1);
    const left = await t.store.db.query("select record from source where fact_id = $1 and record = 'attendance'", [
      factId("d", 1),
    ]);
    assert.equal(left.rows.length, 0);
    await carryOut(report, adopt(factId("d", 1)));
    assert.equal((await rowsOf("attendance")).length, 1);
  });

  test("a second report of the visit becomes one record with two sources", async () => {
    const second = (await submit(t.desk, COLLEAGUE, t.reads(HOST_REPORT, hostReportFacts))).document_id;
    const visit = await one("visit");
    const proposedKey = (await document(t.desk, CLERK, second))?.items
      .flatMap(({ rows }) => rows)
      .find(({ record }) => record === "visit")?.key;
    assert.ok(proposedKey);
    const merge: Decision = {
      fact: factId("3", 1),
      verdict: "merge",
      into: { [proposedKey]: { scope_id: visit.scope_id, id: visit.id } },
    };
    const shown = await plan(t.desk, COLLEAGUE, second, [merge]);
    assert.match(shown.warnings.map(({ zh }) => zh).join("\n"), /带队领导：台账为 陈启明，本材料为 何子安/u);
    await decide(t.desk, COLLEAGUE, second, [merge], shown.hash, randomUUID());
    const merged = await one("visit");
    assert.equal(merged.values.lead, "陈启明");
    assert.equal(merged.values.end_date, "2024-05-08");
    const sources = await t.desk.sources(CLERK, "visit", visit.scope_id, visit.id);
    assert.deepEqual(
      sources
        .filter(({ field }) => field === "lead")
        .map(({ value, chosen, document_id }) => [value, chosen, document_id]),
      [
        ["陈启明", true, report],
        ["何子安", false, second],
      ],
    );
    const stops = await rowsOf("visit_stop");
    assert.deepEqual(stops.map(({ values }) => values.name).sort(), ["罗甸县火龙果加工厂", "罗甸县第二小学"]);
    await assert.rejects(
      undo(t.desk, CLERK, report, factId("c", 1), randomUUID()),
      (error) => error instanceof LedgerError && error.code.startsWith("UNDO_"),
    );
    await undo(t.desk, COLLEAGUE, second, factId("3", 1), randomUUID());
    assert.equal((await rowsOf("visit_stop")).length, 1);
    const after = await t.desk.sources(CLERK, "visit", visit.scope_id, visit.id);
    assert.ok(after.every(({ document_id }) => document_id === report));
  });

  test("a document withdrawn while another checks it: the decision is refused with who and when", async () => {
    const page = await documents(t.desk, CLERK, {});
    assert.equal(page.rows.length, 2);
    const second = page.rows[0]?.id ?? "";
    const decisions = adopt(factId("1", 1));
    const shown = await plan(t.desk, CLERK, second, decisions);
    await withdraw(t.desk, COLLEAGUE, second, "稿件有误");
    const headsBefore = await heads();
    await assert.rejects(
      decide(t.desk, CLERK, second, decisions, shown.hash, randomUUID()),
      refusal("DOCUMENT_WITHDRAWN", new RegExp(`${COLLEAGUE.name} 已于 20\\d\\d-\\d\\d-\\d\\d`, "u")),
    );
    assert.deepEqual(await heads(), headsBefore);
    assert.equal((await documents(t.desk, CLERK, {})).rows[0]?.state, "withdrawn");
  });

  test("two people decide on one document at once: one is written, the other is told to look again", async () => {
    const [mine, theirs] = [adopt(factId("a", 1)), adopt(factId("a", 2))];
    const plans = [await plan(t.desk, CLERK, report, mine), await plan(t.desk, COLLEAGUE, report, theirs)];
    const settled = await Promise.allSettled([
      decide(t.desk, CLERK, report, mine, plans[0]?.hash ?? "", randomUUID()),
      decide(t.desk, COLLEAGUE, report, theirs, plans[1]?.hash ?? "", randomUUID()),
    ]);
    const failed = settled.filter((each) => each.status === "rejected");
    assert.equal(failed.length, 1);
    refusal("PLAN_CHANGED")(failed[0]?.reason);
  });

  test("经办—审核: what is adopted into such a ledger waits as one change; accepted, its facts are adopted by who adopted them", async () => {
    const office = {
      ...{ id: randomUUID(), name: "石坎县协作办", kind: "cooperation", party: null, side: "west", place: null },
      ...{ maker_checker: false, reviewed: ["visit"] },
    } as const satisfies ActorOffice;
    const [clerk, reviewer]: readonly Actor[] = [
      { ...CLERK, office },
      { ...COLLEAGUE, role: "reviewer", office },
    ];
    assert.ok(clerk !== undefined && reviewer !== undefined);
    const tries = (actor: Actor, commands: readonly Command[]) => tryWrite(t.store, actor, commands);
    const keeping = keepingForReview(t.desk, tries);
    const nothing = () => assert.fail();
    const review = holdingDesk(
      keeping,
      { planImport: nothing, importSheet: nothing, undoImport: nothing, importState: nothing },
      tries,
    );
    const { document_id } = await submit(t.desk, CLERK, t.reads(`${HOST_REPORT}\n补记。`, hostReportFacts));
    const decisions = adopt(factId("3", 1));
    const { hash } = await plan(keeping, clerk, document_id, decisions);
    const before = (await rowsOf("visit")).length;
    const held: unknown = await decide(keeping, clerk, document_id, decisions, hash, randomUUID()).catch(
      (error: unknown) => error,
    );
    assert.ok(held instanceof HeldForReview, String(held));
    assert.equal((await rowsOf("visit")).length, before);
    const open = async () => (await document(t.desk, CLERK, document_id))?.items.find(({ state }) => state !== "open");
    assert.equal(await open(), undefined, "the fact waits too");
    const { rows, version } = await review.heldChange(reviewer, held.held.id);
    assert.ok(rows.some(({ record, op }) => record === "visit" && op === "create"));
    await review.acceptHeld(reviewer, held.held.id, { version });
    assert.equal((await rowsOf("visit")).length, before + 1);
    assert.equal((await open())?.decision?.who, CLERK.name);
    // A document that says nothing new of the visit is one source more, which waits as a change does.
    const third = (await submit(t.desk, CLERK, t.reads(`${HOST_REPORT}\n再记。`, hostReportFacts))).document_id;
    const said = rows.find(({ record }) => record === "visit");
    assert.ok(said);
    const { scope_id, id } = said;
    const items = (await document(t.desk, clerk, third))?.items ?? [];
    const key = items.flatMap((item) => item.rows).find(({ record }) => record === "visit")?.key ?? "";
    const merge: readonly Decision[] = [{ fact: factId("3", 1), verdict: "merge", into: { [key]: { scope_id, id } } }];
    const shown = await plan(keeping, clerk, third, merge);
    const visit = shown.rows.find(({ record }) => record === "visit");
    assert.equal(visit?.action, "source", JSON.stringify(shown.rows));
    const sources = async () =>
      (await t.desk.sources(CLERK, "visit", scope_id, id)).map(({ document_id }) => document_id);
    const waits: unknown = await decide(keeping, clerk, third, merge, shown.hash, randomUUID()).catch(
      (error: unknown) => error,
    );
    assert.ok(waits instanceof HeldForReview, String(waits));
    assert.ok(!(await sources()).includes(third));
    assert.deepEqual(
      (await review.heldMarks(clerk, "visit")).map(({ row }) => row),
      [id],
    );
    const asked = await review.heldChange(reviewer, waits.held.id);
    const [noted] = asked.rows.filter(({ record }) => record === "visit");
    assert.deepEqual([noted?.op, noted?.gone, asked.title], ["source", false, noted?.title]);
    assert.ok(noted?.fields.some(({ field, before, after }) => field === "start_date" && before === after));
    await review.acceptHeld(reviewer, waits.held.id, { version: asked.version });
    assert.ok((await sources()).includes(third));
  });

  test("all rows of documents stand in the nil scope", async () => {
    const { rows } = await t.store.db.query("select distinct scope_id from decision");
    assert.deepEqual(rows, [{ scope_id: NIL_SCOPE }]);
    await t.store.close();
  });
});
