import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import type { ExtentQuery, ListExtent, Query, Row } from "./ledger.js";
import type { OpenStore } from "./open-store.js";
import { type ExtentSizes, extent } from "./querying/list-extent.js";
import { endOfDay } from "./querying/page-query.js";
import { history } from "./querying/read-history.js";
import { get, list } from "./read.js";
import * as trialRows from "./trial/trial-cooperation.js";
import {
  command,
  created,
  EAST,
  KEEPER,
  newId,
  OTHER_PAIR,
  OTHER_WEST,
  PAIR,
  person,
  visit,
  WEST,
} from "./trial/trial-cooperation.js";
import { eachDatabase } from "./trial/trial-databases.js";
import { write } from "./write.js";

eachDatabase("read", (trial) => {
  let store: OpenStore;
  const days = ["2023-12-11", "2021-04", "2021", "--12-11", null, "2023-12-11", "2024-01-02"];
  before(async () => {
    store = await trialRows.openTrialStore(trial);
    await write(store, KEEPER, trialRows.foundation());
    const rows = [PAIR, OTHER_PAIR].flatMap((scope, pair) =>
      days.map((start_date, at) =>
        visit(scope, newId(), {
          name: `第${pair}-${at}次考察${at === 3 ? "（罗甸县）" : ""}`,
          start_date,
          headcount: at,
          host: [pair === 0 ? WEST : OTHER_WEST],
        }),
      ),
    );
    await write(store, KEEPER, command(rows));
  });
  after(() => store.close());

  const all = async (query: Query, actor = KEEPER): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const page = await list(store, actor, "visit", next === undefined ? query : { ...query, after: next });
      rows.push(...page.rows);
      next = page.next;
    }
    return rows;
  };
  const dates = (rows: readonly Row[]) => rows.map(({ values }) => values.start_date);
  /** Newest first, rows without a day on top, rows without a year at the end. */
  const ordered = [
    null,
    null,
    "2024-01-02",
    "2024-01-02",
    "2023-12-11",
    "2023-12-11",
    "2023-12-11",
    "2023-12-11",
    "2021-04",
    "2021-04",
    "2021",
    "2021",
    "--12-11",
    "--12-11",
  ];

  test("pages of any size go through all scopes in the record's order, each row once", async () => {
    for (const limit of [1, 2, 3, 5, 13, 14, 50]) {
      const rows = await all({ limit });
      assert.deepEqual(dates(rows), ordered, `limit ${limit}`);
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    }
  });

  test("going up, too: names in the order of their sound, 罗 before 平", async () => {
    const rows: Row[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { rows: readonly Row[]; next: string | null } = await list(store, KEEPER, "party", {
        limit: 2,
        ...(next === "" ? {} : { after: next }),
      });
      rows.push(...page.rows);
      next = page.next;
    }
    const titles = rows.map(({ title }) => title);
    assert.deepEqual(titles, [
      "广东省广州市白云区",
      "贵州省黔南布依族苗族自治州罗甸县",
      "贵州省黔南布依族苗族自治州平塘县",
    ]);
  });

  test("rows that come or go between two pages double and lose none of the others", async () => {
    const first = await list(store, KEEPER, "visit", { limit: 5 });
    const extra = visit(PAIR, newId(), { start_date: "2025-01-01" });
    await write(store, KEEPER, command([extra]));
    const [gone] = first.rows.slice(-1);
    assert.ok(gone);
    const asked = { limit: 50, after: first.next ?? "" };
    const rest = await list(store, KEEPER, "visit", asked);
    assert.deepEqual(dates([...first.rows, ...rest.rows]), ordered);
    const row = await get(store, KEEPER, "visit", PAIR, extra.id);
    await write(
      store,
      KEEPER,
      command([{ op: "remove", record: "visit", scope_id: PAIR, id: extra.id, version: row?.version ?? "" }]),
    );
  });

  /** A list's windows read one by one, the last first, each without those before it. */
  const windowed = async (query: ExtentQuery, sizes: ExtentSizes): Promise<{ rows: Row[]; told: number[] }> => {
    const keys: (string | null)[] = [];
    const told: number[] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const piece: ListExtent = await extent(
        store,
        KEEPER,
        "visit",
        { ...query, ...(next == null ? {} : { after: next }) },
        sizes,
      );
      for (const { until, rows } of piece.windows) told.push(rows) && keys.push(until);
      assert.equal(piece.next, piece.next === null ? null : piece.windows.at(-1)?.until);
      next = piece.next;
    }
    const windows: Row[][] = [];
    for (const [at, until] of [...keys.entries()].reverse()) {
      const after = keys[at - 1] ?? null;
      const bounds = { ...(after === null ? {} : { after }), ...(until === null ? {} : { until }) };
      const page = await list(store, KEEPER, "visit", { ...query, ...bounds, limit: 50 });
      assert.equal(page.next, null);
      windows.unshift([...page.rows]);
    }
    return { rows: windows.flat(), told };
  };

  test("windows of a list hold each row once, whatever the order and the filter; counted piece by piece", async () => {
    const [small, even] = [
      { window: 3, piece: 6, named: 6 },
      { window: 7, piece: 14, named: 14 },
    ];
    for (const sizes of [small, even])
      for (const query of [
        {},
        { text: "考察" },
        { conditions: [{ field: "headcount", is: "from", values: ["5"] }] },
        ...["headcount", "direction", "start_date"].flatMap((field) =>
          [true, false].map((descending) => ({ sort: { field, descending } })),
        ),
      ] as const) {
        const { rows, told } = await windowed(query, sizes);
        const whole = await all({ ...query, limit: 50 });
        assert.deepEqual(rows, whole, JSON.stringify(query));
        assert.equal(
          told.reduce((sum, n) => sum + n, 0),
          whole.length,
          JSON.stringify(query),
        );
      }
    assert.deepEqual((await windowed({}, small)).told, [3, 3, 3, 3, 2]);
    assert.deepEqual((await windowed({}, even)).told, [7, 7]);
    assert.deepEqual((await windowed({ scope: newId() }, small)).told, []);
  });

  test("a row that comes into a window is read with it; a key whose row is gone still bounds", async () => {
    const sizes = { window: 4, piece: 100, named: 100 };
    const { windows } = await extent(store, KEEPER, "visit", {}, sizes);
    const [first, second] = [windows[0]?.until ?? "", windows[1]?.until ?? ""];
    const extra = visit(PAIR, newId(), { start_date: "2023-12-12" });
    await write(store, KEEPER, command([extra]));
    const grown = await list(store, KEEPER, "visit", { until: first, limit: 50 });
    assert.equal(grown.rows.length, 4);
    const next = await list(store, KEEPER, "visit", { after: first, until: second, limit: 50 });
    assert.deepEqual(next.rows[0]?.id, extra.id);
    assert.equal(next.rows.length, 5);
    const cut = await extent(store, KEEPER, "visit", {}, { ...sizes, window: 5 });
    const row = await get(store, KEEPER, "visit", PAIR, extra.id);
    const gone = { op: "remove" as const, record: "visit", scope_id: PAIR, id: extra.id, version: row?.version ?? "" };
    await write(store, KEEPER, command([gone]));
    const shrunk = await list(store, KEEPER, "visit", { until: cut.windows[0]?.until ?? "", limit: 50 });
    assert.deepEqual(dates(shrunk.rows), ordered.slice(0, 4));
  });

  test("groups are counted over pieces, with the names of what they are; a group is what the list is ordered by", async () => {
    const sort = { field: "headcount", descending: false };
    const groups = async (query: ExtentQuery) =>
      (await extent(store, KEEPER, "visit", query, { window: 3, piece: 5, named: 5 })).groups.map(
        ({ value, count }) => [value, count],
      );
    assert.deepEqual(await groups({ sort, group: "headcount" }), [
      ["0", 2],
      ["1", 2],
      ["2", 1],
    ]);
    assert.deepEqual(await groups({ sort, group: "headcount", text: "第1-" }), [
      ["0", 1],
      ["1", 1],
      ["2", 1],
      ["3", 1],
      ["4", 1],
      ["5", 1],
    ]);
    const project = (kind: string, total: string | null) =>
      created("project", PAIR, newId(), { name: "项目", kind, total });
    await write(
      store,
      KEEPER,
      command([project("industry", "1200000000"), project("industry", null), project("labour", null)]),
    );
    const byKind = { sort: { field: "kind", descending: false }, group: "kind" };
    for (const query of [byKind, { ...byKind, text: "项目" }])
      assert.deepEqual(
        (await extent(store, KEEPER, "project", query)).groups.map(({ value, totals }) => [value, totals.total]),
        [
          ["industry", { sum: "1200000000", missing: 1 }],
          ["labour", { sum: null, missing: 1 }],
        ],
      );
    await assert.rejects(extent(store, KEEPER, "visit", { sort, group: "direction" }), { code: "QUERY_INVALID" });
  });

  test("filters: equal, one of several, none, part of a list; by text; by scope", async () => {
    assert.equal((await all({ filter: { headcount: "3" } })).length, 2);
    assert.equal((await all({ filter: { headcount: ["3", "4"] } })).length, 4);
    assert.equal((await all({ filter: { start_date: null } })).length, 2);
    assert.equal((await all({ filter: { host: OTHER_WEST } })).length, 7);
    assert.equal((await all({ scope: PAIR })).length, 7);
    assert.equal((await all({ text: "罗甸县", limit: 1 })).length, 2);
    assert.equal((await all({ text: "第1-" })).length, 7);
    assert.equal((await all({ text: "县罗甸" })).length, 0);
    assert.equal((await all({ text: "%' or 1=1 --" })).length, 0);
    assert.equal((await all({ scope: newId() })).length, 0);
  });

  test("conditions: choices, texts, spans of days and numbers, what is empty; all must hold", async () => {
    const found = async (...conditions: NonNullable<Query["conditions"]>) =>
      (await all({ conditions, limit: 3 })).length;
    assert.equal(await found({ field: "host", is: "one_of", values: [OTHER_WEST] }), 7);
    assert.equal(await found({ field: "name", is: "contains", values: ["-3次"] }), 2);
    assert.equal(await found({ field: "name", is: "contains", values: ["%"] }), 0);
    assert.equal(await found({ field: "headcount", is: "from", values: ["5"] }), 4);
    // 2021-04 and 2021 may lie on it; a day without a year lies in no span.
    const april = { field: "start_date", is: "from", values: ["2021-04-15"] } as const;
    assert.equal(await found(april, { field: "start_date", is: "to", values: ["2021-04-15"] }), 4);
    assert.equal(await found({ field: "start_date", is: "empty", values: [] }), 2);
    assert.equal(await found({ field: "host", is: "filled", values: [] }), 14);
    assert.equal(await found({ field: "purpose", is: "filled", values: [] }), 0);
  });

  test("another order than the record's own, page by page in both directions, whatever is empty", async () => {
    for (const field of ["headcount", "direction", "start_date", "name"]) {
      for (const descending of [true, false]) {
        const sort = { field, descending };
        const rows = await all({ sort, limit: 3 });
        assert.equal(new Set(rows.map(({ id }) => id)).size, 14, `${field} ${descending}`);
        const whole = await all({ sort, limit: 50 });
        assert.deepEqual(rows, whole, `${field} ${descending}`);
      }
    }
    const counts = (await all({ sort: { field: "headcount", descending: true }, limit: 4 })).map(
      ({ values }) => values.headcount,
    );
    assert.deepEqual(counts, ["6", "6", "5", "5", "4", "4", "3", "3", "2", "2", "1", "1", "0", "0"]);
    const past = await all({ sort: { field: "headcount", descending: false }, asOf: "2100-01-01", limit: 4 });
    assert.deepEqual(past.map(({ values }) => values.headcount).reverse(), counts);
  });

  test("a list names what its rows point to, where it is asked to", async () => {
    const asked = await list(store, KEEPER, "visit", { limit: 3, titles: true });
    assert.equal(asked.titles?.[WEST], "贵州省黔南布依族苗族自治州罗甸县");
    assert.equal((await list(store, KEEPER, "visit", { limit: 3 })).titles, undefined);
  });

  test("queries that make no sense are refused by name", async () => {
    const refused = async (query: Query, code: string) =>
      assert.rejects(list(store, KEEPER, "visit", query), { code }, JSON.stringify(query));
    await refused({ filter: { 'headcount" = 1 or "': "1" } }, "FIELD_UNKNOWN");
    await refused({ filter: { headcount: "many" } }, "VALUE_INVALID");
    await refused({ after: "not a key" }, "QUERY_INVALID");
    await refused({ scope: "1" }, "QUERY_INVALID");
    await refused({ asOf: "2023-02-30" }, "QUERY_INVALID");
    await refused({ parent: newId() }, "QUERY_INVALID");
    await refused({ sort: { field: "none", descending: true } }, "QUERY_INVALID");
    await refused({ sort: { field: "host", descending: true } }, "QUERY_INVALID");
    for (const condition of [
      { field: "none", is: "empty", values: [] },
      { field: "headcount", is: "contains", values: ["1"] },
      { field: "start_date", is: "from", values: ["--12-11"] },
      { field: "host", is: "one_of", values: ["WEST"] },
      { field: "name", is: "to", values: ["x"] },
    ] as const)
      await refused({ conditions: [condition] }, "QUERY_INVALID");
    await refused({ conditions: [{ field: "direction", is: "one_of", values: ["up"] }] }, "VALUE_INVALID");
    await assert.rejects(list(store, KEEPER, "visit; drop table visit", {}), { code: "RECORD_UNKNOWN" });
  });

  test("an account of one pair reads that pair and the reference tables", async () => {
    const clerk = { ...KEEPER, role: "clerk", scopes: [PAIR] } as const;
    assert.deepEqual([...new Set((await all({}, clerk)).map(({ scope_id }) => scope_id))], [PAIR]);
    assert.equal((await all({ scope: OTHER_PAIR }, clerk)).length, 0);
    const [foreign] = await all({ scope: OTHER_PAIR });
    assert.ok(foreign);
    assert.equal(await get(store, clerk, "visit", OTHER_PAIR, foreign.id), null);
    assert.deepEqual(await history(store, clerk, "visit", OTHER_PAIR, foreign.id), []);
    assert.equal((await list(store, clerk, "party", {})).rows.length, 3);
  });

  test("parts are listed by their parent; a title names what it points to", async () => {
    const [row] = await all({ scope: PAIR, limit: 1 });
    assert.ok(row);
    const someone = person(newId(), { name: "蒙山雨" });
    const part = (name: string) =>
      created("attendance", PAIR, newId(), {
        visit: row.id,
        person: someone.id,
        position: "1",
        name,
        part: "attended",
      });
    await write(store, KEEPER, command([someone, part("蒙山雨"), part("方远山")]));
    const { rows } = await list(store, KEEPER, "attendance", { parent: row.id });
    assert.equal(rows.length, 2);
    const pair = await get(store, KEEPER, "pair", NIL_SCOPE, PAIR);
    assert.deepEqual([pair?.title, pair?.values.east], ["白云区·罗甸县", EAST]);
  });

  test("the end of a day is midnight in China", () => {
    assert.equal(endOfDay("2023-12-31"), "2023-12-31T16:00:00.000Z");
    for (const bad of ["2023-13-01", "2023-02-29", "2023-1-1", "", "now"]) assert.throws(() => endOfDay(bad), /asOf/);
  });
});
