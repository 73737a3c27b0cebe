import { tableData } from "../tables.gen.js";
import { extraRegions } from "./region-extras.js";

/** One administrative division (行政区划) or functional zone (功能区) of the table. */
export interface Region {
  /** 6 digits, 9 for towns; null for zones and for Taiwan's cities, which have no code. */
  readonly adcode: string | null;
  readonly name: string;
  readonly level: "province" | "city" | "county" | "township" | "village" | "zone";
  readonly parent: Region | null;
  /** Last list (YYYY-MM) that still has it; null while in force. */
  readonly until: string | null;
  /** Code that took the place of an abolished one, where it is known. */
  readonly successor?: string;
}

const peoples =
  "(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|门巴|各)";
const autonomy = new RegExp(`${peoples}族?(?:${peoples}族)*自治([州县旗区])$`); // 保安族东乡族撒拉族自治县

/** 黔南布依族苗族自治州 → 黔南州; 松桃苗族自治县 → 松桃县; other names stay as they are. */
export function commonName(name: string): string {
  const short = name
    .replace(/^(广西|宁夏|新疆|内蒙古|西藏)(?:壮族|回族|维吾尔)?自治区$/, "$1")
    .replace(/^(香港|澳门)特别行政区$/, "$1");
  if (short !== name) return short;
  const at = name.search(autonomy);
  if (at === 0) return name.replace(/族自治(?=.$)/, ""); // 东乡族自治县 → 东乡县
  return at > 0 ? name.slice(0, at) + name.slice(-1) : name;
}

/** Path of official names, province first: 贵州省黔南布依族苗族自治州罗甸县. */
export function regionPath(region: Region): string {
  let path = "";
  for (let r: Region | null = region; r !== null; r = r.parent) path = r.name + path;
  return path;
}

/** True if `above` is the region itself or stands above it. */
export function contains(above: Region, region: Region): boolean {
  for (let r: Region | null = region; r !== null; r = r.parent) if (r === above) return true;
  return false;
}

/** The province of a region (itself for a province). */
export function provinceOf(region: Region): Region {
  let r = region;
  while (r.parent !== null) r = r.parent;
  return r;
}

/** A printed form of a region's name. `weak` forms (罗甸, 都安) count only where the document has the full one. */
export interface NamedForm {
  readonly region: Region;
  readonly weak: boolean;
}

interface Index {
  readonly regions: readonly Region[];
  /** Printed form → regions that carry it. */
  readonly forms: ReadonlyMap<string, readonly NamedForm[]>;
  /** First two UTF-16 units of a form → lengths of forms that begin so, longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  /** One byte per UTF-16 unit: 1 where a form begins with it. Most characters of a text are passed by it alone. */
  readonly begins: Uint8Array;
  towns(region: Region): readonly Region[];
}

const suffix = /(自治县|自治旗|自治州|地区|新区|林区|特区|县|市|区|旗|盟|州)$/;

/** Printed forms of a county-level or higher name: [form, weak]. */
function formsOf(region: Region): readonly (readonly [string, boolean])[] {
  const { name, level } = region;
  const common = commonName(name);
  const forms: [string, boolean][] = [[name, false]];
  if (common !== name) forms.push([common, false]);
  const autonomous = name.match(autonomy);
  if (autonomous) forms.push([`${common.slice(0, -1)}自治${autonomous[1]}`, false]);
  if (level === "province") {
    const stem = common.replace(/(省|市)$/, "");
    if (stem !== common) forms.push([stem, false]);
    return forms;
  }
  const banner = name.match(/^(科|察)(?:尔沁|哈尔)([左右])翼([前后中]旗)$/);
  if (banner) forms.push([`${banner[1]}${banner[2]}${banner[3]}`, false]);
  const stem = common.replace(suffix, "");
  // 新北 is 常州's district far more often than Taiwan's city; uncoded cities count by their full name.
  if (stem.length >= 2 && stem !== common) forms.push([stem, level !== "city" || region.adcode === null]);
  return forms;
}

let index: Index | null = null;

/**
 * The table as an index, decoded on first use (about 25 ms); towns are decoded per county when they are asked for, so
 * that 41,000 names nobody asked for cost nothing.
 */
export function regionIndex(): Index {
  index ??= decode();
  return index;
}

