import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Locator, Page, Request } from "playwright-core";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type TwoCounties, twoCounties } from "./two-counties.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** 台账 as a clerk's spreadsheet: typed, pasted, grouped, by two people at once, and without a connection. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;
let page: Page;
let counties: TwoCounties;
const PASSWORD = "平坝镇 红星村 2023";
const projects = new Map<string, string>();

before(async () => {
  house = await runLedger();
  counties = await twoCounties(house);
  for (const [name, kind, total, paid] of [
    ["辣椒加工厂二期", "industry", "1200000000", "960000000"],
    ["蔬菜育苗基地", "industry", "450000000", "450000000"],
    ["食用菌大棚", "industry", "380500000", "212350000"],
    ["第二中学教学楼", "village", "860000000", "760000000"],
    ["福泉村卫生服务站", "village", "65000000", null],
    ["稳岗补贴", "labour", "120000000", "118600000"],
  ] as const)
    projects.set(
      name,
      await counties.add("project", {
        name,
        kind,
        total,
        paid,
        plan_year: "2023",
        ...(paid === null ? { stage: "approved", planned_start: "2023-10-01" } : { stage: "in_progress" }),
      }),
    );
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

/** The cell of a project in a column, by the column's head. */
async function cell(of: Page, name: string, column: string): Promise<Locator> {
  const heads = await of.getByRole("columnheader").allTextContents();
  const at = heads.findIndex((head) => head.startsWith(column));
  assert.ok(at > 0, `${column} in ${heads.join("|")}`);
  return of.locator("[data-testid=grid] tbody tr", { hasText: name }).locator("td").nth(at);
}

async function open(of: Page, address: string): Promise<void> {
  await of.goto(`${house.url}${address}${address.includes("?") ? "&" : "?"}scope=${counties.scope}`);
  await of.locator("[data-testid=grid] tbody tr").first().waitFor();
}

const stored = (name: string, field: string) => counties.value("project", projects.get(name) ?? "", field);

/** Waits until the ledger holds a value, as what is typed is saved while the next thing is done. */
async function holds(name: string, field: string, value: unknown): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (JSON.stringify(await stored(name, field)) === JSON.stringify(value)) return;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  }
  assert.deepEqual(await stored(name, field), value);
}

test("a cell is typed, checked by its value's own rules, saved with Enter, and taken back", async () => {
  await open(page, "/records/project");
  await (await cell(page, "食用菌大棚", "已支付")).click();
  await page.keyboard.type("约260");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("是约数").waitFor();
  assert.equal(await stored("食用菌大棚", "paid"), "212350000");
  await page.keyboard.press("Escape");
  await page.keyboard.type("260");
  await page.keyboard.press("Enter");
  await holds("食用菌大棚", "paid", "260000000");
  await (await cell(page, "食用菌大棚", "形象进度")).click();
  await page.keyboard.press("F2");
  await page.keyboard.type("主体完工");
  await page.keyboard.press("Tab");
  await holds("食用菌大棚", "progress_text", "主体完工");
  await page.keyboard.press("Control+z");
  await holds("食用菌大棚", "progress_text", null);
  const history = await house.ledger.history(
    house.operator,
    "project",
    counties.scope,
    projects.get("食用菌大棚") ?? "",
  );
  assert.match(history.at(-1)?.reason ?? "", /台账中修改：形象进度/);
});

test("choices are offered while one types", async () => {
  await (await cell(page, "食用菌大棚", "项目类型")).click();
  await page.keyboard.press("Enter");
  const list = page.getByRole("listbox");
  await list.getByRole("option", { name: "乡村建设" }).waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("劳务");
  await page.keyboard.press("ArrowDown");
  await desk.shot("60-choices");
  await page.keyboard.press("Enter");
  await holds("食用菌大棚", "kind", "labour");
  await (await cell(page, "食用菌大棚", "项目类型")).click();
  await page.keyboard.press("Control+z");
  await holds("食用菌大棚", "kind", "industry");
});

