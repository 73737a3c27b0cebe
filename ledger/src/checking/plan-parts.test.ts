import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { type Decision, NIL_SCOPE } from "@shanhai/model";
import type { Actor, ActorOffice } from "../actor.js";
import type { Command } from "../command.js";
import type { Desk } from "../desk.js";
import { LedgerError } from "../error-codes.js";
import { HeldForReview } from "../holding/held-for-review.js";
import { keepingForReview } from "../holding/hold.js";
import { holdingDesk } from "../holding/holding.js";
import { documents } from "../intake/documents.js";
import { submit } from "../intake/submit.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { CLERK, COLLEAGUE, type FactSketch, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId, REPORT, reportFacts } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { tryWrite } from "../write.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";

/** More than two commands hold: each makes a row and a decision. */
const COUNT = 560;
const NAMES = Array.from({ length: COUNT }, (_, at) => `协作单位${at + 1001}`);
/** Organisations without number beside the tour: its people, stops and meeting stand on each other. */
const TEXT = `${REPORT}\n${NAMES.join("、")}参加。`;
const organisations = NAMES.map(
  (name, at): FactSketch => ({
    says: [name],
    id: (at + 1).toString(16).padStart(4, "0").padEnd(64, "f"),
    kind: "organisation",
    name,
    type: "government",
    region: null,
  }),
);

