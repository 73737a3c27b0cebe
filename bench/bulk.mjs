// @ts-check
// A labour roll of 1,000,000 rows through the product: handed in, previewed, accepted, in the database with its chain, its
// roll-ups and a cell behind every value; then the whole ledger out again as a workbook. Each step in a process of its own
// on a database that is there already, as an office has it; peak memory is that of the whole process, database included.
// SHANHAI_BULK_ROWS makes it smaller; `--shared` takes a file with 3 different shared strings in each row instead; `--sales`
// takes a sales ledger (消费帮扶台账) of as many invoices instead of the roll.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, createWriteStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { openLedger } from "@shanhai/ledger";
import { onBothDatabases } from "./ledgers.mjs";
import { heading, memoryOf, table } from "./measure.mjs";
import { columns, idNumber, labourRow } from "./roll.mjs";
import { saleColumns, saleRow } from "./sales.mjs";
import { writeSharedBook } from "./shared-book.mjs";

const ROWS = Number(process.env.SHANHAI_BULK_ROWS ?? 1_000_000);
const EAST = { path: "甲省临海市望潮区", adcode: "990101" };
/** Whose roll it is: `bench -- filters` brings a second one in beside its readers. */
const COUNTY = process.env.SHANHAI_BULK_COUNTY ?? "石坎县";
const WEST = { path: `乙省云岭州${COUNTY}`, adcode: COUNTY === "石坎县" ? "980101" : "980102" };
const [step = "all", configured = "", file = ""] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const shared = process.argv.includes("--shared");
const sales = process.argv.includes("--sales");
/** What is brought in: its record, its title, its columns and rows, and a field with the column and the text of its cell. */
const book = sales
  ? { record: "sale", title: "消费帮扶台账", columns: saleColumns, rowAt: saleRow, field: "invoice_no", letter: "N" }
  : { record: "labour_record", title: "务工花名册", columns, rowAt: labourRow, field: "id_number", letter: "E" };
const unit = sales ? "单位：元" : "单位：人、元/月";
/** @type {any} */
const steps = { make, prepare, import: bring, export: out };

if (step in steps) {
  const found = await steps[step](configured === "" ? null : JSON.parse(configured), file);
  console.log(JSON.stringify({ ...found, peak: memoryOf(process.pid)?.peak ?? 0 }));
  process.exit(0);
}

heading(
  `npm run bench -- bulk${shared ? " --shared" : ""}${sales ? " --sales" : ""} (${ROWS.toLocaleString("en")} rows × ${book.columns.length})`,
);
const folder = mkdtempSync(join(tmpdir(), "shanhai-bulk-"));
try {
  const roll = join(folder, `${COUNTY}2023年${book.title}.xlsx`);
  run("make", null, roll);
  /** @type {(string | number)[][]} */
  const lines = [
    [
      "database",
      "handed in s",
      "previewed s",
      "imported s",
      "rows/s",
      "peak MB",
      "out s",
      "out peak MB",
      "MB in",
      "MB out",
    ],
  ];
  await onBothDatabases(async (kind, config) => {
    run("prepare", config, roll);
    const into = run("import", config, roll);
    const target = join(folder, `${kind.slice(0, 4)}.xlsx`);
    const outOf = run("export", config, target);
    if (into.rows !== ROWS || outOf.rows !== ROWS) throw new Error(`${into.rows} in, ${outOf.rows} out of ${ROWS}`);
    lines.push([
      kind,
      (into.submitted / 1000).toFixed(1),
      (into.planned / 1000).toFixed(1),
      (into.imported / 1000).toFixed(1),
      Math.round((ROWS * 1000) / into.imported),
      into.peak,
      (outOf.ms / 1000).toFixed(1),
      outOf.peak,
      Math.round(statSync(roll).size / 1e6),
      Math.round(statSync(target).size / 1e6),
    ]);
    rmSync(target, { force: true });
  });
  table(lines);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name @param {any} config @param {string} at */
function run(name, config, at) {
  const flags = [...(shared ? ["--shared"] : []), ...(sales ? ["--sales"] : [])];
  const child = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), name, config === null ? "" : JSON.stringify(config), at, ...flags],
    { encoding: "utf8", env: { ...process.env, SHANHAI_BULK_ROWS: String(ROWS) }, maxBuffer: 1 << 26 },
  );
  if (child.status !== 0) throw new Error(`${name}: ${child.stderr}`);
  return JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "{}");
}

