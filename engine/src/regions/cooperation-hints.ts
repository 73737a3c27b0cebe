import { lexicon } from "../lexicon.js";
import type { Region } from "./region.js";
import { regionIndex } from "./region-index.js";

const cooperation =
  /协作|扶贫|劳务|消费|产业|携手|两省|两地|两市|干部|合作|情|同心|结对|帮扶|东西部|党政|职教|乡村|一家亲/;

const begins = new Uint8Array(0x10000);
for (const c of "协扶劳消产携两干合情同结帮东党职乡一") begins[c.charCodeAt(0)] = 1;

interface Letters {
  readonly of: ReadonlyMap<string, readonly Region[]>;
  /** One byte per UTF-16 unit: 1 for a letter that stands for a place. */
  readonly known: Uint8Array;
  readonly partners: ReadonlyMap<string, readonly (readonly [province: Region, since2021: boolean])[]>;
}

let letters: Letters | null = null;

function load(): Letters {
  if (letters !== null) return letters;
  const index = regionIndex();
  const of = new Map<string, Region[]>();
  const known = new Uint8Array(0x10000);
  for (const { word, code } of lexicon("region-abbreviations")) {
    const region = index.byCode(code);
    if (region === null) continue;
    const list = of.get(word);
    if (list === undefined) of.set(word, [region]);
    else list.push(region);
    known[word.charCodeAt(0)] = 1;
  }
  const partners = new Map<string, [Region, boolean][]>();
  for (const { east, west, to } of lexicon("province-pairs"))
    for (const [one, other] of [
      [east, west],
      [west, east],
    ]) {
      const region = index.byCode(other ?? "");
      if (region === null) continue;
      const list = partners.get(one ?? "") ?? [];
      list.push([region, Number(to) > 2020]);
      partners.set(one ?? "", list);
    }
  letters = { of, known, partners };
  return letters;
}

/**
 * Provinces and cities whose letters a cooperation's name joins (粤桂协作, 莞铜两市, 沪滇情): hints for ambiguous names and for
 * towns, not parties.
 */
export function cooperationHints(text: string): readonly Region[] {
  const { of, known } = load();
  const found = new Set<Region>();
  for (let i = 0; i + 3 < text.length; i++) {
    if (known[text.charCodeAt(i)] === 0 || known[text.charCodeAt(i + 1)] === 0) continue;
    if (begins[text.charCodeAt(i + 2)] === 0) continue;
    const behind = text.slice(i + 2, i + 5);
    if (cooperation.exec(behind)?.index !== 0) continue;
    for (const at of [i, i + 1]) for (const region of of.get(text[at] ?? "") ?? []) found.add(region);
    i++;
  }
  return [...found];
}

/** True where a text speaks of the cooperation of two sides, not of one place alone. */
export function speaksOfCooperation(text: string): boolean {
  return /东西部|结对|对口(?:帮扶|支援|协作)|帮扶|协作|山海情/.test(text);
}

/** The province that a letter stands for (宁, 滇); null for other characters and for letters of cities. */
export function provinceOfLetter(letter: string): Region | null {
  return (
    load()
      .of.get(letter)
      ?.find(({ level }) => level === "province") ?? null
  );
}

/** Provinces that were paired with one by the State (东西部协作结对关系): [province, whether since 2021]. */
export function partnersOf(province: Region): readonly (readonly [province: Region, since2021: boolean])[] {
  return load().partners.get(province.adcode?.slice(0, 2) ?? "") ?? [];
}
