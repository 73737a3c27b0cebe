import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import { HEADS_LOG } from "./chain/heads-log.js";
import type { Change, Command } from "./command.js";
import { type ErrorCode, LedgerError } from "./error-codes.js";
import type { OpenStore } from "./open-store.js";
import { history, sources } from "./querying/read-history.js";
import { get } from "./read.js";
import * as trialRows from "./trial/trial-cooperation.js";
import { command, created, KEEPER, newId, PAIR, person, source, visit } from "./trial/trial-cooperation.js";
import { eachDatabase } from "./trial/trial-databases.js";
import { write } from "./write.js";

eachDatabase("write", (trial) => {
  let store: OpenStore;
  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
  });
  after(() => store.close());

  const refused = (asked: Command, code: ErrorCode, texts?: RegExp) =>
    assert.rejects(write(store, KEEPER, asked), (error) => {
      assert.ok(error instanceof LedgerError, String(error));
      assert.equal(error.code, code);
      assert.doesNotMatch(error.zh + error.en, /\{\w+\}/, "a place was not filled");
      if (texts !== undefined) assert.match(error.zh, texts);
      return true;
    });
  const links = async () => (await store.db.query<{ n: bigint }>("select count(*) as n from change")).rows[0]?.n;

  test("a command makes one link per scope, whatever the number of rows", async () => {
    const ids = [newId(), newId(), newId()];
    const receipt = await write(
      store,
      KEEPER,
      command([...ids.map((id) => visit(PAIR, id)), visit(trialRows.OTHER_PAIR, newId()), person(newId())]),
    );
    assert.deepEqual(
      receipt.links.map(({ scope_id }) => scope_id),
      [NIL_SCOPE, PAIR, trialRows.OTHER_PAIR].sort(),
    );
    const link = receipt.links.find(({ scope_id }) => scope_id === PAIR);
    const { rows } = await store.db.query<{ body: string }>(
      "select body from change where scope_id = $1 and seq = $2",
      [PAIR, link?.seq],
    );
    const body = JSON.parse(rows[0]?.body ?? "") as { rows: { id: string }[] };
    assert.deepEqual(
      body.rows.map(({ id }) => id),
      [...ids].sort(),
    );
    const log = await readFile(join(trial.config.dataDir, HEADS_LOG), "utf8");
    for (const { scope_id, seq, hash } of receipt.links)
      assert.match(log, new RegExp(`${scope_id} .* ${seq} ${hash}\n`));
  });

  test("the same command twice gives the first answer, also from many clients at once", async () => {
    const asked = command([visit(PAIR, newId())]);
    const before = await links();
    const receipts = await Promise.all(Array.from({ length: 8 }, () => write(store, KEEPER, asked)));
    assert.equal(receipts.filter(({ repeated }) => !repeated).length, 1);
    for (const receipt of receipts) assert.deepEqual(receipt.links, receipts[0]?.links);
    assert.equal(await links(), (before ?? 0n) + 1n);
    await refused({ ...asked, reason: "另一件事" }, "COMMAND_REUSED");
  });

  test("clients that write in the same scopes at once make one unbroken chain", async () => {
    const at = () => [visit(PAIR, newId()), visit(trialRows.OTHER_PAIR, newId()), person(newId())];
    const receipts = await Promise.all(Array.from({ length: 12 }, () => write(store, KEEPER, command(at()))));
    const seqs = receipts
      .map(({ links }) => Number(links.find(({ scope_id }) => scope_id === PAIR)?.seq))
      .sort((a, b) => a - b);
    assert.deepEqual(
      seqs,
      Array.from({ length: 12 }, (_, index) => (seqs[0] ?? 0) + index),
    );
  });

  test("a change on an old version is refused with who changed it and when, and nothing of it is written", async () => {
    const id = newId();
    const made = await write(store, KEEPER, command([visit(PAIR, id)]));
    const version = made.links[0]?.seq ?? "";
    const change = { op: "change", record: "visit", scope_id: PAIR, id, version, values: { headcount: 12 } } as const;
    const other = { ...KEEPER, account_id: randomUUID(), name: "覃同事" };
    await write(store, other, command([change]));
    const before = await links();
    const late = command([visit(PAIR, newId()), { ...change, values: { purpose: "调研" } }]);
    await refused(late, "VERSION_STALE", /覃同事于 \d{4}-\d\d-\d\d \d\d:\d\d 已修改了这一条“互访”/u);
    assert.equal(await links(), before);
    const row = await get(store, KEEPER, "visit", PAIR, id);
    assert.deepEqual([row?.values.headcount, row?.values.purpose], ["12", null]);
    // The refused command left nothing behind: its id can be used.
    const next = row?.version ?? "";
    assert.equal((await write(store, KEEPER, { ...late, changes: [{ ...change, version: next }] })).repeated, false);
  });

  test("a removed row goes to the past with its sources; it can be made again", async () => {
    const row = visit(PAIR, newId());
    const made = await write(store, KEEPER, command([row], [source(row, "start_date")]));
    const version = made.links[0]?.seq ?? "";
    assert.equal((await sources(store, KEEPER, "visit", PAIR, row.id)).length, 1);
    await write(store, KEEPER, command([{ op: "remove", record: "visit", scope_id: PAIR, id: row.id, version }]));
    assert.equal(await get(store, KEEPER, "visit", PAIR, row.id), null);
    assert.equal((await sources(store, KEEPER, "visit", PAIR, row.id)).length, 0);
    await refused(
      command([{ op: "change", record: "visit", scope_id: PAIR, id: row.id, version, values: {} }]),
      "VERSION_STALE",
      /何台账/u,
    );
    await write(store, KEEPER, command([row]));
    const entries = await history(store, KEEPER, "visit", PAIR, row.id);
    assert.deepEqual(
      entries.map((entry) => entry.row === null),
      [false, true, false],
    );
  });

  test("one source per field is chosen; the next one that states the value follows a withdrawn one", async () => {
    const row = visit(PAIR, newId());
    const [first, second, rival] = [newId(), newId(), newId()];
    await write(
      store,
      KEEPER,
      command(
        [row],
        [
          source(row, "start_date", { id: first }),
          source(row, "start_date", { id: second, chosen: false, quote: "12月11日" }),
          source(row, "start_date", { id: rival, chosen: false, value: "2023-12-12" }),
        ],
      ),
    );
    const chosen = async () =>
      (await sources(store, KEEPER, "visit", PAIR, row.id)).filter((entry) => entry.chosen).map(({ id }) => id);
    assert.deepEqual(await chosen(), [first]);
    await write(store, KEEPER, { ...command([]), withdrawn_sources: [{ scope_id: PAIR, id: first }] });
    assert.deepEqual(await chosen(), [second]);
    await write(store, KEEPER, command([], [source(row, "start_date", { id: newId(), value: "2023-12" })]));
    assert.equal((await chosen()).length, 1);
    assert.equal((await sources(store, KEEPER, "visit", PAIR, row.id))[0]?.value, "2023-12");
    await refused({ ...command([]), withdrawn_sources: [{ scope_id: PAIR, id: first }] }, "SOURCE_MISSING");
  });

  test("personal values stand in no change body, and quotes neither", async () => {
    const row = person(newId());
    await write(store, KEEPER, command([row], [source(row, "name", { quote: "方远山书记说" })]));
    const { rows } = await store.db.query<{ body: string }>("select body from change");
    for (const { body } of rows)
      assert.doesNotMatch(body, /尾号|方远山书记/u, "digests in hex may hold any four digits");
  });

  test("what cannot be carried out is refused by name, not by the database", async () => {
    const row = visit(PAIR, newId());
    const values = row.op === "create" ? row.values : {};
    const create = (more: object) => command([{ ...row, id: newId(), ...more } as typeof row]);
    await write(store, KEEPER, command([row]));
    await refused(command([row]), "ROW_EXISTS");
    await refused(create({ record: "no_such" }), "RECORD_UNKNOWN");
    await refused(create({ record: "source" }), "RECORD_UNKNOWN");
    await refused(create({ values: { ...values, no_such: "x" } }), "FIELD_UNKNOWN");
    await refused(create({ values: { ...values, start_date: "2023-02-30" } }), "VALUE_INVALID", /开始/u);
    await refused(create({ values: { ...values, headcount: "12.5" } }), "VALUE_INVALID");
    await refused(create({ values: { ...values, headcount: "9223372036854775808" } }), "VALUE_INVALID");
    const plan = created("plan", PAIR, newId(), { name: "年度计划", tier: "annual", year: "20223" });
    await refused(command([plan]), "VALUE_INVALID", /年度/u);
    await refused(create({ values: { ...values, name: "\0" } }), "VALUE_INVALID");
    await refused(create({ values: { ...values, name: "\ud800" } }), "VALUE_INVALID");
    await refused(create({ values: { ...values, name: "" } }), "VALUE_REQUIRED");
    await refused(create({ scope_id: newId() }), "SCOPE_UNKNOWN");
    await refused(create({ scope_id: NIL_SCOPE }), "COMMAND_MALFORMED");
    await refused(create({ id: "1" }), "COMMAND_MALFORMED");
    await refused(command([]), "COMMAND_MALFORMED");
    await refused(command([row, row]), "COMMAND_MALFORMED");
    await refused(command(Array.from({ length: 501 }, () => visit(PAIR, newId()))), "COMMAND_TOO_LARGE");
    await refused(command([], [source({ ...row, id: newId() }, "name")]), "SOURCE_WITHOUT_ROW");
    await refused(
      command([{ op: "change", record: "visit", scope_id: PAIR, id: newId(), version: "1", values: {} }]),
      "ROW_MISSING",
    );
  });

  test("a reference must find its row, in its own scope or among the reference rows; rows made together need no order", async () => {
    const [tour, there] = [visit(PAIR, newId()), visit(trialRows.OTHER_PAIR, newId())];
    const leader = person(newId());
    const attends = (of: { readonly scope_id: string; readonly id: string }, who: string) =>
      created("attendance", PAIR, newId(), {
        visit: of.id,
        person: who,
        position: "1",
        name: "方远山",
        part: "attended",
      });
    await write(store, KEEPER, command([attends(tour, leader.id), tour, leader, there]));
    const before = await links();
    await refused(
      command([attends({ scope_id: PAIR, id: newId() }, leader.id)]),
      "REFERENCE_MISSING",
      /参加人员.*互访.*不存在/u,
    );
    await refused(command([attends(there, leader.id)]), "REFERENCE_MISSING");
    await refused(command([attends(tour, newId())]), "REFERENCE_MISSING", /人员/u);
    await refused(command([visit(PAIR, newId(), { host: [trialRows.WEST, newId()] })]), "REFERENCE_MISSING", /接待方/u);
    const version = (await get(store, KEEPER, "visit", PAIR, tour.id))?.version ?? "";
    const change = { op: "change", record: "visit", scope_id: PAIR, id: tour.id, version } as const;
    await refused(command([{ ...change, values: { visitor: [newId()] } }]), "REFERENCE_MISSING");
    assert.equal(await links(), before);
  });

  test("a row that others point to is not removed; together with them it is", async () => {
    const tour = visit(PAIR, newId());
    const stop = created("visit_stop", PAIR, newId(), { visit: tour.id, position: "1", name: "火龙果加工厂" });
    const receipt = await write(store, KEEPER, command([tour, stop]));
    const version = receipt.links[0]?.seq ?? "";
    const removal = (of: Change) =>
      ({ op: "remove", record: of.record, scope_id: of.scope_id, id: of.id, version }) as const;
    await refused(command([removal(tour)]), "ROW_NEEDED", /点位.*互访/u);
    assert.notEqual(await get(store, KEEPER, "visit", PAIR, tour.id), null);
    await write(store, KEEPER, command([removal(tour), removal(stop)]));
    assert.equal(await get(store, KEEPER, "visit", PAIR, tour.id), null);
    const east = await get(store, KEEPER, "party", NIL_SCOPE, trialRows.EAST);
    const { record, scope_id, id, version: seen } = east ?? assert.fail();
    await refused(command([{ op: "remove", record, scope_id, id, version: seen }]), "ROW_NEEDED");
  });

  test("an account of one pair writes in that pair only", async () => {
    const clerk = { ...KEEPER, role: "clerk", scopes: [PAIR] } as const;
    await write(store, clerk, command([visit(PAIR, newId())]));
    const other = command([visit(trialRows.OTHER_PAIR, newId())]);
    await assert.rejects(write(store, clerk, other), { code: "SCOPE_FORBIDDEN" });
  });

  /** The store with its transactions seen by the test. */
  const watched = (transaction: OpenStore["db"]["transaction"]): OpenStore =>
    Object.create(store, { db: { value: Object.create(store.db, { transaction: { value: transaction } }) } });

  test("what a command can be refused for by itself is found before the database is held", async () => {
    const never = watched(() => assert.fail("a transaction was begun"));
    const row = visit(PAIR, newId(), { name: "" });
    await assert.rejects(write(never, KEEPER, command([row])), { code: "VALUE_REQUIRED" });
  });

  test("a command of 500 rows holds the database for no more statements than one of a single row", async () => {
    const statements = async (rows: number) => {
      let count = 0;
      const counting = watched((work) =>
        store.db.transaction((sql) =>
          work({
            query: (text, values) => {
              count++;
              return sql.query(text, values);
            },
            copyIn: (statement, lines) => sql.copyIn(statement, lines),
            copyOut: (statement) => sql.copyOut(statement),
          }),
        ),
      );
      const visits = Array.from({ length: rows }, () => visit(PAIR, newId()));
      const sources = visits.flatMap((of) => ["name", "start_date"].map((field) => source(of, field)));
      await write(counting, KEEPER, command(visits, sources));
      return count;
    };
    const one = await statements(1);
    assert.ok(one > 5);
    assert.equal(await statements(500), one);
  });

  if (trial.kind === "embedded")
    test("the embedded engine sorts search grams into their index in small portions", async () => {
      const { rows } = await store.db.query<{ setting: string }>(
        "select setting from pg_settings where name = 'gin_pending_list_limit'",
      );
      assert.equal(rows[0]?.setting, "512");
    });
});
