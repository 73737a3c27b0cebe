import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadSamples } from "@shanhai/ledger";
import { recordDefinitions } from "@shanhai/model";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { root, runLedger } from "./running-ledger.js";

/**
 * Pictures of every page with the samples in it, in both languages, on a desk and on a phone, for people to look at:
 * `node e2e/dist/gallery.js` after a build, into `e2e/screenshots/gallery/`.
 */
const folder = join(root, "e2e/screenshots/gallery");
mkdirSync(folder, { recursive: true });
const screens = {
  desk: { width: 1366, height: 768 },
  phone: { width: 390, height: 844, scale: 2, touch: true },
} as const;

const house = await runLedger();
try {
  const samples = join(root, "samples");
  await loadSamples(house.ledger, samples, () => undefined, samples);
  const addresses = await addressesOf();
  for (const [screen, size] of Object.entries(screens)) {
    const browser = await launchBrowser(size);
    try {
      const page = await browser.context.newPage();
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(await house.signInLink());
      await page.locator("main").waitFor();
      for (const language of ["zh", "en"]) {
        await page.evaluate((chosen) => localStorage.setItem("shanhai.language", chosen), language);
        for (const [name, address] of addresses) {
          await page.goto(house.url + address);
          await shot(page, `${screen}-${language}-${name}`);
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
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) console.log(`${name}: ${wide} px too wide`);
}

/** Name of the picture → address. */
async function addressesOf(): Promise<ReadonlyMap<string, string>> {
  const { ledger, operator } = house;
  const { rows: documents } = await ledger.documents(operator, { limit: 50 });
  const waiting = documents.find(({ open }) => open > 0);
  const repaired = [...documents].sort((a, b) => b.repairs - a.repairs)[0];
  const addresses = new Map([
    ["workbench", "/workbench"],
    ["documents", "/documents"],
    ["check", "/check"],
    ["document-waiting", `/documents/${waiting?.id}`],
    ["document-repaired", `/documents/${repaired?.id}`],
    ["records", "/records"],
    ["followup", "/followup"],
    ["followup-open", "/followup?tab=open"],
    ["meeting", "/records/project?mode=meeting"],
    ["overview", "/overview"],
    ["one-page", "/one-page"],
    ["pairings", "/pairings"],
    ["search", "/search?text=海珠"],
    ["nowhere", "/nowhere"],
  ]);
  for (const { name } of recordDefinitions) {
    addresses.set(`list-${name}`, `/records/${name}`);
    const row = (await ledger.list(operator, name, { limit: 1 })).rows[0];
    if (row !== undefined) addresses.set(`record-${name}`, `/records/${name}/${row.scope_id}/${row.id}`);
  }
  return addresses;
}
