// @ts-check
// 1,000,000 × 15 rows of a labour roster as .xlsx: written and read, inline and with 3,000,000 different shared strings,
// beside ExcelJS (its streams) and @e965/xlsx. Each in a process of its own: seconds of processor time, peak memory.
// `npm install --prefix bench/peers` first; `--rows=N` for another size, `--quick` for 20,000.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { heading, table } from "./measure.mjs";
import { writeSharedBook } from "./shared-book.mjs";

const here = fileURLToPath(import.meta.url);
const [task = "", file = "", count = "0"] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const rows = task === "" ? asked() : Number(count);
const columns = "编号 姓名 身份证 电话 村 身份 组织 地点 单位 信用代码 工种 开始 结束 月数 工资".split(" ");

/** One job of one person. @param {number} at @returns {readonly (string | number)[]} */
function job(at) {
  return [
    at,
    `张三${at}`,
    `980101199001${String(at).padStart(8, "0")}`,
    `139${String(at).padStart(8, "0")}`,
    `乙省云岭州石坎县平坝镇第${at % 60}村`,
    "脱贫户",
    at % 2 === 0 ? "是" : "否",
    "甲省临海市望潮区",
    `望潮海润食品有限公司${at % 500}`,
    `91990101MA0WC${String(at % 500).padStart(5, "0")}`,
    "普工",
    45_000 + (at % 300),
    45_291,
    3 + (at % 9),
    4_000 + (at % 1000),
  ];
}

/** @type {Record<string, () => Promise<number>>} rows written or read */
const tasks = {
  async "own write"() {
    const { streamBook } = await import("../ledger/dist/workbook/write-book.js");
    const cells = function* () {
      yield { cells: columns.map((value) => ({ value })) };
      for (let at = 0; at < rows; at++) {
        yield {
          cells: job(at).map((value) => ({ value: typeof value === "number" ? { decimal: String(value) } : value })),
        };
      }
    };
    const out = openSync(file, "w");
    await streamBook({ sheets: [{ name: "务工", rows: cells() }] }, (bytes) => void writeSync(out, bytes));
    closeSync(out);
    return rows;
  },
  async "own read"() {
    const { streamRows } = await import("../ledger/dist/workbook/stream-rows.js");
    let found = -1;
    for await (const { cells } of streamRows(file, 0)) if (cells[14] !== undefined) found++;
    return found;
  },
  async "ExcelJS write"() {
    const { stream } = peer("exceljs");
    const book = new stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: false });
    const sheet = book.addWorksheet("务工");
    sheet.addRow(columns).commit();
    for (let at = 0; at < rows; at++) sheet.addRow(job(at)).commit();
    await book.commit();
    return rows;
  },
  async "ExcelJS read"() {
    const { stream } = peer("exceljs");
    let found = -1;
    for await (const sheet of new stream.xlsx.WorkbookReader(file, { sharedStrings: "cache", worksheets: "emit" }))
      for await (const row of sheet) if (row.values.length > 14) found++;
    return found;
  },
  async "@e965/xlsx write"() {
    const xlsx = createRequire(here)("@e965/xlsx");
    const book = xlsx.utils.book_new();
    const sheet = xlsx.utils.aoa_to_sheet([columns, ...Array.from({ length: rows }, (_, at) => job(at))], {
      dense: true,
    });
    xlsx.utils.book_append_sheet(book, sheet, "务工");
    xlsx.writeFile(book, file, { compression: true });
    return rows;
  },
  async "@e965/xlsx read"() {
    const xlsx = createRequire(here)("@e965/xlsx");
    const book = xlsx.readFile(file, { dense: true, cellHTML: false, cellText: false });
    return book.Sheets[book.SheetNames[0]]["!data"].length - 1;
  },
};

if (task !== "") {
  const from = process.cpuUsage();
  const found = await tasks[task]?.();
  const { user, system } = process.cpuUsage(from);
  console.log(
    JSON.stringify({ found, cpu: (user + system) / 1e6, peak: Math.round(process.resourceUsage().maxRSS / 1024) }),
  );
} else {
  heading("npm run bench -- sheets");
  const folder = mkdtempSync(join(tmpdir(), "shanhai-sheets-"));
  try {
    const inline = join(folder, "inline.xlsx");
    const shared = join(folder, "shared.xlsx");
    /** @type {(string | number)[][]} */
    const lines = [
      ["1,000,000 × 15".replace("1,000,000", rows.toLocaleString("en")), "s of processor", "peak MB", "file MB"],
    ];
    const measure = (/** @type {string} */ name, /** @type {string} */ at, note = "") => {
      const run = spawnSync(process.execPath, ["--max-old-space-size=8192", here, name, at, String(rows)], {
        encoding: "utf8",
        timeout: 600_000,
      });
      const told = run.status === 0 ? JSON.parse(run.stdout) : null;
      if (told !== null && told.found !== rows) throw new Error(`${name}: ${told.found} rows of ${rows}`);
      const size = told === null ? "–" : Math.round(statSync(at).size / 1e6);
      const why =
        /(Cannot create a string[^\n]*|heap out of memory|Invalid string length)/.exec(run.stderr ?? "")?.[1] ??
        "failed";
      lines.push([name + note, told === null ? why : told.cpu.toFixed(1), told?.peak ?? "–", size]);
    };
    measure("own write", inline);
    measure("own read", inline, ", inline strings");
    await writeSharedBook(shared, { rows, head: [columns], rowAt: job, distinct: [1, 2, 3] });
    measure("own read", shared, `, ${(rows * 3).toLocaleString("en")} different shared strings`);
    const other = join(folder, "other.xlsx");
    measure("ExcelJS write", other);
    measure("ExcelJS read", inline, ", inline strings");
    measure("ExcelJS read", shared, `, ${(rows * 3).toLocaleString("en")} different shared strings`);
    measure("@e965/xlsx write", other);
    measure("@e965/xlsx read", inline, ", inline strings");
    table(lines);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} name */
function peer(name) {
  return createRequire(new URL("./peers/package.json", import.meta.url))(name);
}

function asked() {
  const given = process.argv.find((word) => word.startsWith("--rows="));
  return given !== undefined ? Number(given.slice(7)) : process.argv.includes("--quick") ? 20_000 : 1_000_000;
}
