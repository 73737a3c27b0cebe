import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type TwoCounties, twoCounties } from "./two-counties.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** 任务督办 (users.md 西8, 东8, 领8): agreed items become tasks with units and time limits; statements are never late. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;
let page: Page;
let counties: TwoCounties;

const agreed = [
  "县自然资源局于12月5日前完成卫生服务站用地手续",
  "县农业农村局负责辣椒加工厂二期设备采购",
  "关心关爱支援人员，由县委组织部、县教育局、县卫健局、县人社局落实",
];

before(async () => {
  house = await runLedger();
  counties = await twoCounties(house);
  for (const text of agreed)
    await counties.add("statement", {
      text,
      act: "decision",
      grade: "agreed",
      side: "west",
      said_on: "2023-11-20",
      state: "open",
    });
  await counties.add("statement", {
    text: "望潮区将给予最大支持",
    act: "pledge",
    grade: "statement",
    side: "east",
    said_on: "2023-11-20",
    due: "2023-11-25",
    state: "open",
  });
  await counties.add("task", {
    title: "选派骨干教师到石坎县支教",
    origin: "agreement",
    side: "east",
    owner_name: "区教育局",
    due: "2023-09-01",
    status: "assigned",
  });
  browser = await launchBrowser({ width: 1366, height: 768, calm: true });
  desk = await watch(browser.context, house.url);
  page = desk.page;
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

const counter = (group: string, word: string) =>
  page.getByRole("region", { name: group }).getByRole("button", { name: word });
const tasks = () => page.getByRole("region", { name: "督办事项" }).locator("tbody tr[id]");

test("nothing is late before it is said whose view it is; nothing of the other side ever is", async () => {
  await page.getByRole("link", { name: "任务督办" }).click();
  await page.getByRole("heading", { level: 1, name: "任务督办" }).waitFor();
  await page.getByRole("region", { name: "双方事项" }).waitFor();
  assert.equal(await page.getByText(/逾期 \d+ 天/).count(), 0);
  await page.getByRole("combobox", { name: "本方" }).click();
  await page.getByTitle("本方：西部（协作方）").click();
  const theirs = tasks().filter({ hasText: "选派骨干教师" });
  await theirs.getByText("推进中").waitFor();
  assert.equal(await page.getByText(/逾期 \d+ 天/).count(), 0);
  assert.equal(await theirs.getByRole("button", { name: /办理/ }).count(), 0, "nothing is done for the other side");
});

test("agreed items become tasks with units and time limits; a statement waits and has no time limit", async () => {
  await page.keyboard.press("2");
  const open = page.getByRole("listitem");
  await open.filter({ hasText: agreed[0] ?? "" }).waitFor();
  const said = open.filter({ hasText: "望潮区将给予最大支持" });
  await said.waitFor();
  assert.doesNotMatch((await said.textContent()) ?? "", /逾期|2023-11-25/);
  for (const text of agreed) await open.filter({ hasText: text }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "分解选中（3）" }).click();
  const dialog = page.getByRole("dialog");
  for (const [text, units, due] of [
    [agreed[0], "县自然资源局、", "2023-12-05"],
    [agreed[1], "县农业农村局、", "2099年12月"],
    [agreed[2], "县委组织部、县教育局、县卫健局、县人社局、", "2023-13"],
  ] as const) {
    const part = dialog.getByRole("region", { name: text ?? "" });
    await part.getByLabel("责任单位（首家牵头） 1").click();
    await page.keyboard.type(units);
    await part.getByLabel("时限 1").fill(due);
  }
  await dialog.getByText("这一天不存在").waitFor();
  assert.equal(await dialog.getByRole("button", { name: "确认分解" }).isEnabled(), false);
  await dialog
    .getByRole("region", { name: agreed[2] ?? "" })
    .getByLabel("时限 1")
    .fill("2099-06-30");
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("70-break-down");
  await dialog.getByRole("button", { name: "确认分解" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("tab", { name: "待分解（议定事项 0、表态 1）" }).waitFor();
  await page.keyboard.press("1");
  await tasks().filter({ hasText: "辣椒加工厂二期" }).waitFor();
  assert.equal(await tasks().count(), 4);
  await tasks()
    .filter({ hasText: "用地手续" })
    .getByText(/逾期 \d+ 天/)
    .waitFor();
  assert.equal(await counter("本方事项", "逾期").textContent(), "1逾期");
  assert.equal(await counter("对方事项", "推进中").textContent(), "1推进中");
});

test("four units are four states: three are done, the whole goes on", async () => {
  const care = tasks().filter({ hasText: "关心关爱" });
  for (const [unit, done] of [
    ["县委组织部", 1],
    ["县教育局", 2],
    ["县卫健局", 3],
  ] as const) {
    for (const step of ["反馈", "办结"]) {
      await care.getByRole("button", { name: `${unit} 办理` }).click();
      await page.getByRole("menuitem", { name: step }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("进展情况").fill("已走访");
      await dialog.getByRole("button", { name: "确认" }).click();
      await dialog.waitFor({ state: "hidden" });
    }
    await care.getByText(`${done}/4 家办结`).waitFor();
  }
  assert.doesNotMatch((await care.textContent()) ?? "", /已办结/);
  await desk.shot("71-four-units");
});

test("a task's tree leads to what was agreed and to its proofs; units and numbers narrow the list", async () => {
  const land = tasks().filter({ hasText: "用地手续" });
  await land.getByRole("button", { name: "来龙去脉" }).click();
  await page.getByText("来自 议定事项").waitFor();
  await page.getByRole("listitem").getByText("还没有佐证材料").waitFor();
  await counter("本方事项", "逾期").click();
  await page.waitForURL(/light=late/);
  await tasks().filter({ hasText: "关心关爱" }).waitFor({ state: "detached" });
  await land.waitFor();
  assert.equal(await tasks().count(), 1);
  await counter("本方事项", "逾期").click();
  await page
    .getByRole("complementary")
    .getByRole("button", { name: /县人社局/ })
    .click();
  await page.getByText("只看「县人社局」").waitFor();
  await land.waitFor({ state: "detached" });
  await tasks().filter({ hasText: "关心关爱" }).waitFor();
  assert.equal(await tasks().count(), 1);
  await page.getByRole("button", { name: "全部", exact: true }).click();
  await land.waitFor();
  assert.deepEqual(await violations(page, "all"), []);
});

test("a leader's instruction is a task of its unit", async () => {
  await page.getByRole("button", { name: "登记领导批示" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("批示内容").fill("12月15日前开工");
  await dialog.getByLabel("批示领导").fill("赵示例");
  await dialog.getByRole("combobox", { name: "所属结对" }).click();
  await page.getByTitle(/望潮区.*石坎县/).click();
  await dialog.getByLabel("任务 1").fill("福泉村卫生服务站开工");
  await dialog.getByLabel("责任单位 1").fill("县卫健局");
  await dialog.getByLabel("时限 1").fill("2023.12.15");
  assert.deepEqual(await violations(page, "all"), []);
  await dialog.getByRole("button", { name: "登记并交办" }).click();
  await dialog.waitFor({ state: "hidden" });
  const task = tasks().filter({ hasText: "福泉村卫生服务站开工" });
  await task.getByText("县卫健局").waitFor();
  await task.getByRole("button", { name: "来龙去脉" }).click();
  await page.getByText("来自 领导批示").waitFor();
  await desk.shot("72-board");
});

test("by keyboard, in English, on a phone; nothing failed unseen", async () => {
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("展开来龙去脉").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "EN" }).click();
  await page.getByRole("heading", { level: 1, name: "Follow-up" }).waitFor();
  await page
    .getByText(/\d+ days late/)
    .first()
    .waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
  await desk.shot("73-phone");
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator("tbody tr[data-here]").waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.waitForURL(/records\/task\//);
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
