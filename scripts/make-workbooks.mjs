#!/usr/bin/env node
// @ts-check
// Makes the sample workbooks of the first day (samples/workbooks) from their data: node scripts/make-workbooks.mjs [--check]
// All parties, people and firms in them are invented. `--check` only says whether the files are what the data gives.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { labourOf2023 } from "./workbooks/labour-people.mjs";
import { labourSheet, labourSummary } from "./workbooks/labour-roll.mjs";
import { linkedRows } from "./workbooks/linked-rows.mjs";
import { monthReportSheet } from "./workbooks/month-report.mjs";
import { otherSheets } from "./workbooks/other-ledgers.mjs";
import { institutionSheet, rosterSheet } from "./workbooks/pairing-roster.mjs";
import { plainLabour, plainSales } from "./workbooks/plain-years.mjs";
import { projectSheet } from "./workbooks/project-ledger.mjs";
import { salesSheet, salesSummary } from "./workbooks/sales-ledger.mjs";
import { salesOf2023 } from "./workbooks/sales-of-year.mjs";
import { talentSheet, visitSheet } from "./workbooks/talent-ledger.mjs";
import { talentOfYears } from "./workbooks/talent-of-years.mjs";
import { writeBook } from "./workbooks/write-book.mjs";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "samples/workbooks");
const data = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, "data", name), "utf8"));

const projects = data("projects.json");
const shikan = projects.石坎县;
/** L1 as it comes back two weeks later: one cell changed, one project gone, one new (scene 西2). */
const revised = structuredClone(shikan["2023"]);
delete revised.typedPaidTotal;
delete revised.typedRate;
revised.groups[0].projects[2].money[7] = 260;
revised.groups[2].projects = [
  {
    ...revised.groups[2].projects[0],
    no: "SK-07",
    name: "劳务协作工作站",
    places: [["平坝镇", "红星村", "设工作站1个"]],
    money: [40, 40, 0, 0, 0, 0, 0, 0],
    progress: 0.1,
    started: "@2023-12-01",
    completed: undefined,
    accepted: undefined,
    benefit: [1, 60, 60],
  },
];

const hidden2022 = projectSheet("Sheet3", "石坎县", "2022", shikan["2022"]);
hidden2022.hidden = true;
const roster = data("roster.json");
const labour = labourOf2023();
const sales = salesOf2023();
const talent = talentOfYears();
const report = data("month-report.json");
const others = data("other-ledgers.json");
const partner = (/** @type {import("./workbooks/labour-roll.mjs").Job[]} */ jobs) =>
  jobs.filter((job) => job.partner !== null).length;
const amount = (/** @type {import("./workbooks/sales-ledger.mjs").Sale[]} */ some) =>
  some.reduce((sum, one) => sum + one.amount, 0);

