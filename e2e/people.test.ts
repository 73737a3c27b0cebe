import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** 设置: an account from the first link to its first page, the lock screen, a page that is not one's own, the audit log. */
let house: RunningLedger;
let browser: TestBrowser;
let other: TestBrowser;
let desk: WatchedPage;

const PASSWORD = "平坝镇 红星村 2023";

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 1366, height: 768, calm: true });
  desk = await watch(browser.context, house.url);
  await desk.page.goto(await house.signInLink());
  await desk.page.getByRole("button", { name: "导入材料" }).waitFor();
});

after(async () => {
  await other?.close();
  await browser?.close();
  await house?.close();
});

let link = "";

test("the keeper of a one-person office makes an office and an account, and grants it a post", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/settings/own`);
  await page.getByText("现在是一人办公").waitFor();
  await desk.shot("80-settings-own");
  await page.getByRole("link", { name: "单位", exact: true }).click();
  await page.getByText("还没有单位").waitFor();
  await page.getByRole("button", { name: "新建单位" }).click();
  const office = page.getByRole("dialog");
  await office.getByLabel("单位名称").fill("石坎县考核组");
  await office.getByLabel("类别").click();
  await page.getByTitle("考核组、检查组").click();
  await office
    .getByRole("button", { name: "保 存" })
    .or(office.getByRole("button", { name: "保存" }))
    .click();
  await page.getByRole("cell", { name: "石坎县考核组", exact: true }).waitFor();

  await page.getByRole("link", { name: "账号与身份" }).click();
  await page.getByRole("button", { name: "新建账号" }).click();
  const account = page.getByRole("dialog");
  await account.getByLabel("姓名（登录名）").fill("郑示例");
  await account.getByRole("button", { name: /确\s?定/ }).click();
  const invitation = page.getByRole("textbox", { name: "郑示例的登录链接" });
  await invitation.waitFor();
  link = await invitation.inputValue();
  assert.match(link, /\/sign-in#token=[\w-]{43}$/);
  await desk.shot("81-invitation");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "关 闭" })
    .or(page.getByRole("dialog").getByText("关闭"))
    .first()
    .click();

  const row = page.getByRole("row", { name: /郑示例/ });
  await row.getByText("未设密码").waitFor();
  await row.getByRole("button", { name: "授权" }).click();
  const grant = page.getByRole("dialog", { name: "授权：郑示例" });
  await grant.getByLabel("单位", { exact: true }).click();
  await page.getByTitle("石坎县考核组").last().click();
  await grant.getByLabel("岗位", { exact: true }).click();
  await page.getByTitle("考核组（查阅）").click();
  await grant.locator(".ant-select").getByText("考核组（查阅）").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("82-grant");
  await grant.getByRole("button", { name: /授\s?权/ }).click();
  await row.getByText("石坎县考核组 · 考核组（查阅）").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("83-accounts");
  desk.assertQuiet();
});

test("the holder sets a password first, reads, and is told what to do where a page is not his", async () => {
  other = await launchBrowser({ width: 390, height: 844, touch: true, calm: true });
  const phone = await watch(other.context, house.url);
  const { page } = phone;
  await page.goto(link);
  await page.getByRole("heading", { name: "先设置自己的密码" }).waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await phone.shot("84-first-password-phone");
  await page.getByLabel("新密码").fill(PASSWORD);
  await page.getByLabel("再输一次").fill(PASSWORD);
  await page.getByRole("button", { name: "保存密码" }).click();
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
  await page.goto(`${house.url}/settings/audit`);
  await page.getByText("当前身份不能查看这个页面").waitFor();
  await page.getByText("石坎县考核组 · 考核组（查阅）").first().waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await phone.shot("85-no-permission-phone");
  await page.goto(`${house.url}/check`);
  await page.getByText("当前身份不能查看这个页面").waitFor();

  // Locked: covered until the password is given, and what was typed is still there.
  await page.goto(`${house.url}/settings/own`);
  await page.getByLabel("新密码").fill("写了一半");
  await page.getByRole("button", { name: /郑示例/ }).click();
  await page.getByRole("menuitem", { name: "锁屏" }).click();
  const cover = page.getByRole("dialog", { name: "已锁屏" });
  await cover.waitFor();
  const refused = await page.evaluate(async () => (await fetch("/api/records")).status);
  assert.equal(refused, 423, "nothing is answered while it is locked");
  assert.deepEqual(await violations(page, "all"), []);
  await phone.shot("86-locked-phone");
  await cover.getByLabel("密码").fill("不是这个密码");
  await cover.getByRole("button", { name: /解\s?锁/ }).click();
  await cover.getByText("账号或密码不对").waitFor();
  await cover.getByLabel("密码").fill(PASSWORD);
  await cover.getByRole("button", { name: /解\s?锁/ }).click();
  await cover.waitFor({ state: "detached" });
  assert.equal(await page.getByLabel("新密码").inputValue(), "写了一半");
  phone.assertQuiet();
});

test("the audit log names who did what and is whole; a backup is made, brought back aside and counted", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/settings/audit`);
  await page.getByRole("cell", { name: "授权", exact: true }).first().waitFor();
  await page.getByRole("cell", { name: "郑示例", exact: true }).first().waitFor();
  await page.getByRole("cell", { name: "方式：登录链接", exact: true }).first().waitFor();
  const told = await page.locator("main tbody").innerText();
  assert.doesNotMatch(told, /\b(?:by|role|state|rows|link|active|inspector|maker_checker)\b/, "no machine words");
  await page.getByRole("button", { name: "校验日志链" }).click();
  await page.getByText(/日志链完好：\d+ 条/).waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("87-audit");
  await page.getByRole("link", { name: "备份", exact: true }).click();
  await page.getByRole("button", { name: "立即备份" }).click();
  await page.getByText(/最近一次备份：/).waitFor();
  await page.getByRole("button", { name: /^演练/ }).click();
  await page.getByText(/已演练，行数、链头一致/).waitFor({ timeout: 60_000 });
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("88-backup");
  await page.getByRole("link", { name: "系统", exact: true }).click();
  await page.getByText("三员分设").first().waitFor();
  await page.getByRole("switch", { name: "三员分设" }).click();
  await page.getByText(/三员尚未配齐/).waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("89-system");
  desk.assertQuiet();
});

