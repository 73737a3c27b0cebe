import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { root } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/**
 * The first run as `npm start` makes it, with the built command itself: the samples come in, the printed link signs in
 * once, the ledger is there with its sources, Ctrl-C ends it.
 */
let dataDir: string;
let program: ChildProcess;
let printed: readonly string[];
let link: string;
/** Resolves when the sample workbooks, which come in while the pages are served, are all there. */
let workbooks: Promise<void>;
let browser: TestBrowser;
let desk: WatchedPage;
/** Address of a visit's page. */
let record: string;

before(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "shanhai-first-run-"));
  const { DATABASE_URL: _, ...env } = process.env;
  program = spawn(process.execPath, [join(root, "cli/dist/main.js"), "serve", "--samples", "--port", "0"], {
    cwd: dataDir,
    env: { ...env, SHANHAI_DATA: join(dataDir, "data") },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const started = untilLink(program);
  browser = await launchBrowser({ width: 1366, height: 768 });
  ({ printed, link, workbooks } = await started);
  desk = await watch(browser.context, new URL(link).origin);
});

after(async () => {
  await browser?.close();
  if (program?.exitCode === null) {
    program.kill("SIGKILL");
    await once(program, "exit");
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** What the program prints up to its sign-in link; fails if it ends before. */
async function untilLink({ stdout }: ChildProcess) {
  const lines: string[] = [];
  if (stdout === null) throw new Error("the program prints nowhere");
  const reading = createInterface({ input: stdout });
  let loaded: () => void = () => undefined;
  const workbooks = new Promise<void>((resolve) => {
    loaded = resolve;
  });
  return new Promise<{ printed: readonly string[]; link: string; workbooks: Promise<void> }>((resolve, reject) => {
    reading.on("line", (line) => {
      lines.push(line);
      const found = /https?:\S+#token=\S+/.exec(line);
      if (found !== null) resolve({ printed: lines, link: found[0], workbooks });
      if (line.includes("sample workbooks loaded")) loaded();
    });
    reading.on("close", () => reject(new Error(`the program ended without a link:\n${lines.join("\n")}`)));
  });
}

/** How many papers lie among the samples. */
const samples = readdirSync(join(root, "samples")).filter((name) => /\.(?:txt|html)$/.test(name)).length;

test("the start window says what the ledger holds", () => {
  const said = printed.join("\n");
  assert.match(said, /首次启动/);
  const held = /材料 documents\s+(\d+)/.exec(said);
  assert.ok(Number(held?.[1]) >= samples && samples > 0, said);
  for (const part of ["修复", "要素", "台账", "待核对", "待分解"]) assert.match(said, new RegExp(`${part}.*[1-9]`));
});

test("the printed link signs in, once", async () => {
  await desk.page.goto(link);
  await desk.page.getByText("等我处理").waitFor();
  const other = await launchBrowser({ width: 800, height: 600 });
  try {
    const again = await other.context.newPage();
    await again.goto(link);
    await again.getByRole("alert").waitFor();
    assert.match((await again.getByRole("alert").textContent()) ?? "", /链接.*(?:用过|失效|过期|只能)/s);
    assert.equal(await again.locator("main").count(), 0);
  } finally {
    await other.close();
  }
});

test("the workbench says what waits, and every number opens its list", async () => {
  const { page } = desk;
  await workbooks;
  await page.reload();
  const figure = (name: string) => page.getByRole("link", { name: new RegExp(`^${name}`) });
  await figure("待核对要素").waitFor();
  const number = async (name: string) => Number(await figure(name).locator("b").textContent());
  assert.equal(await number("待核对要素"), Number(/待核对 to check\s+(\d+)/.exec(printed.join("\n"))?.[1]));
  const [statements, agreed, brought, waiting] = [
    await number("待分解的表态"),
    await number("待分解的议定事项"),
    await number("本周导入材料"),
    await number("本周导入、仍待核对"),
  ];
  assert.ok(agreed > 0 && agreed < statements, `${agreed} of ${statements}`);
  assert.equal(waiting, 1);
  await desk.shot("49-workbench");
  const rows = page.locator("main tbody tr");
  /** How many rows a list has; a ledger's table draws the visible ones only and says how many there are. */
  const listed = async () => {
    const said = await page
      .locator("table[aria-rowcount]")
      .first()
      .getAttribute("aria-rowcount", { timeout: 500 })
      .catch(() => null);
    return said === null ? rows.count() : Number(said) - 1;
  };
  for (const [name, count] of [
    ["待分解的表态", statements],
    ["待分解的议定事项", agreed],
    ["本周导入材料", brought],
    ["本周导入、仍待核对", waiting],
  ] as const) {
    await figure(name).click();
    await rows.first().waitFor();
    assert.equal(await listed(), Math.min(count, 50), name);
    await page.getByRole("link", { name: "工作台", exact: true }).click();
    await figure(name).waitFor();
  }
  await figure("待核对要素").click();
  await rows.getByRole("link").first().waitFor();
  await page.getByRole("link", { name: "材料导入", exact: true }).click();
  // the rows of the page before look the same, and stay until this one is there
  await page.getByRole("heading", { name: "材料导入", level: 1 }).waitFor({ state: "attached" });
});

test("the samples are there, checked by the sample reviewer; one waits", async () => {
  const rows = desk.page.locator("main tbody tr");
  await rows.first().waitFor();
  assert.ok((await rows.count()) >= samples);
  assert.equal(await rows.filter({ hasText: "待核对" }).count(), 1);
  assert.ok((await rows.filter({ hasText: "已核对" }).count()) >= samples - 1);
  await desk.shot("50-first-run");
  await rows.filter({ hasText: "待核对" }).getByRole("link").click();
  await desk.page.locator("li[id^=fact][data-state=open]").first().waitFor();
  await desk.page.getByText(/待核对 [1-9]\d* \/ 共/).waitFor();
});

test("a record's value opens its sentence, highlighted", async () => {
  const { page } = desk;
  await page.getByRole("link", { name: "台账", exact: true }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^互访\s*\d/ })
    .click();
  // Visits of the sample workbooks stand there too: theirs come from a cell.
  await page.locator("tbody tr a", { hasText: "海珠区" }).first().click();
  await page.getByText("示例审核员").first().waitFor();
  record = page.url();
  const source = page.getByTestId("source").first();
  await source.waitFor();
  await desk.shot("51-first-record");
  const quote = ((await source.textContent()) ?? "").replace(/^.*?「|」$/gs, "");
  assert.ok(quote.length > 5, quote);
  await source.click();
  await page.waitForURL(/\/documents\/[0-9a-f-]{36}\?at=\d+-\d+$/);
  const lit = page.getByTestId("text").locator("[class*=address]");
  await lit.first().waitFor();
  assert.equal((await lit.allInnerTexts()).join(""), quote);
  assert.ok(await lit.first().isVisible());
});

test("a record lists the rows that refer to it, each opening its own page, and back again", async () => {
  const { page } = desk;
  await page.goto(record);
  const visitTitle = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const attended = page.getByRole("region", { name: "参加人员" });
  const name = attended.getByRole("row").nth(1).getByRole("link").first();
  const person = (await name.textContent()) ?? "";
  await name.click();
  await page.waitForURL(/\/records\/attendance\//);
  await page.getByRole("row", { name: /^人员/ }).getByRole("link", { name: person, exact: true }).click();
  await page.waitForURL(/\/records\/person\//);
  await page.getByRole("region", { name: "职务" }).getByRole("row").nth(1).waitFor();
  await desk.shot("52-person");
  await attended.getByRole("link", { name: visitTitle }).click();
  await page.getByRole("heading", { level: 1, name: visitTitle }).waitFor();
  desk.assertQuiet();
});

test("Ctrl-C ends the program cleanly", async () => {
  const ended = once(program, "exit");
  program.kill("SIGINT");
  assert.deepEqual(await ended, [0, null]);
});