/** @type {{ name: string, sheets: import("./workbooks/sheet.mjs").Sheet[] }[]} */
const books = [
  {
    name: "石坎县2023年东西部协作项目进度台账（截至11.30）最终版2.xls",
    sheets: [
      projectSheet("2023年", "石坎县", "2023", shikan["2023"]),
      projectSheet("作废", "石坎县", "2023", shikan["2021"]),
      hidden2022,
    ],
  },
  {
    name: "石坎县2023年东西部协作项目进度台账（截至12.10）最终版3.xls",
    sheets: [projectSheet("2023年", "石坎县", "2023", { ...revised, day: "2023年12月10日" })],
  },
  ...["2021", "2022"].map((year) => ({
    name: `石坎县${year}年东西部协作项目进度台账.xls`,
    sheets: [projectSheet(`${year}年`, "石坎县", year, shikan[year])],
  })),
  ...["2021", "2022", "2023"].map((year) => ({
    name: `清溪县${year}年东西部协作项目进度台账.xls`,
    sheets: [projectSheet(`${year}年`, "清溪县", year, projects.清溪县[year])],
  })),
  {
    name: "望潮—石坎结对帮扶花名册（2023年更新）.xlsx",
    sheets: [
      rosterSheet("镇村企", "望潮区—石坎县结对帮扶花名册", "2023年11月", roster.links, roster.total),
      institutionSheet("学校", "望潮区—石坎县学校结对花名册", "学校", roster.schools, roster.schoolNote),
      institutionSheet("医院", "望潮区—石坎县医院结对花名册", "医院", roster.hospitals, roster.hospitalNote),
    ],
  },
  {
    name: "2023年务工花名册汇总（各镇）.xlsx",
    sheets: [
      ...labour.map(({ township, plain, jobs }) => labourSheet(township, "2023", jobs, plain)),
      labourSummary(
        "2023",
        labour.map(({ township, jobs }) => ({ township, rows: jobs.length, partner: partner(jobs) })),
      ),
    ],
  },
  ...Object.entries(report.sides).map(([reporter, side]) => ({
    name: `附件2：东西部协作主要指标月报表（${reporter}11月）.xlsx`,
    sheets: [
      monthReportSheet(
        report.title,
        reporter,
        report.lines.map((/** @type {string | unknown[]} */ line) =>
          typeof line === "string" ? line : changed(line, side),
        ),
      ),
    ],
  })),
  {
    name: "2021-2023人才交流及互访台账.xls",
    sheets: [talentSheet(talent.batches, talent.total, talent.west), visitSheet(talent.visits)],
  },
  {
    name: "石坎县2023年消费帮扶台账.xlsx",
    sheets: [
      ...sales.map(({ month, sales: some }) =>
        salesSheet("石坎县", 2023, month, some, month >= 7 && month <= 9 ? "万元" : "元"),
      ),
      salesSummary(
        "石坎县",
        2023,
        sales.map(({ month, sales: some }) => ({ month, amount: amount(some) })),
      ),
    ],
  },
  ...quietYears(),
  { name: `${others.county}${others.year}年其他台账（示例）.xlsx`, sheets: otherSheets(others) },
];

/** Sales and labour of the years and the county that the six workbooks leave out. */
function quietYears() {
  /** @type {readonly [county: "石坎县" | "清溪县", year: number, quarters: number[], people: number][]} */
  const years = [
    ["石坎县", 2021, [180, 240, 260, 310], 12],
    ["石坎县", 2022, [260, 330, 390, 430.6], 16],
    ["清溪县", 2021, [60, 82, 90, 96], 6],
    ["清溪县", 2022, [88, 104, 118, 132], 8],
    ["清溪县", 2023, [112, 126, 140, 151.5], 10],
  ];
  return years.flatMap(([county, year, quarters, people]) => [
    {
      name: `${county}${year}年消费帮扶台账.xlsx`,
      sheets: plainSales(county, year, quarters).map(({ month, sales: some }) =>
        salesSheet(county, year, month, some, "元"),
      ),
    },
    {
      name: `${county}${year}年务工花名册.xlsx`,
      sheets: plainLabour(county, year, people).map(({ township, jobs }) =>
        labourSheet(township, String(year), jobs, false),
      ),
    },
  ]);
}

/** A line of the report with this side's figure to date. @param {unknown[]} line @param {Record<string, number>} side */
function changed(line, side) {
  const own = side[String(line[0])];
  return own === undefined ? line : line.map((value, at) => (at === 5 ? own : value));
}

const linked = JSON.stringify(linkedRows(data("ledger-years.json"), projects), null, 2);
const files = [
  ...books.map(({ name, sheets }) => ({ name, bytes: writeBook(sheets, name.endsWith(".xls") ? "xls" : "xlsx") })),
  { name: "linked.json", bytes: Buffer.from(`${linked}\n`) },
];

let stale = 0;
for (const { name, bytes } of files) {
  const path = join(folder, name);
  if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0) continue;
  stale += 1;
  if (process.argv.includes("--check")) console.error(`${name} is not what the data gives`);
  else writeFileSync(path, bytes);
}
console.log(`${books.length} workbooks, ${stale} ${process.argv.includes("--check") ? "stale" : "written"}`);
if (stale > 0 && process.argv.includes("--check")) process.exit(1);
