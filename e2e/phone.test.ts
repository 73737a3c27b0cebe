import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { damagedArticle, visitArticle } from "./articles.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** At 390 px every page is used without scrolling sideways, by touch alone. */
let house: RunningLedger;
let browser: TestBrowser;
let phone: WatchedPage;

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 390, height: 844, scale: 2, touch: true });
  phone = await watch(browser.context, house.url);
  const bytes = (text: string) => new TextEncoder().encode(text);
  for (const { name, text } of [visitArticle, damagedArticle])
    await house.ledger.submit(house.operator, { name, bytes: bytes(text) });
  await phone.page.goto(await house.signInLink());
  await phone.page.getByText("等我处理").waitFor();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

async function assertFits(what: string): Promise<void> {
  const widths = await phone.page.evaluate(() =>
    [document.documentElement, document.querySelector("main")].map((box) => box?.scrollWidth ?? 0),
  );
  assert.ok(
    widths.every((width) => width > 0 && width <= 390),
    `${what}: ${widths.join(", ")} px`,
  );
}

test("the workbench; a number opens its list", async () => {
  await assertFits("workbench");
  await phone.shot("19-phone-workbench");
  await phone.page.getByRole("link", { name: /^本周导入材料/ }).tap();
  await phone.page.getByRole("row").getByRole("link", { name: "海珠区工作组到惠水县回访" }).waitFor();
});

test("documents", async () => {
  await assertFits("documents");
  await phone.shot("20-phone-documents");
});

test("checking: text and items take turns; a quote leads to its place in the text", async () => {
  await phone.page.getByRole("link", { name: "海珠区工作组到惠水县回访" }).tap();
  const wish = phone.page.getByTestId("items").locator("li[id^=fact]", { hasText: "希望海珠区帮助培训乡村教师" });
  await wish.tap();
  await assertFits("items");
  await phone.shot("21-phone-items");
  assert.equal(await phone.page.getByTestId("text").isVisible(), false);
  await wish.getByRole("button", { name: /「/ }).first().tap();
  await phone.page.getByTestId("text").locator("[class*=selected]").first().waitFor();
  await assertFits("text");
  await phone.shot("22-phone-text");
  await phone.page.getByTestId("text").locator("[class*=selected]").first().tap();
  await wish.waitFor();
});

test("adopting by touch, and the record with its source", async () => {
  const wish = phone.page.getByTestId("items").locator("li[id^=fact]", { hasText: "希望海珠区帮助培训乡村教师" });
  await wish.tap();
  await wish.getByRole("button", { name: /^采用/ }).tap();
  await phone.page.getByRole("button", { name: /预览写入（1）/ }).tap();
  const panel = phone.page.getByRole("dialog");
  await panel.getByText("新登记").first().waitFor();
  await phone.shot("23-phone-preview");
  const width = await panel.evaluate((box) => box.scrollWidth);
  assert.ok(width <= 390, `${width} px`);
  await panel.getByRole("button", { name: "确认写入" }).tap();
  await wish.getByText("已采用").waitFor();
  await phone.page.goto(`${house.url}/records/statement`);
  await phone.page.getByRole("link", { name: /希望海珠区帮助培训乡村教师/ }).tap();
  await phone.page.getByTestId("source").first().waitFor();
  await assertFits("record");
  await phone.shot("24-phone-record");
});

test("in English too every page is in the navigation, without scrolling it", async () => {
  const { page } = phone;
  await page.getByRole("button", { name: house.operator.name }).tap();
  await page.getByRole("menuitem", { name: "Switch to English" }).tap();
  const nav = page.getByRole("navigation", { name: "Main" });
  await nav.getByRole("link", { name: "Records" }).waitFor();
  const [shown, whole] = await nav.evaluate((box) => [box.clientWidth, box.scrollWidth]);
  assert.ok((whole ?? 0) <= (shown ?? 0), `${whole} of ${shown} px`);
  await assertFits("in English");
  await phone.shot("25-phone-english");
  await page.getByRole("button", { name: house.operator.name }).tap();
  await page.getByRole("menuitem", { name: "切换为中文" }).tap();
});

test("the list of records", async () => {
  await phone.page.goto(`${house.url}/records`);
  await phone.page.getByText("待分解的表态").waitFor();
  await assertFits("kinds");
  phone.assertQuiet();
});
