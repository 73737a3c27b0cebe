import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { violations } from "./accessible.js";
import { damagedArticle, visitArticle } from "./articles.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, root, runLedger } from "./running-ledger.js";
import { sampleBook } from "./sample-book.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** WCAG 2.2 AA by axe on every page, by day and by night, and every page at 200 % without loss. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;
/** Route → an address of it with something to see, and what to wait for. */
let addresses: ReadonlyMap<string, readonly [address: string, ready: string]>;

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  const { ledger, operator } = house;
  const bring = async ({ name, text }: { readonly name: string; readonly text: string }) =>
    (await ledger.submit(operator, { name, bytes: new TextEncoder().encode(text) })).document_id;
  const [visit, damaged] = [await bring(visitArticle), await bring(damagedArticle)];
  const view = await ledger.document(operator, visit);
  const decisions = (view?.items ?? []).slice(0, 12).map(({ fact }) => ({ fact: fact.id, verdict: "adopt" as const }));
  const plan = await ledger.plan(operator, visit, decisions);
  await ledger.decide(operator, visit, decisions, plan.hash, crypto.randomUUID());
  const { name, bytes } = sampleBook("石坎县2023年东西部协作项目进度台账（截至11.30）最终版2.xls");
  const workbook = (await ledger.submit(operator, { name, bytes })).document_id;
  const person = (await ledger.list(operator, "visit", { limit: 1 })).rows[0];
  assert.ok(person !== undefined);
  await ledger.createRow(operator, "task", {
    scope_id: person.scope_id,
    values: { title: "组织企业考察", origin: "manual", side: "west", owner_name: "惠水县商务局", due: "2023-12-01" },
    command_id: crypto.randomUUID(),
    reason: "",
  });
  const collection = await ledger.startCollection(operator, {
    scope: person.scope_id,
    title: "11月月报",
    year: 2023,
    month: 11,
    due: "2023-12-05",
    units: [{ name: "县人社局", indicators: ["E1"] }],
    command_id: crypto.randomUUID(),
  });
  addresses = new Map([
    ["workbench", ["/workbench", "main li a"]],
    ["documents", ["/documents", "tbody a"]],
    ["documents/:id", [`/documents/${damaged}`, "li[id^=fact]"]],
    ["documents/:id/sheet", [`/documents/${workbook}/sheet?sheet=2023年&cell=Q8`, "td[aria-current]"]],
    ["documents/:id/import", [`/documents/${workbook}/import`, "main table tbody tr"]],
    ["check", ["/check", "tbody a"]],
    ["review/:id?", ["/review", ".ant-empty"]],
    ["records", ["/records", "main li a"]],
    ["records/:record", ["/records/statement", "main h1"]],
    ["records/:record/:scope/:id", [`/records/visit/${person.scope_id}/${person.id}`, "[data-testid=source]"]],
    ["money", ["/money?year=2023", "main section h2"]],
    ["followup", ["/followup", "main table tbody tr"]],
    ["collections", ["/collections", "tbody a"]],
    ["collections/:scope/:id", [`/collections/${collection.scope_id}/${collection.id}`, "main tbody tr button"]],
    ["templates", ["/templates", "main h1"]],
    ["overview", ["/overview", "main section h2"]],
    ["one-page", ["/one-page", "main article h2"]],
    ["pairings", ["/pairings", "main section ul li"]],
    ["indicators", ["/indicators", "main tbody tr.ant-table-row"]],
    ["comparison", ["/comparison", "main h1"]],
    ["inspection/:tab?/:scope?/:id?", ["/inspection", "main h1"]],
    ["reception", ["/reception", "main h1"]],
    ["settings/:tab?", ["/settings/dictionaries", "main tbody tr.ant-table-row"]],
    ["search", ["/search?text=惠水", "main section li a"]],
    ["*", ["/nowhere", ".ant-empty"]],
  ]);
});

after(async () => {
  await browser?.close();
  await house?.close();
});

/** What axe finds wrong, by day and by night, in what the page shows now. */
async function faults(what: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await desk.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await desk.page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    // The dark look is the same page in other colours.
    const kept = colorScheme === "light" ? "all" : "colours";
    found.push(...(await violations(desk.page, kept)).map((fault) => `${what}, ${colorScheme}: ${fault}`));
  }
  await desk.shot(`40-night-${what.replace(/\W+/g, "-")}`);
  return found;
}

async function open([address, ready]: readonly [string, string]): Promise<void> {
  await desk.page.goto(house.url + address);
  await desk.page.locator(ready).first().waitFor();
}

