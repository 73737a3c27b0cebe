import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Change, Values } from "../command.js";
import { extent } from "../querying/list-extent.js";
import { registerDesk } from "../registering/register.js";
import type { RegisterDesk } from "../registering/register-desk.js";
import { command, created, EAST, foundation, KEEPER, newId, OTHER_PAIR, PAIR } from "../trial/trial-cooperation.js";
import { eachDatabase } from "../trial/trial-databases.js";
import { type TrialDesk, trialDesk } from "../trial/trial-desk.js";
import { verify } from "../verification/verify.js";
import { moneyDesk } from "./money.js";
import type { MoneyDesk, MoneyQuery } from "./money-desk.js";
import { inWan } from "./money-rates.js";

/** 万元 as 分. */
const wan = (amount: number): string => String(Math.round(amount * 100) * 10_000);

/** 项目编号, 总投资, 省, 区, 县以下, 衔接, 其他, 已拨付, 已支付: the ledger of users.md §6. */
const PROJECTS: readonly (readonly [string, ...(number | null)[]])[] = [
  ["SK-01", 1200, 600, 300, 0, 300, 0, 1000, 960],
  ["SK-02", 450, 400, 0, 50, 0, 0, 450, 450],
  ["SK-03", 380.5, 280.5, 100, 0, 0, 0, 300, 212.35],
  ["SK-04", 860, 500, 260, 0, 0, 100, 760, 760],
  ["SK-05", 65, 0, 0, 65, 0, 0, 65, null],
  ["SK-06", 120, 120, 0, 0, 0, 0, 120, 118.6],
];
const MONEY = [
  "total",
  "coop_province",
  "coop_county",
  "coop_township",
  "bridging",
  "other_money",
  "disbursed",
  "paid",
];

function projectRow([no, ...sums]: (typeof PROJECTS)[number]): Change {
  const amounts = MONEY.map((key, at): [string, string | null] => [key, sums[at] == null ? null : wan(sums[at])]);
  const values: Values = { name: `项目${no}`, project_no: no, plan_year: 2023, ...Object.fromEntries(amounts) };
  return created("project", PAIR, newId(), values);
}