test("a calendar's address is shown once, read without signing in, and gone when it is revoked", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/settings/own`);
  await page.getByRole("button", { name: "生成订阅地址" }).click();
  const address = await page.getByRole("searchbox", { name: "日历订阅" }).inputValue();
  assert.match(await (await fetch(address)).text(), /^BEGIN:VCALENDAR/);
  assert.deepEqual(await violations(page, "all"), []);
  await page.reload();
  await page.getByText(/最近一次读取：/).waitFor();
  assert.equal(await page.getByRole("searchbox", { name: "日历订阅" }).count(), 0, "shown once");
  await page.getByRole("button", { name: /^撤\s?销$/ }).click();
  await page
    .locator(".ant-popover")
    .getByRole("button", { name: /^撤\s?销$/ })
    .click();
  await page.getByText("还没有订阅地址").waitFor();
  assert.notEqual((await fetch(address)).status, 200);
  desk.assertQuiet();
});

test("what an indicator means is set from a year on with the paper that says so; remembered layouts have their page", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/settings/sets`);
  await page.getByRole("button", { name: "更改 A1", exact: true }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("取数截止日").fill("13-01");
  await form.getByText("请按“月-日”填写").waitFor();
  await form.getByLabel("取数截止日").fill("10-31");
  assert.ok(await form.getByRole("button", { name: /保\s?存/ }).isDisabled(), "no paper is named yet");
  await form.getByLabel("依据、事由").fill("省考核办法〔2026〕3号");
  assert.deepEqual(await violations(page, "all"), []);
  await form.getByRole("button", { name: /保\s?存/ }).click();
  await form.waitFor({ state: "detached" });
  const line = page.getByRole("row", { name: /^A1 / });
  await line.getByText("取数截止日 10-31").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("89-sets");
  await page.goto(`${house.url}/settings/remembered`);
  await page.getByText("还没有记住的表头").waitFor();
  assert.deepEqual(await violations(page, "all"), []);
  desk.assertQuiet();
});