test("rows are narrowed, ordered and grouped; the address keeps it; a view has a name", async () => {
  const names = () => page.locator("[data-testid=grid] tbody td a").allTextContents();
  await page
    .getByRole("columnheader")
    .getByRole("button", { name: /^总投资/ })
    .click();
  await page.waitForURL(/sort=total/);
  await page.locator("tbody tr", { hasText: "福泉村卫生服务站" }).and(page.locator("[aria-rowindex='2']")).waitFor();
  const focused = () => document.activeElement?.closest("th")?.getAttribute("aria-sort");
  assert.equal(await page.evaluate(focused), "ascending", "the focus stays in the head that was pressed");
  await page.getByRole("button", { name: "筛选" }).click();
  await page.getByRole("button", { name: "添加条件" }).click();
  const conditions = page.getByRole("tooltip");
  await conditions.getByRole("combobox").first().click();
  await page.getByTitle("总投资", { exact: true }).last().click();
  await conditions.getByLabel("总投资 内容").fill("400");
  await conditions.getByLabel("总投资 内容").press("Enter");
  await page.waitForURL(/conditions=/);
  await page.keyboard.press("Escape");
  await page.locator("tbody tr", { hasText: "福泉村卫生服务站" }).waitFor({ state: "detached" });
  await page.locator("tbody tr", { hasText: "辣椒加工厂二期" }).waitFor();
  assert.deepEqual(await names(), ["蔬菜育苗基地", "第二中学教学楼", "辣椒加工厂二期"]);
  // A column's edge is pulled; the address keeps the width, so that a view and a link have it too.
  const head = page.getByRole("columnheader", { name: /总投资/ });
  const width = (await head.boundingBox())?.width ?? 0;
  const edge = await page.locator("[data-edge=total]").boundingBox();
  await page.mouse.move((edge?.x ?? 0) + 4, (edge?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) + 64, (edge?.y ?? 0) + 10);
  await page.mouse.up();
  await page.waitForURL(/widths=total\.\d+/);
  await page.reload();
  await page.locator("tbody tr", { hasText: "辣椒加工厂二期" }).waitFor();
  assert.equal((await names()).length, 3);
  assert.equal((await head.boundingBox())?.width, width + 60);
  await page.getByRole("button", { name: "视图" }).click();
  await page.getByLabel("视图名称").fill("大项目");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "大项目", exact: true }).waitFor();
  assert.deepEqual(
    (await house.ledger.savedViews(house.operator, "project")).map(({ name }) => name),
    ["大项目"],
    "kept with the account, not with the browser",
  );
  await page.getByRole("button", { name: "默认视图" }).click();
  await page.locator("tbody tr", { hasText: "福泉村卫生服务站" }).waitFor();
  await page.getByRole("button", { name: "大项目", exact: true }).click();
  await page.locator("tbody tr", { hasText: "福泉村卫生服务站" }).waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await open(page, "/records/project?group=kind");
  const industry = page.locator("tbody [aria-expanded]", { hasText: "产业发展" });
  await industry.getByText("总投资 2,030.5").waitFor();
  // One of the two projects of this kind has nothing paid: missing is not 0.
  await page.locator("tbody [aria-expanded]", { hasText: "乡村建设" }).getByText("（1 条未填）").first().waitFor();
  await page.locator("tbody [aria-expanded]", { hasText: "产业发展" }).click();
  await page.locator("tbody tr", { hasText: "辣椒加工厂二期" }).waitFor({ state: "detached" });
  await desk.shot("61-groups");
});

test("copied to and pasted from a spreadsheet; a paste is shown before it is written", async () => {
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: house.url });
  await open(page, "/records/project");
  await (await cell(page, "蔬菜育苗基地", "总投资")).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+c");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "450\t450");
  await page.evaluate(() => navigator.clipboard.writeText("451.5\t约3\r\n"));
  await page.keyboard.press("Control+v");
  const preview = page.getByRole("dialog");
  await preview.getByText("将修改 1 条中的 1 格").waitFor();
  await preview.getByText("是约数").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("62-paste");
  assert.equal(await stored("蔬菜育苗基地", "total"), "450000000");
  await preview.getByRole("button", { name: "确认写入" }).click();
  await preview.waitFor({ state: "hidden" });
  await holds("蔬菜育苗基地", "total", "451500000");
  assert.equal(await stored("蔬菜育苗基地", "paid"), "450000000");
});

