import { unitSet } from "../patterns/unit-set.js";
import { allHave, isOfClan, likeness, nameWords, someHave, surnameLength, trait } from "./name-characters.js";
import { gainsAtStart } from "./name-gain.js";
import { beginningAt } from "./syllables.js";

const isHan = (text: string): boolean => allHave(text, 0, text.length, trait.han);
// 洛桑江村 is a man.
const townEnd = /[镇乡]$|(?<!^..江)村$|[醉内外儿妇产肤验兽畜骨]科$/;
const townEnds = unitSet("镇乡村科");
/** Not even a given name behind a known surname has such a character, nor ends like a town. */
const notGiven = (text: string): boolean =>
  someHave(text, 1, text.length, trait.neverGiven) ||
  (townEnds[text.charCodeAt(text.length - 1)] === 1 && townEnd.test(text));

/** True for a word that what stands behind a name begins with: 率, 表示, 一行, 和, or the end of the item. */
export function followsName(rest: string): boolean {
  return followLength(rest) > 0;
}

/** Length of the word behind a name; 9 where nothing or a bracket follows, 0 where no such word does. */
function followLength(rest: string): number {
  if (rest === "") return 9;
  const code = rest.charCodeAt(0);
  if (code === 0xff08 || code === 0x28 || (code >= 0x30 && code <= 0x39)) return 9;
  const { afterName, traits } = nameWords();
  return afterName.longest(rest, 0) || (((traits[code] ?? 0) & trait.follows) !== 0 ? 1 : 0);
}

const noGains: readonly number[] = [];

/** A list item whose surname and shape nobody knows (韩吉林泰参加): the characters before a verb of two or more. */
export function nameBeforeVerb(text: string): string | null {
  const { afterName } = nameWords();
  for (const length of [4, 3, 2]) {
    const verb = afterName.longest(text, length, length + 3);
    if (verb < 2 || !allHave(text, 0, length, trait.han)) continue;
    const name = text.slice(0, length);
    if (/[市县]$/.test(name)) continue;
    if (!someHave(name, 0, length, trait.neverInName) && !beginsInVerb(name)) return name;
  }
  return null;
}

/** 努尔曼古丽·艾合买提: parts of two or more characters joined by a dot. */
const dotted = /^\p{Script=Han}{1,8}(?:[·•．・‧]\p{Script=Han}{1,8}){1,3}/u;
const dots = /[·•．・‧]/;

/**
 * How a string can be a person's name; `syllabic` names are Mongolian, Tibetan, Yi, Uyghur ones written by sound,
 * `plain` ones have a surname that the list lacks and count only where the grammar leaves no other reading.
 */
export type NameShape = "surname" | "syllabic" | "dotted" | "plain";

/** True where a text ends with a verb that stands behind names: 吴金宝参加, 吉克石且说 are a name and a verb. */
function endsInVerb(text: string): boolean {
  const { afterName } = nameWords();
  for (let length = 3; length >= 2; length--)
    if (text.length > length && afterName.find(text, text.length - length, length) >= 0) return true;
  return /[说率陪作称]$/.test(text);
}

/** True where a text begins with a verb or conjunction rather than a name: 参加, 表示, 不减, 多走动. */
function beginsInVerb(text: string): boolean {
  const { afterName, notNames } = nameWords();
  return afterName.longest(text, 0) > 1 || notNames.longest(text, 0) > 1;
}

/** 参加, 介绍: what stands behind names is none. */
const verbal = (text: string): boolean => nameWords().afterName.longest(text, 0) === text.length;

/** 包七十三, 白六十一: Mongolian names say the age of a grandparent. */
const counted =
  /^\p{Script=Han}[二三四五六七八九]十[一二三四五六七八九]?(?![一二三四五六七八九十百千万余多来个名位人元岁年月日号条户亩])/u;

/** 敦化市, 罗甸县: whatever its first character, a place; 王先生, 李大姐: called, not named. */
const noNameEnd = /(?:[市县]|先生|女士|小姐|大[爷妈娘叔姐嫂]|阿姨|奶奶|师傅|以来|以后|以前|之[后前]|^..[姐哥嫂婶])$/;
const noNameEnds = unitSet("市县生士姐爷妈娘叔嫂姨奶傅来后前哥婶");

