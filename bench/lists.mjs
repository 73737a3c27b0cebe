// @ts-check
// Lists per second: 50 clients asking for pages of 50 rows over HTTP without pause for 10 s, while an import writes
// commands of 500 rows. The server runs in its own process; the clients and the import in two others.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";
import { madeParties, onBothDatabases, projectsCommand } from "./ledgers.mjs";
import { heading, memoryOf, percentile, quoted, table } from "./measure.mjs";
import { served } from "./served.mjs";

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<any>} */
const result = (child) =>
  new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`ended with ${code} before its result`)));
  });

if (process.argv[2] === undefined) {
  heading("npm run bench -- lists");
  /** @type {(string | number)[][]} */
  const rows = [
    ["database", "beside", "lists/s, median (spread)", "p50 ms", "p95 ms", "rows imported/s", "server peak MB"],
  ];
  await onBothDatabases(async (kind, config) => {
    const ledger = await openLedger(config);
    const [scope = "", importScope = ""] = await madeParties(ledger, 2);
    const actor = await ledger.operator();
    for (let at = 0; at < 40; at++) await ledger.write(actor, projectsCommand(scope, 500));
    await ledger.close();
    const { server, url, cookie } = await served(config);
    for (const beside of ["nothing", "an import"]) {
      const measured = [];
      for (let run = 0; run < 3; run++) {
        const importing =
          beside === "an import"
            ? fork(fileURLToPath(import.meta.url), ["import", JSON.stringify(config), importScope])
            : null;
        const clients = fork(fileURLToPath(import.meta.url), ["clients", url, cookie, scope]);
        // Both are listened to from the start: the import may end first.
        const [asked, imported] = await Promise.all([result(clients), importing === null ? null : result(importing)]);
        measured.push({ ...asked, imported });
      }
      rows.push([
        kind,
        beside,
        quoted(
          measured.map((m) => m.rate),
          0,
        ),
        quoted(measured.map((m) => m.p50)),
        quoted(measured.map((m) => m.p95)),
        beside === "nothing"
          ? "—"
          : quoted(
              measured.map((m) => m.imported),
              0,
            ),
        memoryOf(server.pid ?? 0)?.peak ?? "—",
      ]);
    }
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
  });
  table(rows);
} else if (process.argv[2] === "clients") {
  const [, , , url = "", cookie = "", scope = ""] = process.argv;
  const until = performance.now() + 10_000;
  const from = performance.now();
  /** @type {number[]} */
  const times = [];
  await Promise.all(
    Array.from({ length: 50 }, async () => {
      while (performance.now() < until) {
        const asked = performance.now();
        const answer = await fetch(`${url}/api/records/project?limit=50&scope=${scope}`, { headers: { cookie } });
        const page = /** @type {{rows: unknown[]}} */ (await answer.json());
        if (page.rows.length !== 50) throw new Error(`a page of ${page.rows.length} rows, status ${answer.status}`);
        times.push(performance.now() - asked);
      }
    }),
  );
  process.send?.({
    rate: (times.length * 1000) / (performance.now() - from),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  });
  process.exit(0);
} else {
  const [, , , config = "", scope = ""] = process.argv;
  const ledger = await openLedger(JSON.parse(config));
  const actor = await ledger.operator();
  const until = performance.now() + 10_000;
  const from = performance.now();
  let written = 0;
  while (performance.now() < until) {
    await ledger.write(actor, projectsCommand(scope, 500));
    written += 500;
  }
  process.send?.((written * 1000) / (performance.now() - from));
  await ledger.close();
  process.exit(0);
}
