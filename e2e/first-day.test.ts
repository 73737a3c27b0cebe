import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { recordDefinitions } from "@shanhai/model";
import { damagedArticle, secretArticle, visitArticle } from "./articles.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** A clerk's first day: sign in, bring documents in, check one by keyboard, find the record and its sentence, undo. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 1366, height: 768, calm: true });
  desk = await watch(browser.context, house.url);
});

after(async () => {
  await browser?.close();
  await house?.close();
});

/** Drops files on the page as a mouse would. */
async function drop(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const transfer = await desk.page.evaluateHandle((given) => {
    const held = new DataTransfer();
    for (const { name, text } of given) held.items.add(new File([text], name, { type: "text/plain" }));
    return held;
  }, files);
  await desk.page.getByTestId("drop").dispatchEvent("drop", { dataTransfer: transfer });
}

const rowsHeld = async () =>
  Object.values((await house.ledger.summary(house.operator)).records).reduce((sum, count) => sum + count, 0);
const item = (text: string) => desk.page.getByTestId("items").locator("li[id^=fact]", { hasText: text });

test("without a session the page says how to sign in", async () => {
  await desk.page.goto(`${house.url}/records`);
  await desk.page.getByText("请用启动窗口里显示的登录链接打开本页").waitFor();
});

test("a browser that cannot run the pages is told which one can", async () => {
  const old = await browser.context.newPage();
  await old.route("**/assets/*.js", (route) => route.abort());
  await old.goto(house.url);
  await old.getByText("Chromium 102 以上").waitFor();
  await old.unroute("**/assets/*.js");
  // One between: it reads the scripts and lacks what came with 102.
  await old.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, "inert"));
  await old.goto(house.url);
  await old.getByText("这个浏览器版本太旧，打不开山海").waitFor();
  assert.equal(await old.locator("#root h1, #root main").count(), 0, "nothing half works");
  await old.close();
});

test("where a password is set, it opens the ledger; a wrong one is told", async () => {
  await house.ledger.setPassword(house.operator, "山海-示例-2026");
  const other = await launchBrowser({ width: 1024, height: 700 });
  try {
    const door = await watch(other.context, house.url);
    await door.page.goto(house.url);
    await door.page.getByText("用账号和密码登录").click();
    await door.page.getByLabel("账号").fill(house.operator.name);
    await door.page.getByLabel("密码", { exact: true }).fill("不对");
    await door.page.getByRole("button", { name: "登录" }).click();
    await door.page.getByText("账号或密码不对").waitFor();
    await door.shot("00-door");
    await door.page.getByLabel("密码", { exact: true }).fill("山海-示例-2026");
    await door.page.getByRole("button", { name: "登录" }).click();
    await door.page.getByText("还没有材料").waitFor();
    door.assertQuiet();
  } finally {
    await other.close();
  }
});

test("a sign-in link works once and stays in no address", async () => {
  const link = await house.signInLink();
  await desk.page.goto(link);
  await desk.page.getByText("还没有材料").waitFor();
  assert.equal(new URL(desk.page.url()).pathname, "/workbench");
  await desk.shot("01-empty");
  const again = await browser.context.newPage();
  await again.goto("about:blank");
  await again.goto(link);
  await again.getByRole("alert").waitFor();
  assert.match((await again.getByRole("alert").textContent()) ?? "", /链接/);
  assert.doesNotMatch(again.url(), /token/);
  await again.close();
});

test("the first page costs at most 300 KB over the wire, 材料导入 and its table included", async () => {
  const first = await desk.assetBytes();
  await desk.page.getByRole("button", { name: "导入材料" }).click();
  await desk.page.getByText("选择材料，或拖到这里").waitFor();
  await desk.page.locator(".ant-empty").waitFor();
  const both = await desk.assetBytes();
  const shown = [first, both].map((bytes) => `${(bytes / 1024).toFixed(0)} KB`);
  console.log(`scripts and styles, compressed: first page ${shown[0]}, with 材料导入 ${shown[1]}`);
  assert.ok(first > 50_000 && first < both && both <= 300 * 1024, shown.join(", "));
});

