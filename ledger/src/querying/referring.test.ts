import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import type { Change } from "../command.js";
import type { ReferringRows, Row } from "../ledger.js";
import type { OpenStore } from "../open-store.js";
import { list } from "../read.js";
import * as trialRows from "../trial/trial-cooperation.js";
import { command, created, EAST, KEEPER, newId, OTHER_PAIR, PAIR, person, visit } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { write } from "../write.js";
import { listedPointers, pointingQuery, referring, referringPage } from "./referring.js";

const PLEDGES = 7;

eachDatabase("rows that point to a row", (trial) => {
  let store: OpenStore;
  const [tour, other] = [visit(PAIR, newId()), visit(OTHER_PAIR, newId())];
  const leader = person(newId());
  const meeting = (of: Change, day: string | null) =>
    created("meeting", of.scope_id, newId(), {
      happening_id: newId(),
      name: "党政联席会议",
      start_date: day,
      visit: of.id,
      parties: [EAST],
    });
  const [first, second, elsewhere] = [meeting(tour, "2023-12-11"), meeting(tour, "2023-12-12"), meeting(other, null)];
  const pledge = (at: number, of: Change, more: object = {}) =>
    created("statement", of.scope_id, newId(), {
      text: `第${at}项表态`,
      act: "pledge",
      grade: "statement",
      said_on: at === 0 ? null : `2023-12-0${at}`,
      meeting: of.id,
      state: "open",
      ...more,
    });
  const pledges = Array.from({ length: PLEDGES }, (_, at) => pledge(at, first));
  const attends = (of: Change) =>
    created("attendance", of.scope_id, newId(), {
      visit: of.id,
      person: leader.id,
      position: "1",
      name: "方远山",
      part: "attended",
    });

  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
    const answer = pledge(9, second, { answers: [pledges[1]?.id, pledges[2]?.id] });
    const rows = [leader, tour, other, first, second, elsewhere, ...pledges, answer, attends(tour), attends(other)];
    await write(store, KEEPER, command(rows));
  });
  after(() => store.close());

  const kinds = (found: readonly ReferringRows[]) =>
    found.map(({ record, field, rows }) => `${record}.${field} ${rows.length}`);
  const pages = async (target: Change, from: string, field: string, limit: number, actor = KEEPER) => {
    const rows: Row[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const { record, scope_id: scopeId, id } = target;
      const query = { limit, ...(next === undefined ? {} : { after: next }) };
      const page = await referringPage(store, actor, { record, scopeId, id, from, field }, query);
      assert.ok(page.rows.length <= limit);
      rows.push(...page.rows);
      next = page.next;
    }
    return rows;
  };

  test("each kind by record and field: a visit's meetings and people, a meeting's statements", async () => {
    assert.deepEqual(kinds(await referring(store, KEEPER, "visit", PAIR, tour.id)), [
      "meeting.visit 2",
      "attendance.visit 1",
    ]);
    assert.deepEqual(kinds(await referring(store, KEEPER, "meeting", PAIR, first.id)), [
      `statement.meeting ${PLEDGES}`,
    ]);
    assert.deepEqual(kinds(await referring(store, KEEPER, "statement", PAIR, pledges[1]?.id ?? "")), [
      "statement.answers 1",
    ]);
    assert.deepEqual(await referring(store, KEEPER, "meeting", OTHER_PAIR, elsewhere.id), []);
    assert.deepEqual(await referring(store, KEEPER, "meeting", PAIR, newId()), []);
  });

  test("pages of any size give the same rows as the list does, in its order", async () => {
    const { rows } = await list(store, KEEPER, "statement", { filter: { meeting: first.id }, scope: PAIR });
    assert.equal(rows.length, PLEDGES);
    for (const limit of [1, 2, 3, PLEDGES - 1, PLEDGES, 50])
      assert.deepEqual(await pages(first, "statement", "meeting", limit), rows, `limit ${limit}`);
    const [kind] = await referring(store, KEEPER, "meeting", PAIR, first.id, { limit: 3 });
    assert.deepEqual(kind?.rows, rows.slice(0, 3));
    assert.notEqual(kind?.next, null);
  });

  test("a reference row is pointed to from every scope that the actor may read, and no other", async () => {
    const party = created("party", NIL_SCOPE, EAST, {});
    const found = kinds(await referring(store, KEEPER, "party", NIL_SCOPE, EAST));
    assert.deepEqual(found, ["pair.east 2", "visit.visitor 2", "meeting.parties 3"]);
    const keeper = { ...KEEPER, scopes: [PAIR] };
    assert.deepEqual(kinds(await referring(store, keeper, "party", NIL_SCOPE, EAST)), [
      "pair.east 2",
      "visit.visitor 1",
      "meeting.parties 2",
    ]);
    assert.equal((await pages(leader, "attendance", "person", 1)).length, 2);
    assert.equal((await pages(leader, "attendance", "person", 1, keeper)).length, 1);
    assert.deepEqual(
      (await pages(party, "meeting", "parties", 2)).map(({ values }) => values.start_date),
      [null, "2023-12-12", "2023-12-11"],
    );
    assert.deepEqual(await referring(store, keeper, "visit", OTHER_PAIR, other.id), []);
  });

  test("as recorded on a past day; a row that was removed points no more", async () => {
    const [gone] = (await list(store, KEEPER, "attendance", { scope: OTHER_PAIR })).rows;
    assert.ok(gone);
    const { scope_id, id, version } = gone;
    await write(store, KEEPER, command([{ op: "remove", record: "attendance", scope_id, id, version }]));
    assert.deepEqual(kinds(await referring(store, KEEPER, "visit", OTHER_PAIR, other.id)), ["meeting.visit 1"]);
    assert.deepEqual(await referring(store, KEEPER, "visit", PAIR, tour.id, { asOf: "2023-01-01" }), []);
    await store.db.query("update change set at = at - interval '3 days' where scope_id <> $1 and seq = 1", [NIL_SCOPE]);
    const asOf = new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10);
    const then = await referring(store, KEEPER, "visit", OTHER_PAIR, other.id, { asOf });
    assert.deepEqual(kinds(then), ["meeting.visit 1", "attendance.visit 1"]);
  });

  test("a field that does not point to the record is refused", async () => {
    for (const [from, field] of [
      ["statement", "visitor"],
      ["statement", "visit"],
      ["source", "record_id"],
      ["submission", "party"],
      ["nothing", "meeting"],
    ] as const) {
      const target = { record: "meeting", scopeId: PAIR, id: first.id, from, field };
      await assert.rejects(referringPage(store, KEEPER, target), { code: "QUERY_INVALID" });
    }
  });

  test("among many rows those that point to one are found by the index of the field", async () => {
    // Indexes themselves: record-tables.test.ts has one for every field that points.
    const many = (record: string, fields: string, values: string) =>
      store.db.query(
        `insert into ${record} (scope_id, id, seq, search_grams, ${fields})
         select $1, gen_random_uuid(), 1, '{}', ${values} from generate_series(1, 4000) n`,
        [PAIR],
      );
    const day = "'2024-01-' || (10 + n % 20)";
    await many(
      "statement",
      "text, act, grade, said_on, meeting, state",
      `'x', 'ask', 'statement', ${day}, gen_random_uuid(), 'open'`,
    );
    await many(
      "meeting",
      "happening_id, name, start_date, parties",
      `gen_random_uuid(), 'x', ${day}, array[gen_random_uuid()]`,
    );
    await many("post", "person, holder, title", "gen_random_uuid(), 'x', 'x'");
    for (const table of ["statement", "meeting", "post"]) await store.db.query(`analyze ${table}`);
    for (const [name, key] of [
      ["statement", "meeting"],
      ["meeting", "parties"],
      ["post", "person"],
    ] as const) {
      const pointer = listedPointers(store.records, store.records.get(name).field(key).record ?? "").find(
        ({ from, field }) => from.definition.name === name && field.key === key,
      );
      assert.ok(pointer);
      const { text, values } = pointingQuery(pointer, EAST, key === "meeting" ? [PAIR] : "all", null, 50);
      const { rows } = await store.db.query<{ "QUERY PLAN": string }>(`explain ${text}`, values);
      const lines = rows.map((row) => row["QUERY PLAN"]);
      const condition = new RegExp(`Index Cond: .*\\b${key}"? (=|@>)`);
      assert.ok(
        lines.some((line) => condition.test(line)),
        `${name}.${key}\n${lines.join("\n")}`,
      );
    }
  });
});
