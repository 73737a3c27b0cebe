import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import type { Actor } from "../actor.js";
import type { Values } from "../command.js";
import { LedgerError } from "../error-codes.js";
import * as trialRows from "../trial/trial-cooperation.js";
import {
  command,
  created,
  EAST,
  KEEPER,
  newId,
  OTHER_PAIR,
  OTHER_WEST,
  PAIR,
  WEST,
} from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { reportDesk } from "./make-report.js";
import type { NetworkNode, ReportName, TypeCount } from "./report-answers.js";

const county: Actor = { ...KEEPER, account_id: newId(), name: "平塘组", role: "clerk", scopes: [OTHER_PAIR] };

eachDatabase("报表", (trial) => {
  let t: TrialDesk;
  const ask = <N extends ReportName>(name: N, more = {}, actor = KEEPER) =>
    reportDesk(t.desk).report(actor, name, more);

  before(async () => {
    t = await trialDesk(trial.config);
    await t.desk.write(KEEPER, trialRows.foundation());
    const parties = ["街道甲", "街道乙", "一村", "二村", "三村"].map((name) =>
      created("party", NIL_SCOPE, newId(), { path: name, name, kind: "region" }),
    );
    const [a, b, one, two, three] = parties.map(({ id }) => id);
    const joined = (scope: string, east: string | undefined, west: string | undefined, more: Values = {}) =>
      created("pairing", scope, newId(), {
        label: "结对",
        east: east ?? null,
        west: west ?? null,
        east_type: "township",
        west_type: "village",
        ...more,
      });
    const roster = (scope: string, as_of: string, count: number) =>
      created("roster_count", scope, newId(), {
        name: "结对规模",
        as_of,
        east: [{ type: "township", count: 8, unit: "个" }],
        west: [{ type: "village", count, unit: "个" }],
      });
    await t.desk.write(
      KEEPER,
      command([
        ...parties,
        joined(PAIR, a, one),
        joined(PAIR, a, two),
        joined(PAIR, b, one),
        // One street pairs with a village in the other county too: above the pairs it is one.
        joined(OTHER_PAIR, a, three),
        joined(OTHER_PAIR, b, three, { west_type: "school" }),
        roster(PAIR, "2022-12", 60),
        roster(PAIR, "2023-12-21", 68),
        roster(EAST, "2023-12-21", 68),
      ]),
    );
  });
  after(() => t.store.close());

  test("结对关系 from province to the types in a pair, distinct on both sides at every level", async () => {
    const { roots, unsplit, total } = await ask("network");
    const said = (counts: readonly TypeCount[]) => counts.map(({ type, count }) => `${type} ${count}`).join(", ");
    const line = (node: NetworkNode): string[] => [
      `${node.level} ${node.east_name}—${node.west_name}: ${node.pairs}/${node.links}; ${said(node.east)}; ${said(node.west)}`,
      ...node.children.flatMap(line),
    ];
    assert.deepEqual(roots.flatMap(line), [
      "province 广东省—贵州省: 2/5; township 2; village 3, school 1",
      "city 广州市—黔南布依族苗族自治州: 2/5; township 2; village 3, school 1",
      "pair 白云区—罗甸县: 1/3; township 2; village 2",
      "pair 白云区—平塘县: 1/2; township 2; school 1, village 1",
    ]);
    assert.deepEqual([total.pairs, total.links], [2, 5]);
    const pair = roots[0]?.children[0]?.children[0];
    assert.deepEqual(pair?.kinds, [{ east_type: "township", west_type: "village", links: 3, east: 2, west: 2 }]);
    // The latest roster of the pair; what is told of several counties enters none.
    assert.deepEqual(
      pair?.rosters.map(({ as_of, west }) => [as_of, west[0]?.count]),
      [["2023-12-21", 68]],
    );
    assert.deepEqual(
      unsplit.map(({ scope_id }) => scope_id),
      [EAST],
    );
  });

  test("of a party: its pairs alone; of an actor: what he may see; what is none is refused", async () => {
    assert.deepEqual((await ask("network", { party: OTHER_WEST })).total.pairs, 1);
    assert.deepEqual((await ask("network", {}, county)).total, {
      pairs: 1,
      links: 2,
      east: [{ type: "township", count: 2 }],
      west: [
        { type: "school", count: 1 },
        { type: "village", count: 1 },
      ],
    });
    const { parties } = await ask("parties");
    assert.deepEqual(
      parties.map(({ id, side, pairs }) => [id, side, pairs]),
      [
        [EAST, "east", 2],
        [WEST, "west", 1],
        [OTHER_WEST, "west", 1],
      ],
    );
    const code = (is: string) => (error: unknown) => error instanceof LedgerError && error.code === is;
    await assert.rejects(ask("network", { party: WEST }, county), code("SCOPE_FORBIDDEN"));
    await assert.rejects(ask("network", { day: "2023-02-30" }), code("QUERY_INVALID"));
    await assert.rejects(ask("nothing" as ReportName), code("REPORT_UNKNOWN"));
  });
});