test("two people on one row: the second is told what changed and by whom, and loses nothing typed", async () => {
  await open(page, "/records/project");
  await (await cell(page, "稳岗补贴", "形象进度")).waitFor();
  await counties.change("project", projects.get("稳岗补贴") ?? "", { progress_text: "已发放", paid: "119000000" });
  await (await cell(page, "稳岗补贴", "形象进度")).click();
  await page.keyboard.type("发放中");
  await page.keyboard.press("Enter");
  const notice = page.getByRole("alert").filter({ hasText: "刚被他人改过" });
  await notice.waitFor();
  await notice.getByRole("button", { name: "查看并选择" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("王审核").waitFor();
  for (const text of ["已发放", "发放中", "119万元"]) await dialog.getByText(text, { exact: false }).first().waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("63-two-people");
  assert.equal(await stored("稳岗补贴", "progress_text"), "已发放");
  await dialog.getByRole("button", { name: "按选择保存" }).click();
  await dialog.waitFor({ state: "hidden" });
  await holds("稳岗补贴", "progress_text", "发放中");
  assert.equal(await stored("稳岗补贴", "paid"), "119000000", "what the other changed elsewhere stays");
});

test("without a connection what is typed is kept, also over a reload, and goes on after", async () => {
  await open(page, "/records/project");
  await browser.context.setOffline(true);
  await (await cell(page, "第二中学教学楼", "形象进度")).click();
  await page.keyboard.type("封顶");
  await page.keyboard.press("Enter");
  await page.getByText("内容保留在本机").waitFor();
  await desk.shot("64-offline");
  assert.equal(await stored("第二中学教学楼", "progress_text"), null);
  await browser.context.setOffline(false);
  await holds("第二中学教学楼", "progress_text", "封顶");
  await page.getByText("内容保留在本机").waitFor({ state: "detached" });
  await browser.context.setOffline(true);
  await (await cell(page, "第二中学教学楼", "形象进度")).click();
  await page.keyboard.type("装修");
  await page.keyboard.press("Enter");
  await page.getByText("内容保留在本机").waitFor();
  await page.evaluate(() => window.stop());
  await browser.context.setOffline(false);
  await holds("第二中学教学楼", "progress_text", "装修");
});

test("an ended session: what is typed waits, and is saved when one has signed in again", async () => {
  await open(page, "/records/project");
  const [cookie] = await browser.context.cookies();
  await house.ledger.endSession(cookie?.value ?? "");
  await (await cell(page, "福泉村卫生服务站", "形象进度")).click();
  await page.keyboard.type("选址中");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "登录已失效" }).waitFor();
  assert.equal(await stored("福泉村卫生服务站", "progress_text"), null);
  const other = await browser.context.newPage();
  await other.goto(await house.signInLink());
  await other.locator("main").waitFor();
  await other.close();
  await holds("福泉村卫生服务站", "progress_text", "选址中");
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("a long list: the scroll bar stands for all of it, its end and its middle are shown without what stands between", async () => {
  await counties.fill("visit", 1100, (at) => ({
    happening_id: randomUUID(),
    name: `第${at}次考察`,
    direction: "east_to_west",
    start_date: `20${10 + Math.floor(at / 100)}-0${1 + Math.floor((at % 100) / 12)}-${10 + ((at % 100) % 12)}`,
  }));
  const asked: string[] = [];
  const listen = (request: Request) => {
    if (/\/api\/records\/visit\?/.test(request.url()))
      asked.push(new URL(request.url()).searchParams.get("after") ?? "");
  };
  page.on("request", listen);
  await open(page, "/records/visit");
  await page.getByText("共 1100 条").waitFor();
  const table = page.getByRole("grid");
  assert.equal(await table.getAttribute("aria-rowcount"), "1101");
  // Newest first: the first that was written stands last.
  const line = (index: number) => page.locator(`tr[aria-rowindex='${index}']`);
  await line(2).getByText("第1099次考察", { exact: true }).waitFor();
  await line(2).locator("td[data-column='1']").click();
  await page.keyboard.press("Control+End");
  await line(1101).getByText("第0次考察", { exact: true }).waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  // What one sees at the beginning and at the end and beside it; the middle was not read before one was there.
  assert.equal(new Set(asked).size, 4, asked.join("\n"));
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Control+Home");
  await line(2).getByText("第1099次考察", { exact: true }).waitFor();
  await page.locator("[data-testid=grid]").evaluate((box) => {
    box.scrollTop = box.scrollHeight / 2;
  });
  await line(552).getByText("第549次考察", { exact: true }).waitFor();
  assert.equal(new Set(asked).size, 5, asked.join("\n"));
  // What is chosen from here to the end is read, copied and counted.
  await browser.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: house.url });
  await line(552).locator("td[data-column='1']").click();
  await page.keyboard.press("Control+Shift+ArrowDown");
  await line(1101).getByText("第0次考察", { exact: true }).waitFor();
  await page.keyboard.press("Control+c");
  await page.getByText(/所选内容还在读取/).waitFor({ state: "detached" });
  await page.keyboard.press("Control+c");
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).split("\n").length, 550);
  // Typed far down, saved as anywhere.
  await page.keyboard.press("Control+End");
  await page.keyboard.press("ArrowUp");
  await line(1100).locator("[data-active]").waitFor();
  await open(page, "/records/visit?group=direction");
  await line(2).getByText("1100").waitFor();
  await page.locator("[data-fold]").click();
  await line(3).waitFor({ state: "detached" });
  page.off("request", listen);
});