test("several files dropped at once: each gets its own answer", async () => {
  await drop([visitArticle, secretArticle, { name: "空.txt", text: "" }, damagedArticle]);
  const answers = desk.page.getByRole("region", { name: "本次导入" }).getByRole("listitem");
  await answers.filter({ hasText: visitArticle.name }).getByText("已导入").waitFor();
  await answers.filter({ hasText: secretArticle.name }).getByText("没有接收").waitFor();
  await answers.filter({ hasText: "空.txt" }).getByText("文件是空的").waitFor();
  await answers.filter({ hasText: damagedArticle.name }).getByText("已导入").waitFor();
  await desk.shot("02-brought-in");
  assert.equal((await house.ledger.documents(house.operator, {})).rows.length, 2);
});

test("of a secret file not one byte is kept", () => {
  const held = readdirSync(house.dataDir, { recursive: true, encoding: "utf8" })
    .map((name) => join(house.dataDir, name))
    .filter((path) => statSync(path).isFile());
  assert.ok(held.length > 10);
  const marker = Buffer.from(secretArticle.marker);
  assert.deepEqual(
    held.filter((path) => readFileSync(path).includes(marker)),
    [],
  );
  const known = Buffer.from("冉有邻");
  assert.ok(
    held.some((path) => readFileSync(path).includes(known)),
    "the search itself finds what was taken in",
  );
});

test("the same bytes and the same name are told apart", async () => {
  await drop([visitArticle]);
  await desk.page.getByText("相同的材料已在库中").waitFor();
  await drop([{ name: visitArticle.name, text: `${visitArticle.text}\n　　本报记者另报。\n` }]);
  await desk.page.getByText("另有一份同名材料").waitFor();
});

test("a dropped folder brings in the files inside it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shanhai-drop-"));
  mkdirSync(join(folder, "来函"));
  writeFileSync(join(folder, "来函", "商请函.txt"), "惠水县商请函\n\n　　惠水县商请海珠区协助举办招聘会。\n");
  const box = await desk.page.getByTestId("drop").boundingBox();
  const mouse = await browser.context.newCDPSession(desk.page);
  const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
  const data = { items: [], files: [join(folder, "来函")], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await mouse.send("Input.dispatchDragEvent", { type, ...at, data });
  await desk.page.getByRole("listitem").filter({ hasText: "商请函.txt" }).getByText("已导入").waitFor();
  rmSync(folder, { recursive: true });
});

test("a pasted text comes in under its first line", async () => {
  const text = "惠水县来函\n\n　　惠水县教育局来函，希望海珠区继续选派教师。\n";
  const box = desk.page.getByLabel("粘贴文字");
  await box.fill(text);
  await desk.page.getByRole("button", { name: "导入文字" }).click();
  await desk.page.getByRole("listitem").filter({ hasText: "惠水县来函.txt" }).getByText("已导入").waitFor();
  assert.equal(await box.inputValue(), "", "what was taken in is cleared");
});

test("checking by keyboard: nothing is written before it was shown and confirmed", async () => {
  await desk.page.getByRole("link", { name: "去核对" }).first().click();
  await desk.page.waitForURL(/\/documents\/[0-9a-f-]{36}$/);
  const wish = item("希望海珠区帮助培训乡村教师");
  await wish.waitFor();
  for (let press = 0; press < 200 && (await wish.getAttribute("data-current")) !== "true"; press++)
    await desk.page.keyboard.press("j");
  assert.equal(await wish.getAttribute("data-current"), "true");
  const marked = desk.page.getByTestId("text").locator("[class*=selected]");
  assert.match((await marked.allInnerTexts()).join(""), /希望海珠区帮助培训乡村教师/);
  await desk.shot("03-check");

  await desk.page.keyboard.press("a");
  await wish.getByText("拟采用").waitFor();
  assert.equal(await rowsHeld(), 0);
  await desk.page.keyboard.press("Enter");
  const panel = desk.page.getByRole("dialog");
  await panel.getByText("希望海珠区帮助培训乡村教师").first().waitFor();
  await panel.getByText("新登记").first().waitFor();
  await panel.getByText("同上一处").first().waitFor();
  const cited = await panel
    .locator("table")
    .evaluateAll((tables) =>
      tables.map((table) => [...table.querySelectorAll("td:last-child")].map((cell) => cell.textContent ?? "")),
    );
  for (const quotes of cited)
    assert.ok(
      quotes.every((quote, at) => !quote.startsWith("「") || quote !== quotes[at - 1]),
      `a sentence is printed twice in a row: ${quotes.join(" ")}`,
    );
  await desk.shot("04-preview");
  assert.equal(await rowsHeld(), 0, "the preview writes nothing");
  await desk.page.waitForFunction(() => document.activeElement?.textContent?.includes("确认写入"));
  await desk.page.keyboard.press("Enter");
  await wish.getByText("已采用").waitFor();
  await panel.waitFor({ state: "hidden" });
  assert.ok((await rowsHeld()) > 0);
  await desk.shot("05-written");
});

