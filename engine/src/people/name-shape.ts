import { lexicon } from "../lexicon.js";

interface Words {
  readonly surnames: ReadonlySet<string>;
  readonly syllables: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly afterName: ReadonlySet<string>;
  readonly longestAfter: number;
}

let loaded: Words | null = null;

function words(): Words {
  if (loaded === null) {
    const afterName = new Set(lexicon("after-name").map((row) => row.word));
    loaded = {
      surnames: new Set(lexicon("surnames").map((row) => row.surname)),
      syllables: new Set(lexicon("name-syllables").map((row) => row.char)),
      notNames: new Set(lexicon("not-names").map((row) => row.word)),
      afterName,
      longestAfter: Math.max(...[...afterName].map((w) => w.length)),
    };
  }
  return loaded;
}

const han = /^\p{Script=Han}$/u;
const isHan = (text: string): boolean => text !== "" && [...text].every((c) => han.test(c));
/** Characters that not even a given name behind a known surname has. */
const neverGiven = /[等的了与及或被把吗呢吧啊县委办局厅们]|[镇乡]$/;
/** Characters of particles and units that no name written by sound has. */
const neverInName = /[的了在与及或是将被把从对这那个们你我他她它么吗呢吧啊区县省镇乡委办局厅院站队组部等亿万]/;

/** Length of the surname that a text begins with at `at`: 2 for 欧阳, 1 for 李, 0 for none. */
export function surnameLength(text: string, at: number): 0 | 1 | 2 {
  const { surnames } = words();
  if (surnames.has(text.slice(at, at + 2)) && text.length > at + 2) return 2;
  return surnames.has(text[at] ?? "") ? 1 : 0;
}

/** True for a word that what stands behind a name begins with: 率, 表示, 一行, 和, or the end of the item. */
export function followsName(rest: string): boolean {
  return followLength(rest) > 0;
}

