import { randomUUID } from "node:crypto";
import { NIL_SCOPE } from "@shanhai/model";
import type { Page } from "playwright-core";
import { launchBrowser, type TestBrowser } from "./browser.js";
import { runLedger } from "./running-ledger.js";

/**
 * How smoothly a table of 100,000 rows scrolls: `node e2e/dist/grid-frames.js [rows]` after a build. Prints what a
 * frame costs at several speeds, how many frames showed a part of the view without lines (blank) and how many showed
 * lines whose rows were still on their way (waiting); how long a jump takes, by keys and by the scroll bar, until all rows
 * in view are painted; and what memory the page has.
 */
const wanted = Number(process.argv[2] ?? 100_000);
/** Rows of one command. */
const batch = 500;

const house = await runLedger({ brief: false });
let browser: TestBrowser | undefined;
try {
  const scope = await pairOf();
  const began = performance.now();
  for (let from = 0; from < wanted; from += batch) await write(scope, from, Math.min(batch, wanted - from));
  console.log(`${wanted} rows written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  // Only now: a browser that waits for minutes is lost.
  browser = await launchBrowser({ width: 1366, height: 768 });
  const page = await browser.context.newPage();
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
  const opened = performance.now();
  await page.goto(`${house.url}/records/visit?scope=${scope}`);
  await page.locator("[data-testid=grid] td").first().waitFor();
  console.log(`first rows after ${(performance.now() - opened).toFixed(0)} ms`);
  await page.getByText(`共 ${wanted} 条`).waitFor();
  console.log(`counted after ${(performance.now() - opened).toFixed(0)} ms`);
  // On a machine that others use too only time on the page's own thread says something of the page.
  const session = await browser.context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  const heap = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return `${(usedSize / 1024 / 1024).toFixed(0)} MB`;
  };
  console.log(`heap ${await heap()}`);
  // Slowly, quickly, to the end of the list, and back from there: far down a frame must cost what it costs above.
  for (const lines of [3, 12, 200, -12]) {
    const from = await busy();
    const frames = await scroll(page, lines, lines === 200 ? Number.POSITIVE_INFINITY : 300);
    const sorted = [...frames.times].sort((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
    const each = ((await busy()) - from) / frames.times.length;
    console.log(
      `${lines} lines a frame, ${frames.times.length} frames to row ${frames.rows}: ${each.toFixed(1)} ms of the page's thread a frame; ` +
        `between frames p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ms; of ${frames.looked} frames looked at ` +
        `${frames.blank} blank, ${frames.waiting} waiting; heap ${await heap()}`,
    );
  }
  await page.evaluate(() =>
    document.querySelector<HTMLElement>("[data-testid=grid] textarea")?.focus({ preventScroll: true }),
  );
  const jumps = [
    ["Ctrl+Home", () => page.keyboard.press("Control+Home")],
    ["Ctrl+End", () => page.keyboard.press("Control+End")],
    ["PageUp", () => page.keyboard.press("PageUp")],
    ...[0.5, 0.25, 0.8, 0].map((share) => [`scroll bar to ${share * 100} %`, () => drag(page, share)] as const),
  ] as const;
  for (const [name, jump] of jumps) {
    const from = await busy();
    const watching = page.evaluate(watchJump);
    await jump();
    const { blank, waiting, ms, row } = await watching;
    console.log(
      `${name}: rows ${row}… painted after ${ms.toFixed(0)} ms, ${((await busy()) - from).toFixed(0)} ms of the page's thread; ` +
        `${blank} frames blank, ${waiting} waiting`,
    );
  }
  console.log(`heap ${await heap()}`);
} finally {
  await browser?.close();
  await house.close();
}

/** Rows of one command. */
async function write(scope: string, from: number, count: number): Promise<void> {
  await house.ledger.write(house.operator, {
    command_id: randomUUID(),
    reason: "rows to scroll through",
    changes: Array.from({ length: count }, (_, at) => {
      const id = randomUUID();
      const n = from + at;
      return {
        op: "create" as const,
        record: "visit",
        scope_id: scope,
        id,
        values: {
          happening_id: id,
          name: `第${n}次考察对接`,
          direction: n % 3 === 0 ? "west_to_east" : "east_to_west",
          start_date: `20${String(10 + (n % 14))}-0${1 + (n % 9)}-1${n % 10}`,
          headcount: String(n % 40),
          lead: `带队人${n % 97}`,
        },
      };
    }),
  });
}