test("the keys are told by ?, and typing in a field is never taken for a key", async () => {
  await desk.page.keyboard.press("?");
  const help = desk.page.getByRole("dialog");
  await help.getByText("并入台账已有内容").waitFor();
  await desk.page.keyboard.press("d");
  await desk.page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await desk.page.getByRole("button", { name: "撤回材料" }).click();
  await help.getByLabel("撤回原因").pressSequentially("ad");
  assert.equal(await help.getByLabel("撤回原因").inputValue(), "ad");
  await desk.page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  assert.equal(await desk.page.locator("[data-state=staged]").count(), 0);
});

test("a correction is typed in a form, outlives a reload, and is shown as what will be written", async () => {
  const pledge = item("海珠区将选派10名骨干教师");
  await pledge.click();
  await desk.page.keyboard.press("e");
  const form = desk.page.getByRole("dialog");
  await form.getByLabel("时限").fill("2024年");
  await form.getByRole("button", { name: "记为拟更正" }).click();
  await form.getByText("请写成 2023-12-11").waitFor();
  await form.getByLabel("时限").fill("2024-12");
  await desk.shot("06-correct");
  await form.getByRole("button", { name: "记为拟更正" }).click();
  await pledge.getByText("拟更正").waitFor();
  await desk.page.reload();
  await pledge.getByText("拟更正").waitFor();
  await desk.page.keyboard.press("Enter");
  const panel = desk.page.getByRole("dialog");
  await panel.getByText("2024年12月").waitFor();
  await panel.getByRole("button", { name: "确认写入" }).click();
  await pledge.getByText("已更正").waitFor();
});

test("a record's value opens the sentence it came from", async () => {
  await desk.page.getByRole("link", { name: "台账", exact: true }).click();
  await desk.page.getByRole("link", { name: /^表态/ }).click();
  await desk.page.getByRole("link", { name: /希望海珠区帮助培训乡村教师/ }).click();
  await desk.page.getByRole("heading", { name: "变更经过" }).waitFor();
  const source = desk.page.getByTestId("source").first();
  await source.waitFor();
  await desk.shot("07-record");
  const quote = ((await source.textContent()) ?? "").replace(/^.*?「|」$/g, "");
  await source.click();
  await desk.page.waitForURL(/\?at=\d+-\d+$/);
  const place = /at=(\d+)-(\d+)/.exec(desk.page.url());
  const lit = desk.page.getByTestId("text").locator("[class*=address]");
  await lit.first().waitFor();
  assert.equal((await lit.allInnerTexts()).join(""), quote);
  const { rows } = await house.ledger.documents(house.operator, {});
  const id = new URL(desk.page.url()).pathname.split("/")[2];
  assert.ok(rows.some((line) => line.id === id));
  const document = await house.ledger.document(house.operator, id ?? "");
  assert.equal(document?.raw.slice(Number(place?.[1]), Number(place?.[2])), quote);
  await desk.shot("08-source");
});

test("undo takes rows back and opens the items again; what others stand on is kept, with the reason", async () => {
  const before = await rowsHeld();
  const wish = item("希望海珠区帮助培训乡村教师");
  await wish.click();
  await desk.page.keyboard.press("u");
  const refusal = desk.page.getByTestId("items").getByRole("alert");
  await refusal.waitFor();
  assert.match((await refusal.textContent()) ?? "", /不能撤销.*请先撤销/s);
  assert.equal(await rowsHeld(), before);
  const pledge = item("海珠区将选派10名骨干教师");
  for (const one of [pledge, wish]) {
    await one.click();
    await desk.page.keyboard.press("u");
    await one.locator("kbd", { hasText: "d" }).waitFor();
  }
  assert.ok((await rowsHeld()) < before);
});

