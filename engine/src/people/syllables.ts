import { unitSet } from "../patterns/unit-set.js";

/** Syllables that words of every day are made of too. */
const daily = new Set(
  "不都来地体作者安东南海青明白月子生马林里满约敏守立科果支机周李夏切定基金斗多到和再则三美英农史达古大加木阿特江边列波皮片初底批胡琼伦邦",
);
/** How many characters of a name are syllables that seldom stand elsewhere. */
export function foreignSyllables(name: string): number {
  return [...name].filter((c) => !daily.has(c)).length;
}

/** Beginnings of Tibetan names of Qinghai and Gansu whose characters elsewhere begin words: 公保, 完么, 更登. */
const beginnings = /^(?:公保|完么|更[登智藏松]|却[吉扎]|项[秀欠]|尖[措参])/;

const begins = unitSet("公完更却项尖");

/** How many characters at a place are such a beginning: 2 or 0. */
export const beginningAt = (text: string, from: number): 0 | 2 =>
  begins[text.charCodeAt(from)] === 1 && beginnings.test(text.slice(from, from + 2)) ? 2 : 0;
