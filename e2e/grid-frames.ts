import { randomUUID } from "node:crypto";
import { NIL_SCOPE } from "@shanhai/model";
import type { Page } from "playwright-core";
import { launchBrowser } from "./browser.js";
import { runLedger } from "./running-ledger.js";

/**
 * How smoothly a table of 100,000 rows scrolls: `node e2e/dist/grid-frames.js [rows]` after a build. Prints what a
 * frame costs at several speeds, once to the end of the list as fast as rows come, what memory the page has, and for how many
 * frames in a row part of the view was blank; then the same by the End key (Ctrl+End), page of rows after page, and from
 * the end to the beginning and back at once.
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
        `between frames p50 ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ms; blank ${frames.blank} frames, ` +
        `${frames.blankest} in a row at most; heap ${frames.heap.toFixed(0)} MB`,
    );
  }
  await page.locator("[data-testid=grid] textarea").focus();
  for (const [name, key] of [
    ["to the beginning", "Control+Home"],
    ["to the end", "Control+End"],
    ["and back", "Control+Home"],
  ] as const) {
    const from = await busy();
    const watching = page.evaluate(watchBlank, 60);
    await page.keyboard.press(key);
    const { blank, blankest, top } = await watching;
    console.log(
      `${key} ${name}: at ${top.toFixed(0)} px, ${((await busy()) - from).toFixed(0)} ms of the page's thread in 60 frames; ` +
        `blank ${blank} frames, ${blankest} in a row at most`,
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
      let [blank, run, blankest] = [0, 0, 0];
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
      for (let last = performance.now(); still < 300 && times.length < frames; ) {
        const before = grid.scrollTop;
        grid.scrollTop += step * 32;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        // Looked at every fourth frame: measuring lays the page out.
        if (times.length % 4 === 0) {
          run = uncovered() ? run + 1 : 0;
          if (run > 0) blank += 1;
          blankest = Math.max(blankest, run);
        }
        if (grid.scrollTop !== before) times.push(now - last);
        last = now;
        still = grid.scrollTop === before ? still + 1 : 0;
      }
      const { memory } = performance as Performance & { memory?: { usedJSHeapSize: number } };
      const rows = document.querySelector("[data-testid=grid] tbody tr:last-child")?.getAttribute("aria-rowindex");
      return { times, blank, blankest, heap: (memory?.usedJSHeapSize ?? 0) / 1024 / 1024, rows };
    },
    [lines, most] as const,
  );
}

/** Runs inside the page: looks at so many frames whether part of the view is without lines. */
async function watchBlank(frames: number) {
  const grid = document.querySelector("[data-testid=grid]");
  if (grid === null) throw new Error("no table");
  let [blank, run, blankest] = [0, 0, 0];
  for (let frame = 0; frame < frames; frame++) {
    await new Promise(requestAnimationFrame);
    const lines = [...grid.querySelectorAll("tbody tr")].map((line) => line.getBoundingClientRect());
    const { top, bottom } = grid.getBoundingClientRect();
    const end = grid.querySelector("tbody")?.getBoundingClientRect().bottom ?? bottom;
    const head = grid.querySelector("thead")?.getBoundingClientRect().height ?? 0;
    const open =
      Math.min(...lines.map((line) => line.top)) > top + head + 2 ||
      Math.max(...lines.map((line) => line.bottom)) < Math.min(bottom, end) - 20;
    run = open ? run + 1 : 0;
    if (open) blank += 1;
    blankest = Math.max(blankest, run);
  }
  return { blank, blankest, top: grid.scrollTop };
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
