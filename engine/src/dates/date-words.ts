import { lexicon } from "../lexicon.js";
import type { Holiday } from "./date-parts.js";

/** A word of `lexicons/date-words.tsv` or `holidays.tsv`. */
export interface DateWord {
  readonly word: string;
  readonly role: string;
  readonly value: string;
  readonly notBefore: string;
  readonly holiday: Holiday | null;
}

let byFirst: ReadonlyMap<number, readonly DateWord[]> | null = null;

function table(): ReadonlyMap<number, readonly DateWord[]> {
  if (byFirst !== null) return byFirst;
  const map = new Map<number, DateWord[]>();
  const add = (word: DateWord): void => {
    const first = word.word.charCodeAt(0);
    const list = map.get(first);
    if (list === undefined) map.set(first, [word]);
    else list.push(word);
  };
  for (const { word, role, value, notBefore } of lexicon("date-words"))
    add({ word, role, value, notBefore, holiday: null });
  for (const { name, kind, month, day, nth } of lexicon("holidays")) {
    const holiday: Holiday =
      kind === "bare"
        ? { kind: "solar", month: bareMonths.get(name)?.[0] ?? 1, day: bareMonths.get(name)?.[1] ?? 1, nth: 0 }
        : { kind: kind as Holiday["kind"], month: Number(month), day: Number(day), nth: Number(nth) };
    add({ word: name, role: kind === "bare" ? "bare_holiday" : "holiday", value: "", notBefore: "", holiday });
  }
  for (const list of map.values()) list.sort((a, b) => b.word.length - a.word.length);
  byFirst = map;
  return map;
}

/** 五一, 十一: holidays whose names are also numbers. */
const bareMonths: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["新年", [1, 1]],
  ["三一五", [3, 15]],
  ["三八", [3, 8]],
  ["五一", [5, 1]],
  ["五四", [5, 4]],
  ["六一", [6, 1]],
  ["七一", [7, 1]],
  ["八一", [8, 1]],
  ["十一", [10, 1]],
]);

/** The longest date word at a place, of the given roles; null where none stands. */
export function dateWordAt(text: string, at: number, takes: (role: string) => boolean): DateWord | null {
  const list = table().get(text.charCodeAt(at));
  if (list === undefined) return null;
  for (const word of list) {
    if (!takes(word.role) || !text.startsWith(word.word, at)) continue;
    const next = text[at + word.word.length];
    if (next !== undefined && word.notBefore.includes(next)) continue;
    return word;
  }
  return null;
}

/** The first two characters of every date word; one where a word has no more. */
export function dateWordPrefixes(): readonly string[] {
  return [...table().values()].flat().map(({ word }) => word.slice(0, 2));
}
