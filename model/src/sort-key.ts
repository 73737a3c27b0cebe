import { PRIMARY_READINGS, SURNAME_READINGS } from "./primary-readings.js";

/** How a list of names is ordered: by the sound of its words, or with the first character read as a surname (曾 zēng). */
export type SoundOrder = "words" | "surname";

/**
 * Places whose names are read otherwise than their characters usually are. The regions of the cooperation and their
 * provinces first; a name that is missing here stands where its characters would put it.
 */
const PLACES =
  "重庆 chong2qing4 厦门 xia4men2 六安 lu4an1 台州 tai1zhou1 丽水 li2shui3 番禺 pan1yu2 大埔 da4bu4 黄埔 huang2pu3 蚌埠 beng4bu4 " +
  "单县 shan4xian4 东阿 dong1e1 乐亭 lao4ting2 铅山 yan2shan1 涡阳 guo1yang2 荥阳 xing2yang2 泌阳 bi4yang2 浚县 xun4xian4 " +
  "洪洞 hong2tong2 繁峙 fan2shi4 侯马 hou2ma3 会理 hui4li3 会东 hui4dong1 犍为 qian2wei2 郫都 pi2du1 什邡 shi2fang1 荥经 ying2jing1 " +
  "六枝 lu4zhi1 长顺 chang2shun4 都匀 du1yun2 都安 du1an1 百色 bai3se4 那坡 na4po1 尉犁 yu4li2 宕昌 tan4chang1 镇原 zhen4yuan2 " +
  "康乐 kang1le4 东乡 dong1xiang1 乐东 le4dong1 儋州 dan1zhou1";

let readings: ReadonlyMap<string, string> | undefined;
let surnames: ReadonlyMap<string, string> | undefined;
let places: readonly (readonly [string, readonly string[]])[] | undefined;

/**
 * The column `sort_key`: a text that stands in the order of its sound (拼音) when it is compared by code units, which
 * every database does alike. Each character is its syllable, its tone and itself (`li4李`), so that 李 stands before 连
 * and one sound keeps one place; numbers stand by their size (第2期 before 第10期), before letters; punctuation and
 * spaces count for nothing. Readings of places are known as far as the list above goes, no other words.
 */
export function sortKey(text: string, order: SoundOrder = "words"): string {
  const plain = text.normalize("NFKC").toLowerCase();
  const parts = soundParts(plain, order);
  // Nothing but punctuation is its own key, so that no text with a value has an empty one.
  return parts.length === 0 ? plain : parts.map(({ key }) => key).join(" ");
}

/** One letter or number of a name with its sound, and where it stands in the folded name. */
export interface SoundPart {
  readonly key: string;
  readonly at: number;
}

/** The parts that a sort key is made of. `plain` is folded already (NFKC, lower case). */
export function soundParts(plain: string, order: SoundOrder): readonly SoundPart[] {
  const parts: SoundPart[] = [];
  for (let at = 0; at < plain.length; ) {
    const rest = plain.slice(at);
    const place = placeAt(rest);
    const number = /^\d+/.exec(rest)?.[0];
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    if (place !== undefined)
      parts.push(...[...place[0]].map((each, n) => ({ key: `${place[1][n]}${each}`, at: at + n })));
    else if (number !== undefined) parts.push({ key: numberKey(number), at });
    else if (/[\p{L}\p{M}]/u.test(character))
      parts.push({ key: characterKey(character, order === "surname" && parts.length === 0), at });
    at += place?.[0].length ?? number?.length ?? character.length;
  }
  return parts;
}

/** Digits with their number before them: 2 is `01` + `2`, 10 is `02` + `10`; a hundred digits and more are one length. */
function numberKey(digits: string): string {
  const significant = digits.replace(/^0+(?=\d)/, "");
  return `${String(Math.min(significant.length, 99)).padStart(2, "0")}${significant}`;
}

function characterKey(character: string, asSurname: boolean): string {
  readings ??= readingsOf(PRIMARY_READINGS.join(" "));
  surnames ??= readingsOf(SURNAME_READINGS);
  const reading = (asSurname ? surnames.get(character) : undefined) ?? readings.get(character);
  // A character without a known reading stands behind all sounds, in the order of its code.
  return reading === undefined && /\p{Script=Han}/u.test(character) ? `~${character}` : `${reading ?? ""}${character}`;
}

function readingsOf(table: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of table.split(" ")) {
    const [, reading = "", characters = ""] = /^([a-z]+[0-5])(.*)$/u.exec(entry) ?? [];
    for (const character of characters) found.set(character, reading);
  }
  return found;
}

function placeAt(text: string) {
  if (places === undefined) {
    const words = PLACES.split(" ");
    places = words.flatMap((name, at) => {
      const spoken = /^\p{Script=Han}/u.test(name) ? words[at + 1]?.match(/[a-z]+\d/g) : null;
      return spoken ? [[name, spoken] as const] : [];
    });
  }
  return places.find(([name]) => text.startsWith(name));
}