test("调度: one sheet at 150 %, edited live, Enter saves", async () => {
  await open(page, "/records/project?mode=meeting");
  // 计划 10-01 开工 and not begun: behind, in words.
  await page
    .locator("tbody tr", { hasText: "福泉村卫生服务站" })
    .getByText(/滞后 \d+ 天/)
    .waitFor();
  assert.equal(await page.getByText(/滞后 \d+ 天/).count(), 1);
  const lag = await cell(page, "福泉村卫生服务站", "滞后原因");
  assert.equal(await lag.evaluate((box) => getComputedStyle(box).fontSize), "21px");
  await lag.click();
  await page.keyboard.type("用地未落实");
  await desk.shot("65-meeting");
  await page.keyboard.press("Enter");
  await holds("福泉村卫生服务站", "lag_cause", "用地未落实");
  assert.deepEqual(await violations(page, "all"), []);
  await page.getByRole("button", { name: "退出调度" }).click();
  await page.getByRole("button", { name: "调度", exact: true }).waitFor();
});

test("a new row by its form; what was typed outlives closing it and an ended session; missing things are named", async () => {
  // A new password ends what was open before.
  await house.ledger.setPassword(house.operator, PASSWORD);
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
  await open(page, "/records/project");
  const add = page.getByRole("button", { name: "新增", exact: true });
  await add.click();
  const form = page.getByRole("dialog");
  await form.getByLabel("总投资", { exact: true }).fill("380.5万");
  await form.getByLabel("计划开工").fill("2023-02-30");
  await form.getByText("这一天不存在").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await form.getByRole("button", { name: "取消" }).click();
  await form.waitFor({ state: "hidden" });
  await add.click();
  await form.getByText("已恢复上次没有保存的内容").waitFor();
  assert.equal(await form.getByLabel("总投资", { exact: true }).inputValue(), "380.5万");
  await form.getByRole("button", { name: /^保存 / }).click();
  await form.getByText("“项目名称”必须填写").waitFor();
  await form.getByLabel("项目名称").fill("冷链仓库");
  await form.getByLabel("计划开工").fill("2023年5月");
  await desk.shot("66-new-row");
  // The session ends under an open form: the password is asked over it, and the saving goes on by itself.
  const [cookie] = await browser.context.cookies();
  await house.ledger.endSession(cookie?.value ?? "");
  await page.keyboard.press("Control+Enter");
  const ended = page.getByRole("dialog", { name: "登录已失效" });
  await ended.getByLabel("密码").fill(PASSWORD);
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("66-ended");
  await page.keyboard.press("Enter");
  await ended.waitFor({ state: "detached" });
  await form.waitFor({ state: "hidden" });
  await page.locator("tbody tr", { hasText: "冷链仓库" }).waitFor();
  const { rows } = await house.ledger.list(house.operator, "project", { text: "冷链仓库" });
  assert.deepEqual([rows[0]?.values.total, rows[0]?.values.planned_start], ["380500000", "2023-05"]);
});

