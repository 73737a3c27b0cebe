import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadSamples } from "@shanhai/ledger";
import { recordDefinitions } from "@shanhai/model";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { galleryStates } from "./gallery-states.js";
import { root, runLedger } from "./running-ledger.js";
import { sampleBook } from "./sample-book.js";
import { enterScenes } from "./scene-ledger.js";

/**
 * Pictures of every page with the samples in it, in both languages, on a desk and on a phone, by day and by night, with
 * its dialogs, on paper in black and white, with letters of twice the size, without the server and without the right,
 * for people to look at: `node e2e/dist/gallery.js [WORD …]` after a build, into `e2e/screenshots/gallery/`; only
 * pictures whose name holds one of the words. It says which page runs off the side, and which text is cut off.
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
  const states = galleryStates(addresses.of);
  for (const [screen, size] of Object.entries(screens))
    await inBrowser(size, async (page) => {
      for (const [language, colorScheme] of looks) {
        await page.emulateMedia({ reducedMotion: "reduce", colorScheme });
        await page.evaluate((chosen) => localStorage.setItem("shanhai.language", chosen), language);
        for (const [name, address] of addresses.pages)
          await picture(page, `${screen}-${language}-${colorScheme}-${name}`, address);
        for (const { name, address, reach } of states)
          await picture(page, `${screen}-${language}-${colorScheme}-state-${name}`, address, reach);
      }
    });
  // One ledger and one record stand for all.
  const some = [...addresses.pages].filter(([name]) => !/^(list|record)-(?!project|empty|sk05)/.test(name));
  // 190 mm of paper at 96 dots an inch, and no colours.
  await inBrowser({ width: 718, height: 1016 }, async (page) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const [name, address] of some)
      await picture(page, `paper-${name}`, address, async () => {
        await page.evaluate(() => {
          document.documentElement.style.filter = "grayscale(1)";
        });
      });
  });
  // 200 % on a desk: half as many pixels of CSS, each twice as large.
  await inBrowser({ width: 683, height: 384, scale: 2 }, async (page) => {
    for (const [name, address] of some) await picture(page, `twice-${name}`, address);
  });
  await inBrowser(screens.desk, async (page) => {
    await page.route(/\/api\/(?!session)/, (route) => route.abort());
    for (const [name, address] of some) await picture(page, `cut-off-${name}`, address);
  });
  const reader = await stranger();
  await inBrowser(
    screens.phone,
    async (page) => {
      for (const [name, address] of some) await picture(page, `reader-${name}`, address);
    },
    reader,
  );
} finally {
  await house.close();
}

type Screen = Parameters<typeof launchBrowser>[0];

async function inBrowser(size: Screen, work: (page: Page) => Promise<void>, link?: string): Promise<void> {
  const browser = await launchBrowser({ ...size, office: true });
  try {
    const page = await browser.context.newPage();
    page.setDefaultTimeout(8000);
    await page.goto(link ?? (await house.signInLink()));
    await page.waitForLoadState("networkidle");
    if (link !== undefined)
      await page.evaluate(async (next) => {
        const headers = { "content-type": "application/json" };
        const body = JSON.stringify({ old: null, next });
        await fetch("/api/session/own-password", { method: "POST", headers, body });
      }, "平坝镇 红星村 2023");
    else await page.locator("main").waitFor();
    await work(page);
  } finally {
    await browser.close();
  }
}

/** One picture, where its name is wanted; a state that is not reached is said, and pictured as far as it came. */
async function picture(
  page: Page,
  name: string,
  address: string,
  reach: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) return;
  await page.goto(house.url + address);
  await page.waitForLoadState("networkidle");
  await reach(page).catch((error: unknown) => console.log(`${name}: ${String(error).split("\n")[0]}`));
  await shot(page, name);
}

/** A link for a system administrator, who opens no ledger; he sets a password first. */
async function stranger(): Promise<string> {
  const { ledger, operator } = house;
  const office = await ledger.keepOffice(operator, {
    ...{ name: "信息中心", kind: "operations", party: null, place: null },
    ...{ maker_checker: false, state: "active", branches: [] },
  });
  const { id, token } = await ledger.createAccount(operator, { name: "孙示例", note: null });
  const post = { account: id, office, title: null, pairs: [], branches: [], projects: [] };
  await ledger.grantPost(operator, { ...post, role: "system_admin" });
  return `${house.url}/sign-in#token=${token}`;
}

async function shot(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  // Whatever still opens is let open; a page that never does is pictured so.
  await page
    .locator("main .page-state[role=status]")
    .first()
    .waitFor({ state: "hidden" })
    .catch(() => undefined);
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

/** Name of the picture → address, and the places that states begin from. */
async function addressesOf() {
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
  const addresses = new Map<string, string>([
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
    ...["accounts", "audit", "dictionaries", "sets", "remembered", "offices", "system", "erasure", "backup"].map(
      (tab) => [`settings-${tab}`, `/settings/${tab}`] as const,
    ),
    ["followup-unanswered", "/followup?tab=unanswered"],
    ["followup-returns", "/followup?tab=returns"],
    ["inspection", `/inspection/samples?${month}`],
    ["inspection-duplicates", "/inspection/duplicates"],
    ["reception", `/reception?scope=${pair}`],
    ["search-nothing", "/search?text=没有的词"],
    ["nowhere", "/nowhere"],
  ]);
  for (const { name } of recordDefinitions) {
    const row = (await ledger.list(operator, name, { limit: 1 })).rows[0];
    if (row === undefined) continue;
    addresses.set(`list-${name}`, `/records/${name}`);
    addresses.set(`record-${name}`, `/records/${name}/${row.scope_id}/${row.id}`);
  }
  addresses.set("list-empty", "/records/assessment");
  const station = (await ledger.list(operator, "project", { scope: pair, text: "卫生服务站", limit: 1 })).rows[0];
  const project = `/records/project/${pair}/${station?.id}`;
  addresses.set("record-sk05", project);
  const collecting = `/collections/${collection.scope_id}/${collection.id}`;
  const of = { waiting: `/documents/${waiting?.id}`, collection: collecting, project, month };
  return { pages: addresses, of };
}
