import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSamples } from "@shanhai/ledger";
import { launchBrowser } from "./browser.js";
import { root, runLedger } from "./running-ledger.js";
import { enterSampleYear } from "./sample-year.js";
import { smallPng } from "./small-png.js";

/**
 * Makes the pictures of docs/guide.zh-CN.md from the real program with the samples and an invented year in it:
 * `node e2e/dist/guide-pictures.js`, after a build.
 */
const folder = join(root, "docs/pictures");
mkdirSync(folder, { recursive: true });
const house = await runLedger();
const browser = await launchBrowser({ width: 1180, height: 700 });
try {
  const samples = join(root, "samples");
  await loadSamples(house.ledger, samples, () => undefined, samples);
  const { county, pair } = await enterSampleYear(house.ledger, house.operator);
  const workbook = await bringWorkbook();
  const page = await browser.context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
  const { rows } = await house.ledger.documents(house.operator, { limit: 50 });
  const waiting = rows.find(({ open, name }) => open > 0 && /\.txt$/.test(name));
  const pictures: readonly (readonly [name: string, address: string])[] = [
    ["workbench", "/workbench"],
    ["documents", "/documents"],
    ["check", `/documents/${waiting?.id}`],
    ...(workbook === null ? [] : [["import", `/documents/${workbook}/import`] as const]),
    ["records", `/records/project?scope=${pair}`],
    ["followup", "/followup"],
    ["indicators", `/indicators?scope=${pair}&year=2023&month=11&line=west`],
    ["comparison", `/comparison?scope=${pair}&year=2023&month=11&line=west`],
    ["collections", "/collections"],
    ["overview", `/overview?party=${county}&year=2023`],
    ["one-page", `/one-page?party=${county}&month=2023-11`],
    ["pairings", `/pairings?party=${county}`],
    ["search", "/search?text=产业园"],
  ];
  for (const [name, address] of pictures) {
    await page.goto(house.url + address);
    await page.locator("main h1, main h2").first().waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    const drawn = page.locator("[role=img] svg");
    if (name === "overview") await drawn.first().waitFor();
    writeFileSync(join(folder, `${name}.png`), smallPng(await page.screenshot({ animations: "disabled" })));
  }
} finally {
  await browser.close();
  await house.close();
}

/** One of the sample workbooks, for the picture of its preview; null where they are not there. */
async function bringWorkbook(): Promise<string | null> {
  const books = join(root, "samples/workbooks");
  const name = readdirSync(books)
    .sort()
    .find((each) => /^石坎县2023年.*项目.*\.xlsx?$/u.test(each));
  if (name === undefined) return null;
  const bytes = readFileSync(join(books, name));
  return (await house.ledger.submit(house.operator, { name, bytes })).document_id;
}