test("every page has an address here", () => {
  const list = readFileSync(join(root, "web/src/pages/index.ts"), "utf8");
  const paths = [...list.matchAll(/path: "([^"]+)"/g)].map(([, path]) => path);
  assert.deepEqual([...addresses.keys()].sort(), paths.sort());
});

test("the door", async () => {
  await desk.page.goto(house.url);
  await desk.page.getByText("用账号和密码登录").click();
  await desk.page.getByLabel("账号").waitFor();
  assert.deepEqual(await faults("door"), []);
});

test("every page", async () => {
  await desk.page.goto(await house.signInLink());
  await desk.page.locator("main").waitFor();
  await desk.page.goto(`${house.url}/nowhere`);
  await desk.page.locator(".ant-empty").waitFor();
  const found: string[] = [];
  const titles = new Set<string>();
  for (const [route, [address, ready]] of addresses) {
    await desk.follow(address);
    await desk.page.locator(ready).first().waitFor();
    titles.add(await desk.page.title());
    found.push(...(await faults(route)));
  }
  assert.deepEqual(found, []);
  assert.equal(titles.size, addresses.size, "every page has a title of its own");
});

test("checking, with its dialogs", async () => {
  await open(addresses.get("documents/:id") ?? ["", ""]);
  const { page } = desk;
  const dialog = page.getByRole("dialog");
  await page.keyboard.press("t");
  await page.keyboard.press("a");
  await page.locator("[data-state=staged]").first().waitFor();
  const found = [...(await faults("repaired"))];
  await page.keyboard.press("r");
  await page.getByTestId("repairs").locator("details button").first().click();
  found.push(...(await faults("repairs")));
  await page.keyboard.press("r");
  for (const [key, ready] of [
    ["?", dialog.getByText("键盘操作")],
    ["e", dialog.getByRole("button", { name: "记为拟更正" })],
    ["Enter", dialog.getByRole("button", { name: "确认写入" }).and(page.locator(":enabled"))],
  ] as const) {
    await page.keyboard.press(key);
    await ready.waitFor();
    found.push(...(await faults(`dialog-${key === "?" ? "keys" : key}`)));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  }
  assert.deepEqual(found, []);
});

test("at 200 % nothing is lost and nothing scrolls sideways", async () => {
  // A 1366×768 window zoomed to 200 %.
  await desk.page.setViewportSize({ width: 683, height: 384 });
  for (const [route, [address, ready]] of addresses) {
    await desk.follow(address);
    await desk.page.locator(ready).first().waitFor();
    const widths = await desk.page.evaluate(() =>
      [document.documentElement, document.querySelector("main")].map((box) => box?.scrollWidth ?? 0),
    );
    assert.ok(
      widths.every((width) => width > 0 && width <= 683),
      `${route}: ${widths.join(", ")} px`,
    );
    await desk.shot(`41-zoomed-${route.replace(/\W+/g, "-")}`);
  }
});

test("on paper: the content alone, dark on white, nothing cut off", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 700, height: 900 });
  for (const route of ["records/:record/:scope/:id", "records/:record", "workbench"]) {
    await open(addresses.get(route) ?? ["", ""]);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await page.locator("html[data-theme=light]").waitFor({ state: "attached" });
    assert.equal(await page.getByRole("navigation").count(), 0, route);
    assert.equal(await page.locator("main button:visible").count(), 0, route);
    const cut = await page
      .locator("main *:visible:not(.visually-hidden)")
      .evaluateAll((boxes) =>
        boxes
          .filter((box) => getComputedStyle(box).overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1)
          .map((box) => `${box.tagName} ${box.className}`),
      );
    assert.deepEqual(cut, [], route);
    const wide = await page
      .locator("main table:visible, main section:visible")
      .evaluateAll((boxes) => boxes.filter((box) => box.getBoundingClientRect().right > window.innerWidth + 1).length);
    assert.equal(wide, 0, `${route}: wider than the paper`);
    await desk.shot(`42-paper-${route.replace(/\W+/g, "-")}`);
    await page.emulateMedia({ media: "screen" });
  }
});

test("the look is chosen in the menu, kept in this browser, and goes before the system's", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole("button", { name: house.operator.name }).click();
  await page.getByRole("menuitem", { name: "深色" }).click();
  assert.equal(await theme(), "dark");
  await page.reload();
  await page.locator("main").waitFor();
  assert.equal(await theme(), "dark");
  await page.getByRole("button", { name: house.operator.name }).click();
  await page.getByRole("menuitem", { name: "跟随系统" }).click();
  assert.equal(await theme(), "light");
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
