import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadSamples } from "@shanhai/ledger";
import { recordDefinitions } from "@shanhai/model";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { root, runLedger } from "./running-ledger.js";
import { sampleBook } from "./sample-book.js";
import { enterScenes } from "./scene-ledger.js";

/**
 * Pictures of every page with the samples in it, in both languages, on a desk and on a phone, by day and by night, for
 * people to look at: `node e2e/dist/gallery.js [WORD …]` after a build, into `e2e/screenshots/gallery/`; only pictures
 * whose name holds one of the words. It says which page runs off the side, and which text is cut off.
 */
const folder = join(root, "e2e/screenshots/gallery");
mkdirSync(folder, { recursive: true });
const wanted = process.argv.slice(2);
const screens = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844, touch: true },
} as const;
const looks = [
  ["zh", "light"],
  ["en", "light"],
  ["zh", "dark"],
] as const;

const house = await runLedger();
try {
  const samples = join(root, "samples");
  await loadSamples(house.ledger, samples, () => undefined, samples);
  const addresses = await addressesOf();
  for (const [screen, size] of Object.entries(screens)) {
    const browser = await launchBrowser(size);
    try {
      const page = await browser.context.newPage();
      await page.goto(await house.signInLink());
      await page.locator("main").waitFor();
      for (const [language, colorScheme] of looks) {
        await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
        await page.evaluate((chosen) => localStorage.setItem("shanhai.language", chosen), language);
        for (const [name, address] of addresses) {
          const picture = `${screen}-${language}-${colorScheme}-${name}`;
          if (wanted.length > 0 && !wanted.some((word) => picture.includes(word))) continue;
          await page.goto(house.url + address);
          await shot(page, picture);
        }
      }
    } finally {
      await browser.close();
    }
  }
} finally {
  await house.close();
}

async function shot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  const { wide, cut } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    cut: [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((box) => getComputedStyle(box).overflowX === "hidden" && box.scrollWidth > box.clientWidth + 1)
      .filter((box) => box.clientWidth > 1 && box.childElementCount === 0)
      .map((box) => box.innerText.slice(0, 40)),
  }));
  if (wide > 0) console.log(`${name}: ${wide} px too wide`);
  if (cut.length > 0) console.log(`${name}: cut off: ${[...new Set(cut)].join(" | ")}`);
}

/** Name of the picture → address. */
async function addressesOf(): Promise<ReadonlyMap<string, string>> {
  const { ledger, operator } = house;
  const { rows: documents } = await ledger.documents(operator, { limit: 50 });
  const waiting = documents.find(({ open }) => open > 0);
  const repaired = [...documents].sort((a, b) => b.repairs - a.repairs)[0];
  const { pair, county } = await enterScenes(house);
  const revised = sampleBook("石坎县2023年东西部协作项目进度台账（截至12.10）最终版3.xls");
  const workbook = (await ledger.submit(operator, revised)).document_id;
  const collection = await ledger.startCollection(operator, {
    ...{ scope: pair, title: "11月月报", year: 2023, month: 11, due: "2023-12-05", command_id: crypto.randomUUID() },
    units: [
      { name: "县人社局", indicators: ["E1"] },
      { name: "县商务局", indicators: ["F1"] },
    ],
  });
  const month = `scope=${pair}&year=2023&month=11&line=west`;
  const addresses = new Map([
    ["workbench", "/workbench"],
    ["documents", "/documents"],
    ["check", "/check"],
    ["document-waiting", `/documents/${waiting?.id}`],
    ["document-repaired", `/documents/${repaired?.id}`],
    ["sheet", `/documents/${workbook}/sheet?sheet=2023年&cell=Q8`],
    ["import", `/documents/${workbook}/import`],
    ["records", "/records"],
    ["followup", "/followup?side=west"],
    ["followup-open", "/followup?tab=open"],
    ["meeting", `/records/project?scope=${pair}&mode=meeting`],
    ["money", `/money?scope=${pair}&year=2023`],
    ["collections", "/collections"],
    ["collection", `/collections/${collection.scope_id}/${collection.id}`],
    ["indicators", `/indicators?${month}`],
    ["comparison", `/comparison?${month}`],
    ["templates", "/templates"],
    ["overview", `/overview?party=${county}&year=2023`],
    ["one-page", `/one-page?party=${county}&month=2023-11`],
    ["pairings", `/pairings?party=${county}`],
    ["search", "/search?text=海珠"],
    ["settings", "/settings"],
    ["settings-accounts", "/settings/accounts"],
    ["settings-audit", "/settings/audit"],
    ["settings-dictionaries", "/settings/dictionaries"],
    ["nowhere", "/nowhere"],
  ]);
  for (const { name } of recordDefinitions) {
    const row = (await ledger.list(operator, name, { limit: 1 })).rows[0];
    if (row === undefined) continue;
    addresses.set(`list-${name}`, `/records/${name}`);
    addresses.set(`record-${name}`, `/records/${name}/${row.scope_id}/${row.id}`);
  }
  addresses.set("list-empty", "/records/assessment");
  addresses.set(
    "record-sk05",
    `/records/project/${pair}/${(await ledger.list(operator, "project", { scope: pair, text: "卫生服务站", limit: 1 })).rows[0]?.id}`,
  );
  return addresses;
}
