import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadSampleWorkbooks, type Values } from "@shanhai/ledger";
import { pairId, partyId } from "@shanhai/model";
import { type RunningLedger, root } from "./running-ledger.js";

/** The invented cooperation of users.md section 6, as the scenes of its section 7 find it. */
export interface Scenes {
  readonly district: string;
  readonly county: string;
  /** 望潮区—石坎县. */
  readonly pair: string;
  /** 望潮区—清溪县. */
  readonly otherPair: string;
  /** Makes a row of 望潮区—石坎县; gives its id. */
  add(record: string, values: Values): Promise<string>;
  /** The id of a row of 望潮区—石坎县 by its title. */
  idOf(record: string, title: string): Promise<string>;
}

const books = join(root, "samples/workbooks");
/** The workbooks of the first day, 石坎县's of 2023; the rest of the samples only takes time. */
export const dayOne = [
  "望潮—石坎结对帮扶花名册（2023年更新）.xlsx",
  "石坎县2023年东西部协作项目进度台账（截至11.30）最终版2.xls",
  "2021-2023人才交流及互访台账.xls",
  "附件2：东西部协作主要指标月报表（石坎县11月）.xlsx",
  "石坎县2023年消费帮扶台账.xlsx",
  "2023年务工花名册汇总（各镇）.xlsx",
] as const;

const wan = (amount: number) => String(Math.round(amount * 1_000_000));

/** Brings the first day's workbooks in through the real import, and what a county writes down by hand beside them. */
export async function enterScenes({ ledger, operator }: RunningLedger): Promise<Scenes> {
  const east = { path: "甲省临海市望潮区", adcode: "990101" };
  const west = { path: "乙省云岭州石坎县", adcode: "980101" };
  const other = { path: "乙省云岭州清溪县", adcode: "980102" };
  const folder = mkdtempSync(join(tmpdir(), "shanhai-day-one-"));
  try {
    for (const name of dayOne) symlinkSync(join(books, name), join(folder, name));
    const pairs = { 石坎: { east, west }, 清溪: { east, west: other } };
    const list = dayOne.map((file) => ({ file, pair: "石坎", year: 2023 }));
    writeFileSync(join(folder, "samples.json"), JSON.stringify({ pairs, books: list }));
    const { problems } = await loadSampleWorkbooks(ledger, folder);
    if (problems.length > 0) throw new Error(problems.map(({ file, zh }) => `${file}：${zh}`).join("\n"));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const id = ({ path, adcode }: typeof east) =>
    partyId({ kind: "region", code: adcode, name: path.replace(/^.*[市州]/u, "") });
  const [district, county] = [id(east), id(west)];
  const pair = pairId(district, county);
  const add: Scenes["add"] = async (record, values) =>
    (await ledger.createRow(operator, record, { scope_id: pair, values, command_id: randomUUID(), reason: "登记" })).row
      .id;
  const idOf: Scenes["idOf"] = async (record, title) => {
    const { rows } = await ledger.list(operator, record, { scope: pair, text: title, limit: 20 });
    const found = rows.find((row) => row.title === title);
    if (found === undefined) throw new Error(`${record}: no ${title} among ${rows.map((row) => row.title).join("、")}`);
    return found.id;
  };
  const scenes = { district, county, pair, otherPair: pairId(district, id(other)), add, idOf };
  await ledger.createRow(operator, "fund_source", {
    scope_id: district,
    values: {
      ...{ kind: "fiscal", year: "2023", giver_name: "望潮区", giver_level: "county", amount: wan(1610), approx: true },
      ...{ local_name: "结镇帮镇扶村资金", regions: ["甲县", "乙县", "丙县"] },
    },
    command_id: randomUUID(),
    reason: "登记",
  });
  await enterMoney(scenes);
  await enterWork(scenes);
  return scenes;
}

/** What came and what is under way: 11-28 拨出区级 100 万, 12-04 到账 (东2). */
async function enterMoney({ add }: Scenes): Promise<void> {
  const source = (giver_name: string, giver_level: string, amount: number) =>
    add("fund_source", { kind: "fiscal", year: "2023", giver_name, giver_level, amount: wan(amount) });
  const province = await source("甲省财政厅", "province", 1900.5);
  const district = await source("望潮区财政局", "county", 760);
  const step = (of: string, step: string, on: string, amount: number) =>
    add("fund_tranche", { source: of, step, on, amount: wan(amount) });
  await step(province, "sent", "2023-04-10", 1900.5);
  await step(province, "received", "2023-04-20", 1900.5);
  await step(district, "sent", "2023-05-10", 660);
  await step(district, "received", "2023-05-20", 660);
  await step(district, "sent", "2023-11-28", 100);
}

/** 上次议定 5 项 and the item that needs the leader (前8, 领5). */
async function enterWork({ add }: Scenes): Promise<void> {
  const of = { happening_id: randomUUID(), name: "工作推进会", type: "promotion", start_date: "2023-10-16" };
  const meeting = await add("meeting", of);
  const task = async (title: string, owner_name: string, due: string, more: Values = {}) => {
    const { side = "west" } = more;
    const agreed = { text: title, act: "decision", grade: "agreed", state: "broken_down" };
    const statement = await add("statement", { ...agreed, side, meeting, said_on: "2023-10-16" });
    const given = { title, owner_name, due, statement, origin: "minutes", side, status: "assigned" };
    return add("task", { ...given, ...more });
  };
  const done = { status: "done", done_on: "2023-11-20", progress: "已落实" };
  await task("建立劳务协作站", "县人社局", "2023-11-30", done);
  await task("互派教师名单", "县教育局", "2023-10-30", done);
  await task("食用菌大棚验收", "县农业农村局", "2023-11-25", done);
  await task("落实卫生服务站用地", "县自然资源局", "2023-11-20", { lag_cause: "手续未齐" });
  await task("农产品专柜进社区", "望潮区商务局", "2023-11-10", { side: "east" });
  await add("statement", {
    text: "石坎县教育局于12月15日前提出2024年支教需求",
    ...{ act: "decision", grade: "agreed", side: "west", said_on: "2023-09-20", state: "open" },
  });
}
