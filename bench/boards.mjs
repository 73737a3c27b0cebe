// @ts-check
// Boards of a province-year: 66 counties with 800,000 labour rows and their sales, written by the one write path with the
// roll-ups that it keeps. Compares every roll-up with a full count and fails on a difference; then how soon boards come,
// the first one after a start. SHANHAI_BOARD_ROWS makes it smaller.
import { randomUUID } from "node:crypto";
import { openLedger } from "@shanhai/ledger";
import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, quoted, table } from "./measure.mjs";

const COUNTIES = 66;
const ROWS = Number(process.env.SHANHAI_BOARD_ROWS ?? 800_000);
const BAR = { pair: 100, province: 1000 };

/** @param {string} record @param {string} scope_id @param {any} values @param {string} id @returns {import("@shanhai/ledger").Change} */
const row = (record, scope_id, values, id = randomUUID()) => ({ op: "create", record, scope_id, id, values });

/** The pairs of invented counties of one province with one eastern district. */
function counties() {
  const east = partyId({ kind: "region", code: "990101", name: "虚构区" });
  const changes = [
    row(
      "party",
      NIL_SCOPE,
      { kind: "region", name: "虚构区", path: "甲省虚构区", adcode: "990101", side: "east" },
      east,
    ),
  ];
  const pairs = [];
  for (let at = 0; at < COUNTIES; at++) {
    const adcode = `98${String(1 + Math.floor(at / 20)).padStart(2, "0")}${String(1 + (at % 20)).padStart(2, "0")}`;
    const west = partyId({ kind: "region", code: adcode, name: `虚构县${at}` });
    const pair = pairId(east, west);
    pairs.push(pair);
    changes.push(
      row(
        "party",
        NIL_SCOPE,
        { kind: "region", name: `虚构县${at}`, path: `乙省虚构县${at}`, adcode, side: "west" },
        west,
      ),
      row("pair", NIL_SCOPE, { label: `虚构区—虚构县${at}`, east, west }, pair),
    );
  }
  return { pairs, changes };
}

/** @param {string} pair @param {number} from @param {number} count */
function labour(pair, from, count) {
  return Array.from({ length: count }, (_, of) => {
    const at = from + of;
    // One row in ten is a second job of a person who is there already.
    const person = at % 10 === 9 ? at - 9 : at;
    return row("labour_record", pair, {
      year: 2023,
      person_key: `${pair.slice(0, 8)}-${person}`,
      identity: ["relieved", "general", "monitored", "general"][person % 4],
      destination: ["east", "local", "other"][at % 3],
      months: String(1 + (at % 11)),
      longest: person === at,
      started: `2023-${String(1 + (at % 11)).padStart(2, "0")}-10`,
    });
  });
}

/** @param {() => Promise<unknown>} work */
async function milliseconds(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

heading(`npm run bench -- boards (${ROWS.toLocaleString("en")} labour rows, ${COUNTIES} counties)`);
/** @type {(string | number)[][]} */
const result = [
  [
    "database",
    "rows written/s",
    "pair-year ms",
    "province-year, first ms",
    "again ms",
    "总览 ms",
    "persons once ms",
    "as of a day s",
    "full count s",
    "differences",
  ],
];
let failed = false;
await onBothDatabases(async (kind, config) => {
  const made = await openLedger(config);
  const actor = await made.operator();
  /** @param {import("@shanhai/ledger").Change[]} changes */
  const write = (changes) => made.write(actor, { command_id: randomUUID(), reason: "bench", changes });
  const { pairs, changes } = counties();
  await write(changes);
  const each = Math.ceil(ROWS / COUNTIES);
  const start = performance.now();
  for (const pair of pairs) {
    for (let from = 0; from < each; from += 500) await write(labour(pair, from, Math.min(500, each - from)));
    await write(
      Array.from({ length: 60 }, (_, at) =>
        row("sale", pair, {
          year: 2023,
          month: 1 + (at % 11),
          seller: "虚构合作社",
          amount: String(1_000_000 + at),
          mode: "purchase",
          counted: at % 20 !== 0,
        }),
      ),
    );
  }
  const rate = (each * COUNTIES) / ((performance.now() - start) / 1000);
  await made.close();

  const ledger = await openLedger(config);
  const month = /** @type {const} */ ({ year: 2023, month: 11, line: "west" });
  const province = { ...month, region: "980000" };
  const first = await milliseconds(() => ledger.board(actor, province));
  const again = [];
  const pairYear = [];
  for (let run = 0; run < 5; run++) {
    again.push(await milliseconds(() => ledger.board(actor, province)));
    pairYear.push(await milliseconds(() => ledger.board(actor, { ...month, scope: pairs[run] ?? "" })));
  }
  const wall = [];
  for (let run = 0; run < 5; run++)
    wall.push(await milliseconds(() => ledger.report(actor, "overview", { year: 2023 })));
  const exact = await milliseconds(() => ledger.board(actor, { ...province, exact: true }));
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const past = await milliseconds(() => ledger.board(actor, { ...province, asOf: today }));
  let differences = 0;
  const full = await milliseconds(async () => {
    differences = (await ledger.checkRollups(actor)).length;
  });
  await ledger.close();
  failed ||= differences > 0 || first > BAR.province || Math.max(...pairYear) > BAR.pair;
  result.push([
    kind,
    Math.round(rate),
    quoted(pairYear),
    Math.round(first),
    quoted(again),
    quoted(wall),
    Math.round(exact),
    (past / 1000).toFixed(1),
    (full / 1000).toFixed(1),
    differences,
  ]);
});
table(result);
if (failed) {
  console.error(`a bar is missed: no difference, a pair within ${BAR.pair} ms, the province within ${BAR.province} ms`);
  process.exit(1);
}