function decode(): Index {
  const regions: Region[] = [];
  const byCode = new Map<string, Region>();
  const townText = new Map<Region, string>();
  const townCode = new Map<Region, string>();
  const forms = new Map<string, NamedForm[]>();
  const add = (form: string, named: NamedForm) => {
    const list = forms.get(form);
    if (list === undefined) forms.set(form, [named]);
    else if (!list.some((n) => n.region === named.region)) list.push(named);
  };
  const enter = (region: Region) => {
    regions.push(region);
    for (const [form, weak] of formsOf(region)) add(form, { region, weak });
  };
  for (const line of tableData.regions.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    if (line.startsWith("-")) {
      const [code = "", name = "", , until = "", successor = ""] = line.slice(1).split(" ");
      const city = code.endsWith("00");
      const parent = byCode.get(code.slice(0, 4)) ?? byCode.get(code.slice(0, 2)) ?? null;
      if (code.endsWith("0000") || parent === null || forms.has(name)) continue;
      const above = city ? (byCode.get(code.slice(0, 2)) ?? null) : parent;
      const region: Region = {
        adcode: code,
        name,
        level: city ? "city" : "county",
        parent: above,
        until: `${until.slice(0, 4)}-${until.slice(4)}`,
        ...(successor === "" ? {} : { successor }),
      };
      regions.push(region);
      add(name, { region, weak: false });
      continue;
    }
    const tab = line.indexOf("\t");
    const head = tab < 0 ? line : line.slice(0, tab);
    const space = head.indexOf(" ");
    const code = head.slice(0, space);
    const name = head.slice(space + 1).replace("*", "");
    const named = byCode.get(code);
    const uncoded = code.length === 2 && named !== undefined;
    const region: Region = {
      adcode: uncoded ? null : code.padEnd(6, "0"),
      name,
      level: uncoded ? "city" : code.length === 2 ? "province" : code.length === 4 ? "city" : "county",
      parent: uncoded ? named : (byCode.get(code.slice(0, 4)) ?? byCode.get(code.slice(0, 2)) ?? null),
      until: null,
    };
    if (!uncoded) byCode.set(code, region);
    if (tab >= 0) townText.set(region, line.slice(tab + 1));
    enter(region);
  }
  for (const extra of extraRegions()) {
    const parent = byCode.get(extra.parent) ?? null;
    if (extra.kind === "alias") {
      if (parent !== null) add(extra.name, { region: parent, weak: false });
      continue;
    }
    if (extra.kind === "weak") {
      const list = forms.get(extra.name);
      if (list)
        forms.set(
          extra.name,
          list.map((n) => ({ ...n, weak: true })),
        );
      continue;
    }
    const region: Region = { adcode: null, name: extra.name, level: extra.kind, parent, until: null };
    const lent = extra.towns === null ? undefined : byCode.get(extra.towns);
    const towns = lent === undefined ? undefined : townText.get(lent);
    if (towns !== undefined && lent !== undefined) {
      townText.set(region, towns);
      townCode.set(region, lent.adcode ?? "");
    }
    enter(region);
  }
  const lengths = new Map<string, number[]>();
  for (const form of forms.keys()) {
    const key = form.slice(0, 2);
    const list = lengths.get(key);
    if (list === undefined) lengths.set(key, [form.length]);
    else if (!list.includes(form.length)) list.push(form.length);
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  const begins = new Uint8Array(0x10000);
  for (const key of lengths.keys()) begins[key.charCodeAt(0)] = 1;
  const towns = new Map<Region, readonly Region[]>();
  return {
    begins,
    regions,
    forms,
    lengths,
    towns(region) {
      let list = towns.get(region);
      if (list === undefined) {
        list = decodeTowns(region, townText.get(region) ?? "", townCode.get(region) ?? region.adcode ?? "");
        towns.set(region, list);
      }
      return list;
    },
  };
}

function decodeTowns(parent: Region, text: string, prefix: string): readonly Region[] {
  if (text === "") return [];
  let number = 0;
  return text.split(",").map((part) => {
    const printed = /^\d{3}/.exec(part)?.[0];
    number = printed === undefined ? number + 1 : Number(printed);
    return {
      adcode: prefix + String(number).padStart(3, "0"),
      name: printed === undefined ? part : part.slice(3),
      level: "township" as const,
      parent,
      until: null,
    };
  });
}