/** Forms that write: where each is, how it is filled in and sent, and how often the ledger has what was sent. */
const forms: readonly {
  readonly name: string;
  readonly address: () => Promise<string> | string;
  readonly fill: (of: Page) => Promise<void>;
  readonly send: (of: Page) => Locator;
  readonly route: RegExp;
  readonly written: () => Promise<number>;
}[] = [
  {
    name: "备注 of a row",
    address: () => `/records/project/${counties.scope}/${projects.get("稳岗补贴")}`,
    fill: (of) => of.getByLabel("添加备注").fill("电话核过"),
    send: (of) => of.getByRole("button", { name: "添加备注" }),
    route: /api\/records\/project\/[^/]+\/[^/?]+$/,
    written: async () => `${await stored("稳岗补贴", "note")}`.split("电话核过").length - 1,
  },
  {
    name: "新建单位",
    address: () => "/settings/offices",
    fill: async (of) => {
      await of.getByRole("button", { name: "新建单位" }).click();
      await of.getByRole("dialog").getByLabel("单位名称").fill("石坎县人社局");
    },
    send: (of) => of.getByRole("dialog").getByRole("button", { name: /保\s?存/ }),
    route: /api\/offices$/,
    written: async () =>
      (await house.ledger.offices(house.operator)).filter(({ name }) => name === "石坎县人社局").length,
  },
  {
    name: "授权",
    address: async () => {
      await house.ledger.createAccount(house.operator, { name: "吴示例", note: null });
      return "/settings/accounts";
    },
    fill: async (of) => {
      await of
        .getByRole("row", { name: /吴示例/ })
        .getByRole("button", { name: "授权" })
        .click();
      const dialog = of.getByRole("dialog");
      await dialog.getByLabel("单位", { exact: true }).click();
      await of.getByTitle("石坎县人社局").last().click();
      await dialog.getByLabel("岗位", { exact: true }).click();
      await of.getByTitle("考核组（查阅）").click();
    },
    send: (of) => of.getByRole("dialog").getByRole("button", { name: /授\s?权/ }),
    route: /api\/posts$/,
    written: async () => {
      const accounts = await house.ledger.accounts(house.operator);
      return accounts.find(({ name }) => name === "吴示例")?.posts.length ?? 0;
    },
  },
];
test("every form whose answer is lost says so, keeps what was typed, and is written once when it is sent again", async () => {
  for (const { name, address, fill, send, route, written } of forms) {
    await page.goto(`${house.url}${await address()}`);
    await fill(page);
    assert.equal(await written(), 0, name);
    // It arrives and is written; the answer does not come back.
    let lost = false;
    await page.route(route, async (asked) => {
      if (lost || asked.request().method() === "GET") return asked.fallback();
      lost = true;
      await asked.fetch();
      await asked.abort("internetdisconnected");
    });
    await send(page).click();
    const notice = page.getByRole("alert").filter({ hasText: "连接中断，还没有保存" });
    await notice.waitFor();
    assert.equal(await written(), 1, `${name}: the first try arrived`);
    if (name === "授权") {
      await browser.context.setOffline(true);
      assert.deepEqual(await violations(page, "all"), []);
      await desk.shot("67-not-sent");
      // By itself, once the connection is back.
      await browser.context.setOffline(false);
    } else await notice.getByRole("button", { name: /重\s?试/ }).click();
    await notice.waitFor({ state: "detached" });
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.unroute(route);
    assert.equal(await written(), 1, name);
  }
});

