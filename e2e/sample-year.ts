import { randomBytes, randomUUID } from "node:crypto";
import type { Actor, Ledger } from "@shanhai/ledger";
import { type FieldValue, NIL_SCOPE, pairId, partyId, timeOrderedId } from "@shanhai/model";

type Values = { readonly [field: string]: FieldValue };

/** Ids of the invented cooperation. */
export interface SampleYear {
  readonly county: string;
  readonly district: string;
  readonly pair: string;
}

const wan = (amount: number) => String(Math.round(amount * 1_000_000));

/**
 * One year of an invented pair, 望潮区 with 石坎县, cut short: its projects and their money, roster, postings, sales,
 * targets and tasks; for the pictures of the guide. No real county stands beside what lags.
 */
export async function enterSampleYear(ledger: Ledger, actor: Actor): Promise<SampleYear> {
  const district = partyId({ kind: "region", code: "990101", name: "甲省临海市望潮区" });
  const county = partyId({ kind: "region", code: "980101", name: "乙省云岭州石坎县" });
  const pair = pairId(district, county);
  const changes: Parameters<Ledger["write"]>[1]["changes"][number][] = [];
  const add = (record: string, scope_id: string, values: Values, id = newId()) => {
    changes.push({ op: "create", record, scope_id, id, values });
    return id;
  };
  const party = (path: string, side: string, kind = "region", id = newId(), more: Values = {}) =>
    add("party", NIL_SCOPE, { path, name: path.replace(/^.*(?:区|县)(?=.)/u, ""), kind, side, ...more }, id);
  party("甲省临海市望潮区", "east", "region", district, { adcode: "990101" });
  party("乙省云岭州石坎县", "west", "region", county, { adcode: "980101" });
  add("pair", NIL_SCOPE, { label: "望潮区—石坎县", east: district, west: county, began: "2021" }, pair);
  enterRoster(add, party, pair);
  enterProjects(add, pair);
  enterPeopleAndSales(add, pair);
  enterTargetsAndTasks(add, pair);
  for (let at = 0; at < changes.length; at += 200)
    await ledger.write(actor, { command_id: randomUUID(), reason: "样例", changes: changes.slice(at, at + 200) });
  return { county, district, pair };
}

function newId(): string {
  return timeOrderedId(Date.now(), randomBytes(16));
}

type Add = (record: string, scope: string, values: Values) => string;

function enterRoster(add: Add, party: (path: string, side: string, kind?: string) => string, pair: string): void {
  const streets = ["潮音街道", "港口镇", "盐田街道"].map((name) => party(`甲省临海市望潮区${name}`, "east"));
  const firm = party("望潮海润食品有限公司", "east", "organisation");
  const towns = ["平坝镇", "福泉镇", "高山镇"].map((name) => party(`乙省云岭州石坎县${name}`, "west"));
  const villages = ["平坝镇红星村", "平坝镇大坪村", "福泉镇福泉村"].map((name) =>
    party(`乙省云岭州石坎县${name}`, "west"),
  );
  const join = (east: string | undefined, west: string | undefined, types: readonly [string, string], label: string) =>
    add("pairing", pair, {
      label,
      east: east ?? null,
      west: west ?? null,
      east_type: types[0],
      west_type: types[1],
      began: "2021",
    });
  join(streets[0], towns[0], ["township", "township"], "潮音街道—平坝镇");
  join(streets[1], towns[1], ["township", "township"], "港口镇—福泉镇");
  join(streets[2], towns[2], ["township", "township"], "盐田街道—高山镇");
  join(streets[0], villages[0], ["township", "village"], "潮音街道—红星村");
  join(streets[0], villages[1], ["township", "village"], "潮音街道—大坪村");
  join(firm, villages[2], ["enterprise", "village"], "望潮海润食品有限公司—福泉村");
}

