import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { loadSamples } from "@shanhai/ledger";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, root, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** What a leader opens: 检索, 总览, 结对关系, 一页纸, over the samples; every figure opens its rows. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;

before(async () => {
  house = await runLedger();
  const samples = join(root, "samples");
  await loadSamples(house.ledger, samples, () => undefined, samples);
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  await desk.page.goto(await house.signInLink());
  await desk.page.getByText("等我处理").waitFor();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

test("/ finds a county by the initials of its name from any page; Enter opens it", async () => {
  const { page } = desk;
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "检索材料、台账、人员、单位" });
  await page.keyboard.type("hsx");
  const found = page.getByRole("option", { name: /结对双方.*惠水县/ });
  await found.waitFor();
  assert.equal(await found.locator("mark").first().textContent(), "惠水县");
  assert.deepEqual((await violations(page, "all")).map(String), []);
  await desk.shot("60-search-quick");
  const at = await page
    .getByRole("option")
    .evaluateAll((all) => all.findIndex((one) => /结对双方/.test(one.textContent ?? "")));
  for (let step = 0; step <= at; step++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/records\/pair\//);
  await page.getByRole("heading", { level: 1, name: /惠水县/ }).waitFor();
  assert.equal(await box.inputValue(), "");
});

test("the page of 检索 groups what holds the words; a sentence opens the original at its place", async () => {
  const { page } = desk;
  await page.keyboard.press("/");
  await page.keyboard.type("产业园");
  await page.keyboard.press("Enter");
  // What is looked for stands in no address.
  await page.waitForURL(/\/search$/);
  const projects = page.getByRole("region", { name: "项目", exact: true });
  await projects.waitFor();
  assert.match((await projects.getByRole("link").first().textContent()) ?? "", /产业园/);
  const documents = page.getByRole("region", { name: "材料" });
  const sentence = documents.getByTitle("打开原文这一处").first();
  const said = ((await sentence.textContent()) ?? "").replace(/[「」…]/g, "");
  assert.ok(said.includes("产业园"), said);
  await desk.shot("61-search");
  await sentence.click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}\?at=\d+-\d+$/);
  const lit = page.getByTestId("text").locator("[class*=address]");
  await lit.first().waitFor();
  assert.ok(await lit.first().isVisible());
  desk.assertQuiet();
});

/** A county's year in invented numbers: the project ledger, its money, targets and tasks of users.md section 6, cut short. */
async function enterYear(): Promise<string> {
  const { ledger, operator } = house;
  const { parties } = await ledger.report(operator, "parties");
  const county = parties.find(({ path }) => path.endsWith("惠水县"));
  const { rows } = await ledger.list(operator, "pair", { limit: 50 });
  const pair = rows.find(({ values }) => values.west === county?.id);
  assert.ok(county !== undefined && pair !== undefined);
  const wan = (amount: number) => String(Math.round(amount * 1_000_000));
  const enter = (record: string, values: { readonly [field: string]: string | boolean | number }) =>
    ledger.createRow(operator, record, { scope_id: pair.id, values, command_id: randomUUID(), reason: "" });
  const project = (name: string, kind: string, total: number, paid: number, more = {}) =>
    enter("project", {
      name,
      kind,
      plan_year: "2023",
      total: wan(total),
      coop_province: wan(total),
      paid: wan(paid),
      ...more,
    });
  await project("辣椒加工厂", "industry", 1200, 960, { stage: "started" });
  await project("福泉村卫生服务站", "village", 65, 0, {
    stage: "planned",
    planned_start: "2023-10-01",
    lag_cause: "用地手续未办结",
    needs_coordination: "请协调用地指标，争取12月15日前开工",
  });
  await enter("indicator_target", { indicator: "D1", year: "2023", target: "2", unit: "家" });
  await enter("indicator_value", {
    indicator: "D1",
    year: "2023",
    month: "11",
    kind: "reported",
    this_month: "0",
    to_date: "1",
    unit: "家",
    line: "west",
    state: "office",
    reporter_unit: "县投资促进局",
    note: "一家在谈",
  });
  await enter("task", {
    title: "建立劳务协作站",
    origin: "manual",
    side: "west",
    owner_name: "县人社局",
    due: "2023-12-20",
  });
  await enter("task", {
    title: "落实车间用地",
    origin: "manual",
    side: "west",
    owner_name: "县自然资源局",
    due: "2023-11-20",
  });
  await enter("task", {
    title: "专柜进社区",
    origin: "manual",
    side: "east",
    owner_name: "区商务局",
    due: "2023-11-10",
  });
  return county.id;
}

