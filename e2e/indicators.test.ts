import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Change, Values } from "@shanhai/ledger";
import { NIL_SCOPE, pairId, partyId } from "@shanhai/model";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** 指标 and 数据核对 by hand: fill in, look behind a number, close, stamp, see what changed, compare with the other side. */
const EAST = partyId({ kind: "region", code: "990101", name: "甲省临海市望潮区" });
const WEST = partyId({ kind: "region", code: "980101", name: "乙省云岭州石坎县" });
const PAIR = pairId(EAST, WEST);
const MONTH = `scope=${PAIR}&year=2023&month=11&line=west`;

let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;

const row = (record: string, values: Values, scope = PAIR, id: string = randomUUID()): Change => ({
  op: "create",
  record,
  scope_id: scope,
  id,
  values,
});
const write = (changes: readonly Change[]) =>
  house.ledger.write(house.operator, { command_id: randomUUID(), reason: "示例", changes });
const sale = (month: number, amount: string, more = {}) =>
  row("sale", {
    seller: "石坎县辣椒合作社",
    product: "辣椒",
    year: 2023,
    month,
    sold_on: `2023-${String(month).padStart(2, "0")}-12`,
    amount,
    mode: "purchase",
    counted: true,
    ...more,
  });

before(async () => {
  house = await runLedger();
  const party = (id: string, path: string, adcode: string, side: string) =>
    row("party", { path, name: path.slice(-3), adcode, kind: "region", side }, NIL_SCOPE, id);
  await write([
    party(EAST, "甲省临海市望潮区", "990101", "east"),
    party(WEST, "乙省云岭州石坎县", "980101", "west"),
    row("pair", { label: "望潮区—石坎县", east: EAST, west: WEST }, NIL_SCOPE, PAIR),
  ]);
  const target = (indicator: string, value: string, unit: string) =>
    row("indicator_target", { indicator, year: 2023, target: value, unit });
  await write([
    target("E1", "90", "人"),
    target("F1", "1500", "万元"),
    target("D1", "2", "家"),
    target("D3", "100", "人"),
    target("B2", "100", "万元"),
    // 1,500.00 and 132.40 万元; what does not count stands beside.
    sale(6, "1500000000"),
    sale(11, "132400000"),
    sale(10, "25650000", { invoice_no: "00382915", mode: "assisted", counted: false, exclusion: "重复票" }),
    ...[1, 2, 3].map((at) =>
      row("labour_record", {
        year: 2023,
        person_key: `p${at}`,
        person_name: `甲${at}`,
        destination: "east",
        months: "8",
        started: "2023-02-15",
      }),
    ),
  ]);
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  await desk.page.goto(await house.signInLink());
  await desk.page.getByRole("heading", { name: "工作台", level: 1 }).waitFor({ state: "attached" });
});

after(async () => {
  await browser?.close();
  await house?.close();
});

const lineOf = (name: string) => desk.page.getByRole("row").filter({ hasText: name }).first();

test("the board shows what the ledger counts; a number opens its rows, a row its page", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/indicators?${MONTH}`);
  await page.getByRole("heading", { name: "指标", exact: true }).waitFor();
  await lineOf("采购、帮助销售").getByText("1,632.40").first().waitFor();
  await page.getByText("序时进度 91.67%").waitFor();
  await lineOf("采购、帮助销售")
    .getByRole("button", { name: /1,632.40 的明细/ })
    .first()
    .click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("2 条，合计 1,632.40 万元").waitFor();
  await drawer.getByText("重复票").waitFor();
  await drawer.getByText("同一发票只计一次").waitFor();
  await desk.shot("indicators-rows");
  await drawer.getByRole("link").first().click();
  await page.waitForURL(/\/records\/sale\//);
  await page
    .getByRole("heading", { name: /石坎县辣椒合作社/ })
    .first()
    .waitFor();
  // A target opens where it stands; what the address names is open at once (一页纸 leads here).
  await desk.follow(`/indicators?${MONTH}&open=E1`);
  await page.getByRole("dialog").getByText("3 条，合计 3 人").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "关闭" }).click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await lineOf("采购、帮助销售")
    .getByRole("link", { name: /^1,500(\.00)?$/ })
    .click();
  await page.waitForURL(/\/records\/indicator_target\//);
  desk.assertQuiet();
});

test("西5: numbers are filled in by keyboard; what lags says so in words, what does not add up is told", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/indicators?${MONTH}`);
  await page.getByRole("button", { name: "填报" }).click();
  const form = page.getByRole("dialog");
  for (const [name, value] of [
    ["新增引导落地投产企业 累计", "1"],
    ["引导企业吸纳农村劳动力就业 累计", "84"],
    ["帮助农村劳动力就业 累计", "93"],
  ] as const)
    await form.getByRole("textbox", { name, exact: true }).fill(value);
  await form.getByRole("textbox", { name: "县以下结对帮扶资金 累计", exact: true }).fill("约155");
  assert.equal(await form.getByRole("button", { name: "保存" }).isDisabled(), true, "what is no number is not saved");
  await form.getByRole("textbox", { name: "县以下结对帮扶资金 累计", exact: true }).fill("155");
  await page.keyboard.press("Enter");
  await page.getByText("已保存。").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("滞后指标 2 项").waitFor();
  await lineOf("新增引导落地投产企业").getByText("严重滞后").waitFor();
  await lineOf("引导企业吸纳农村劳动力就业").getByText("未达序时").waitFor();
  await desk.shot("indicators");
  desk.assertQuiet();
});

