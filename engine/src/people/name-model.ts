import { tableData } from "../tables.gen.js";
import { likeness } from "./name-characters.js";
import type { NameCandidate } from "./name-gain.js";
import { foreignSyllables } from "./syllables.js";

/** What the whole document says about a candidate. */
export interface NameUse {
  /** How often the stretch stands in the document. */
  readonly count: number;
  /** How many different characters stand behind it. */
  readonly followers: number;
  /** The best gain of another candidate that shares characters with this one. */
  readonly rival: number;
}

/** A feature's key with its value. */
export type Feature = readonly [key: string, value: number];

const isHan = (c: string): boolean => c >= "\u4e00" && c <= "\u9fff";

/**
 * What is known of a candidate where it stands: how it reads against words, its characters, its neighbours, its use in the
 * document. `scripts/build-name-model.mjs` fits a weight to every key by these same features.
 */
export function nameFeatures(text: string, candidate: NameCandidate, use: NameUse): readonly Feature[] {
  const { start, end, surname, gain, rareSurname, rareGiven, name } = candidate;
  const capped = Math.min(30, gain);
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  const opens = !isHan(before);
  const closes = !isHan(behind);
  const features: Feature[] = [
    ["all", 1],
    [`length ${end - start - surname}/${surname}`, 1],
    surname === 0 ? ["heard", foreignShare(name)] : [`likeness ${likeness(name)}`, 1],
    [surname === 0 ? "gain heard" : "gain", capped / 10],
    [`gain ${surname === 0 ? "heard" : end - start - surname} from ${steps.findLast((step) => gain >= step) ?? 0}`, 1],
    ["surname", rareSurname / 5],
    ["given", rareGiven / 10],
    ["rival", Math.max(-1, Math.min(2, (gain - use.rival) / 5))],
    ["count", Math.min(3, Math.log(use.count))],
    ["followers", Math.min(2, Math.log(use.followers))],
    [opens ? "before" : `before ${before}`, 1],
    [closes ? "behind" : `behind ${behind}`, 1],
  ];
  if (opens && closes) features.push([before === "“" && behind === "”" ? "quoted" : "stands alone", 1]);
  if (!opens && isHan(text.charAt(start - 2))) features.push([`before ${text.slice(start - 2, start)}`, 1]);
  if (!closes && isHan(text.charAt(end + 1))) features.push([`behind ${text.slice(end, end + 2)}`, 1]);
  return features;
}

/** Gains are told apart by these steps. */
const steps = [0, 5, 8, 11, 14, 18, 22];

/** How much of a name written by sound is of syllables that seldom stand in everyday words. */
const foreignShare = (name: string): number => foreignSyllables(name) / name.length;

let weights: ReadonlyMap<string, number> | undefined;

/** How likely a candidate is somebody's name, 0–1, by the weights in engine/data/name-model.txt. */
export function nameProbability(text: string, candidate: NameCandidate, use: NameUse): number {
  weights ??= readWeights(tableData["name-model"]);
  let sum = 0;
  for (const [key, value] of nameFeatures(text, candidate, use)) sum += (weights.get(key) ?? 0) * value;
  return 1 / (1 + Math.exp(-sum));
}

function readWeights(table: string): ReadonlyMap<string, number> {
  const rows = table.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    rows.map((row) => {
      const tab = row.indexOf("\t");
      return [row.slice(0, tab), Number(row.slice(tab + 1))];
    }),
  );
}