eachDatabase("money", (trial) => {
  let work: TrialDesk;
  let desk: MoneyDesk & RegisterDesk;
  const sources: { [level: string]: string } = {};
  before(async () => {
    work = await trialDesk(trial.config);
    desk = { ...moneyDesk(work.desk), ...registerDesk(work.desk) };
    await work.desk.write(KEEPER, foundation());
    await work.desk.write(KEEPER, command(PROJECTS.map(projectRow)));
    for (const [level, giver_name, amount] of [
      ["province", "甲省财政", 1900.5],
      ["county", "望潮区财政", 660],
    ] as const) {
      const id = await fund(PAIR, { giver_name, giver_level: level, kind: "fiscal", amount: wan(amount) });
      sources[level] = id;
      for (const step of ["pledged", "sent", "received"]) await move(id, step, amount, "2023-05-20");
    }
  });
  after(() => work.store.close());

  async function fund(scope_id: string, values: Values): Promise<string> {
    const given = { scope_id, values: { year: 2023, ...values }, command_id: newId(), reason: "" };
    return (await desk.createRow(KEEPER, "fund_source", given)).row.id;
  }
  async function move(
    source: string,
    step: string,
    amount: number,
    on: string,
    note: string | null = null,
  ): Promise<void> {
    const values = { source, step, amount: wan(amount), on, note };
    await desk.createRow(KEEPER, "fund_tranche", { scope_id: PAIR, values, command_id: newId(), reason: "" });
  }
  const board = (query: Partial<MoneyQuery> = {}) =>
    desk.moneyBoard(KEEPER, { scope: PAIR, year: 2023, day: "2023-11-30", ...query });
  const project = async (no: string) => {
    const line = (await board()).projects.find(({ project_no }) => project_no === no);
    const row = line && (await work.desk.get(KEEPER, "project", PAIR, line.id));
    assert.ok(line && row);
    return { line, row };
  };

  test("领3: what is paid against three denominators; the rate of the cooperation funds cannot be told", async () => {
    const { rates, project_sums } = await board();
    assert.deepEqual(
      rates.map(({ code, rate }) => [code, rate?.numerator, rate?.denominator, rate?.percent, rate?.day]),
      [
        ["paid_of_total", "2500.95", "3075.5", "81.32", "2023-11-30"],
        ["paid_of_disbursed", "2500.95", "2695", "92.80", "2023-11-30"],
        ["paid_of_fiscal", "2500.95", "2560.5", "97.67", "2023-11-30"],
        ["fiscal_paid_of_received", undefined, undefined, undefined, undefined],
      ],
    );
    assert.equal(rates[3]?.why?.zh, "支付未按来源登记");
    assert.match(rates[2]?.why?.zh ?? "", /分子含县以下、衔接、其他/u);
    assert.deepEqual([project_sums.projects, project_sums.paid_missing], [6, 1]);
  });

  test("东2: sent on 11-28 is under way on 11-30 and arrives on 12-04; the earlier day still says so", async () => {
    const county = sources.county ?? "";
    await move(county, "sent", 100, "2023-11-28", "11月28日拨出，银行在途");
    await move(county, "received", 100, "2023-12-04");
    const fiscal = async (day: string) => {
      const { fund_sums } = await board({ day });
      return [fund_sums.fiscal?.received, fund_sums.fiscal?.in_transit].map((sum) => inWan(sum ?? ""));
    };
    assert.deepEqual(await fiscal("2023-11-30"), ["2560.5", "100"]);
    assert.deepEqual(await fiscal("2023-12-15"), ["2660.5", "0"]);
    assert.deepEqual(await fiscal("2023-11-30"), ["2560.5", "100"], "again: 在途");
    const line = (await board()).funds.find(({ id }) => id === county);
    assert.deepEqual(
      line?.states.map(({ code, amount }) => [code, inWan(amount)]),
      [["in_transit", "100"]],
    );
    assert.deepEqual(line?.notes, ["11月28日拨出，银行在途"], "a state has its note beside it");
    const later = (await board({ day: "2023-12-15" })).funds.find(({ id }) => id === county);
    assert.deepEqual(
      later?.states.map(({ code, amount }) => [code, inWan(amount)]),
      [["over", "100"]],
      "760 came where 660 were promised: a note, no refusal",
    );
  });

  test("东5: about 1,610 for three counties stays with the district, unsplit, and enters no county's sums", async () => {
    const before = await board();
    await fund(EAST, {
      giver_name: "白云区各镇街",
      giver_level: "township",
      kind: "subcounty",
      local_name: "结镇帮镇扶村资金",
      amount: wan(1610),
      approx: true,
      regions: ["罗甸县", "平塘县", "荔波县"],
    });
    const county = await board();
    assert.deepEqual([county.funds, county.fund_sums, county.unsplit], [before.funds, before.fund_sums, []]);
    const district = await desk.moneyBoard(KEEPER, { party: EAST, year: 2023, day: "2023-11-30" });
    assert.deepEqual(
      district.unsplit.map(({ amount, approx, regions }) => [inWan(amount ?? ""), approx, regions.length]),
      [["1610", true, 3]],
    );
    assert.equal(district.fund_sums.subcounty, undefined);
    assert.equal(district.fund_sums.fiscal?.received, county.fund_sums.fiscal?.received);
  });

  test("东6: cash is cash; goods have a value only with a paper", async () => {
    const given = { name: "爱心捐赠", amount: "5000000", goods: "电脑10台", start_date: "2023-09-01" };
    const made = await desk.createRow(KEEPER, "donation", {
      scope_id: PAIR,
      values: given,
      command_id: newId(),
      reason: "",
    });
    const gifts = async () => {
      const { cash, goods_value, both, unvalued } = (await board()).gifts;
      return [inWan(cash), inWan(goods_value), inWan(both), unvalued.map(({ goods }) => goods)];
    };
    assert.deepEqual(await gifts(), ["5", "0", "5", ["电脑10台"]]);
    await desk.changeRow(KEEPER, "donation", PAIR, made.row.id, {
      version: made.row.version,
      values: { goods_value: "4200000", value_basis: "invoice" },
      command_id: newId(),
      reason: "采购发票",
    });
    assert.deepEqual(await gifts(), ["5", "4.2", "9.2", []]);
  });

  test("前2: a countersigned payment adds up; beyond what was disbursed it asks for a note and is saved with one", async () => {
    const paper = (amount: number, version: string, more: object = {}) => ({
      scope_id: PAIR,
      project: id,
      project_version: version,
      paid_on: "2023-11-29",
      amount: wan(amount),
      payee: "石坎县农投公司",
      signer_west: "覃示例",
      signer_east: "吴示例",
      shares: [],
      command_id: newId(),
      ...more,
    });
    const { line, row } = await project("SK-03");
    const { id } = line;
    const shares = [{ source: sources.province ?? "", amount: wan(47.65) }];
    const first = await desk.registerPayment(KEEPER, paper(47.65, row.version, { shares }));
    assert.deepEqual([inWan(first.project_paid), first.warnings], ["260", []]);
    const { version } = (await project("SK-03")).row;
    await assert.rejects(desk.registerPayment(KEEPER, paper(100, version)), {
      code: "PAYMENT_NEEDS_NOTE",
      zh: /360\.00 万元，超过已拨付 300\.00 万元.*填写说明/u,
    });
    await assert.rejects(
      desk.registerPayment(KEEPER, paper(10, version, { shares: [{ source: sources.county ?? "", amount: wan(11) }] })),
      { code: "PAYMENT_SPLIT" },
    );
    const request = paper(100, version, { explanation: "县级先行垫付", purpose: "专班工作经费" });
    const second = await desk.registerPayment(KEEPER, request);
    assert.deepEqual(
      [inWan(second.project_paid), second.warnings.map(({ code }) => code)],
      ["360", ["PAYMENT_UNSPLIT", "PAYMENT_OVER", "WORD_FOUND"]],
    );
    const again = await desk.registerPayment(KEEPER, request);
    assert.deepEqual([again.receipt.repeated, inWan(again.project_paid)], [true, "360"]);
    const over = (await project("SK-03")).line;
    assert.deepEqual(over.notes, ["县级先行垫付"]);
    assert.deepEqual(
      over.states.map(({ code, amount }) => [code, inWan(amount)]),
      [
        ["over", "60"],
        ["unsplit", "312.35"],
      ],
    );
    const payment = await work.desk.get(KEEPER, "payment", PAIR, second.payment);
    assert.equal(payment?.values.explanation, "县级先行垫付");
    await desk.withdrawPayment(KEEPER, PAIR, second.payment, {
      version: payment?.version ?? "",
      project_version: (await project("SK-03")).row.version,
      command_id: newId(),
      reason: "重复登记",
    });
    assert.equal(inWan((await project("SK-03")).line.paid ?? ""), "260");
    assert.equal(inWan((await board({ day: "2023-11-28" })).project_sums.paid), "2500.95", "before the payment's day");
  });

  test("with every payment split by source the rate of the cooperation funds is told", async () => {
    const scope = OTHER_PAIR;
    const value = { giver_name: "望潮区财政", giver_level: "county", kind: "fiscal", year: 2022, amount: wan(100) };
    const made = async (record: string, values: Values) =>
      (await desk.createRow(KEEPER, record, { scope_id: scope, values, command_id: newId(), reason: "" })).row;
    const source = await made("fund_source", value);
    await made("fund_tranche", { source: source.id, step: "received", amount: wan(100), on: "2022-03-01" });
    const row = await made("project", { name: "蔬菜大棚", plan_year: 2022, total: wan(90), disbursed: wan(90) });
    await desk.registerPayment(KEEPER, {
      scope_id: scope,
      project: row.id,
      project_version: row.version,
      paid_on: "2022-06-01",
      amount: wan(62.5),
      payee: "施工方",
      shares: [{ source: source.id, amount: wan(62.5) }],
      command_id: newId(),
    });
    const { rates } = await desk.moneyBoard(KEEPER, { scope, year: 2022, day: "2022-12-31" });
    const rate = rates.find(({ code }) => code === "fiscal_paid_of_received")?.rate;
    assert.deepEqual([rate?.numerator, rate?.denominator, rate?.percent], ["62.5", "100", "62.50"]);
    assert.equal((await verify(work.store, KEEPER)).ok, true);
  });

  test("昌宁 2017: 1,000 + 1,304.26 + 11.35 is the total of 2,315.61, and one 分 less is told", async () => {
    const row = (name: string, other: string) =>
      created("project", OTHER_PAIR, newId(), {
        ...{ name, plan_year: 2017, total: wan(2315.61), coop_province: wan(1000), bridging: wan(1304.26) },
        other_money: other,
      });
    await work.desk.write(KEEPER, command([row("甲", wan(11.35)), row("乙", String(BigInt(wan(11.35)) - 1n))]));
    const { projects } = await desk.moneyBoard(KEEPER, { scope: OTHER_PAIR, year: 2017, day: "2017-12-31" });
    const states = Object.fromEntries(
      projects.map((one) => [one.name, one.states.map(({ code, amount }) => [code, amount])]),
    );
    assert.deepEqual(states, { 甲: [], 乙: [["uneven", "1"]] });
  });

  test("624 assets of 30,860 万元: by class 33, 502 and 89, by owner 19, 28, 488 and 89, the same money both ways", async () => {
    const kinds = [
      ["operating", 33],
      ["public", 502],
      ["household", 89],
    ] as const;
    const owners = [
      ["county", 19],
      ["township", 28],
      ["village", 488],
      ["household", 89],
    ] as const;
    const spread = (parts: readonly (readonly [string, number])[]) =>
      parts.flatMap(([code, count]) => Array.from({ length: count }, () => code));
    const [classes, levels] = [spread(kinds), spread(owners)];
    const each = 308_600_000n * 100n;
    const rows = classes.map((kind, at) =>
      created("asset", OTHER_PAIR, newId(), {
        ...{ name: `资产${at}`, class: kind, owner_level: levels[at] ?? null, status: "in_use" },
        original_value: String(each / 624n + (BigInt(at) < each % 624n ? 1n : 0n)),
      }),
    );
    await work.desk.write(KEEPER, command(rows.slice(0, 400)));
    await work.desk.write(KEEPER, command(rows.slice(400)));
    const groups = async (field: string) => {
      const asked = { scope: OTHER_PAIR, sort: { field, descending: false }, group: field };
      return (await extent(work.store, KEEPER, "asset", asked)).groups;
    };
    for (const [field, parts] of [
      ["class", kinds],
      ["owner_level", owners],
    ] as const) {
      const told = await groups(field);
      assert.deepEqual(
        Object.fromEntries(told.map(({ value, count }) => [String(value), count])),
        Object.fromEntries(parts),
      );
      const money = told.reduce((sum, { totals }) => sum + BigInt(totals.original_value?.sum ?? "0"), 0n);
      assert.equal(money, each, field);
    }
  });

  test("as recorded on a past day: before anything was there the board is empty", async () => {
    const { funds, projects, project_sums } = await board({ asOf: "2020-01-01" });
    assert.deepEqual([funds, projects, project_sums.paid], [[], [], "0"]);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    assert.equal((await board({ asOf: today })).project_sums.paid, (await board()).project_sums.paid);
  });
});