/** As the thumb of the scroll bar: at once, wherever it is. */
async function drag(page: Page, share: number): Promise<void> {
  await page.evaluate((at) => {
    const grid = document.querySelector("[data-testid=grid]");
    if (grid !== null) grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * at;
  }, share);
}

/** Scrolls down frame by frame, to the end of the list or for so many frames. */
async function scroll(page: Page, lines: number, most: number) {
  return page.evaluate(
    async ([step, frames]) => {
      const grid = document.querySelector("[data-testid=grid]");
      if (grid === null) throw new Error("no table");
      const times: number[] = [];
      let [blank, waiting, looked] = [0, 0, 0];
      /** Whether the lines that are in the page leave part of the view without any. */
      const uncovered = () => {
        const lines = [...grid.querySelectorAll("tbody tr")].map((line) => line.getBoundingClientRect());
        const { top, bottom } = grid.getBoundingClientRect();
        const end = grid.querySelector("tbody")?.getBoundingClientRect().bottom ?? bottom;
        const head = grid.querySelector("thead")?.getBoundingClientRect().height ?? 0;
        const first = Math.min(...lines.map((line) => line.top));
        const last = Math.max(...lines.map((line) => line.bottom));
        return first > top + head + 2 || last < Math.min(bottom, end) - 20;
      };
      let still = 0;
      for (let last = performance.now(); still < 30 && times.length < frames; ) {
        const before = grid.scrollTop;
        grid.scrollTop += step * 32;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        // Looked at every fourth frame: measuring lays the page out.
        if (times.length % 4 === 0) {
          looked += 1;
          if (uncovered()) blank += 1;
          if (grid.querySelector("[data-waiting]") !== null) waiting += 1;
        }
        if (grid.scrollTop !== before) times.push(now - last);
        last = now;
        still = grid.scrollTop === before ? still + 1 : 0;
      }
      const rows = document.querySelector("[data-testid=grid] tbody tr:last-child")?.getAttribute("aria-rowindex");
      return { times, blank, waiting, looked, rows };
    },
    [lines, most] as const,
  );
}

/** Runs inside the page: from where it scrolls at once, how long until every line in view has its row. */
async function watchJump() {
  const grid = document.querySelector("[data-testid=grid]");
  if (grid === null) throw new Error("no table");
  const before = grid.scrollTop;
  for (let frame = 0; grid.scrollTop === before && frame < 600; frame++) await new Promise(requestAnimationFrame);
  const from = performance.now();
  let [blank, waiting] = [0, 0];
  for (let frame = 0; frame < 600; frame++) {
    await new Promise(requestAnimationFrame);
    const { top, bottom } = grid.getBoundingClientRect();
    const lines = [...grid.querySelectorAll("tbody tr")].filter((line) => {
      const place = line.getBoundingClientRect();
      return place.bottom > top && place.top < bottom;
    });
    const row = lines[0]?.getAttribute("aria-rowindex");
    if (lines.length === 0) blank += 1;
    else if (lines.some((line) => line.hasAttribute("data-waiting"))) waiting += 1;
    else return { blank, waiting, ms: performance.now() - from, row };
  }
  return { blank, waiting, ms: Number.POSITIVE_INFINITY, row: null };
}

/** A pair of two invented counties to hold the rows. */
async function pairOf(): Promise<string> {
  const [east, west, pair] = [randomUUID(), randomUUID(), randomUUID()];
  const party = (id: string, name: string, side: string) => ({
    op: "create" as const,
    record: "party",
    scope_id: NIL_SCOPE,
    id,
    values: { kind: "region", path: name, name, side },
  });
  await house.ledger.write(house.operator, {
    command_id: randomUUID(),
    reason: "a pair",
    changes: [
      party(east, "望潮区", "east"),
      party(west, "石坎县", "west"),
      { op: "create", record: "pair", scope_id: NIL_SCOPE, id: pair, values: { label: "望潮区—石坎县", east, west } },
    ],
  });
  return pair;
}