test("certain ones are adopted together; several chosen ones too", async () => {
  await desk.page.keyboard.press("Shift+A");
  await desk.page.getByRole("button", { name: /预览写入（[1-9]/ }).waitFor();
  const staged = await desk.page.locator("[data-state=staged]").count();
  assert.ok(staged > 1, `${staged} staged`);
  await desk.page.getByRole("button", { name: "放弃拟定" }).click();
  assert.equal(await desk.page.locator("[data-state=staged]").count(), 0);
  await item("希望海珠区帮助培训乡村教师").click();
  await desk.page.keyboard.press("x");
  await desk.page.keyboard.press("k");
  await desk.page.keyboard.press("x");
  await desk.page.getByText("已选").waitFor();
  await desk.page.keyboard.press("d");
  await desk.page.getByRole("button", { name: /预览写入（\d/ }).waitFor();
});

test("a document withdrawn meanwhile: a clear text, and what was decided stays on the page", async () => {
  const id = new URL(desk.page.url()).pathname.split("/")[2] ?? "";
  await desk.page.getByRole("button", { name: /预览写入（\d/ }).click();
  const panel = desk.page.getByRole("dialog");
  const confirm = panel.getByRole("button", { name: "确认写入" });
  await confirm.and(desk.page.locator(":enabled")).waitFor();
  await house.ledger.withdraw(house.operator, id, "来源有误");
  await confirm.click();
  await panel.getByRole("alert").getByText("撤回").first().waitFor();
  await desk.shot("09-withdrawn");
  await panel.getByRole("button", { name: "取消" }).click();
  await desk.page.getByText("来源有误").waitFor();
  const kept = await desk.page.evaluate((key) => localStorage.getItem(key), `shanhai.staged.${id}`);
  assert.match(kept ?? "", /decline/);
});

test("核对 lists what waits, and nothing that was withdrawn", async () => {
  await desk.page.getByRole("link", { name: /^核对/ }).click();
  await desk.page.getByRole("link", { name: "惠水县来函", exact: true }).waitFor();
  const titles = await desk.page.locator("tbody a").allTextContents();
  const { rows } = await house.ledger.documents(house.operator, {});
  const waiting = rows.filter(({ open, state }) => open > 0 && state !== "withdrawn");
  assert.ok(waiting.length < rows.length);
  assert.deepEqual(titles.sort(), waiting.map(({ title, name }) => title ?? name).sort());
});

test("every kind of record opens, with or without rows, in both languages", async () => {
  await desk.page.goto(`${house.url}/workbench`);
  await desk.page.locator("main h1").waitFor();
  for (const definition of recordDefinitions) {
    await desk.follow(`/records/${definition.name}`);
    await desk.page.getByRole("heading", { level: 1, name: definition.zh, exact: true }).waitFor();
    await desk.page.locator("table:not(.left), .ant-empty:not(.left)").first().waitFor();
  }
  await desk.page.getByRole("button", { name: "EN" }).click();
  await desk.page.getByRole("heading", { level: 1, name: recordDefinitions.at(-1)?.en ?? "", exact: true }).waitFor();
  assert.equal(await desk.page.evaluate(() => document.documentElement.lang), "en");
  await desk.page.getByRole("button", { name: "中文" }).click();
});

test("past days and addresses that lead nowhere say what to do", async () => {
  await desk.page.goto(`${house.url}/records/statement?as_of=2020-01-01`);
  await desk.page.getByText("显示的是截至 2020-01-01 的登记内容").waitFor();
  await desk.page.getByText("没有符合条件的内容").waitFor();
  await desk.page.goto(`${house.url}/documents/00000000-0000-7000-8000-000000000000`);
  await desk.page.getByText("没有这份材料").waitFor();
  await desk.page.goto(`${house.url}/nowhere`);
  await desk.page.getByText("没有这个页面").waitFor();
});

test("nothing called out, nothing broke the content policy, nothing failed unseen", () => {
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