test("a record's page: steps with what each needs, proofs with a look at them, changes by whom", async () => {
  const task = await counties.add("task", { title: "冷链仓库用地手续", origin: "manual", side: "west" });
  await page.goto(`${house.url}/records/task/${counties.scope}/${task}`);
  const steps = page.getByRole("region", { name: "办理环节" });
  await steps.getByRole("button", { name: "转为「交办」" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("交办通知").waitFor();
  await dialog
    .getByRole("button", { name: "确 认" })
    .or(dialog.getByRole("button", { name: "确认" }))
    .click();
  await dialog.getByText("“办结时限”必须填写").waitFor();
  await dialog.getByLabel("办结时限").fill("2023-12-15");
  await dialog.getByLabel("责任单位（原文）").fill("县自然资源局");
  await desk.shot("67-step");
  await dialog.getByRole("button", { name: "确认" }).click();
  await steps.locator("[aria-current=step]", { hasText: "交办" }).waitFor();
  // The step is there at once, its day with the row's history.
  await steps.locator("li", { hasText: /交办.*\d{4}-\d\d-\d\d/su }).waitFor();
  assert.match(await steps.locator("li", { hasText: "立项" }).innerText(), /\d{4}-\d\d-\d\d 登记/);
  assert.match(
    await steps.locator("li", { hasText: "交办" }).innerText(),
    /\d{4}-\d\d-\d\d$/,
    "the day of the step itself",
  );
  assert.deepEqual(await counties.value("task", task, "due"), "2023-12-15");
  await page.getByRole("button", { name: "上传佐证" }).click();
  await page.locator("input[type=file]").setInputFiles({
    name: "交办通知.png",
    mimeType: "image/png",
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 40 } }),
  });
  await dialog.getByLabel("形成日期").fill("2023-11-20");
  await dialog.getByRole("button", { name: "上传佐证" }).click();
  await page
    .getByRole("region", { name: "佐证材料" })
    .getByRole("button", { name: "交办通知.png", exact: true })
    .click();
  await dialog.getByRole("img", { name: "交办通知.png" }).waitFor();
  await page.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await desk.shot("68-record");
  await page.keyboard.press("e");
  await dialog.getByLabel("责任人").fill("韦示例");
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await page.getByText("韦示例").first().waitFor();
  assert.deepEqual(await violations(page, "all"), []);
});

test("another post, the same page: what was typed stays, also where that post may not open it", async () => {
  const { ledger, operator } = house;
  const office = await ledger.keepOffice(operator, {
    ...{ name: "石坎县审计组", kind: "bureau", party: null, branches: [] },
    ...{ place: null, maker_checker: false, state: "active" },
  });
  const grant = { account: operator.account_id ?? "", office, title: null, pairs: [], branches: [], projects: [] };
  await ledger.grantPost(operator, { ...grant, role: "audit_admin" });
  await page.goto(`${house.url}/documents`);
  await page.getByLabel("粘贴文字").fill("石坎县饮水管网工程，写了一半");
  const to = async (post: RegExp) => {
    await page.getByRole("button", { name: operator.name }).click();
    await page.getByRole("menuitem", { name: post }).click();
  };
  await to(/石坎县审计组/);
  await page.getByText("当前身份不能查看这个页面").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await to(/一人办公/);
  await page.getByText("当前身份不能查看这个页面").waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("粘贴文字").inputValue(), "石坎县饮水管网工程，写了一半");
});

test("keys are told by ?; nothing called out, broke the content policy or failed unseen", async () => {
  await open(page, "/records/project");
  await (await cell(page, "冷链仓库", "总投资")).click();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("与 WPS、Excel 互相复制粘贴").waitFor();
  await page.keyboard.press("Escape");
  desk.assertQuiet();
  assert.deepEqual(house.failures, []);
});
