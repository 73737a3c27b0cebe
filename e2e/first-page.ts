import type { CDPSession, Page } from "playwright-core";
import { visitArticle } from "./articles.js";
import { launchBrowser } from "./browser.js";
import { runLedger } from "./running-ledger.js";

/**
 * How long until the first page is useful: `node e2e/dist/first-page.js [runs]` after a build. The browser's own
 * emulation: 10 Mbit/s with 20 ms there and back, the processor four times slower, nothing in the cache. Useful is when
 * 工作台 shows its figures, and the door the way to sign in; both are counted from the start of the navigation.
 */
const runs = Number(process.argv[2] ?? 5);
const line = { offline: false, latency: 20, downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8 };
const slower = 4;

const house = await runLedger();
const browser = await launchBrowser({ width: 1366, height: 768 });
try {
  await measure("sign-in", `${house.url}/sign-in`, "main h1, h1");
  const page = await browser.context.newPage();
  await page.goto(await house.signInLink());
  await page.getByRole("button", { name: "导入材料" }).waitFor();
  await page.close();
  await house.ledger.submit(house.operator, {
    name: visitArticle.name,
    bytes: new TextEncoder().encode(visitArticle.text),
  });
  await measure("工作台", `${house.url}/workbench`, "main section li b");
} finally {
  await browser.close();
  await house.close();
}

/** Opens an address so many times on a fresh page and prints when what it is for was there. */
async function measure(what: string, url: string, useful: string): Promise<void> {
  const found: { readonly at: number; readonly busy: number; readonly bytes: number }[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    await slow(session);
    await watchFor(page, useful);
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "commit" });
    const seen = await page.waitForFunction(() => (window as { useful?: number }).useful, null, { polling: 100 });
    const { metrics } = await session.send("Performance.getMetrics");
    const busy = (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
    found.push({ at: Number(await seen.jsonValue()), busy, bytes });
    await page.close();
  }
  const sorted = found.map(({ at }) => at).sort((a, b) => a - b);
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  console.log(
    `${what}: useful after ${middle(sorted).toFixed(0)} ms (${sorted.map((ms) => ms.toFixed(0)).join(", ")}); ` +
      `the page's thread worked ${middle(found.map(({ busy }) => busy)).toFixed(0)} ms of its own time; ` +
      `${(middle(found.map(({ bytes }) => bytes)) / 1024).toFixed(0)} KB over the wire`,
  );
}

async function slow(session: CDPSession): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.clearBrowserCache");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
}

/** Notes in the page itself, at the first frame after it stands there, when the place is there. */
async function watchFor(page: Page, useful: string): Promise<void> {
  await page.addInitScript((place) => {
    const look = () => {
      if (document.querySelector(place) === null) return void requestAnimationFrame(look);
      requestAnimationFrame(() => {
        (window as { useful?: number }).useful = performance.now();
      });
    };
    requestAnimationFrame(look);
  }, useful);
}