function enterProjects(add: Add, pair: string): void {
  // Total, provincial, county, below county, bridging, other, disbursed, paid; 万元.
  const rows = [
    ["辣椒加工厂二期", "industry", "completed", [1200, 600, 300, 0, 300, 0, 1000, 960]],
    ["蔬菜育苗基地", "industry", "completed", [450, 400, 0, 50, 0, 0, 450, 450]],
    ["食用菌大棚", "industry", "in_progress", [380.5, 280.5, 100, 0, 0, 0, 300, 212.35]],
    ["第二中学教学楼", "village", "completed", [860, 500, 260, 0, 0, 100, 760, 760]],
    ["稳岗补贴", "labour", "in_progress", [120, 120, 0, 0, 0, 0, 120, 118.6]],
  ] as const;
  for (const [at, [name, kind, stage, money]] of rows.entries()) {
    const [total, province, own, township, bridging, other, disbursed, paid] = money;
    add("project", pair, {
      project_no: `SK-0${at + 1}`,
      name,
      kind,
      stage,
      plan_year: "2023",
      total: wan(total),
      coop_province: wan(province),
      coop_county: wan(own),
      coop_township: wan(township),
      bridging: wan(bridging),
      other_money: wan(other),
      disbursed: wan(disbursed),
      paid: wan(paid),
    });
  }
  add("project", pair, {
    project_no: "SK-06",
    name: "福泉村卫生服务站",
    kind: "village",
    stage: "planned",
    plan_year: "2023",
    total: wan(65),
    coop_township: wan(65),
    planned_start: "2023-10-01",
    lag_cause: "用地手续未办结",
    needs_coordination: "请县领导协调用地指标，争取12月15日前开工",
  });
  const fund = { kind: "fiscal", year: "2023" };
  const province = add("fund_source", pair, {
    ...fund,
    giver_name: "甲省财政厅",
    giver_level: "province",
    amount: wan(1900.5),
  });
  const district = add("fund_source", pair, {
    ...fund,
    giver_name: "望潮区财政局",
    giver_level: "county",
    amount: wan(760),
  });
  const tranche = (source: string, step: string, on: string, amount: number) =>
    add("fund_tranche", pair, { source, step, on, amount: wan(amount) });
  for (const step of ["sent", "received"]) {
    tranche(province, step, step === "sent" ? "2023-04-10" : "2023-04-20", 1900.5);
    tranche(district, step, step === "sent" ? "2023-05-10" : "2023-05-20", 660);
  }
  tranche(district, "sent", "2023-11-28", 100);
}

function enterPeopleAndSales(add: Add, pair: string): void {
  const surnames = "郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
  for (const [at, surname] of [...surnames].entries())
    add("talent_posting", pair, {
      person_name: `${surname}某`,
      direction: at < 22 ? "east_to_west" : "west_to_east",
      category: at < 2 ? "cadre" : at < 22 ? "specialist" : "shadowing",
      field: ["education", "health", "farming"][at % 3] ?? "other",
      started: "2023-08",
      status: "on_duty",
    });
  const months = [96.3, 80, 120.5, 133.2, 140, 150.4, 160, 171, 190.5, 260.5, 130];
  for (const [at, sum] of months.entries())
    for (const [mode, part] of [
      ["purchase", 0.3],
      ["assisted", 0.7],
    ] as const)
      add("sale", pair, {
        sold_on: `2023-${String(at + 1).padStart(2, "0")}-15`,
        seller: "云岭种植专业合作社",
        product: "辣椒制品",
        mode,
        amount: wan(sum * part),
        counted: true,
        year: "2023",
        month: String(at + 1),
      });
}

function enterTargetsAndTasks(add: Add, pair: string): void {
  const lines = [
    ["B1", "2500", "0", "2560.50", "万元", "县财政局", null],
    ["B3", "80", "3.20", "63.20", "万元", "县农业农村局", "两笔捐赠未到账"],
    ["D1", "2", "0", "1", "家", "县投资促进局", "1家在谈，年内签约"],
    ["D3", "100", "6", "84", "人", "县人社局", "车间订单下降"],
    ["E1", "90", "5", "93", "人", "县人社局", null],
    ["F1", "1500", "130", "1632.40", "万元", "县商务局", null],
  ] as const;
  for (const [indicator, target, this_month, to_date, unit, reporter_unit, note] of lines) {
    add("indicator_target", pair, { indicator, year: "2023", target, unit });
    const value = { indicator, year: "2023", month: "11", unit, line: "west", state: "submitted" };
    add("indicator_value", pair, { ...value, kind: "reported", this_month, to_date, reporter_unit, note });
    const theirs = indicator === "E1" ? "96" : indicator === "F1" ? "1598.15" : to_date;
    add("indicator_value", pair, { ...value, kind: "other_side", to_date: theirs });
  }
  const task = (title: string, owner_name: string, due: string, more: Values = {}) =>
    add("task", pair, { title, owner_name, due, origin: "minutes", side: "west", status: "assigned", ...more });
  task("建立劳务协作站", "县人社局", "2023-12-20");
  task("落实卫生服务站用地", "县自然资源局", "2023-11-20", { status: "urged", lag_cause: "手续未齐" });
  task("食用菌大棚验收", "县农业农村局", "2023-12-25");
  task("互派教师名单", "县教育局", "2023-10-30", { status: "done", done_on: "2023-10-28" });
  task("农产品专柜进社区", "望潮区商务局", "2023-12-10", { side: "east" });
}