/** Length of the word behind a name; 9 where nothing or a bracket follows, 0 where no such word does. */
function followLength(rest: string): number {
  if (rest === "" || /^[（(0-9]/.test(rest)) return 9;
  const { afterName, longestAfter } = words();
  for (let length = Math.min(longestAfter, rest.length); length > 0; length--)
    if (afterName.has(rest.slice(0, length))) return length;
  return 0;
}

/** A list item whose surname and shape nobody knows (韩吉林泰参加): the characters before a verb of two or more. */
export function nameBeforeVerb(text: string): string | null {
  const { afterName } = words();
  for (const length of [4, 3, 2]) {
    const name = text.slice(0, length);
    const verb = afterName.has(text.slice(length, length + 2)) || afterName.has(text.slice(length, length + 3));
    if (verb && isHan(name) && !neverInName.test(name) && !beginsInVerb(name)) return name;
  }
  return null;
}

/** 努尔曼古丽·艾合买提: parts of two or more characters joined by a dot. */
const dotted = /^\p{Script=Han}{1,8}(?:[·•．・‧]\p{Script=Han}{1,8}){1,3}/u;

/**
 * How a string can be a person's name; `syllabic` names are Mongolian, Tibetan, Yi, Uyghur ones written by sound,
 * `plain` ones have a surname that the list lacks and count only where the grammar leaves no other reading.
 */
export type NameShape = "surname" | "syllabic" | "dotted" | "plain";

/** True where a text ends with a verb that stands behind names: 吴金宝参加, 吉克石且说 are a name and a verb. */
function endsInVerb(text: string): boolean {
  const { afterName } = words();
  for (let length = 3; length >= 2; length--)
    if (text.length > length && afterName.has(text.slice(-length))) return true;
  return /[说率陪作称]$/.test(text);
}

/** True where a text begins with a verb or conjunction rather than a name: 参加, 表示, 不减, 多走动. */
function beginsInVerb(text: string): boolean {
  const { afterName, notNames } = words();
  for (let length = 4; length >= 2; length--)
    if (afterName.has(text.slice(0, length)) || notNames.has(text.slice(0, length))) return true;
  return false;
}

/** The shape of a whole string as a name, or null. A list item such as 欧阳慕白, 包布和, 乌云其木格 passes, 高度重视 not. */
export function nameShape(text: string): NameShape | null {
  const { syllables } = words();
  if (text.length < 2) return null;
  const dot = dotted.exec(text);
  if (dot !== null) return dot[0].length === text.length ? "dotted" : null;
  if (!isHan(text) || neverGiven.test(text.slice(1)) || beginsInVerb(text)) return null;
  const surname = surnameLength(text, 0);
  const given = text.length - surname;
  if (surname > 0 && given >= 1 && given <= 2) return text.length > 2 && /[说率陪称]$/.test(text) ? null : "surname";
  if (neverInName.test(text.slice(1))) return null;
  if (text.length > 7 || endsInVerb(text) || /^[不多在和所年进有没也还就都第一最会更已曾]/.test(text)) return null;
  const sounding = [...text].filter((c) => syllables.has(c)).length;
  const needed = text.length <= 3 ? text.length : text.length - 1;
  if (sounding >= needed - (text.length >= 5 ? 1 : 0)) return "syllabic";
  return text.length <= 3 ? "plain" : null;
}

/**
 * The name at the start of a text whose end is open: 崔敬民主持会议 → 崔敬民, 李明和王强 → 李明. The length is the one whose
 * rest begins like what stands behind a name; `again` counts a candidate's other places in the document (a name that
 * is mentioned again is a name); `certain` says that a name must stand here (behind 副县长（挂职）). Not `sure` where only
 * the surname speaks for it; null where nothing fits.
 */
export function nameAtStart(
  text: string,
  again: (candidate: string) => number,
  certain = false,
): { name: string; shape: NameShape; sure: boolean } | null {
  const dot = dotted.exec(text);
  if (dot !== null) {
    const cut = cutDotted(dot[0], text);
    return { name: cut, shape: "dotted", sure: true };
  }
  const surname = surnameLength(text, 0);
  const lengths = surname === 2 ? [4, 3] : surname === 1 ? [3, 2, 4, 5, 6] : [4, 3, 5, 6, 2, 7];
  let fallback: { name: string; shape: NameShape } | null = null;
  let best: { name: string; shape: NameShape; sure: boolean; score: number } | null = null;
  for (const length of lengths) {
    if (text.length < length) continue;
    const name = text.slice(0, length);
    const shape = nameShape(name) ?? (length === 3 && doubtful(name) && again(name) > 0 ? "plain" : null);
    if (shape === null) continue;
    const rest = text.slice(length);
    // 杨再和说: 和 with a verb behind it joins nobody, it belongs to the name.
    const joins = !/^[和与及](?:说|率|带|表示|介绍|主持|参加|出席|陪同|告诉|认为|指出|强调)/.test(rest);
    const follow = joins ? followLength(rest) : 0;
    if (follow === 0) {
      if (shape === "surname" && length <= 4 && fallback === null) fallback = { name, shape };
      continue;
    }
    // The plain shapes come first; a longer syllabic reading must leave nothing behind or be seen again.
    if (shape === "plain" && again(name) === 0 && !certain) continue;
    const score =
      (rest === "" ? 4 : 0) +
      Math.min(again(name), 4) * 2 +
      (shape === "surname" ? 3 : shape === "plain" ? 1 : 2) +
      (length === 3 ? 0.5 : 0) +
      // 王薇|一同参加 rather than 王薇一|同参加; 殷勇|和 rather than 殷勇和|…
      (follow >= 2 ? 1 : 0) -
      (follow < 2 && !/^[说率]/.test(rest) && /[和与同一及]$/.test(name) ? 2 : 0);
    if (best === null || score > best.score) best = { name, shape, sure: true, score };
  }
  if (best !== null) return { name: best.name, shape: best.shape, sure: true };
  if (fallback !== null) {
    const two = text.slice(0, 2);
    const name =
      fallback.name.length === 3 && again(fallback.name) < again(two) - again(fallback.name) ? two : fallback.name;
    return { name, shape: fallback.shape, sure: false };
  }
  return null;
}

/** 巫山月, 文山海: a surname and two characters of which the first make a word; a name where the document has it again. */
function doubtful(name: string): boolean {
  const { notNames, afterName } = words();
  const begins = notNames.has(name.slice(0, 2)) && !notNames.has(name) && !afterName.has(name.slice(0, 2));
  return (
    begins && surnameLength(name, 0) === 1 && isHan(name) && !neverInName.test(name.slice(1)) && !neverGiven.test(name)
  );
}

/** The last part of a dotted name ends before the word behind it: 艾克拜尔·吐尔逊主持 → 艾克拜尔·吐尔逊. */
function cutDotted(match: string, text: string): string {
  const dot = Math.max(...["·", "•", "．", "・", "‧"].map((c) => match.lastIndexOf(c)));
  let end = dot + 1;
  while (end < match.length && words().syllables.has(match[end] ?? "")) end++;
  end = Math.min(match.length, Math.max(end, dot + 3));
  // 达楞太: one or two syllables that the list lacks, where the word behind the name then begins.
  if (!followsName(text.slice(end)))
    for (const more of [1, 2])
      if (end + more < text.length && end + more <= match.length && followLength(text.slice(end + more)) >= 2)
        return text.slice(0, end + more);
  return text.slice(0, end);
}
