import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { sampleBook } from "./sample-book.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** Scenes 西1 and 西2 of users.md: 石坎县's project ledger dropped, looked at, written; then its revised version. */
const first = sampleBook("石坎县2023年东西部协作项目进度台账（截至11.30）最终版2.xls");
const revised = sampleBook("石坎县2023年东西部协作项目进度台账（截至12.10）最终版3.xls");

let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;
/** The preview of the revised file. */
let plan = "";

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  await desk.page.goto(await house.signInLink());
  await desk.page.locator("main").waitFor();
});
after(async () => {
  await browser?.close();
  await house?.close();
});

async function drop({ name, bytes }: ReturnType<typeof sampleBook>): Promise<void> {
  const { page } = desk;
  await page.goto(`${house.url}/documents`);
  await page
    .locator("input[type=file]:not([webkitdirectory])")
    .setInputFiles({ name, mimeType: "application/vnd.ms-excel", buffer: Buffer.from(bytes) });
  await page.getByRole("link", { name: "查看导入预演" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

test("西1: dropped, previewed, a pair set up, written; the cell behind a number", async () => {
  const { page } = desk;
  await drop(first);
  const write = page.getByRole("button", { name: "写入", exact: true });
  await page.getByText("请先选择协作双方。").waitFor();
  assert.equal(await write.isDisabled(), true);
  await page.getByLabel("东部全称").fill("甲省临海市望潮区");
  await page.getByLabel("西部全称").fill("乙省云岭州石坎县");
  await page.getByRole("button", { name: "建立" }).click();
  await page.getByText("将写入 6 条").waitFor();
  const totals = page.getByRole("region", { name: "合计核对", exact: true });
  await totals.getByText("−0.36万元").waitFor();
  await totals.getByText("2023年!Q6").waitFor();
  const counts = page.getByRole("region", { name: "统计", exact: true });
  for (const said of ["项目 6 个", "建设地点 7 处", "81.32%", "92.80%", "97.67%"])
    await counts.getByText(said).first().waitFor();
  const sheets = page.getByRole("region", { name: "工作表与各列", exact: true });
  await sheets.getByText("作废，未读").waitFor();
  await sheets.getByText("隐藏，未读").waitFor();
  await page.getByRole("tab", { name: /^提示/ }).click();
  await page.getByText("“2023-04-31”这一天不存在").waitFor();
  await page.getByText("不是 0").first().waitFor();
  await page.getByRole("tab", { name: /^新增/ }).click();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("60-import-preview");
  await write.click();
  await page.getByText("已写入 6 条，每个数都能打开它的单元格。").waitFor();
  await page.getByRole("link", { name: "打开台账" }).click();
  await page.getByRole("link", { name: "辣椒加工厂二期" }).click();
  await page.getByRole("heading", { level: 1, name: "辣椒加工厂二期" }).waitFor();
  await page.getByRole("link", { name: /「960」 2023年!Q8/ }).click();
  await page.locator("td[aria-current]", { hasText: "960" }).waitFor();
  assert.match(page.url(), /cell=Q8/u);
  await desk.shot("61-import-cell");
});

test("西2: the revised file: one cell, one new, one missing; unchosen, nothing is written; taken back", async () => {
  const { page } = desk;
  await drop(revised);
  await page.getByRole("heading", { name: /本次缺失 1 条/ }).waitFor();
  await page.getByText("还有 1 条缺失没有选择处理方式。").waitFor();
  const write = page.getByRole("button", { name: "写入", exact: true });
  assert.equal(await write.isDisabled(), true);
  await page.getByRole("tab", { name: "变更 1" }).waitFor();
  const changes = page.getByRole("region", { name: "逐行", exact: true });
  await changes.getByText("Q11").waitFor();
  await changes
    .getByText(/212\.35/)
    .first()
    .waitFor();
  const missing = page.getByRole("region", { name: "本次缺失", exact: true });
  await missing.getByText("稳岗补贴").waitFor();
  await desk.shot("62-import-missing");
  await missing.getByText("出库（终止）").click();
  await page.getByText("将写入 2 条").waitFor();
  await write.click();
  await page
    .getByText(/已写入 3 条/)
    .first()
    .waitFor();
  const past = page.getByRole("region", { name: "这份表格的历次导入", exact: true });
  await past.getByRole("button", { name: "撤销这次导入" }).click();
  await page.locator(".ant-popover").getByRole("button", { name: "撤销这次导入" }).click();
  await past.getByText(/已撤销/).waitFor();
  await page.getByRole("heading", { name: /本次缺失 1 条/ }).waitFor();
  plan = new URL(page.url()).pathname;
  const { rows } = await house.ledger.list(house.operator, "project", { limit: 50 });
  assert.equal(rows.length, 6);
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});

test("字典: a local fund name is asked about once, recorded for place and year; the same file then comes in by itself", async () => {
  const { page } = desk;
  const lines = ["出资单位,层级,资金类别,年度,金额（万元）", "潮音街道,镇街,结镇帮镇扶村资金,2023,50"];
  const funds = { name: "石坎县2023年资金来源台账.csv", bytes: new TextEncoder().encode(lines.join("\n")) };
  await drop(funds);
  const words = page.getByRole("region", { name: "字典用语", exact: true });
  await words.getByText("有 1 种写法不在字典里").waitFor();
  assert.equal(await page.getByRole("button", { name: "写入", exact: true }).isDisabled(), true);
  await words.getByLabel("“结镇帮镇扶村资金”是哪一项").click();
  await page.getByTitle("县以下结对帮扶资金", { exact: true }).click();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("65-import-word");
  await words.getByRole("button", { name: "记入字典为别名" }).click();
  const dialog = page.getByRole("dialog", { name: /记入字典，为“县以下结对帮扶资金”的别名/ });
  await dialog.getByText("乙省云岭州石坎县").waitFor();
  assert.equal(await dialog.getByLabel("起始年度").inputValue(), "2023");
  const save = dialog.getByRole("button", { name: /^保\s?存/ });
  assert.equal(await save.isDisabled(), true, "nothing is recorded without what says so");
  await dialog.getByLabel("依据").fill("望潮区2023年结对帮扶资金通知");
  await save.click();
  await words.getByText("读作“县以下结对帮扶资金”").waitFor();
  await drop(funds);
  await words.getByText("读作“县以下结对帮扶资金”").waitFor();
  assert.equal(await words.getByRole("combobox").count(), 0, "nothing is asked");
  await page.getByRole("button", { name: "写入", exact: true }).click();
  await page
    .getByText(/已写入 1 条/)
    .first()
    .waitFor();
  await page.goto(`${house.url}/settings/dictionaries`);
  await page.getByRole("cell", { name: "结镇帮镇扶村资金", exact: true }).waitFor();
  await page
    .getByText(/^登记别名$/)
    .last()
    .waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("66-dictionaries");
});

test("on a phone and in English nothing runs off the side", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${house.url}${plan}`);
  await page.getByRole("heading", { level: 1, name: revised.name }).waitFor();
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok((await wide()) <= 0, `${await wide()} px too wide`);
  await desk.shot("63-import-phone");
  await page.evaluate(() => localStorage.setItem("shanhai.language", "en"));
  await page.reload();
  await page.getByRole("heading", { name: /In the ledger, not in this workbook/ }).waitFor();
  assert.ok((await wide()) <= 0);
  await desk.shot("64-import-phone-english");
  await page.goto(`${house.url}/settings/dictionaries`);
  await page.getByRole("heading", { name: "Other names" }).waitFor();
  assert.ok((await wide()) <= 0);
  await desk.shot("67-dictionaries-phone-english");
});
