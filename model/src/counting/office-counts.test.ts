import assert from "node:assert/strict";
import { test } from "node:test";
import { countLabour, type LabourJob } from "./labour-persons.js";
import { countPairings, type PairingLink } from "./pairing-counts.js";
import { countPostings, type Posting } from "./posting-counts.js";
import { calendarWindow, countSales, returnedAmount, type SaleLine } from "./sale-exclusions.js";

const job = (id: string, person: string, more: Partial<LabourJob> = {}): LabourJob => ({
  id,
  person,
  job: "甲厂",
  identity: "relieved",
  destination: "east",
  months: "6",
  started: "2023-02",
  ...more,
});

test("a person counts once, by the longest job; the same job told twice is a duplicate", () => {
  const count = countLabour([
    job("1", "p1"),
    job("2", "p1", { job: "本县工地", destination: "local", months: "4" }),
    job("3", "p2", { destination: "local", identity: "monitored" }),
    job("4", "p2", { destination: "local", identity: "monitored" }),
    job("5", "p3", { months: null, destination: "other", identity: "general" }),
    job("6", "p3", { job: "乙厂", months: "3", identity: "general" }),
  ]);
  assert.deepEqual(count.duplicates, [{ id: "4", of: "3" }]);
  assert.deepEqual([count.rows, count.jobs, count.persons, count.relieved, count.monitored], [6, 5, 3, 1, 1]);
  assert.deepEqual(count.byDestination, { east: 2, local: 1, other: 0, unknown: 0 });
  assert.deepEqual(count.byEveryJob, { east: 2, local: 2, other: 1, unknown: 0 });
  assert.deepEqual([...count.longest].sort(), ["1", "3", "6"]);
});

test("two jobs of the same length: the later one counts", () => {
  const count = countLabour([job("1", "p"), job("2", "p", { job: "乙厂", started: "2023-07", destination: "local" })]);
  assert.deepEqual([...count.longest], ["2"]);
});

const line = (id: string, amount: bigint, more: Partial<SaleLine> = {}): SaleLine => ({
  id,
  invoice: `0010${id}`,
  seller: "福泉合作社",
  amount,
  mode: "assisted",
  soldOn: "2023-03-05",
  note: null,
  year: "2023",
  window: calendarWindow(2023),
  out: null,
  ...more,
});

test("a doubled invoice counts once as 采购, another year's not at all, a return is a negative row", () => {
  const count = countSales([
    line("1", 25_650_000n, { invoice: "382915" }),
    line("2", 25_650_000n, { invoice: "00382915", mode: "purchase" }),
    line("3", 6_000_000n, { soldOn: "2022-12-28" }),
    line("4", 10_000_000n, { mode: "purchase", note: "退货2.6万" }),
    line("5", 1_000_000n, { invoice: null }),
    line("6", 1_000_000n, { invoice: null }),
    line("7", 25_650_000n, { invoice: "382915", year: "2022", out: "上年已报" }),
  ]);
  assert.deepEqual(
    count.excluded.map(({ id, reason, of }) => [id, reason, of]),
    [
      ["3", "other_year", null],
      ["7", "stated", null],
      ["1", "duplicate_invoice", "2"],
    ],
  );
  assert.equal(count.excluded[2]?.zh, "发票 00382915 已按采购计入，同一张发票只计一次");
  assert.deepEqual(count.returns, [{ id: "4", amount: -2_600_000n, mode: "purchase" }]);
  assert.deepEqual(
    [count.rows, count.purchase, count.assisted, count.total],
    [5, 33_050_000n, 2_000_000n, 35_050_000n],
  );
});

test("returns as offices write them", () => {
  const cases: [string | null, bigint | null][] = [
    ["退货2.6万", 2_600_000n],
    ["退货 26000元", 2_600_000n],
    ["退回0.35万元（破损）", 350_000n],
    ["已退货", null],
    [null, null],
  ];
  for (const [note, amount] of cases) assert.equal(returnedAmount(note), amount, String(note));
});

test("both sides of a roster are counted once; goods have no value in money", () => {
  const link = (east: string, west: string, more: Partial<PairingLink> = {}): PairingLink => ({
    east,
    eastType: "township",
    west,
    westType: "village",
    westTownship: null,
    fund: null,
    goods: null,
    ...more,
  });
  const count = countPairings([
    link("潮音街道", "平坝镇", { westType: "township", fund: 50_000_000n }),
    link("潮音街道", "红星村", { westTownship: "平坝镇" }),
    link("区总工会", "红星村", { eastType: "department", westTownship: "平坝镇", fund: 5_000_000n, goods: "电脑10台" }),
    link("海润公司", "双河村", { eastType: "enterprise", westTownship: "双河镇" }),
  ]);
  assert.deepEqual([count.links, count.east, count.west, count.villageMentions], [4, 3, 3, 3]);
  assert.deepEqual(count.eastByType, { township: 1, department: 1, enterprise: 1 });
  assert.deepEqual(count.townshipsThroughVillages, ["双河镇"]);
  assert.deepEqual([count.fund, count.goods], [55_000_000n, ["电脑10台"]]);
});

test("cadres in the year and in post, specialists as persons and times", () => {
  const posting = (id: string, person: string, more: Partial<Posting> = {}): Posting => ({
    id,
    person,
    direction: "east_to_west",
    category: "specialist",
    started: "2023-08",
    ended: null,
    ...more,
  });
  const all = [
    posting("1", "a", { category: "cadre", started: "2021-07", ended: "2023-06" }),
    posting("2", "b", { category: "cadre", started: "2023-06", ended: "2025-06" }),
    posting("3", "c", { category: "cadre", ended: "2023-11" }),
    posting("9", "z", { category: "cadre", started: "2019", ended: "2021" }),
    posting("4", "d", { started: "2022-08", ended: "2023-07" }),
    posting("5", "d"),
    posting("6", "w", { direction: "west_to_east", category: "shadowing" }),
    // Over before the year, and not begun by the day: in the sheet, not in the year.
    posting("7", "e", { started: "2021-07", ended: "2022-07" }),
    posting("8", "f", { started: "2023-12" }),
  ];
  const count = countPostings(all, "east_to_west", "2023-11-30");
  assert.deepEqual(count.cadres, { inYear: 3, onDuty: 2 });
  assert.deepEqual(count.specialists, { persons: 1, times: 2 });
  assert.equal(count.specialistsBefore, 2);
  assert.deepEqual([count.postings, count.shadowing, count.extended], [8, 0, ["d"]]);
  assert.equal(countPostings(all, "west_to_east", "2023-11-30").shadowing, 1);
});
