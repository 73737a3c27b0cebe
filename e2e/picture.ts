import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "./browser.js";
import { root, runLedger } from "./running-ledger.js";
import { smallPng } from "./small-png.js";
import { watch } from "./watched-page.js";

/**
 * Makes docs/screenshot.png for the README: the checking page with one of the samples, half adopted.
 * `node e2e/dist/picture.js`, after a build.
 */
const house = await runLedger();
const browser = await launchBrowser({ width: 1366, height: 768 });
try {
  const { page } = await watch(browser.context, house.url);
  const samples = join(root, "samples");
  for (const name of readdirSync(samples).sort()) {
    const path = join(samples, name);
    if (!/\.(?:txt|html)$/.test(name) || !statSync(path).isFile()) continue;
    await house.ledger.submit(house.operator, { name, bytes: readFileSync(path) });
  }
  const { rows } = await house.ledger.documents(house.operator, {});
  const richest = [...rows].sort((a, b) => b.facts - a.facts)[0];
  await page.goto(await house.signInLink());
  await page.getByText("等我处理").waitFor();
  await page.goto(`${house.url}/documents/${richest?.id}`);
  const statement = page.getByTestId("items").locator("li[id^=fact]", { hasText: "希望" }).first();
  await statement.waitFor();
  await statement.click();
  await page.keyboard.press("a");
  await page.keyboard.press("k");
  await page.getByTestId("text").locator("[class*=selected]").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  writeFileSync(join(root, "docs/screenshot.png"), smallPng(await page.screenshot({ animations: "disabled" })));
} finally {
  await browser.close();
  await house.close();
}
console.log(execFileSync("git", ["-C", root, "status", "--short", "docs"], { encoding: "utf8" }) || "unchanged");