test("西6: the month is closed, its scan attached; a later return shows 与盖章件不一致 and changes nothing", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: "定稿封账" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("定稿后本月数字不再改动").waitFor();
  await dialog.getByRole("textbox", { name: "报送单位" }).fill("云岭州农业农村局");
  await desk.shot("indicators-closing");
  await dialog.getByRole("button", { name: "定稿封账" }).click();
  const versions = page.getByRole("region", { name: "封账版本" });
  await versions.getByText("11 月 第 1 版").waitFor();
  await versions.getByText("待盖章").waitFor();
  await versions.locator("input[type=file]").setInputFiles({
    name: "11月月报（盖章）.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("石坎县东西部协作主要指标月报表（11月）\n单位（盖章）\n本表所列数据经审核无误。\n"),
  });
  await versions.getByText("已盖章上报").waitFor();
  await write([sale(11, "-26000000", { note: "退货2.6万" })]);
  await page.reload();
  await versions.getByText("与盖章件不一致 1 处").waitFor();
  await versions.getByText("盖章件 1,632.40，现为 1,606.40").waitFor();
  await lineOf("采购、帮助销售").getByText("与盖章件不一致").waitFor();
  // The closed number cannot be filled in again: the page says what to do instead.
  await page.getByRole("button", { name: "填报" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "帮助农村劳动力就业 累计", exact: true }).fill("94");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByText("2023 年 11 月已封账（第 1 版）").waitFor();
  desk.assertQuiet();
});

test("西7: both sides compared, the cause found, lines settled until all are confirmed", async () => {
  const { page } = desk;
  const october = MONTH.replace("month=11", "month=10");
  await house.ledger.fillNumbers(house.operator, {
    scope: PAIR,
    year: 2023,
    month: 10,
    line: "west",
    kind: "reported",
    numbers: [
      ["E1", "90"],
      ["F1", "1525.65"],
      ["D1", "1"],
      ["D3", "80"],
      ["B2", "145"],
    ].map(([indicator = "", to_date = ""]) => ({ indicator, this_month: null, to_date })),
    command_id: randomUUID(),
  });
  await page.goto(`${house.url}/comparison?${october}`);
  await page.getByRole("heading", { name: "数据核对", exact: true }).waitFor();
  await page.getByText("一致 0 项，差异 0 项，待填 5 项").waitFor();
  for (const [name, value] of [
    ["采购、帮助销售农畜产品和特色手工艺品", "1500"],
    ["帮助农村劳动力就业", "90"],
    ["新增引导落地投产企业", "1"],
    ["引导企业吸纳农村劳动力就业", "80"],
    ["县以下结对帮扶资金", "145"],
  ] as const) {
    await page.getByRole("textbox", { name: `${name} 对方累计` }).fill(value);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "保存对方数" }).waitFor({ state: "detached" });
  }
  await page.getByText("一致 4 项，差异 1 项，待填 0 项").waitFor();
  await page.getByText("重复票（发票 00382915） 25.65 万元").waitFor();
  await desk.shot("comparison");
  assert.deepEqual(await violations(page, "all"), []);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出数据核对单" }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "望潮区—石坎县2023年10月数据核对单.xlsx");
  await page.getByRole("button", { name: "确认一致项（4）" }).click();
  await page.getByText("双方确认 4/5").waitFor();
  await page.getByRole("button", { name: "同意对方" }).click();
  await page.getByText("双方确认 5/5").waitFor();
  desk.assertQuiet();
});

test("the board keeps to WCAG by day, and to a phone's width", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/indicators?${MONTH}`);
  await lineOf("采购、帮助销售").getByText("1,632.40").first().waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await page.evaluate(() => localStorage.setItem("shanhai.appearance", "dark"));
  for (const [address, words] of [
    [`indicators?${MONTH}`, "序时进度 91.67%"],
    [`comparison?${MONTH.replace("month=11", "month=10")}`, "双方确认 5/5"],
  ] as const) {
    await page.goto(`${house.url}/${address}`);
    await page.getByText(words).waitFor();
    assert.deepEqual(await violations(page, "colours"), [], `${address} by night`);
  }
  await page.evaluate(() => localStorage.removeItem("shanhai.appearance"));
  const phone = await launchBrowser({ width: 390, height: 844, scale: 2, touch: true });
  try {
    const hand = await watch(phone.context, house.url);
    await hand.page.goto(await house.signInLink());
    await hand.page.getByRole("heading", { name: "工作台", level: 1 }).waitFor({ state: "attached" });
    for (const [address, words] of [
      [`indicators?${MONTH}`, "序时进度 91.67%"],
      [`comparison?${MONTH.replace("month=11", "month=10")}`, "双方确认 5/5"],
    ] as const) {
      await hand.page.goto(`${house.url}/${address}`);
      await hand.page.getByText(words).waitFor();
      const wide = await hand.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${address} is ${wide} px too wide`);
      await hand.shot(`phone-${address.split("?")[0]}`);
    }
  } finally {
    await phone.close();
  }
});
