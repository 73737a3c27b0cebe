import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadSamples } from "@shanhai/ledger";
import { launchBrowser } from "./browser.js";
import { root, runLedger } from "./running-ledger.js";
import { sampleBook } from "./sample-book.js";
import { enterScenes } from "./scene-ledger.js";
import { smallPng } from "./small-png.js";

/**
 * Makes the pictures of docs/guide.zh-CN.md from the real program with the samples and the first day's workbooks in it:
 * `node e2e/dist/guide-pictures.js [NAME …]`, after a build; all of them, or those named.
 */
const folder = join(root, "docs/pictures");
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const house = await runLedger();
const browser = await launchBrowser({ width: 1180, height: 700, office: true });
try {
  const samples = join(root, "samples");
  await loadSamples(house.ledger, samples, () => undefined, samples);
  const { county, pair, add, idOf } = await enterScenes(house);
  const revised = sampleBook("石坎县2023年东西部协作项目进度台账（截至12.10）最终版3.xls");
  const workbook = (await house.ledger.submit(house.operator, revised)).document_id;
  const station = await idOf("project", "福泉村卫生服务站");
  await add("project_progress", { project: station, as_of: "2023-11-20", text: "用地手续办理中" });
  await house.ledger.startCollection(house.operator, {
    ...{ scope: pair, title: "11月月报", year: 2023, month: 11, due: "2023-12-05", command_id: crypto.randomUUID() },
    units: [
      { name: "县人社局", indicators: ["E1"] },
      { name: "县商务局", indicators: ["F1"] },
    ],
  });
  const page = await browser.context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
  await page.evaluate(() => localStorage.setItem("shanhai.side", "west"));
  const { rows } = await house.ledger.documents(house.operator, { limit: 50 });
  const waiting = rows.find(({ open, name }) => open > 0 && /\.txt$/.test(name));
  const pictures: readonly (readonly [name: string, address: string])[] = [
    ["workbench", "/workbench"],
    ["documents", "/documents"],
    ["check", `/documents/${waiting?.id}`],
    ["import", `/documents/${workbook}/import`],
    ["sheet", `/documents/${workbook}/sheet?sheet=2023年&cell=Q8`],
    ["record", `/records/project/${pair}/${station}`],
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
    if (wanted.length > 0 && !wanted.includes(name)) continue;
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