/** The shape of a whole string as a name, or null. A list item such as 欧阳慕白, 包布和, 乌云其木格 passes, 高度重视 not. */
export function nameShape(text: string): NameShape | null {
  const { length } = text;
  if (length < 2) return null;
  if (length > 3 && dots.test(text)) {
    const dot = dotted.exec(text);
    return dot !== null && dot[0].length === length ? "dotted" : null;
  }
  if (
    length > 7 ||
    !isHan(text) ||
    notGiven(text) ||
    (noNameEnds[text.charCodeAt(length - 1)] === 1 && noNameEnd.test(text))
  )
    return null;
  const surname = surnameLength(text, 0);
  const given = length - surname;
  if (given > 1 && surname === 1 && counted.exec(text)?.[0].length === length) return "surname";
  if (surname > 0 && given >= 1 && given <= 2) {
    if (beginsInVerb(text)) return null;
    return length > 2 && /[说率陪称]$/.test(text) ? null : "surname";
  }
  if (someHave(text, 1, length, trait.neverInName) || beginsInVerb(text)) return null;
  if (isOfClan(text)) return "surname";
  if (endsInVerb(text)) return null;
  const { traits } = nameWords();
  let sounding: number = beginningAt(text, 0);
  for (let i = sounding; i < length; i++) if (((traits[text.charCodeAt(i)] ?? 0) & trait.syllable) !== 0) sounding++;
  // 不减, 多走动; but 多吉次珠, 更登加措.
  if (!(sounding === length && length >= 4) && /^[不多在和所年进有没也还就都第一最会更已曾]/.test(text)) return null;
  const needed = length <= 3 ? length : length - 1;
  if (sounding >= needed - (length >= 5 ? 1 : 0)) return "syllabic";
  return length <= 3 ? "plain" : null;
}

/**
 * The shape of a string that the list marks on both sides say to be a name: also where its beginning is a common word
 * (张家明, 余家强, 文明军), if the given name is made of the characters of given names.
 */
export function wholeShape(text: string): NameShape | null {
  const shape = nameShape(text);
  // 濮阳旭: a surname of two that is a place's name too.
  if (shape === null && surnameLength(text, 0) === 2 && text.length < 5 && likeness(text) === 3 && !endsInVerb(text))
    return "surname";
  return shape === null && text.length === 3 && wordly(text) && likeness(text) >= 2 ? "surname" : shape;
}

/** 张家|明, 文山|海: a surname and two characters of which the first make a word, but not the three together. */
function wordly(name: string): boolean {
  const { notNames, afterName } = nameWords();
  return (
    surnameLength(name, 0) === 1 &&
    allHave(name, 1, 3, trait.given) &&
    notNames.find(name, 0, 2) >= 0 &&
    notNames.find(name, 0, 3) < 0 &&
    afterName.find(name, 0, 2) < 0 &&
    !notGiven(name)
  );
}

const calledBy = unitSet("大阿奶爷老");
/** Behind two to six characters (or as many halves of rare ones) stands what a word of address begins with. */
function mayBeCalled(text: string): boolean {
  for (let at = 2; at <= 12; at++) if (calledBy[text.charCodeAt(at)] === 1) return true;
  return false;
}

/** 责任编辑：市发展和改革委员会: an office stands where a name may. */
const unit = /^[省市县区州盟旗镇乡].*(?:局|委|委员会|办|办公室|中心|部|院|会|社|馆|站)$/;

/**
 * The name at the start of a text whose end is open: 崔敬民主持会议 → 崔敬民, 李明和王强 → 李明. The length is the one whose
 * rest begins like what stands behind a name; `again` counts a candidate's other places in the document (a name that
 * is mentioned again is a name); `certain` says that a name must stand here (behind 副县长（挂职）), `office` that an office of
 * party or government is in front. Not `sure` where only
 * the surname speaks for it; null where nothing fits.
 */
