import assert from "node:assert/strict";
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
  await page.waitForURL(/\/search\?text=/);
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