eachDatabase("a confirmation larger than one command", (trial) => {
  let t: TrialDesk;
  let id = "";
  const facts = [...organisations.slice(0, 300), ...reportFacts, ...organisations.slice(300)];
  // What stands on others comes first here: the parts put it right.
  const all = [...facts].reverse().map(({ id: fact }): Decision => ({ fact, verdict: "adopt" }));
  const count = async (table: string) =>
    Number((await t.store.db.query<{ n: bigint }>(`select count(*) as n from ${table}`)).rows[0]?.n);
  const commands = () => count("(select distinct command_id from change) c");
  const open = async () => (await documents(t.desk, CLERK, {})).rows[0]?.open;

  before(async () => {
    t = await trialDesk(trial.config);
    id = (await submit(t.desk, CLERK, t.reads(TEXT, facts))).document_id;
  });
  after(() => t.store.close());

  test("cut in the middle, it says what was written; that is whole, and the rest can be confirmed", async () => {
    const shown = await plan(t.desk, CLERK, id, all);
    let writes = 0;
    const ending: Desk = {
      ...t.desk,
      write: (actor, command) => {
        writes += 1;
        if (writes === 2) return Promise.reject(new LedgerError("DISK_FULL"));
        return t.desk.write(actor, command);
      },
    };
    const cut = await decide(ending, CLERK, id, all, shown.hash, randomUUID()).then(
      () => assert.fail("nothing was cut"),
      (error: unknown) => error,
    );
    assert.ok(cut instanceof LedgerError);
    assert.equal(cut.code, "DECISIONS_CUT");
    const written = await count("decision");
    assert.ok(written > 0 && written < all.length);
    assert.match(
      cut.zh,
      new RegExp(`已写入 ${written} 条要素的决定，其余 ${all.length - written} 条没有写入.*磁盘已满`, "u"),
    );
    assert.match(cut.en, new RegExp(`on ${written} fact.*other ${all.length - written} were not`));
    assert.equal(await open(), all.length - written);
    // Every decision has its row, and every organisation its decision.
    const { rows } = await t.store.db.query<{ fact_id: string }>("select fact_id from decision");
    const decided = new Set(rows.map(({ fact_id }) => fact_id));
    const made = await count("organisation");
    assert.equal(made, organisations.filter((fact) => decided.has(fact.id)).length);
  });

  test("one confirmation writes the rest in several commands, and tells how far it is", async () => {
    const { rows } = await t.store.db.query<{ fact_id: string }>("select fact_id from decision");
    const decided = new Set(rows.map(({ fact_id }) => fact_id));
    const rest = all.filter(({ fact }) => !decided.has(fact));
    const shown = await plan(t.desk, CLERK, id, rest);
    const before = await commands();
    const told: number[] = [];
    const command = randomUUID();
    const receipt = await decide(t.desk, CLERK, id, rest, shown.hash, command, (done) => told.push(done));
    assert.ok((await commands()) - before > 1);
    assert.equal((await commands()) - before, told.length);
    assert.equal(told.at(-1), rest.length);
    assert.deepEqual([await count("organisation"), await count("decision"), await open()], [COUNT, all.length, 0]);
    assert.equal(receipt.links.filter(({ scope_id }) => scope_id === NIL_SCOPE).length, told.length);
    const [meeting] = (await t.desk.list(CLERK, "meeting", {})).rows;
    const [visit] = (await t.desk.list(CLERK, "visit", {})).rows;
    assert.ok(visit && meeting?.values.visit === visit.id);
    assert.equal((await decide(t.desk, CLERK, id, rest, shown.hash, command)).repeated, true);
    assert.equal((await verify(t.store, { ...CLERK, role: "administrator" })).broken, null);
    assert.ok(facts.some(({ id: fact }) => fact === factId("c", 2)));
  });

  test("经办—审核: under review it waits as one change, and is written as one: all of it or nothing", async () => {
    const office = {
      ...{ id: randomUUID(), name: "石坎县协作办", kind: "cooperation", party: null, side: "west", place: null },
      ...{ maker_checker: false, reviewed: ["visit"] },
    } as const satisfies ActorOffice;
    const clerk: Actor = { ...CLERK, office };
    const reviewer: Actor = { ...COLLEAGUE, role: "reviewer", office };
    const tries = (actor: Actor, commands: readonly Command[]) => tryWrite(t.store, actor, commands);
    const keeping = keepingForReview(t.desk, tries);
    const nothing = () => assert.fail();
    const sheets = { planImport: nothing, importSheet: nothing, undoImport: nothing, importState: nothing };
    const names = NAMES.slice(0, 260).map((name) => `新${name}`);
    const more = organisations.slice(0, 260).map((fact, at) => ({
      ...{ ...fact, name: names[at], says: [names[at] ?? ""] },
      id: fact.id.replace(/^..../u, (head) => `e${head.slice(1)}`),
    }));
    const text = `${REPORT}\n补记。\n${names.join("、")}参加。`;
    const { document_id } = await submit(t.desk, CLERK, t.reads(text, [...reportFacts, ...more]));
    const decisions = [...reportFacts, ...more].map(({ id: fact }): Decision => ({ fact, verdict: "adopt" }));
    const { hash } = await plan(keeping, clerk, document_id, decisions);
    const tables = () => Promise.all(["visit", "organisation", "decision", "meeting"].map(count));
    const before = await tables();
    const command = randomUUID();
    const held: unknown = await decide(keeping, clerk, document_id, decisions, hash, command).catch(
      (error: unknown) => error,
    );
    assert.ok(held instanceof HeldForReview, String(held));
    assert.equal(held.held.id, command);
    assert.deepEqual(await tables(), before);
    const review = holdingDesk(keeping, sheets, tries);
    const { rows, version } = await review.heldChange(reviewer, command);
    assert.ok(rows.length > 260, "it is shown as one");
    // Something in the last of its commands goes wrong: nothing of the others is there.
    const failing: Desk = {
      ...t.desk,
      writeTogether: (actor, commands) => {
        assert.ok(commands.length > 1);
        const last = commands.at(-1);
        const wrong = { op: "remove", record: "visit", scope_id: NIL_SCOPE, id: randomUUID(), version: "1" } as const;
        if (last === undefined) return assert.fail();
        const scope_id = last.changes.find((change) => change.record === "visit")?.scope_id ?? randomUUID();
        const broken = { ...last, changes: [...last.changes.slice(0, -1), { ...wrong, scope_id }] };
        return t.desk.writeTogether(actor, [...commands.slice(0, -1), broken]);
      },
    };
    await assert.rejects(holdingDesk(failing, sheets, tries).acceptHeld(reviewer, command, { version }));
    assert.deepEqual(await tables(), before);
    await review.acceptHeld(reviewer, command, { version });
    const [visits = 0, made = 0, decided = 0] = await tables();
    assert.deepEqual(
      [visits > (before[0] ?? 0), made - (before[1] ?? 0) >= 260, decided - (before[2] ?? 0)],
      [true, true, decisions.length],
    );
    assert.equal((await documents(t.desk, CLERK, {})).rows.find((line) => line.id === document_id)?.open, 0);
    assert.equal((await verify(t.store, { ...CLERK, role: "administrator" })).broken, null);
  });
});