export function nameAtStart(
  text: string,
  again: (candidate: string) => number,
  certain = false,
  office = false,
): { name: string; shape: NameShape; sure: boolean } | null {
  if (unit.test(text)) return null;
  // 热依汗大娘: a word of address ends the name.
  const called = mayBeCalled(text)
    ? /^(\p{Script=Han}{2,6}?)(?:大[娘妈爷叔哥姐嫂]|阿姨|奶奶|爷爷|老人|老汉|老师)/u.exec(text)?.[1]
    : undefined;
  if (called !== undefined && called.length < text.length - 1) {
    const shape = nameShape(called);
    // 吉克老师: two syllables alone are the name of a clan.
    if ((shape === "syllabic" && called.length > 2) || (shape === "surname" && likeness(called) > 1))
      return { name: called, shape, sure: true };
  }
  const dot = dots.test(text.slice(0, 9)) ? dotted.exec(text) : null;
  if (dot !== null) return { name: cutDotted(dot[0], text), shape: "dotted", sure: true };
  const surname = surnameLength(text, 0);
  const age = surname === 1 ? counted.exec(text)?.[0] : undefined;
  if (age !== undefined && followsName(text.slice(age.length))) return { name: age, shape: "surname", sure: true };
  const lengths = surname === 2 ? [4, 3] : surname === 1 ? [3, 2, 4, 5, 6] : [4, 3, 5, 6, 2, 7];
  // A name written by sound may begin like a surname: 吉克石且.
  const { traits } = nameWords();
  const sounds = syllablesAt(text, 0) >= 4 || syllablesAt(text, 1) >= 3;
  const common = surname === 2 || ((traits[text.charCodeAt(0)] ?? 0) & trait.common) !== 0;
  const gains = sounds || !common ? noGains : gainsAtStart(text);
  let fallback: { name: string; shape: NameShape } | null = null;
  let reads: string | null = null;
  let best: { name: string; shape: NameShape; sure: boolean; score: number } | null = null;
  for (const length of lengths) {
    if (text.length < length) continue;
    const name = text.slice(0, length);
    if (/[市县]$/.test(name)) continue;
    let shape = length === text.length ? wholeShape(name) : nameShape(name);
    // 自治区常务副主席庄严，: a word alone behind an office is a name.
    const ends = text.length === 2 || text[2] === "率" || followLength(text.slice(2)) > 1;
    if (shape === null && office && length === 2 && ends && likeness(name) === 3 && !verbal(name)) shape = "surname";
    // 副县长（挂职）仲夏，: where a name must stand and nothing else does, a word with a surname is one.
    if (shape === null && certain && length === 2 && text.length === 2 && surname === 1 && !verbal(name))
      shape = notGiven(name) ? null : "surname";
    if (shape === null && length === 3 && doubtful(name)) {
      // 陆海|峰: the characters of a name, and what stands behind names follows; or the document has it again.
      if (likeness(name) === 3 && wordly(name) && followLength(text.slice(length)) > 1) shape = "surname";
      else if (again(name) > 0) shape = "plain";
    }
    if (shape === null) continue;
    const rest = text.slice(length);
    if (/[先女]$/.test(name) && /^[生士]/.test(rest)) continue; // 王先生
    if (length > 2 && /[于在自]$/.test(name) && /^\d/.test(rest)) continue; // 王某|于6月10日
    if (shape === "syllabic" && rest !== "" && openEnd(text, length) < length) continue;
    // 杨再和说: 和 with a verb behind it joins nobody, it belongs to the name.
    const joins = !/^[和与及](?:说|率|带|表示|介绍|主持|参加|出席|陪同|告诉|认为|指出|强调)/.test(rest);
    // 李元和|家走访: 和 joins nobody who follows, and the document has it behind the shorter name every time.
    const three = length === 2 && /^[和与及]/.test(rest) && again(name) > 0 && again(name) === again(text.slice(0, 3));
    const alone = three && (gains[3] ?? 0) > 4 && Math.max(...gainsAtStart(rest.slice(1))) === 0;
    const follow = joins && !alone ? followLength(rest) : 0;
    // 何某正|心疼: a name that is seen again, whatever stands behind it.
    const seen = follow === 0 && length === 3 && shape === "surname" && likeness(name) === 3 && again(name) > 0;
    // 龚某|几乎跑遍了: no word that stands behind names, but it reads as a name and as nothing else.
    const gain = gains[length] ?? 0;
    // 韩吉林|泰参加 is a longer name.
    if (follow === 0 && gain >= 8 && gain >= rivalOf(gains, length) + 3 && shape === "surname" && likeness(name) > 1)
      if (followLength(rest.slice(1)) <= 1) reads = name;
    if (follow === 0 && !seen) {
      if (shape === "surname" && length <= 4 && fallback === null) fallback = { name, shape };
      continue;
    }
    // The plain shapes come first; a longer syllabic reading must leave nothing behind or be seen again.
    if (shape === "plain" && again(name) === 0 && !certain) {
      // 县委书记夜利军主持: an office in front, a given name, and a verb behind.
      const given = office && length === 3 && follow >= 2 && allHave(name, 1, 3, trait.given);
      if (!given) continue;
    }
    const score =
      (rest === "" ? 4 : 0) +
      Math.min(2, gain / 8) +
      Math.min(again(name), 4) * 2 +
      (shape === "surname" ? 3 : shape === "plain" ? 1 : 2) +
      (length === 3 ? 0.5 : 0) -
      // 高屹|汇报了 rather than 高屹汇|报了.
      (length === 3 && surname === 1 && again(name) === 0 && nameWords().afterName.longest(text, 2) >= 2 ? 2 : 0) +
      (shape === "syllabic" && length > 3 && follow >= 2 && !/[和与同及]$/.test(name) ? 1 : 0) + // 吉子石则|打开 rather than 吉子石|则打开
      (shape === "syllabic" && !common && length > 3 && follow >= 2 ? 1 : 0) + // 完么才让|主持 rather than 完么才|让
      // 孟涛|已把 rather than 孟涛已|把.
      (/[已曾仍将便]$/.test(name) || (name.endsWith("正") && /^[忙在为带准蹲坐站把用给赶拿]/.test(rest)) ? -3 : 0) +
      // 王薇|一同参加 rather than 王薇一|同参加; 殷勇|和 rather than 殷勇和|…
      (follow >= 2 ? 1 : 0) -
      (follow < 2 && !/^[说率]/.test(rest) && /[和与同一及]$/.test(name) ? 2 : 0);
    if (best === null || score > best.score) best = { name, shape, sure: true, score };
  }
  // 白玛央金跑了三圈: four syllables or more in a row, whatever follows.
  const sounding = openEnd(text, syllablesAt(text, 0));
  // 图门吉日嘎拉|率队 rather than 图门吉|日嘎拉….
  const cut = best !== null && best.name.length < sounding && followLength(text.slice(best.name.length)) === 0;
  const unsound =
    best === null ||
    (best.shape !== "surname" ? best.name.length !== sounding : cut && followLength(text.slice(sounding)) > 0);
  if (sounding >= 4 && sounding <= 7 && unsound) {
    const name = text.slice(0, sounding);
    if (nameShape(name) === "syllabic") return { name, shape: "syllabic", sure: true };
  }
  if (best !== null) return { name: best.name, shape: best.shape, sure: true };
  if (reads !== null) return { name: reads, shape: "surname", sure: true };
  if (fallback !== null) {
    const two = text.slice(0, 2);
    const name =
      fallback.name.length === 3 && again(fallback.name) < again(two) - again(fallback.name) ? two : fallback.name;
    return { name, shape: fallback.shape, sure: false };
  }
  return null;
}

