// @ts-check
// Lists and filters at 1,000,000 labour rows of one pair: 50 users over HTTP, one request a second each, of nine kinds; the
// same while another roll is imported; then 检索, of three kinds. The rows come in by the product's own import.
// SHANHAI_LIST_ROWS makes it smaller.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, memoryOf, percentile, table } from "./measure.mjs";
import { served } from "./served.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const ROWS = Number(process.env.SHANHAI_LIST_ROWS ?? 1_000_000);
const BESIDE = Math.max(5_000, Math.round(ROWS / 5));
const USERS = 50;
const SECONDS = 30;
const BAR = 50;

/** What users ask; the number makes each one's words his own. @type {readonly ((at: number, scope: string) => string)[]} */
const questions = [
  () => "limit=50",
  (_, scope) => `limit=50&scope=${scope}`,
  (at, scope) => `limit=50&scope=${scope}&township=${encodeURIComponent(`平坝镇${at % 20}`)}`,
  (at) =>
    `limit=50&township=${encodeURIComponent(`平坝镇${at % 20}`)}&village=${encodeURIComponent(`第${at % 600}村`)}`,
  (at) => `limit=50&employer=${encodeURIComponent(`望潮海润食品有限公司${at % 500}`)}`,
  (at) => `limit=50&identity=${at % 2 === 0 ? "relieved" : "monitored"}&destination=east`,
  () => `limit=50&employer=${encodeURIComponent("没有这家公司")}`,
  (at) => `limit=50&text=${encodeURIComponent(`第${at % 600}村`)}`,
  (at, scope) => `limit=50&scope=${scope}&year=${2022 + (at % 2)}`,
];

/** What they look for in the box of 检索: a village in part, an employer by its sound, a name that nobody has. @type {readonly ((at: number) => string)[]} */
const searches = [(at) => `${at % 600}村`, () => "hairun", (at) => `没有这人${at}`];

heading(
  `npm run bench -- filters (${ROWS.toLocaleString("en")} labour rows, ${USERS} users, one request a second each)`,
);
/** @type {(string | number)[][]} */
const lines = [["database", "asked", "beside", "requests/s", "p50 ms", "p95 ms", "slowest ms", "server peak MB"]];
let failed = false;
const folder = mkdtempSync(join(tmpdir(), "shanhai-filters-"));
try {
  const roll = join(folder, "石坎县2023年务工花名册.xlsx");
  const other = join(folder, "清溪县2023年务工花名册.xlsx");
  step("make", null, roll, ROWS, "石坎县");
  step("make", null, other, BESIDE, "清溪县");
  await onBothDatabases(async (kind, config) => {
    step("prepare", config, roll, ROWS, "石坎县");
    step("prepare", config, other, BESIDE, "清溪县");
    step("import", config, roll, ROWS, "石坎县");
    const { server, url, cookie } = await served(config);
    const first = await fetch(`${url}/api/records/labour_record?limit=1`, { headers: { cookie } });
    const { rows } = /** @type {{ rows: { scope_id: string }[] }} */ (await first.json());
    for (const [asking, beside] of /** @type {const} */ ([
      ["lists and filters", "nothing"],
      ["lists and filters", "an import"],
      ["检索", "nothing"],
    ])) {
      const importing = beside === "nothing" ? null : start("import", config, other, BESIDE, "清溪县");
      const { times, seconds } = await asked(url, cookie, rows[0]?.scope_id ?? "", asking, importing);
      failed ||= asking !== "检索" && percentile(times, 0.95) > BAR;
      lines.push([
        kind,
        asking,
        beside,
        (times.length / seconds).toFixed(0),
        percentile(times, 0.5).toFixed(1),
        percentile(times, 0.95).toFixed(1),
        Math.max(...times).toFixed(0),
        memoryOf(server.pid ?? 0)?.peak ?? "–",
      ]);
      await importing;
    }
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
  });
  table(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed) {
  console.error(`a bar is missed: p95 within ${BAR} ms`);
  process.exit(1);
}

/** Every user asks once a second; beside an import, for as long as it runs. @param {string} url @param {string} cookie @param {string} scope @param {"lists and filters" | "检索"} asking @param {Promise<unknown> | null} importing */
async function asked(url, cookie, scope, asking, importing) {
  /** @type {number[]} */
  const times = [];
  let over = false;
  void importing?.then(() => {
    over = true;
  });
  const began = performance.now();
  const until = began + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: USERS }, async (_, user) => {
      await new Promise((resolve) => setTimeout(resolve, (user * 1000) / USERS));
      for (let at = user; performance.now() < until && !over; at += 7) {
        const from = performance.now();
        const answer = await (asking === "检索"
          ? fetch(`${url}/api/search`, {
              method: "POST",
              headers: { cookie, "content-type": "application/json" },
              body: JSON.stringify({ text: searches[at % searches.length]?.(at) }),
            })
          : fetch(`${url}/api/records/labour_record?${questions[at % questions.length]?.(at, scope)}`, {
              headers: { cookie },
            }));
        const page = /** @type {{rows?: unknown[], groups?: unknown[]}} */ (await answer.json());
        if (page.rows === undefined && page.groups === undefined) throw new Error(`status ${answer.status}`);
        const took = performance.now() - from;
        times.push(took);
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - took)));
      }
    }),
  );
  return { times, seconds: (performance.now() - began) / 1000 };
}

/** @param {string} name @param {any} config @param {string} file @param {number} rows @param {string} county @returns {[string, string[], any]} */
function words(name, config, file, rows, county) {
  return [
    process.execPath,
    [join(here, "bulk.mjs"), name, config === null ? "" : JSON.stringify(config), file],
    { encoding: "utf8", env: { ...process.env, SHANHAI_BULK_ROWS: String(rows), SHANHAI_BULK_COUNTY: county } },
  ];
}

/** @param {string} name @param {any} config @param {string} file @param {number} rows @param {string} county */
function step(name, config, file, rows, county) {
  const done = spawnSync(...words(name, config, file, rows, county));
  if (done.status !== 0) throw new Error(`${name}: ${done.stderr}`);
}

/** @param {string} name @param {any} config @param {string} file @param {number} rows @param {string} county */
function start(name, config, file, rows, county) {
  const child = spawn(...words(name, config, file, rows, county));
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => (code === 0 ? resolve(undefined) : reject(new Error(`${name} ended with ${code}`))));
  });
}
