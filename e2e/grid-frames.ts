import { randomUUID } from "node:crypto";
import { NIL_SCOPE } from "@shanhai/model";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { runLedger } from "./running-ledger.js";

/**
 * How smoothly a table of 100,000 rows scrolls: `node e2e/dist/grid-frames.js [rows]` after a build. Prints what a
 * frame costs at several speeds, the last one to the end of the list as fast as rows come, and what memory the page has.
 */
const wanted = Number(process.argv[2] ?? 100_000);
/** Rows of one command. */
const batch = 500;

const house = await runLedger();
const browser = await launchBrowser({ width: 1366, height: 768 });
try {
  const scope = await pairOf();
  const began = performance.now();
  for (let from = 0; from < wanted; from += batch) {
    await house.ledger.write(house.operator, {
      command_id: randomUUID(),
      reason: "rows to scroll through",
      changes: Array.from({ length: Math.min(batch, wanted - from) }, (_, at) => {
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
  console.log(`${wanted} rows written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const page = await browser.context.newPage();
  await page.goto(await house.signInLink());
  await page.locator("main").waitFor();
  const opened = performance.now();
  await page.goto(`${house.url}/records/visit?scope=${scope}`);
  await page.locator("[data-testid=grid] td").first().waitFor();
  console.log(`first rows after ${(performance.now() - opened).toFixed(0)} ms`);
  // On a machine that others use too only time on the page's own thread says something of the page.
  const session = await browser.context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busy = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  };
  // Slowly, quickly, to the end of the list, and there again: far down a frame must cost what it costs above.
  for (const lines of [3, 12, 200, -12]) {
    const from = await busy();
    const frames = await scroll(page, lines, lines === 200 ? Number.POSITIVE_INFINITY : 300);
    const sorted = [...frames.times].sort((a, b) => a - b);
    const at = (share: number) =>
      (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
    const each = ((await busy()) - from) / frames.times.length;
    console.log(
      `${lines} lines a frame, ${frames.times.length} frames to row ${frames.rows}: ${each.toFixed(1)} ms of the page's thread a frame; ` +
        `between frames p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ms; heap ${frames.heap.toFixed(0)} MB`,
    );
  }
} finally {
  await browser.close();
  await house.close();
}

/** Scrolls down frame by frame, to the end of the list or for so many frames; waits where rows are still on their way. */
async function scroll(page: Page, lines: number, most: number) {
  return page.evaluate(
    async ([step, frames]) => {
      const grid = document.querySelector("[data-testid=grid]");
      if (grid === null) throw new Error("no table");
      const times: number[] = [];
      let still = 0;
      for (let last = performance.now(); still < 300 && times.length < frames; ) {
        const before = grid.scrollTop;
        grid.scrollTop += step * 32;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        if (grid.scrollTop !== before) times.push(now - last);
        last = now;
        still = grid.scrollTop === before ? still + 1 : 0;
      }
      const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
      const rows = document.querySelector("[data-testid=grid] tbody tr:last-child")?.getAttribute("aria-rowindex");
      return { times, heap: (memory?.usedJSHeapSize ?? 0) / 1024 / 1024, rows };
    },
    [lines, most] as const,
  );
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