/** The best gain of another length. */
function rivalOf(gains: readonly number[], length: number): number {
  let best = gains.length === 0 ? Number.NEGATIVE_INFINITY : 0;
  for (let at = 0; at < gains.length; at++) if (at !== length) best = Math.max(best, gains[at] ?? 0);
  return best;
}

/** 沙马阿加和同村的…, 勒格尔布则希望: a joining word behind a name of four syllables is not its fifth. */
function openEnd(text: string, length: number): number {
  return length > 4 && length < text.length && /[和则]/.test(text.charAt(length - 1)) ? length - 1 : length;
}

/** How many syllables of names written by sound stand in a row from a place. */
export function syllablesAt(text: string, from: number): number {
  const { traits } = nameWords();
  let at = from + beginningAt(text, from);
  while (at < text.length && ((traits[text.charCodeAt(at)] ?? 0) & trait.syllable) !== 0) at++;
  return at - from;
}

/** 巫山月, 文山海: a surname and two characters of which the first make a word; a name where the document has it again. */
function doubtful(name: string): boolean {
  const { notNames, afterName } = nameWords();
  return (
    surnameLength(name, 0) === 1 &&
    notNames.find(name, 0, 2) >= 0 &&
    notNames.find(name, 0, 3) < 0 &&
    afterName.find(name, 0, 2) < 0 &&
    isHan(name) &&
    !someHave(name, 1, 3, trait.neverInName) &&
    !notGiven(name)
  );
}

/** The last part of a dotted name ends before the word behind it: 艾克拜尔·吐尔逊主持 → 艾克拜尔·吐尔逊. */
function cutDotted(match: string, text: string): string {
  const { traits } = nameWords();
  const dot = Math.max(...["·", "•", "．", "・", "‧"].map((c) => match.lastIndexOf(c)));
  let end = dot + 1;
  while (end < match.length && ((traits[match.charCodeAt(end)] ?? 0) & trait.syllable) !== 0) end++;
  end = Math.min(match.length, Math.max(end, dot + 3));
  // 安娜·米勒参加: syllables, and a word that stands behind names.
  if (end - dot > 4 && nameWords().afterName.find(text, end - 2, 2) >= 0) return text.slice(0, end - 2);
  // 达楞太: one or two syllables that the list lacks, where the word behind the name then begins.
  if (!followsName(text.slice(end)) && text[end] !== "家" && text[end] !== "的")
    for (const more of [1, 2])
      if (end + more < text.length && end + more <= match.length && followLength(text.slice(end + more)) >= more)
        return text.slice(0, end + more);
  return text.slice(0, end);
}
