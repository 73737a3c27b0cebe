import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { NIL_SCOPE } from "@shanhai/model";
import { violations } from "./accessible.js";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { type RunningLedger, runLedger } from "./running-ledger.js";
import { type WatchedPage, watch } from "./watched-page.js";

/** 资金 in a browser: a payment beyond what was disbursed asks for a note and is saved with one. */
let house: RunningLedger;
let browser: TestBrowser;
let desk: WatchedPage;
let scope = "";

before(async () => {
  house = await runLedger();
  browser = await launchBrowser({ width: 1366, height: 768 });
  desk = await watch(browser.context, house.url);
  const { ledger, operator } = house;
  const make = async (record: string, scope_id: string, values: { readonly [field: string]: string | object }) => {
    const command_id = crypto.randomUUID();
    const given = {
      scope_id,
      values: values as Parameters<typeof ledger.createRow>[2]["values"],
      command_id,
      reason: "",
    };
    return (await ledger.createRow(operator, record, given)).row.id;
  };
  const party = (path: string, side: string) => make("party", NIL_SCOPE, { path, name: path, kind: "region", side });
  const [east, west] = [await party("甲省临海市望潮区", "east"), await party("乙省云岭州石坎县", "west")];
  scope = await make("pair", NIL_SCOPE, { label: "望潮区—石坎县", east, west });
  await make("project", scope, {
    name: "食用菌大棚",
    project_no: "SK-03",
    plan_year: "2023",
    total: "380500000",
    disbursed: "300000000",
    paid: "260000000",
  });
  const { page } = desk;
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
});

after(async () => {
  await browser?.close();
  await house?.close();
});

test("more than was disbursed asks for a note and is saved with one; the project's sum grows", async () => {
  const { page } = desk;
  await page.goto(`${house.url}/money?scope=${scope}&year=2023`);
  const row = page.locator("tbody tr").filter({ hasText: "SK-03" });
  await row.getByRole("button", { name: "登记支付：食用菌大棚" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByText("请填写收款单位").waitFor();
  await dialog.getByLabel("支付金额（万元）").fill("100");
  await dialog.getByLabel("收款单位").fill("石坎县农投公司");
  await dialog.getByLabel("用途").fill("购置公务用车");
  await dialog.getByText("“公务用车”可能属于资金负面清单“交通工具及通讯设备”", { exact: false }).waitFor();
  await dialog.getByLabel("用途").fill("大棚钢架款");
  await dialog.getByText("资金负面清单", { exact: false }).waitFor({ state: "hidden" });
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.getByText(/累计支付 360\.00 万元，超过已拨付 300\.00 万元/u).waitFor();
  await dialog.getByLabel("说明").fill("县级先行垫付");
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.waitFor({ state: "hidden" });
  await row.getByText("支付超过已拨付 60").waitFor();
  assert.match(await row.innerText(), /360/);
  const { rows } = await house.ledger.list(house.operator, "payment", { scope });
  assert.deepEqual(
    rows.map(({ values }) => values.purpose),
    ["大棚钢架款"],
  );
  assert.deepEqual(await violations(page, "all"), []);
  await desk.shot("61-money");
  desk.assertQuiet();
});