test("总览 shows where the money goes with numerator and denominator; a number opens just its rows", async () => {
  const { page } = desk;
  const county = await enterYear();
  // Any picture will do for a map here; the number under it is what must be printed.
  await house.ledger.keepApprovedMap(house.operator, {
    name: "示意.png",
    approval: "GS（2023）0000号",
    bytes: await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } }),
  });
  await page.goto(`${house.url}/overview?party=${county}&year=2023`);
  await page.getByRole("figure").getByText("审图号：GS（2023）0000号").waitFor();
  const drawn = await page.getByRole("img", { name: "协作地区地图" }).evaluate(async (map) => {
    if (map instanceof HTMLImageElement) await map.decode();
    return map.clientWidth > 0;
  });
  assert.ok(drawn);
  const paid = page.getByRole("link", { name: /全口径支付率/ });
  await paid.getByText("75.89%").waitFor();
  assert.match((await paid.textContent()) ?? "", /960万元 ÷ 1,265万元/);
  const money = page.getByRole("region", { name: "资金流向" });
  await money.locator("svg text", { hasText: "产业发展" }).first().waitFor();
  await desk.shot("62-overview");
  await money.getByText("表", { exact: true }).click();
  await money
    .getByRole("row", { name: /产业发展/ })
    .getByRole("link", { name: "1", exact: true })
    .click();
  await page.waitForURL(/\/records\/project\?/);
  await page.getByRole("heading", { level: 1, name: "项目" }).waitFor({ state: "attached" });
  await page.getByText("辣椒加工厂").first().waitFor();
  assert.equal(await page.getByText("福泉村卫生服务站").count(), 0);
});

test("结对关系 opens from province to the pair; the table says the same", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/pairings`);
  await page.getByRole("button", { name: /^收起广东省—贵州省/ }).waitFor();
  await page.locator("li[data-level=province] a").first().click();
  await page.locator("[data-testid=grid] tbody tr", { hasText: "惠水县" }).first().waitFor();
  await page.goBack();
  await page.getByText("表", { exact: true }).click();
  await page.getByRole("row", { name: /海珠区.*惠水县/ }).waitFor();
  await desk.shot("63-pairings");
});

test("一页纸: made from the data, late only on the own side, edited and kept as a version, on one A4, as Word", async () => {
  const { page } = desk;
  const { parties } = await house.ledger.report(house.operator, "parties");
  const county = parties.find(({ path }) => path.endsWith("惠水县"))?.id;
  await page.goto(`${house.url}/one-page?party=${county}&month=2023-11`);
  const sheet = page.locator("article");
  await sheet.getByText("截至2023年11月30日").waitFor();
  const text = (await sheet.innerText()).replace(/\s/g, "");
  assert.ok(text.length <= 600, `${text.length}`);
  assert.match(text, /落地投产企业1家，完成50%，严重滞后（县投资促进局）：一家在谈/);
  assert.match(text, /落实车间用地逾期（县自然资源局/);
  assert.match(text, /福泉村卫生服务站未按期开工/);
  assert.match(text, /需领导协调事项1\.福泉村卫生服务站：请协调用地指标/);
  assert.match(text, /下月重点1\.建立劳务协作站（县人社局，12月20日前）/);
  assert.doesNotMatch(text, /专柜进社区/);
  await desk.shot("64-one-page");
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.equal(pdf.match(/\/Type\s*\/Page[^s]/g)?.length, 1);

  await page.getByRole("button", { name: "修改文字" }).click();
  const box = page.getByRole("textbox", { name: "正文" });
  await box.fill((await box.inputValue()).replace("一家在谈", "一家在谈，年内签约"));
  await page.getByRole("button", { name: "保存" }).click();
  await sheet.getByText("年内签约").waitFor();
  await page.reload();
  await sheet.getByText("年内签约").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "导出 Word" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /惠水县东西部协作情况\.docx$/);
  assert.equal(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
    "PK",
  );
  // As of yesterday nothing of it was recorded; as of today's end all of it was, and what is opened is of that day too.
  const beijing = (ago: number) => new Date(Date.now() + (8 - 24 * ago) * 3_600_000).toISOString().slice(0, 10);
  const past = page.getByLabel("历史时点");
  await past.fill(beijing(1));
  await page
    .getByRole("status")
    .getByText(`截至 ${beijing(1)} 的登记内容`)
    .waitFor();
  await sheet.getByText("无。").first().waitFor();
  assert.doesNotMatch(await sheet.innerText(), /总投资|年内签约|落实车间用地/);
  assert.equal(await page.getByRole("button", { name: "修改文字" }).count(), 0);
  await past.fill(beijing(0));
  await sheet.getByText("年内签约").waitFor();
  await page.getByRole("link", { name: "总览", exact: true }).last().click();
  const paid = page.getByRole("link", { name: /全口径支付率/ });
  await paid.getByText("75.89%").waitFor();
  await desk.shot("64-past-day");
  await paid.click();
  await page.waitForURL(new RegExp(`/records/project\\?.*as_of=${beijing(0)}`));
  await page.getByText("辣椒加工厂").first().waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "一页纸" }).last().click();
  await sheet.getByRole("link", { name: /落实车间用地/ }).click();
  await page.getByRole("heading", { level: 1, name: "落实车间用地" }).waitFor();
  assert.match(page.url(), new RegExp(`as_of=${beijing(0)}`));
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
