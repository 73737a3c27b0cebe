import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, afterEach, before, test } from "node:test";
import type { Decision } from "@shanhai/model";
import { document } from "../intake/documents.js";
import { submit } from "../intake/submit.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { CLERK, type FactSketch, type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { factId } from "../trial/trial-report.js";
import { verify } from "../verification/verify.js";
import { decide } from "./decide.js";
import { plan } from "./plan.js";
import { undo } from "./undo.js";

const EAST = "广东省广州市白云区";
const COUNTIES = {
  罗甸县: "522728",
  平塘县: "522727",
  惠水县: "522731",
  长顺县: "522729",
} as const;
type County = keyof typeof COUNTIES;
const pathOf = (county: County) => `贵州省黔南布依族苗族自治州${county}`;

/** One paper on the tour: the counties that it tells, and a symposium in the last of them. `letter` keeps its fact ids apart. */
function paper(letter: string, counties: readonly County[]) {
  const tour = `5月6日至8日，白云区党政代表团到${counties.join("、")}考察`;
  const last = counties.at(-1) ?? "罗甸县";
  const talk = `5月8日，在${last}召开座谈会`;
  const text = [`白云区代表团赴黔南（${letter}）`, `${tour}。`, `${talk}。`].join("\n");
  const region = (number: number, says: string, path: string, adcode: string, side: string): FactSketch => ({
    says: [says],
    id: factId(letter, number),
    kind: "region",
    path,
    adcode,
    side,
  });
  const pairing = (number: number, county: County): FactSketch => ({
    says: [tour],
    id: factId(letter, number),
    kind: "pairing",
    east: EAST,
    west: pathOf(county),
    eastType: "county",
    westType: "county",
    group: null,
    since: [],
    until: null,
  });
  const event = (number: number, type: string, says: string, fields: object): FactSketch => ({
    id: factId(letter, number),
    kind: "event",
    says: [says],
    type,
    subtype: null,
    start: "2024-05-06",
    end: "2024-05-08",
    visitor: [EAST],
    host: counties.map(pathOf),
    lead: null,
    place: null,
    object: null,
    stops: [],
    within: null,
    projects: [],
    status: "held",
    ...fields,
  });
  const facts = [
    region(1, "白云区", EAST, "440111", "east"),
    ...counties.flatMap((county, at) => [
      region(11 + at, county, pathOf(county), COUNTIES[county], "west"),
      pairing(21 + at, county),
    ]),
    event(31, "visit", tour, {}),
    event(32, "meeting", talk, {
      subtype: "座谈会",
      start: "2024-05-08",
      host: [pathOf(last)],
      within: factId(letter, 31),
    }),
  ];
  return { text, facts, tour: factId(letter, 31), talk: factId(letter, 32) };
}

