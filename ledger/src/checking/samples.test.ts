import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Candidate } from "@shanhai/model";
import type { Desk } from "../desk.js";
import { sha256Of } from "../fresh-id.js";
import { document } from "../intake/documents.js";
import { submit } from "../intake/submit.js";
import { embeddedDatabase } from "../trial/trial-databases.js";
import { CLERK, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, HOST_REPORT, hostReportFacts, REPORT, reportFacts } from "../trial/trial-report.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";
import { loadSamples, type SampleLedger } from "./samples.js";
import { undo } from "./undo.js";

embeddedDatabase("samples", (trial) => {
  let t: TrialDesk;
  let ledger: SampleLedger;
  let candidates: readonly Candidate[] = [];
  const folder = mkdtempSync(join(tmpdir(), "shanhai-samples-"));
  const shaOf = (text: string) => sha256Of(Buffer.from(text));
  const review = (name: string, of: string, decisions: readonly object[]) => {
    const content = { document: shaOf(of), reviewer: { name: "示例审核员", invented: true }, decisions };
    writeFileSync(join(folder, `${name}.review.json`), JSON.stringify(content));
  };
  const heads = async () =>
    (await t.store.db.query<{ seq: bigint }>("select seq from head order by scope_id")).rows.map(({ seq }) =>
      String(seq),
    );

  before(async () => {
    t = await trialDesk(trial.config);
    const desk: Desk = {
      ...t.desk,
      candidates: async (_actor, row) => candidates.filter(({ record }) => record === row.record),
    };
    ledger = {
      submit: (actor, source) => submit(desk, actor, source),
      document: (actor, id) => document(desk, actor, id),
      plan: (actor, id, decisions) => plan(desk, actor, id, decisions),
      decide: (actor, id, ...rest) => decide(desk, actor, id, ...rest),
    };
    t.reads(REPORT, reportFacts);
    t.reads(HOST_REPORT, hostReportFacts);
    writeFileSync(join(folder, "01.txt"), REPORT);
    writeFileSync(join(folder, "02.txt"), HOST_REPORT);
    writeFileSync(join(folder, "README.md"), "no sample");
    review("01", REPORT, [
      ...[factId("b", 1), factId("c", 1), factId("c", 2)].map((fact) => ({ fact, verdict: "adopt" })),
      { fact: factId("d", 2), verdict: "decline", reason: "示例" },
    ]);
  });
  after(async () => {
    await t.store.close();
    rmSync(folder, { recursive: true });
  });

  test("documents come in, decisions are carried out in the name of the invented reviewer", async () => {
    const steps: string[] = [];
    const report = await loadSamples(ledger, folder, (done, of, file) => steps.push(`${done}/${of} ${file}`));
    assert.deepEqual(report, { created: 2, decided: 4, problems: [] });
    assert.deepEqual(steps, ["0/3 01.txt", "1/3 02.txt", "2/3 01.review.json", "3/3 "]);
    const visits = await t.desk.list(CLERK, "visit", {});
    assert.equal(visits.rows.length, 1);
    const { rows } = await t.store.db.query("select distinct who from decision");
    assert.deepEqual(rows, [{ who: "示例审核员" }]);
  });

  test("loading again changes nothing, also after a person has undone a decision", async () => {
    const before = await heads();
    assert.deepEqual(await loadSamples(ledger, folder), { created: 0, decided: 0, problems: [] });
    assert.deepEqual(await heads(), before);
    const { rows } = await t.store.db.query<{ id: string }>("select document as id from decision limit 1");
    await undo(t.desk, CLERK, rows[0]?.id ?? "", factId("d", 2), "0197a000-0000-7000-8000-00000000aaaa");
    const later = await heads();
    assert.deepEqual(await loadSamples(ledger, folder), { created: 0, decided: 0, problems: [] });
    assert.deepEqual(await heads(), later);
  });

  test("a decisions file that does not fit is told and never half applied", async () => {
    const before = await heads();
    const good = { fact: factId("3", 1), verdict: "adopt" };
    const cases: [readonly object[], string, RegExp][] = [
      [[good, { fact: factId("3", 9), verdict: "adopt" }], HOST_REPORT, /1 条决定的要素编号不在材料中/u],
      [[good], `${HOST_REPORT}（改）`, /不在示例目录中/u],
      [[good, { fact: factId("2", 1), verdict: "sign" }], HOST_REPORT, /格式不对/u],
      [[{ ...good, verdict: "merge", into: { "visit:x": "某次互访" } }], HOST_REPORT, /“某次互访”不在候选/u],
      [
        [good, { fact: factId("2", 1), verdict: "correct", values: { eastern: "x" } }],
        HOST_REPORT,
        /“eastern”不能这样更正/u,
      ],
    ];
    for (const [decisions, of, text] of cases) {
      review("02", of, decisions);
      const report = await loadSamples(ledger, folder);
      assert.equal(report.decided, 0);
      assert.deepEqual(
        report.problems.map(({ file }) => file),
        ["02.review.json"],
      );
      assert.match(report.problems[0]?.zh ?? "", text);
      assert.match(report.problems[0]?.en ?? "", /review-samples\.mjs/u);
    }
    assert.deepEqual(await heads(), before);
  });

  test("a second report is merged by the title of its candidate", async () => {
    const [visit] = (await t.desk.list(CLERK, "visit", {})).rows;
    assert.ok(visit);
    const { record, scope_id, id, title } = visit;
    const reason = { zh: "同日同地", en: "same days and places" };
    candidates = [{ record, scope_id, id, title, score: 0.95, reason }];
    const pair = (
      await document(t.desk, CLERK, (await submit(t.desk, CLERK, t.reads(HOST_REPORT, hostReportFacts))).document_id)
    )?.items
      .flatMap(({ rows }) => rows)
      .find((row) => row.record === "visit");
    assert.ok(pair);
    review("02", HOST_REPORT, [{ fact: factId("3", 1), verdict: "merge", into: { [pair.key]: title } }]);
    assert.deepEqual(await loadSamples(ledger, folder), { created: 0, decided: 1, problems: [] });
    assert.equal((await t.desk.list(CLERK, "visit", {})).rows.length, 1);
    const sources = await t.desk.sources(CLERK, "visit", scope_id, id);
    assert.equal(new Set(sources.map(({ document_id }) => document_id)).size, 2);
  });
});
