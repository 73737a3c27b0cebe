import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** Two reports of one visit become one record with two sources, when a person says so. */
const reports = [
  {
    name: "海珠报道.txt",
    text: `海珠区党政代表团赴惠水县调研

发布时间：2023-06-15　来源：海珠观察

　　2023年6月12日至14日，广州市海珠区委书记岑守拙率党政代表团到贵州省黔南州惠水县调研东西部协作工作。
`,
  },
  {
    name: "惠水报道.txt",
    text: `海珠区代表团到我县考察

发布时间：2023-06-16　来源：惠水融媒

　　6月12日至14日，广州市海珠区委书记岑守拙带领党政代表团来到贵州省黔南州惠水县，考察东西部协作工作。
`,
  },
] as const;

let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;
const documents: string[] = [];

before(async () => {
  house = await runLedger();
  for (const { name, text } of reports) {
    const answer = await house.ledger.submit(house.operator, { name, bytes: new TextEncoder().encode(text) });
    documents.push(answer.document_id);
  }
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  await desk.page.goto(await house.signInLink());
  await desk.page.getByText("等我处理").waitFor();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

const visit = () => desk.page.getByTestId("items").locator("li[id^=fact]", { hasText: "考察互访" }).first();
const visits = async () => (await house.ledger.list(house.operator, "visit", {})).rows;

test("the first report's visit is adopted", async () => {
  await desk.page.goto(`${house.url}/documents/${documents[0]}`);
  await visit().click();
  await desk.page.keyboard.press("a");
  await desk.page.getByRole("button", { name: /预览写入（1）/ }).click();
  await desk.page.getByRole("dialog").getByRole("button", { name: "确认写入" }).click();
  await visit().getByText("已采用").waitFor();
  assert.equal((await visits()).length, 1);
});

test("the second report's visit is offered for merging, with the reason; nothing merges by itself", async () => {
  await desk.page.goto(`${house.url}/documents/${documents[1]}`);
  await visit().getByText("疑似重复").waitFor();
  await visit().click();
  await desk.page.keyboard.press("m");
  const dialog = desk.page.getByRole("dialog");
  await dialog.getByRole("radio", { checked: true }).first().waitFor();
  await desk.shot("30-merge");
  await dialog.getByRole("button", { name: "记为拟并入" }).click();
  await visit().getByText("拟并入").waitFor();
  await desk.page.keyboard.press("Enter");
  const panel = desk.page.getByRole("dialog");
  await panel.getByText("补充出处").first().waitFor();
  await desk.shot("31-merge-preview");
  await panel.getByRole("button", { name: "确认写入" }).click();
  await visit().getByText("已并入").waitFor();
  assert.equal((await visits()).length, 1, "one visit, reported twice");
});

test("the record shows both sources, and each opens its own document", async () => {
  const row = (await visits())[0];
  await desk.page.goto(`${house.url}/records/visit/${row?.scope_id}/${row?.id}`);
  await desk.page.getByTestId("source").first().waitFor();
  await desk.shot("32-two-sources");
  const targets = await desk.page
    .getByTestId("source")
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.split("/")[2] ?? ""),
    );
  assert.deepEqual([...new Set(targets)].sort(), [...documents].sort());
});

test("a row says whose it is, and whose rows there are", async () => {
  await desk.page.getByRole("link", { name: "海珠区—惠水县" }).click();
  await desk.page.getByText("这一范围内的台账").waitFor();
  await desk.page.getByRole("main").getByRole("link", { name: "互访", exact: true }).click();
  await desk.page.getByText("只看「海珠区—惠水县」的内容").waitFor();
  await desk.page.getByRole("link", { name: "海珠区赴惠水县调研对接" }).waitFor();
  await desk.shot("33-of-a-pair");
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
