import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { damagedArticle } from "./articles.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, root, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** Repair in the page: the text as given and repaired, what was guessed, every repair with its places, the encoding. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  await desk.page.emulateMedia({ reducedMotion: "reduce" });
  await desk.page.goto(await house.signInLink());
  await desk.page.getByText("还没有材料").waitFor();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

async function open(name: string, bytes: Uint8Array): Promise<string> {
  const { document_id } = await house.ledger.submit(house.operator, { name, bytes });
  await desk.page.goto(`${house.url}/documents/${document_id}`);
  await text().first().waitFor();
  return document_id;
}

const text = () => desk.page.getByTestId("text").locator("p");
const shown = async () => (await text().allInnerTexts()).join("\n").replace(/\s+/g, "");
const repairs = () => desk.page.getByTestId("repairs");

/** The bytes of a text in GB18030's two-byte part: the reverse of what the decoder says of every pair. */
function gb18030(of: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from([...of].flatMap((char) => pairs.get(char) ?? [char.charCodeAt(0)]));
}

test("one key shows the repaired text, with what each repair replaced", async () => {
  await open(damagedArticle.name, new TextEncoder().encode(damagedArticle.text));
  const plain = (words: string) => words.replace(/\s+/g, "");
  assert.equal(await shown(), plain(damagedArticle.text));
  await desk.page.keyboard.press("t");
  assert.equal(await shown(), plain(damagedArticle.repaired));
  assert.ok((await desk.page.getByTestId("text").locator("[title^='已去除']").count()) > 5);
  await desk.shot("10-repaired");
});

test("what was guessed says so in a word, in the list and in the text", async () => {
  const sample = "03-三都县考察团赴东莞.txt";
  const id = await open(sample, readFileSync(join(root, "samples", sample)));
  const document = await house.ledger.document(house.operator, id);
  const guessed = (document?.edits ?? []).flatMap((edit) => edit.guessed ?? []);
  assert.ok(guessed.length > 0, "the sample holds guessed characters");
  const said = await desk.page
    .getByTestId("text")
    .locator("mark")
    .evaluateAll((marks) =>
      marks.map((mark) => ({
        text: mark.textContent ?? "",
        word: getComputedStyle(mark, "::after").content,
        line: getComputedStyle(mark).textDecorationLine,
      })),
    );
  assert.equal(
    said.map((mark) => mark.text).join(""),
    guessed.map(({ start, end }) => document?.repaired.slice(start, end)).join(""),
  );
  assert.ok(said.every(({ word, line }) => word === '"推测"' && line === "underline"));
});

test("the list counts every repair by kind and leads to each place, one after the other", async () => {
  const { page } = desk;
  await page.keyboard.press("r");
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  const view = await house.ledger.document(house.operator, id);
  const sum = (view?.extraction.damage ?? []).reduce((all, { count }) => all + count, 0);
  await repairs().getByText(`共修复 ${sum} 处`).waitFor();
  const glosses = repairs().locator("details").filter({ hasText: "去注音" });
  const count = view?.extraction.damage.find(({ repair }) => repair === "gloss")?.count;
  await glosses.locator("summary").getByText(`${count} 处`).waitFor();
  await glosses.locator("summary").click();
  const most = glosses.getByRole("button").first();
  const places: number[] = [];
  const lit = page.getByTestId("text").locator("[data-repair][class*=address]");
  for (const turn of [1, 2]) {
    await most.click();
    await most.getByText(`第 ${turn} /`).waitFor();
    await lit.first().waitFor({ state: "attached" });
    places.push(Number(await lit.first().getAttribute("data-repair")));
  }
  const was = (await most.locator("span").first().textContent()) ?? "";
  assert.ok((places[0] ?? 0) < (places[1] ?? 0));
  assert.deepEqual(
    places.map((place) => view?.raw.slice(place, place + was.length)),
    [was, was],
  );
  await desk.shot("11-repairs");
  await page.keyboard.press("Escape");
  await page.getByTestId("items").waitFor();
});

test("the encoding is shown with its score; another one is read at once, and never after something was adopted", async () => {
  const { page } = desk;
  const given = "惠水县与海珠区深化协作\n\n　　2023年9月20日，惠水县委书记池映川说，希望海珠区继续支持农业产业发展。\n";
  const id = await open("国标编码.txt", gb18030(given));
  const plain = given.replace(/\s+/g, "");
  assert.equal(await shown(), plain);
  await page.keyboard.press("a");
  await page.keyboard.press("r");
  await repairs()
    .getByText(/自动识别，把握 \d/)
    .waitFor();
  const choose = async (name: string) => {
    await repairs().getByRole("combobox", { name: "文字编码" }).click();
    await page.locator(".ant-select-item-option", { hasText: name }).click();
  };
  await choose("Big5");
  await page.getByText("已按 Big5（繁体） 重新读取").waitFor();
  await page.waitForFunction((words) => !document.body.innerText.includes(words), "惠水县与海珠区深化协作");
  assert.equal((await house.ledger.document(house.operator, id))?.extraction.raw.encoding, "big5");
  assert.equal(await page.evaluate((key) => localStorage.getItem(key), `shanhai.staged.${id}`), null);
  await page.keyboard.press("r");
  await repairs().getByText("人工选定").waitFor();
  await desk.shot("12-encoding");
  await choose("自动识别");
  await text().getByText("惠水县与海珠区深化协作").waitFor();

  const view = await house.ledger.document(house.operator, id);
  const decisions = (view?.items ?? []).slice(0, 1).map(({ fact }) => ({ fact: fact.id, verdict: "decline" as const }));
  const plan = await house.ledger.plan(house.operator, id, decisions);
  await house.ledger.decide(house.operator, id, decisions, plan.hash, crypto.randomUUID());
  await page.reload();
  await text().first().waitFor();
  await page.keyboard.press("r");
  await repairs().getByText("先撤销核对，再换编码").waitFor();
  assert.ok(await repairs().getByRole("combobox", { name: "文字编码" }).isDisabled());
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