/** The roll as a file. @param {null} _ @param {string} at */
async function make(_, at) {
  if (shared) {
    const head = [[`${COUNTY}2023年${book.title}`], [unit], book.columns];
    await writeSharedBook(at, { rows: ROWS, head, rowAt: book.rowAt, distinct: [3, 4, 5] });
    return {};
  }
  const { streamBook } = await import("../ledger/dist/workbook/write-book.js");
  const cells = function* () {
    yield { cells: [{ value: `${COUNTY}2023年${book.title}` }] };
    yield { cells: [{ value: unit }] };
    yield { cells: book.columns.map((value) => ({ value })) };
    for (let row = 0; row < ROWS; row++)
      yield {
        cells: book.rowAt(row).map((value) => ({
          value: typeof value === "number" ? { decimal: String(value) } : value,
        })),
      };
  };
  const to = openSync(at, "w");
  await streamBook({ sheets: [{ name: book.title, rows: cells() }] }, (bytes) => void writeSync(to, bytes));
  closeSync(to);
  return {};
}

/** @param {import("@shanhai/ledger").LedgerConfig} config */
async function prepare(config) {
  const ledger = await openLedger(config);
  await ledger.openPair(await ledger.operator(), EAST, WEST);
  await ledger.close();
  return {};
}

/** @param {import("@shanhai/ledger").LedgerConfig} config @param {string} at */
async function bring(config, at) {
  const ledger = await openLedger(config);
  const actor = await ledger.operator();
  const start = performance.now();
  const { document_id } = await ledger.submit(actor, {
    name: `${COUNTY}2023年${book.title}.xlsx`,
    bytes: await readFile(at),
  });
  const submitted = performance.now();
  const plan = await ledger.planImport(actor, document_id, {});
  const planned = performance.now();
  if (plan.tally.added !== ROWS) throw new Error(`the preview says ${JSON.stringify(plan.tally)}`);
  const id = randomUUID();
  // `bench -- crash` pulls the plug when so many rows are there.
  const progress = (/** @type {number} */ done) => process.env.SHANHAI_BULK_TELL && console.log(`${id} ${done}`);
  const { position } = await ledger.importSheet(
    actor,
    document_id,
    { options: {}, choices: {}, hash: plan.hash, id },
    { progress },
  );
  const imported = performance.now();
  await proveCells(ledger, actor, plan.scope?.id ?? "");
  await ledger.close();
  return {
    rows: position,
    submitted: submitted - start,
    planned: planned - submitted,
    imported: imported - planned,
  };
}

/** A value of a row opens the cell that it came from. @param {import("@shanhai/ledger").Ledger} ledger @param {import("@shanhai/ledger").Actor} actor @param {string} scope */
async function proveCells(ledger, actor, scope) {
  const { rows } = await ledger.list(actor, book.record, { scope, limit: 1 });
  const [row] = rows;
  if (row === undefined) throw new Error("no row");
  const sources = await ledger.sources(actor, book.record, row.scope_id, row.id);
  const place = sources.find(({ field }) => field === book.field)?.place;
  const line = Number(row.values.sheet_row);
  if (place == null || !("cell" in place) || place.cell !== `${book.letter}${line}`)
    throw new Error(`row ${line} says ${JSON.stringify(place)}`);
  if (row.values[book.field] !== (sales ? saleRow(line - 4)[13] : idNumber(line - 4)))
    throw new Error(`row ${line} says ${JSON.stringify(place)}`);
}

/** @param {import("@shanhai/ledger").LedgerConfig} config @param {string} at */
async function out(config, at) {
  const ledger = await openLedger(config);
  const actor = await ledger.operator();
  const [pair] = (await ledger.list(actor, "pair", {})).rows;
  const start = performance.now();
  const { body } = await ledger.exportSheet(actor, book.record, { scope: pair?.id ?? "" });
  await pipeline(body, createWriteStream(at));
  const ms = performance.now() - start;
  const peak = memoryOf(process.pid)?.peak ?? 0;
  await ledger.close();
  const { streamRows } = await import("../ledger/dist/workbook/stream-rows.js");
  let rows = 0;
  for await (const { cells } of streamRows(at, 0)) if (/^\d+$/.test(cells[0]?.text ?? "")) rows++;
  return { rows, ms, peakOut: peak };
}