eachDatabase("one tour told by several papers", (trial) => {
  let t: TrialDesk;
  const undone: (() => Promise<unknown>)[] = [];
  const carryOut = async (id: string, decisions: readonly Decision[]) => {
    const shown = await plan(t.desk, CLERK, id, decisions);
    await decide(t.desk, CLERK, id, decisions, shown.hash, randomUUID());
    for (const { fact } of decisions) undone.push(() => undo(t.desk, CLERK, id, fact, randomUUID()));
    return shown;
  };
  const bring = async (letter: string, counties: readonly County[]) => {
    const { text, facts, ...ids } = paper(letter, counties);
    const { document_id: id } = await submit(t.desk, CLERK, t.reads(text, facts));
    return { id, ...ids };
  };
  const visits = async () => (await t.desk.list(CLERK, "visit", {})).rows;
  const visitTo = async (county: County) => {
    const row = (await visits()).find(({ title }) => title.includes(county));
    assert.ok(row, `no visit to ${county}`);
    return row;
  };
  /** How often the tour counts above the pairs. */
  const happenings = async () => new Set((await visits()).map(({ values }) => values.happening_id)).size;
  /** Merges the leg in one county into the row that stands there. */
  const into = async (id: string, county: County): Promise<NonNullable<Decision["into"]>> => {
    const keys = (await document(t.desk, CLERK, id))?.items.flatMap(({ rows }) => rows) ?? [];
    const key = keys.find(({ record, title }) => record === "visit" && title.includes(county))?.key;
    const { scope_id, id: row } = await visitTo(county);
    return { [key ?? assert.fail()]: { scope_id, id: row } };
  };
  const adopt = (fact: string): Decision => ({ fact, verdict: "adopt" });
  let first: Awaited<ReturnType<typeof bring>>;

  before(async () => {
    t = await trialDesk(trial.config);
    first = await bring("a", ["罗甸县", "平塘县"]);
    await carryOut(first.id, [adopt(first.tour)]);
    undone.length = 0;
  });
  afterEach(async () => {
    // Whatever a test joined comes apart again, last first.
    for (const step of undone.splice(0).reverse()) await step();
    assert.equal((await visits()).length, 2);
    assert.equal(await happenings(), 1);
    assert.equal((await verify(t.store, { ...CLERK, role: "administrator" })).broken, null);
  });
  after(() => t.store.close());

  test("two papers that nobody merges are two happenings", async () => {
    const second = await bring("b", ["平塘县", "惠水县"]);
    await carryOut(second.id, [adopt(second.tour)]);
    assert.equal(await happenings(), 2);
  });

  test("one leg merged: the legs made with it are legs of the same happening", async () => {
    const second = await bring("c", ["平塘县", "惠水县", "长顺县"]);
    const merge: Decision = { fact: second.tour, verdict: "merge", into: await into(second.id, "平塘县") };
    const shown = await carryOut(second.id, [merge]);
    assert.equal((await visits()).length, 4);
    assert.equal(await happenings(), 1);
    const planned = shown.rows.filter(({ record }) => record === "visit").flatMap(({ values }) => values);
    const ids = new Set(planned.filter(({ field }) => field === "happening_id").map(({ value }) => value));
    assert.deepEqual([...ids], [(await visitTo("罗甸县")).values.happening_id], "as shown before");
  });

  test("a leg written before the merge, by another command, is joined and comes apart when the merge is undone", async () => {
    const second = await bring("d", ["平塘县", "惠水县"]);
    await carryOut(second.id, [adopt(second.talk)]);
    const own = (await visitTo("惠水县")).values.happening_id;
    assert.equal(await happenings(), 2);
    const merge: Decision = { fact: second.tour, verdict: "merge", into: await into(second.id, "平塘县") };
    const shown = await carryOut(second.id, [merge]);
    assert.equal(await happenings(), 1);
    assert.match(shown.warnings.map(({ zh }) => zh).join(), /“[^”]*惠水县[^”]*”.*同一次活动.*只计一次/u);
    const leg = await visitTo("惠水县");
    const stated = await t.desk.sources(CLERK, "visit", leg.scope_id, leg.id);
    const chosen = stated.filter(({ field, chosen }) => field === "happening_id" && chosen);
    assert.deepEqual(
      chosen.map(({ value, document_id }) => [value, document_id]),
      [[leg.values.happening_id, second.id]],
    );
    await undone.pop()?.();
    assert.equal((await visitTo("惠水县")).values.happening_id, own);
  });

  test("legs made after the merge, by another command, are legs of the same happening", async () => {
    const second = await bring("e", ["惠水县", "平塘县"]);
    // The symposium in 平塘 is adopted with its leg of the tour merged; the tour itself comes later.
    await carryOut(second.id, [{ ...adopt(second.talk), verdict: "merge", into: await into(second.id, "平塘县") }]);
    assert.equal((await visits()).length, 2);
    await carryOut(second.id, [adopt(second.tour)]);
    assert.equal((await visits()).length, 3);
    assert.equal(await happenings(), 1);
  });

  test("a merge that shows two stored happenings to be one joins all their rows, also those of other papers", async () => {
    const second = await bring("f", ["惠水县", "长顺县"]);
    await carryOut(second.id, [adopt(second.tour)]);
    assert.equal(await happenings(), 2);
    const third = await bring("1", ["罗甸县", "惠水县"]);
    const both = { ...(await into(third.id, "罗甸县")), ...(await into(third.id, "惠水县")) };
    await carryOut(third.id, [{ fact: third.tour, verdict: "merge", into: both }]);
    assert.equal((await visits()).length, 4);
    assert.equal(await happenings(), 1);
    await undone.pop()?.();
    assert.equal(await happenings(), 2);
  });
});
